import type { Access, OfficeRoute } from '../../office/route.ts'
import { roles } from '../../people/actor.ts'
import { sendConfirmation, sendDayOff, sendSwap, sendWithdrawal } from './calendar-acts.ts'
import { showCalendar } from './calendar-screen.tsx'
import { endNetworkOverride, endSiteOverride, sendNetworkOverride, sendSiteOverride } from './rule-acts.ts'
import { showNetworkRules, showSiteRules } from './rules-screen.tsx'

const everyone = { who: roles, on: 'somewhere' } as const satisfies Access
const keeps = { who: ['network_admin'], on: 'network' } as const satisfies Access
const readsSite = {
  who: ['site_admin', 'network_admin', 'auditor', 'case_coordinator', 'case_officer', 'case_leader'],
  on: 'site',
} as const satisfies Access
const changesSite = { who: ['site_admin', 'network_admin'], on: 'site' } as const satisfies Access

/** The calendar of the network, and the rules on time with what a network or a portal decided otherwise. */
export const calendarOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/lich-lam-viec', access: everyone, handle: (c) => showCalendar(c) },
  { method: 'POST', path: '/lich-lam-viec/ngay-nghi', access: keeps, handle: sendDayOff },
  { method: 'POST', path: '/lich-lam-viec/hoan-doi', access: keeps, handle: sendSwap },
  { method: 'POST', path: '/lich-lam-viec/xac-nhan', access: keeps, handle: sendConfirmation },
  { method: 'POST', path: '/lich-lam-viec/rut', access: keeps, handle: sendWithdrawal },
  { method: 'GET', path: '/quy-tac', access: everyone, handle: (c) => showNetworkRules(c) },
  { method: 'POST', path: '/quy-tac', access: keeps, handle: sendNetworkOverride },
  { method: 'POST', path: '/quy-tac/ket-thuc', access: keeps, handle: endNetworkOverride },
  { method: 'GET', path: '/cong/:site/quy-tac', access: readsSite, handle: (c) => showSiteRules(c) },
  { method: 'POST', path: '/cong/:site/quy-tac', access: changesSite, handle: sendSiteOverride },
  { method: 'POST', path: '/cong/:site/quy-tac/ket-thuc', access: changesSite, handle: endSiteOverride },
]
