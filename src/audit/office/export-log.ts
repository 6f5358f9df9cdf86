import { inTransaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { actionName, subjectName } from '../action-names.ts'
import { csvLine } from '../csv.ts'
import { auditEvents, type AuditLine } from '../queries.ts'
import { recordEvent } from '../record-event.ts'
import { readFilter } from './read-filter.ts'

/**
 * GET /nhat-ky/ban-xuat.csv: what the filter shows, whole, for a spreadsheet. Taking the log out is itself recorded, before the
 * first byte leaves. A GET, because auditors export and never post.
 */
export async function exportLog(c: OfficeContext): Promise<Response> {
  const { db, actor } = c.var
  const { filter, typed } = readFilter(c)
  await inTransaction(db, (tx) =>
    recordEvent(tx, {
      action: 'audit.exported',
      by: actor,
      subject: { kind: 'audit', id: 'csv' },
      siteId: filter.siteId ?? null,
      summary: 'Xuất nhật ký ra CSV',
      after: typed,
    }),
  )
  const lines = exportLines(c, filter)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await lines.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  return c.body(body, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="nhat-ky.csv"',
    'Cache-Control': 'private, no-store',
  })
}

/** A thousand events at a time, so a log of years needs no more memory than one of a day. */
async function* exportLines(
  c: OfficeContext,
  filter: ReturnType<typeof readFilter>['filter'],
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder()
  // The mark at the start tells spreadsheets that this is UTF-8.
  yield encoder.encode(
    `\ufeff${csvLine(['so', 'luc', 'nguoi', 'viec', 'ma_viec', 'loai_doi_tuong', 'doi_tuong', 'cong', 'tom_tat'])}`,
  )
  let after: string | undefined
  do {
    const page = await auditEvents(c.var.db, c.var.actor, filter, { after, size: 1000 })
    yield encoder.encode(page.rows.map(lineOf).join(''))
    after = page.next
  } while (after)
}

/** The moment to the second as clocks in Viet Nam show it, with its distance from UTC. */
const vietnamTime = (at: Date): string => `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`

const lineOf = (line: AuditLine): string =>
  csvLine([
    line.id,
    vietnamTime(line.at),
    line.actor,
    actionName(line.action).vi,
    line.action,
    subjectName(line.subjectKind).vi,
    line.subjectId,
    line.siteName,
    line.summary,
  ])
