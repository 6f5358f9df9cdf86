import type { Access, OfficeRoute } from '../../office/route.ts'
import { readers } from '../policy.ts'
import { exportNetworkStatistics, exportSiteStatistics } from './export-statistics.ts'
import { showNetworkStatistics, showSiteStatistics } from './statistics-screen.tsx'

const theirs = { who: readers, on: 'somewhere' } as const satisfies Access
const onSite = { who: readers, on: 'site' } as const satisfies Access

/** Statistics: read by whoever works for a portal, changed by nobody. */
export const statisticsOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/thong-ke', access: theirs, handle: showNetworkStatistics },
  { method: 'GET', path: '/thong-ke/ban-xuat.csv', access: theirs, handle: exportNetworkStatistics },
  { method: 'GET', path: '/cong/:site/thong-ke', access: onSite, handle: showSiteStatistics },
  { method: 'GET', path: '/cong/:site/thong-ke/ban-xuat.csv', access: onSite, handle: exportSiteStatistics },
]
