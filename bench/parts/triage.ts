import { myWork, queueCounts, triageQueue, type QueueFilters } from '../../src/cases/queries.ts'
import { connect, type Database } from '../../src/database/connect.ts'
import type { Actor, Role } from '../../src/people/actor.ts'
import { divisionsOfSite, fillCases, officerOf } from '../citizen-cases.ts'
import { openDatabase, type BenchDatabase } from '../database.ts'
import { figure, percentile, ratio, type Part } from '../result.ts'
import { rowsReadInTurn } from '../scans.ts'

const sites = 150
const each = 100
const warming = 5
const city = 1
/** From so many cases on reading all of them is a fault; of fewer it may be the quickest way. */
const indexed = 100_000
/** The list a person looks at. */
const budget = { atMost: 50 }

type Ask = (n: number) => Promise<unknown>
interface Kind {
  name: string
  ask: Ask
  budget?: typeof budget
}

/** The queues of who deals with cases, in a network that holds a million. */
export const triage: Part = {
  name: 'triage',
  says: 'queues of cases and the work of a person, at 1,000,000 cases (--cases) over 150 portals',
  async run({ cases, say }) {
    const database = await openDatabase()
    const db = connect(database.url, 'khue_office', 1)
    try {
      say(`triage: writing ${cases} cases`)
      await fillCases(database.url, { cases, sites })
      const kinds = await kindsOf(db, database)
      for (const { ask } of kinds) for (let n = 0; n < warming; n++) await ask(n)
      const before = await rowsReadInTurn(db, ['citizen_case'])
      const measured: { name: string; times: number[]; budget?: typeof budget }[] = []
      for (const { name, ask, budget: kept } of kinds) {
        say(`triage: ${name}`)
        const times: number[] = []
        for (let n = 0; n < each; n++) times.push(await timed(() => ask(n)))
        measured.push({ name, times, budget: kept })
      }
      const read = (await rowsReadInTurn(db, ['citizen_case'])) - before
      if (read >= cases && cases >= indexed) throw new Error(`${read} rows of cases were read without an index`)
      const [open] = await database.rows<{ n: number }>(`select count(*)::integer as n from citizen_case
        where handling_site_id = ${city} and state in ('received', 'assigned', 'clarifying', 'submitted')`)
      return {
        part: 'triage',
        figures: measured.flatMap(({ name, times }) => [
          figure(name, 'ms', times),
          figure(`${name}, p95`, 'ms', [percentile(times, 0.95)]),
        ]),
        ratios: measured.map((one) => ratio(`${one.name}: p95 in ms`, [percentile(one.times, 0.95)], [1], one.budget)),
        notes: [
          `${cases} cases over ${sites} portals, ${open?.n} open ones on the city; each list was asked for ${each} times over one connection`,
          `${read} rows were read one after the other for all of them together`,
        ],
      }
    } finally {
      await db.destroy()
      await database.stop()
    }
  },
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await ask()
  return performance.now() - began
}

const actor = (id: string, ...memberships: { siteId: number | null; role: Role }[]): Actor => ({
  id,
  name: id,
  email: `${id}@khue.example`,
  memberships,
})

async function kindsOf(db: Database, { rows }: BenchDatabase): Promise<Kind[]> {
  const coordinator = actor('bench', { siteId: city, role: 'case_coordinator' })
  const officers = Array.from({ length: each }, (_, n) =>
    actor(officerOf(1 + (n % divisionsOfSite), 1 + (n % 3)), { siteId: city, role: 'case_officer' }),
  )
  const everywhere = actor('bench', { siteId: null, role: 'case_leader' })
  const queue =
    (filters: (n: number) => QueueFilters & { after?: string }, who: (n: number) => Actor = () => coordinator): Ask =>
    (n) =>
      triageQueue(db, who(n), city, filters(n))
  const officer = (n: number): Actor => officers[n % each]!
  const keys = async (state: string, key: string, order: string): Promise<string[]> => {
    const found = await rows<{ after: string }>(`with queue as (
        select extract(epoch from ${key}) || '_' || id as after, row_number() over (order by ${key} ${order}, id ${order}) as n, count(*) over () as many
        from citizen_case where handling_site_id = ${city} and state in (${state}))
      select after from queue where n > many * 0.8 order by n limit ${each}`)
    return found.map(({ after }) => after)
  }
  const open = await keys(`'received', 'assigned', 'clarifying', 'submitted'`, 'due_at', 'asc')
  const done = await keys(`'answered', 'closed'`, 'state_since', 'desc')
  const numbers = await rows<{ number: string }>(
    `select number from citizen_case where handling_site_id = ${city} order by md5(number) limit ${each}`,
  )
  return [
    { name: 'open, first page', ask: queue(() => ({})), budget },
    { name: 'open, four fifths down', ask: queue((n) => ({ after: open[n % open.length] })), budget },
    { name: 'over, first page', ask: queue(() => ({ state: 'done' })), budget },
    { name: 'over, four fifths down', ask: queue((n) => ({ state: 'done', after: done[n % done.length] })), budget },
    { name: 'new ones', ask: queue(() => ({ state: 'received' })), budget },
    { name: 'of a field', ask: queue((n) => ({ fieldId: 1 + (n % 15) })), budget },
    {
      name: 'late, of a field and division',
      ask: queue((n) => ({ fieldId: 1 + (n % 15), divisionId: 1 + (n % divisionsOfSite), due: 'overdue' })),
      budget,
    },
    { name: 'feedback due today', ask: queue(() => ({ kind: 'feedback', due: 'today' })), budget },
    { name: 'over, of a field', ask: queue((n) => ({ state: 'done', fieldId: 1 + (n % 15) })), budget },
    { name: 'words many cases hold', ask: queue(() => ({ text: 'giay to' })), budget },
    { name: 'words some cases hold', ask: queue((n) => ({ text: `đèn đường ngõ ${n * 7}` })), budget },
    {
      name: 'words some hold, over',
      ask: queue((n) => ({ state: 'done', text: `nắp cống bị mất phố ${n * 7}` })),
      budget,
    },
    { name: 'words many hold, over', ask: queue(() => ({ state: 'done', text: 'giấy tờ' })), budget },
    { name: 'a number', ask: queue((n) => ({ state: 'done', text: numbers[n % numbers.length]?.number })), budget },
    { name: 'what an officer sees', ask: queue(() => ({}), officer), budget },
    { name: 'what an officer sees, over', ask: queue(() => ({ state: 'done' }), officer), budget },
    { name: 'numbers of the tabs', ask: () => queueCounts(db, coordinator, city), budget },
    { name: 'work of an officer', ask: (n) => myWork(db, officer(n)), budget },
    { name: 'work of who hands out', ask: () => myWork(db, coordinator), budget },
    { name: 'work of a leader everywhere', ask: () => myWork(db, everywhere), budget },
  ]
}
