import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { MediaKind } from '../media/file-kinds.ts'

/** A file as public pages use it. */
export interface LiveFile {
  id: number
  kind: MediaKind
  mime: string
  bytes: number
  name: string
  width: number | null
  height: number | null
  /** Of films, in milliseconds. */
  durationMs: number | null
  focalX: number
  focalY: number
  /** Derived pictures, smallest first. */
  variants: { format: 'webp' | 'avif' | 'jpeg'; width: number; height: number }[]
}
export type LiveFiles = ReadonlyMap<number, LiveFile>

const most = 300

/**
 * Files of live entries by number, in one round trip; with the token of a preview, those of its draft.
 * A file that is not live (or failed) is missing from the answer, and nothing is drawn for it.
 */
export async function liveFiles(db: Database, ids: readonly number[], previewToken?: string): Promise<LiveFiles> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)].slice(0, most)
  const [files, variants] = previewToken
    ? [sql`previewed_media(${previewToken})`, sql`previewed_media_variant(${previewToken})`]
    : [sql`(select * from public_media where not gone)`, sql`public_media_variant`]
  const { rows } = await sql<LiveFile>`
    select m.id, m.kind, m.mime, m.bytes, m.name, m.width, m.height, m.duration_ms, m.focal_x, m.focal_y,
      coalesce(jsonb_agg(jsonb_build_object('format', v.format, 'width', v.width, 'height', v.height) order by v.width)
        filter (where v.media_id is not null), '[]') as variants
    from ${files} m left join ${variants} v on v.media_id = m.id
    where m.id = any (${wanted}::integer[]) and m.state <> 'failed'
    group by m.id, m.kind, m.mime, m.bytes, m.name, m.width, m.height, m.duration_ms, m.focal_x, m.focal_y`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
