import type { Access, OfficeRoute } from '../../office/route.ts'
import { saveAssessment, showAssessments } from './assessment-screen.tsx'
import { dropChannel, saveChannelPlace, saveNewChannel, saveOldChannel } from './channel-acts.ts'
import { showChannels } from './channel-screen.tsx'

const reads = { who: ['site_admin', 'network_admin', 'auditor'], on: 'site' } as const satisfies Access
const changes = { who: ['site_admin', 'network_admin'], on: 'site' } as const satisfies Access

/** What a portal states of itself: self-assessments of accessibility, and its channels. */
export const statementsOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/cong/:site/tu-danh-gia', access: reads, handle: (c) => showAssessments(c) },
  { method: 'POST', path: '/cong/:site/tu-danh-gia', access: changes, handle: saveAssessment },
  { method: 'GET', path: '/cong/:site/kenh', access: reads, handle: (c) => showChannels(c) },
  { method: 'POST', path: '/cong/:site/kenh', access: changes, handle: saveNewChannel },
  { method: 'POST', path: '/cong/:site/kenh/:channel', access: changes, handle: saveOldChannel },
  { method: 'POST', path: '/cong/:site/kenh/:channel/vi-tri', access: changes, handle: saveChannelPlace },
  { method: 'POST', path: '/cong/:site/kenh/:channel/bo', access: changes, handle: dropChannel },
]
