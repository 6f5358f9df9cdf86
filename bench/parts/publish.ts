import { Agent, request } from 'node:http'
import { connect, inTransaction, type Database } from '../../src/database/connect.ts'
import { approveEdition } from '../../src/editions/approve-edition.ts'
import type { Content } from '../../src/editions/content.ts'
import { createEntry } from '../../src/editions/create-entry.ts'
import { publishEdition } from '../../src/editions/publish-edition.ts'
import { reviewEdition } from '../../src/editions/review-edition.ts'
import { submitEdition } from '../../src/editions/submit-edition.ts'
import { kinds } from '../../src/kinds.ts'
import type { Actor } from '../../src/people/actor.ts'
import { actorById } from '../../src/people/queries.ts'
import { openDemo, type BenchDatabase } from '../database.ts'
import { figure, percentile, ratio, type Part } from '../result.ts'
import { servePublic, type Served } from '../servers.ts'

const processes = 3
const patience = 10_000

/** From pressing "publish" to the list page of the section showing it, on each of several delivery processes. */
export const publish: Part = {
  name: 'publish',
  says: `milliseconds from publishing to being visible on ${processes} delivery processes`,
  async run({ publications, say }) {
    const database = await openDemo()
    const db = connect(database.url, 'khue_office', 4)
    const faces: Served[] = []
    try {
      for (let n = 0; n < processes; n++) faces.push(await servePublic(database, { pinned: false }))
      const desk = await deskOf(database, db)
      const [onAll, onFirst, commits] = [[] as number[], [] as number[], [] as number[]]
      for (let n = 1; n <= publications; n++) {
        if (n % 25 === 0) say(`publish: ${n} of ${publications}`)
        const title = `Đo tốc độ lần ${n} ${Date.now()}`
        const editionId = await approved(db, desk, title)
        // Every process holds the page as it was, so that what is timed is its dropping and drawing.
        await Promise.all(faces.map((face) => shows(face, desk, title)))
        const began = performance.now()
        await inTransaction(db, (tx) => publishEdition(tx, desk.chief, { editionId }, kinds))
        commits.push(performance.now() - began)
        const seen = await Promise.all(
          faces.map((face) => untilShown(face, desk, title).then(() => performance.now() - began)),
        )
        onAll.push(Math.max(...seen))
        onFirst.push(Math.min(...seen))
      }
      const p99 = percentile(onAll, 0.99)
      return {
        part: 'publish',
        figures: [
          figure('visible on all processes', 'ms', onAll),
          figure('visible on the first', 'ms', onFirst),
          figure('the commit itself', 'ms', commits),
          figure('p50', 'ms', [percentile(onAll, 0.5)]),
          figure('p99', 'ms', [p99]),
        ],
        ratios: [
          ratio('p99 in ms, all processes', [p99], [1], { atMost: 250 }),
          ratio('visible on all / the commit itself', onAll, commits),
        ],
        notes: [
          `${publications} publications, each from the start of the command; all processes are asked without pause meanwhile`,
        ],
      }
    } finally {
      await db.destroy()
      for (const face of faces) await face.stop()
      await database.stop()
    }
  },
}

interface Desk {
  writer: Actor
  editor: Actor
  chief: Actor
  siteId: number
  host: string
  /** The list page of the section the articles go to. */
  list: string
  chain: 'full' | 'short'
  content: Content
  agent: Agent
}

/** The demonstration's ward of Ba Đình: its people, and an article of theirs to copy. */
async function deskOf({ rows }: BenchDatabase, db: Database): Promise<Desk> {
  const person = async (account: string): Promise<Actor> => {
    const found = await actorById(db, `demo-${account}.badinh`)
    if (!found) throw new Error(`the demonstration has no ${account}.badinh`)
    return found
  }
  const [found] = await rows<{
    siteId: number
    host: string
    slug: string
    sectionId: number
    chain: 'full' | 'short'
    content: Content
  }>(`
    select s.id as "siteId", h.host, x.slug, x.id as "sectionId", c.chain, e.content
    from site s join site_host h on h.site_id = s.id and h.is_primary join site_chain c on c.site_id = s.id and c.kind = 'article'
    join section x on x.site_id = s.id and x.slug = 'tin-tuc'
    join edition e on e.site_id = s.id and e.state = 'published' and e.kind = 'article'
    where s.key = 'ba-dinh' order by e.id limit 1`)
  if (!found) throw new Error('the demonstration has no article of Ba Đình')
  return {
    ...found,
    writer: await person('ctv'),
    editor: await person('btv'),
    chief: await person('truongban'),
    list: `/chuyen-muc/${found.slug}`,
    content: { ...found.content, slug: '', lead: null, gallery: [], sectionIds: [found.sectionId] },
    agent: new Agent({ keepAlive: true }),
  }
}

async function approved(db: Database, desk: Desk, title: string): Promise<number> {
  const { writer, editor, chief, siteId, chain } = desk
  return await inTransaction(db, async (tx) => {
    const content = { ...desk.content, title }
    const { editionId } = await createEntry(tx, writer, { siteId, kind: 'article', content }, kinds)
    await submitEdition(tx, writer, { editionId }, kinds)
    if (chain === 'full') await reviewEdition(tx, editor, { editionId }, kinds)
    await approveEdition(tx, chief, { editionId }, kinds)
    return editionId
  })
}

async function untilShown(face: Served, desk: Desk, title: string): Promise<void> {
  for (const end = Date.now() + patience; !(await shows(face, desk, title));) {
    if (Date.now() > end) throw new Error(`${title} was not to be seen after ${patience / 1000} s`)
  }
}

const shows = ({ port }: Served, { host, list, agent }: Desk, title: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: list, headers: { host }, agent })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${list} of ${host} was answered with ${answer.statusCode}`))
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      answer.on('error', reject)
      answer.on('end', () => resolve(text.includes(title)))
    })
    asked.end()
  })
