import type { OfficeRoute } from '../../office/route.ts'
import { showEvent } from './event-screen.tsx'
import { exportLog } from './export-log.ts'
import { showLog } from './log-screen.tsx'

const readers = { who: ['site_admin', 'chief_editor', 'network_admin', 'auditor'], on: 'somewhere' } as const

/** The audit log. Nothing here changes anything. */
export const auditOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/nhat-ky', access: readers, handle: showLog },
  { method: 'GET', path: '/nhat-ky/ban-xuat.csv', access: readers, handle: exportLog },
  { method: 'GET', path: '/nhat-ky/:event', access: readers, handle: showEvent },
]
