import path from 'node:path'
import { connect } from '../../src/database/connect.ts'
import { deriveImages } from '../../src/media/derive-images.ts'
import { openFileStore } from '../../src/media/file-store.ts'
import { openBrowser } from '../../tests/support/browser.ts'
import { toRead, weighPage, type PageWeight } from '../../tests/support/weigh-page.ts'
import { openDemo, type BenchDatabase } from '../database.ts'
import { figure, ratio, type Part } from '../result.ts'
import { servePublic } from '../servers.ts'

/** HTML, stylesheet and font of an article on a first visit, by the design. */
const articleBudget = 90_000

/** What a first visit to each kind of page brings over the wire to a telephone of 360 px, in bytes; the demonstration network. */
export const bytes: Part = {
  name: 'bytes',
  says: 'bytes and requests of a first visit, by kind of page, on a telephone',
  async run({ say }) {
    const database = await openDemo()
    try {
      await drawSmaller(database)
      const kinds = await pagesOf(database)
      const khue = await servePublic(database, { pinned: false })
      const browser = await openBrowser({ width: 360, height: 740 })
      const weights: [string, PageWeight][] = []
      try {
        for (const [kind, { host, path }] of kinds) {
          say(`bytes: ${kind}`)
          weights.push([kind, await weighPage(browser, `http://${host}:${khue.port}${path}`)])
        }
      } finally {
        await browser.close()
        await khue.stop()
      }
      const article = weights.find(([kind]) => kind === 'article')
      return {
        part: 'bytes',
        figures: weights.flatMap(([kind, weight]) =>
          Object.entries(weight).map(([sort, value]) =>
            figure(`${kind}: ${sort}`, sort === 'requests' ? 'requests' : 'bytes', [value]),
          ),
        ),
        ratios: article
          ? [ratio('article: html + css + font / budget', [toRead(article[1])], [articleBudget], { atMost: 1 })]
          : [],
        notes: ['heads of the answers included; pictures are those the browser fetched without scrolling'],
      }
    } finally {
      await database.stop()
    }
  },
}

/** The sizes of every picture, which the worker of a running installation makes soon after it came. */
async function drawSmaller({ url, home, rows }: BenchDatabase): Promise<void> {
  const db = connect(url, 'khue_office', 2)
  const files = openFileStore(path.join(home, 'files'))
  try {
    for (const { id } of await rows<{ id: number }>(`select id from media where kind = 'image' order by id`))
      await deriveImages(db, files, id)
  } finally {
    await db.destroy()
  }
}

/** An address of each kind of page on the first portal of the demonstration that has one; the longest article there is. */
async function pagesOf({ rows }: BenchDatabase): Promise<[string, { host: string; path: string }][]> {
  const ward = await rows<{ host: string }>(`
    select h.host from site_host h join site s on s.id = h.site_id where s.key = 'ba-dinh' and h.is_primary`)
  const host = ward[0]?.host ?? 'localhost'
  const longest = async (genres: string): Promise<{ host: string; path: string }> => {
    const [found] = await rows<{ host: string; path: string }>(`
      select h.host, l.path from live_item l join site_host h on h.site_id = l.site_id and h.is_primary
      join edition e on e.id = l.edition_id where l.genre in (${genres})
      order by length(e.content::text) desc, l.entry_id limit 1`)
    if (!found) throw new Error(`the demonstration has no article of ${genres}`)
    return found
  }
  return [
    ['home', { host, path: '/' }],
    ['list', { host, path: '/chuyen-muc/tin-tuc' }],
    ['article', await longest(`'news', 'feature', 'interview'`)],
    ['film page', await longest(`'video'`)],
    ['photo story', await longest(`'photo'`)],
  ]
}
