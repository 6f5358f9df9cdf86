import type { Access, OfficeRoute } from '../../office/route.ts'
import { saveAlert, showAlerts, takeAlertDown } from './alert-screen.tsx'
import { callOff, reportRestored, saveOutage, saveRestoration } from './outage-acts.ts'
import { showOutages } from './outage-screen.tsx'

const reads = { who: ['site_admin', 'network_admin', 'auditor'], on: 'site' } as const satisfies Access
const changes = { who: ['site_admin', 'network_admin'], on: 'site' } as const satisfies Access

/** What a portal tells on every page: alerts, and announced suspensions. */
export const noticesOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/cong/:site/dai-thong-bao', access: reads, handle: (c) => showAlerts(c) },
  { method: 'POST', path: '/cong/:site/dai-thong-bao', access: changes, handle: saveAlert },
  { method: 'POST', path: '/cong/:site/dai-thong-bao/:alert/go', access: changes, handle: takeAlertDown },
  { method: 'GET', path: '/cong/:site/gian-doan', access: reads, handle: (c) => showOutages(c) },
  { method: 'POST', path: '/cong/:site/gian-doan', access: changes, handle: saveOutage },
  { method: 'POST', path: '/cong/:site/gian-doan/:outage/khoi-phuc', access: changes, handle: reportRestored },
  { method: 'POST', path: '/cong/:site/gian-doan/:outage/doi-gio', access: changes, handle: saveRestoration },
  { method: 'POST', path: '/cong/:site/gian-doan/:outage/huy', access: changes, handle: callOff },
]
