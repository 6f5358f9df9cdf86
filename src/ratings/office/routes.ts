import type { OfficeRoute } from '../../office/route.ts'
import { exportRatings } from './export-ratings.ts'
import { showRatings } from './ratings-screen.tsx'

const readers = ['editor', 'desk_secretary', 'chief_editor', 'site_admin', 'network_admin', 'auditor'] as const

/** How satisfied readers of a portal are. */
export const ratingOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/cong/:site/hai-long', access: { who: readers, on: 'site' }, handle: showRatings },
  {
    method: 'GET',
    path: '/cong/:site/hai-long/ban-xuat.csv',
    access: { who: readers, on: 'site' },
    handle: exportRatings,
  },
]
