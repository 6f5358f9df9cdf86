import type { OfficeContext } from '../../office/route.ts'
import { cleanLine } from '../../web/vietnamese.ts'
import type { MediaFilter } from '../queries.ts'

const kinds: Record<string, MediaFilter> = {
  anh: { kind: 'image' },
  video: { kind: 'video' },
  'phu-de': { kind: 'captions' },
  'tai-lieu': { kind: 'document' },
  'thieu-mo-ta': { lacksAlt: true },
}

/** The filter as the address has it: ?q= words, ?loai= kind, ?sau= cursor. Anything unknown is left out. */
export function readFilter(c: OfficeContext): {
  filter: MediaFilter
  q: string
  kind: string
  after: string | undefined
} {
  const q = cleanLine(c.req.query('q') ?? '').slice(0, 200)
  const asked = c.req.query('loai') ?? ''
  const kind = Object.hasOwn(kinds, asked) ? asked : ''
  return { filter: { q, ...kinds[kind] }, q, kind, after: c.req.query('sau') }
}
