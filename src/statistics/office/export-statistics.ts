import type { OfficeContext } from '../../office/route.ts'
import { isoDayOf } from '../../web/dates.ts'
import { readableSites } from '../policy.ts'
import type { Places } from '../queries.ts'
import { statisticsCsv } from '../statistics-csv.ts'
import { readRange } from './read-range.ts'

/** GET /thong-ke/ban-xuat.csv: every day of every portal the person reads. */
export const exportNetworkStatistics = (c: OfficeContext): Response => send(c, readableSites(c.var.actor), '')

/** GET /cong/:site/thong-ke/ban-xuat.csv */
export const exportSiteStatistics = (c: OfficeContext): Response => send(c, [c.var.siteId], `-cong-${c.var.siteId}`)

function send(c: OfficeContext, places: Places, name: string): Response {
  const { period } = readRange(c, isoDayOf(new Date()))
  const encoder = new TextEncoder()
  const lines = statisticsCsv(c.var.db, places, period)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await lines.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  return c.body(body, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="thong-ke${name}-${period.from}-${period.to}.csv"`,
    'Cache-Control': 'private, no-store',
  })
}
