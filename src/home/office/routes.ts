import type { Access, OfficeRoute } from '../../office/route.ts'
import {
  dropBlock,
  openPreview,
  putBack,
  putLive,
  saveBlock,
  saveBlockPlace,
  saveHidden,
  saveNewBlock,
} from './acts.ts'
import { showBlock, showNewBlock } from './block-form.tsx'
import { showArrangement } from './home-screen.tsx'
import { showHomePreview } from './preview-screen.tsx'

const reads = { who: ['site_admin', 'network_admin', 'auditor'], on: 'site' } as const satisfies Access
const changes = { who: ['site_admin', 'network_admin'], on: 'site' } as const satisfies Access
const base = '/cong/:site/trang-chu'

/** Arranging the front page of a portal. */
export const homeOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: base, access: reads, handle: (c) => showArrangement(c) },
  { method: 'GET', path: `${base}/them`, access: changes, handle: (c) => showNewBlock(c) },
  { method: 'POST', path: `${base}/khoi`, access: changes, handle: saveNewBlock },
  { method: 'GET', path: `${base}/khoi/:block`, access: reads, handle: (c) => showBlock(c) },
  { method: 'POST', path: `${base}/khoi/:block`, access: changes, handle: saveBlock },
  { method: 'POST', path: `${base}/khoi/:block/vi-tri`, access: changes, handle: saveBlockPlace },
  { method: 'POST', path: `${base}/khoi/:block/an`, access: changes, handle: saveHidden },
  { method: 'POST', path: `${base}/khoi/:block/bo`, access: changes, handle: dropBlock },
  { method: 'POST', path: `${base}/dang`, access: changes, handle: putLive },
  { method: 'POST', path: `${base}/tro-lai`, access: changes, handle: putBack },
  { method: 'GET', path: `${base}/xem-thu`, access: reads, handle: showHomePreview },
  { method: 'POST', path: `${base}/xem-thu`, access: changes, handle: openPreview },
]
