import { openDemo } from '../database.ts'
import { ask, demoArticle } from '../pages.ts'
import { figure, ratio, type Part } from '../result.ts'
import { servePublic } from '../servers.ts'
import { load } from '../wrk.ts'

/** A browser, or a cache in front, that has the page and asks whether it still stands. */
export const notModified: Part = {
  name: 'not-modified',
  says: '304 answers against whole pages',
  async run({ runs, seconds, say }) {
    const database = await openDemo()
    const khue = await servePublic(database)
    try {
      const { host, path: address } = await demoArticle(database)
      const headers = { host, 'accept-encoding': 'gzip' }
      for (let tries = 0; tries < 3; tries++) await ask(khue.port, address, headers)
      const etag = String((await ask(khue.port, address, headers)).headers.etag)
      const holder = { ...headers, 'if-none-match': etag }
      const { status } = await ask(khue.port, address, holder)
      if (status !== 304) throw new Error(`a page that stands was answered with ${status}`)
      const [whole, unchanged] = [[] as number[], [] as number[]]
      const url = `${khue.url}${address}`
      for (let run = 1; run <= runs; run++) {
        say(`not-modified: run ${run} of ${runs}`)
        whole.push((await load({ url, headers, seconds })).rate)
        unchanged.push((await load({ url, headers: holder, seconds })).rate)
      }
      return {
        part: 'not-modified',
        figures: [figure('whole page', 'requests/s', whole), figure('304', 'requests/s', unchanged)],
        ratios: [ratio('304 / whole page', unchanged, whole)],
        notes: [],
      }
    } finally {
      await khue.stop()
      await database.stop()
    }
  },
}
