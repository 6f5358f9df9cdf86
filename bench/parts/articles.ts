import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fillArchive } from '../archive.ts'
import { openDatabase } from '../database.ts'
import { ask } from '../pages.ts'
import { figure, ratio, type Part } from '../result.ts'
import { servePublic } from '../servers.ts'
import { load } from '../wrk.ts'

const many = 200

/** 200 different held articles in turn against one of them again and again. */
export const articles: Part = {
  name: 'articles',
  says: '200 different held articles in turn against a single one',
  async run({ runs, seconds, say }) {
    const database = await openDatabase()
    try {
      await fillArchive(database.url, { entries: 3000, sites: 3 })
      const found = await database.rows<{ host: string; path: string }>(
        `select h.host, l.path from live_item l join site_host h on h.site_id = l.site_id and h.is_primary
         where l.site_id = (select site_id from live_item group by site_id order by count(*) desc limit 1)
         order by l.published_at desc limit $1`,
        [many],
      )
      const headers = { host: found[0]?.host ?? '', 'accept-encoding': 'gzip' }
      const list = path.join(database.home, 'addresses')
      writeFileSync(list, found.map(({ path: address }) => `${address}\n`).join(''))
      const khue = await servePublic(database)
      try {
        for (const { path: address } of [...found, ...found]) await ask(khue.port, address, headers)
        const script = [path.resolve(import.meta.dirname, '../different-pages.lua'), list]
        const [one, all] = [[] as number[], [] as number[]]
        for (let run = 1; run <= runs; run++) {
          say(`articles: run ${run} of ${runs}`)
          one.push((await load({ url: `${khue.url}${found[0]?.path}`, headers, seconds })).rate)
          all.push((await load({ url: khue.url, headers, seconds, script })).rate)
        }
        return {
          part: 'articles',
          figures: [figure('one article', 'requests/s', one), figure(`${found.length} articles`, 'requests/s', all)],
          ratios: [ratio(`${found.length} articles / one`, all, one)],
          notes: ['every answer was a page (wrk counts errors, and there were none)'],
        }
      } finally {
        await khue.stop()
      }
    } finally {
      await database.stop()
    }
  },
}
