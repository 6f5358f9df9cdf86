import { Agent } from 'node:http'
import { fillCases, codeOf } from '../citizen-cases.ts'
import { openDatabase } from '../database.ts'
import { getPage } from '../get-page.ts'
import { figure, percentile, ratio, type Part } from '../result.ts'
import { servePublic } from '../servers.ts'

const sites = 150
const each = 300
const warming = 20
const most = 100_000

/** The page on which a sender follows a case; drawn anew for everyone who asks. */
export const tracking: Part = {
  name: 'tracking',
  says: `milliseconds of the page of a case, in a network of ${most.toLocaleString('en')} (--cases, if fewer)`,
  async run({ cases, say }) {
    const database = await openDatabase()
    const size = Math.min(cases, most)
    try {
      say(`tracking: writing ${size} cases`)
      await fillCases(database.url, { cases: size, sites })
      const rows = await database.rows<{ id: number; host: string }>(`select c.id, h.host from citizen_case c
        join site_host h on h.site_id = c.site_id and h.is_primary order by md5(c.id::text) limit ${each + warming}`)
      const khue = await servePublic(database, { pinned: false })
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      try {
        const times: number[] = []
        for (const { id, host } of rows)
          times.push((await getPage({ agent, port: khue.port, host, path: `/theo-doi/${codeOf(id)}` })).milliseconds)
        const timed = times.slice(warming)
        const p95 = percentile(timed, 0.95)
        return {
          part: 'tracking',
          figures: [figure('page of a case', 'ms', timed), figure('page of a case, p95', 'ms', [p95])],
          ratios: [ratio('page of a case: p95 in ms', [p95], [1])],
          notes: [`${size} cases; ${each} of them were asked for once each, over one connection; no page is kept`],
        }
      } finally {
        agent.destroy()
        await khue.stop()
      }
    } finally {
      await database.stop()
    }
  },
}
