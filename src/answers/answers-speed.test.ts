import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedAnswer } from '../../tests/support/answers.ts'
import { caseDesk, type CaseDesk } from '../../tests/support/cases.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { manyAnswers } from '../../tests/support/many-answers.ts'
import { readCursor } from '../editions/live.ts'
import { readQuery } from '../search/read-query.ts'
import { answerCounts, answerPace, answersOf, relatedAnswers, type AnswersOf } from './live-queries.ts'

const many = Number(process.env.MANY_ANSWERS ?? 100_000)

let database: TestDatabase
let desk: CaseDesk
let like: number

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  ;({ entryId: like } = await publishedAnswer(database.db, desk))
  const divisions = [desk.urban, desk.social]
  await manyAnswers(database.owner, { site: desk.ward, like, count: many, divisions })
}, 600_000)
afterAll(() => database.drop())

const scans = async (): Promise<number> => {
  await new Promise((settle) => setTimeout(settle, 1200))
  const { rows } = await sql<{ n: number }>`select coalesce(sum(seq_scan), 0)::integer as n from pg_stat_user_tables
    where relname in ('live_item', 'live_answer')`.execute(database.owner)
  return rows[0]!.n
}

test(`lists, filters, words, later pages and related answers of ${many} are read by index, each within a moment`, async () => {
  const db = database.delivery
  const all: AnswersOf = { scope: { siteId: desk.ward.id }, language: 'vi' }
  const field = { ...all, fieldId: desk.fields['giao-duc'] }
  const both = { ...field, divisionId: desk.urban }
  const deep = (await database.db
    .selectFrom('liveItem')
    .select(sql<string>`(extract(epoch from published_at) * 1000000)::bigint || '-' || entry_id`.as('cursor'))
    .where('siteId', '=', desk.ward.id)
    .orderBy('publishedAt', 'desc')
    .offset(Math.floor(many / 2))
    .limit(1)
    .executeTakeFirstOrThrow())!.cursor
  const asked: Record<string, () => Promise<unknown>> = {
    list: () => answersOf(db, all),
    field: () => answersOf(db, field),
    'field and division': () => answersOf(db, both),
    network: () => answersOf(db, { ...all, scope: 'network' }),
    'half way down': () => answersOf(db, all, { after: readCursor(deep) }),
    'common words': () => answersOf(db, all, { query: readQuery('ngõ') }),
    'rare words': () => answersOf(db, all, { query: readQuery('đèn đường ngõ 417') }),
    'rare words in a field': () => answersOf(db, both, { query: readQuery('hoc phi ngo 12 bao lau') }),
    'no words': () => answersOf(db, all, { query: readQuery('xyzzyx') }),
    counts: () => answerCounts(db, both),
    pace: () => answerPace(db, desk.ward.id),
    related: () => relatedAnswers(db, desk.ward.id, like + 500),
  }
  for (const ask of Object.values(asked)) await ask()
  const before = await scans()
  const slow: Record<string, number> = {}
  for (const [name, ask] of Object.entries(asked)) {
    const times: number[] = []
    for (let n = 0; n < 40; n++) {
      const start = performance.now()
      await ask()
      times.push(performance.now() - start)
    }
    slow[name] = Math.round(times.toSorted((a, b) => a - b)[37]! * 10) / 10
  }
  expect((await scans()) - before).toBe(0)
  if (process.env.MANY_ANSWERS) process.stdout.write(`${JSON.stringify(slow)}\n`)
  for (const [name, time] of Object.entries(slow)) expect(time, name).toBeLessThan(250)
}, 300_000)
