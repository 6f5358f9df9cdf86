import { Agent } from 'node:http'
import { connect } from '../../src/database/connect.ts'
import { countQuestionWords } from '../../src/questions/count-question-words.ts'
import { similarAnswers } from '../../src/questions/live-queries.ts'
import { fold } from '../../src/web/vietnamese.ts'
import { openDatabase, type BenchDatabase } from '../database.ts'
import { getPage } from '../get-page.ts'
import { fillAnswers } from '../published-answers.ts'
import { figure, percentile, ratio, type Part } from '../result.ts'
import { rowsReadInTurn } from '../scans.ts'
import { servePublic } from '../servers.ts'

const sites = 150
const each = 300
const warming = 10
const budget = { atMost: 40 }

/** What is shown below a question while it is typed. */
export const similar: Part = {
  name: 'similar',
  says: 'answered questions like one being typed, among 100,000 (--answers) of 150 portals',
  async run({ answers, say }) {
    const database = await openDatabase()
    const db = connect(database.url, 'khue_delivery', 1)
    try {
      say(`similar: writing ${answers} answers`)
      await fillAnswers(database.url, { answers, sites })
      const office = connect(database.url, 'khue_office', 1)
      await countQuestionWords(office)
        .then(() => rowsReadInTurn(office, []))
        .finally(() => office.destroy())
      const titles = await database.rows<{ title: string }>(
        `select title from live_item where kind = 'answer' order by md5(entry_id::text) limit ${each + warming}`,
      )
      const typed = titles.map(({ title }, n) => asTyped(title, n))
      const before = await rowsReadInTurn(db, ['live_item', 'live_answer'])
      let found = 0
      const queries: number[] = []
      for (const [n, text] of typed.entries()) {
        const began = performance.now()
        const like = await similarAnswers(db, { siteId: 1 + (n % sites), language: 'vi', text })
        queries.push(performance.now() - began)
        if (n >= warming && like.length > 0) found += 1
      }
      const read = (await rowsReadInTurn(db, ['live_item', 'live_answer'])) - before
      if (read >= answers) throw new Error(`${read} rows of answers were read without an index`)
      const pages = await overHttp(database, typed)
      const measured = [
        ['looked for in the database', queries],
        ['the whole answer to the browser', pages],
      ] as const
      return {
        part: 'similar',
        figures: measured.flatMap(([name, times]) => [
          figure(name, 'ms', times.slice(warming)),
          figure(`${name}, p95`, 'ms', [percentile(times.slice(warming), 0.95)]),
        ]),
        ratios: measured.map(([name, times]) =>
          ratio(`${name}: p95 in ms`, [percentile(times.slice(warming), 0.95)], [1], budget),
        ),
        notes: [
          `${answers} answers over ${sites} portals; ${each} beginnings of questions, typed with diacritics, without, and with half of them; something was found for ${found}`,
          `${read} rows were read one after the other for all of them together, where the first that fitted would do`,
        ],
      }
    } finally {
      await db.destroy()
      await database.stop()
    }
  },
}

/** Milliseconds until a browser had the whole answer to each. */
async function overHttp(database: BenchDatabase, typed: readonly string[]): Promise<number[]> {
  const khue = await servePublic(database, { pinned: false })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const pages: number[] = []
  try {
    for (const [n, text] of typed.entries()) {
      const path = `/hoi-dap/tuong-tu?q=${encodeURIComponent(text)}`
      const host = `bench-${1 + (n % sites)}.localhost`
      pages.push((await getPage({ agent, port: khue.port, host, path })).milliseconds)
    }
    return pages
  } finally {
    agent.destroy()
    await khue.stop()
  }
}

/** A question as far as it is typed, the way people type. */
function asTyped(title: string, n: number): string {
  const words = title.toLocaleLowerCase('vi').split(' ')
  const far = words.slice(0, 2 + (n % (words.length - 1))).join(' ')
  const half = (text: string): string =>
    text
      .split(' ')
      .map((word, at) => (at % 2 ? fold(word) : word))
      .join(' ')
  const text = [far, fold(far), half(far)][n % 3]!
  // Every second stops in the middle of a word.
  return n % 2 ? text.slice(0, -1) : `${text} `
}
