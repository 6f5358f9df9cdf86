import pg from 'pg'
import { startClock, type NewClock } from '../src/cases/start-clock.ts'
import { connect } from '../src/database/connect.ts'
import { dropIndexes, network } from './archive.ts'
import { bodyOf, mixed, titleOf } from './question-words.ts'

export interface CasesSize {
  cases: number
  sites: number
}

/** The first portal (the city) deals with this share of everything; the others share the rest evenly. */
const cityShare = 0.3
export const divisionsOfSite = 4
const officersOfDivision = 3

/** Who deals with the cases of a division, by its number and theirs (from 1). */
export const officerOf = (division: number, n: number): string => `bench-${division}-${n}`
/** The code that opens a case by its number. */
export const codeOf = (id: number): string =>
  `0000-0000-${String(id)
    .padStart(8, '0')
    .replace(/(.{4})$/, '-$1')}`

const filled = ['citizen_case', 'case_clock', 'case_event', 'case_sender']

/**
 * Fills a migrated, empty database with the cases of a network: six years of them, one in twenty open and of the last weeks, on portals
 * bench-1 … bench-N with four divisions of three officers each. Written straight into the tables; needs the rights of a superuser.
 */
export async function fillCases(url: string, { cases, sites }: CasesSize): Promise<void> {
  const clock = await clockAsToday(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const setting of [
      'session_replication_role = replica',
      `maintenance_work_mem = '512MB'`,
      'synchronous_commit = off',
    ])
      await client.query(`set ${setting}`)
    await client.query('begin')
    const indexes = await dropIndexes(client, filled)
    await client.query(network(sites))
    for (const statement of [...desks(sites), ...filling({ cases, sites }, clock), ...indexes])
      await client.query(statement)
    await client.query('commit')
    await client.query('vacuum analyze')
    // What this connection read is counted now, and not in the midst of what is measured.
    await client.query('select pg_stat_force_next_flush()')
  } finally {
    await client.end()
  }
}

const desks = (sites: number): string[] => [
  `insert into division (id, site_id, name) overriding system value
    select (n - 1) * ${divisionsOfSite} + k, n, 'Phòng số ' || k from generate_series(1, ${sites}) n cross join generate_series(1, ${divisionsOfSite}) k`,
  `insert into person (id, name, email) select 'bench-' || d || '-' || o, 'Cán bộ ' || d || '.' || o, 'cb-' || d || '-' || o || '@khue.example'
    from generate_series(1, ${sites * divisionsOfSite}) d cross join generate_series(1, ${officersOfDivision}) o`,
  `insert into division_member (division_id, person_id)
    select d, 'bench-' || d || '-' || o from generate_series(1, ${sites * divisionsOfSite}) d cross join generate_series(1, ${officersOfDivision}) o`,
]

/** The clock a question gets today. */
async function clockAsToday(url: string): Promise<NewClock> {
  const db = connect(url, 'khue_office', 1)
  const clock = { ruleId: 'question.answer', purpose: 'answer', siteId: 1, startedAt: new Date() } as const
  return await startClock(db, clock).finally(() => db.destroy())
}

const filling = ({ cases, sites }: CasesSize, { ruleId, pack, basis, amount, unit }: NewClock): string[] => [
  `create temporary table bench_case as
    select n as id, case when n % 100 < ${cityShare * 100} or ${sites} = 1 then 1 else 2 + (n * 7919::bigint % (${sites} - 1))::integer end as site_id,
      case when ${mixed('n', 11)} % 20 > 0 then 'over' when n % 500 = 3 then 'quarantined' else (array['received', 'assigned', 'assigned',
        'assigned', 'clarifying', 'submitted'])[1 + ${mixed('n', 12)} % 6] end as state,
      1 + (${mixed('n', 13)} % 15)::integer as field, 1 + (${mixed('n', 14)} % ${divisionsOfSite})::integer as division,
      1 + (${mixed('n', 15)} % ${officersOfDivision})::integer as officer, ${mixed('n', 16)} % 1000 / 1000.0 as chance
    from generate_series(1, ${cases}) n`,
  `create temporary table bench_dated as
    select *, now() - case when state = 'over' then interval '40 days' + (1 - id::float / ${cases}) * interval '6 years' else chance * interval '35 days' end as at
    from bench_case`,
  `analyze bench_dated`,
  `insert into citizen_case (id, number, kind, site_id, handling_site_id, division_id, officer_id, field_id, state, outcome, title, body,
      received_at, state_since, due_at, answered_at, closed_at, tracking_hash, public_wanted)
    overriding system value
    select id, 'HN-' || extract(year from at) || '-' || lpad(id::text, 6, '0'), case when id % 3 = 0 then 'feedback' else 'question' end, site_id, site_id,
      case when state not in ('received', 'quarantined') then (site_id - 1) * ${divisionsOfSite} + division end,
      case when state not in ('received', 'quarantined') and chance < 0.95 then 'bench-' || ((site_id - 1) * ${divisionsOfSite} + division) || '-' || officer end,
      field, case when state = 'over' then case when chance < 0.05 then 'answered' else 'closed' end else state end,
      case when state = 'over' then case when chance >= 0.05 then 'answered' end end, ${titleOf('id')}, ${bodyOf('id')},
      at, at + chance * interval '20 days', at + interval '25 days', case when state = 'over' then at + chance * interval '20 days' end,
      case when state = 'over' and chance >= 0.05 then at + interval '20 days' end,
      sha256(convert_to('0000-0000-' || substr(lpad(id::text, 8, '0'), 1, 4) || '-' || substr(lpad(id::text, 8, '0'), 5), 'UTF8')), id % 2 = 0
    from bench_dated`,
  `insert into case_clock (case_id, purpose, rule_id, pack, basis, started_at, amount, unit, due_at, first_due_at, calendar_version, state, ended_at)
    select id, 'answer', '${ruleId}', '${pack}', '${JSON.stringify(basis).replaceAll("'", "''")}', received_at, ${amount}, '${unit}', due_at, due_at, 1,
      case when answered_at is null then 'running' when answered_at < due_at then 'met' else 'missed' end, answered_at from citizen_case`,
  `insert into case_event (case_id, at, step, by_whom, is_public, told_at)
    select id, received_at, 'receive', 'sender', true, received_at from citizen_case
    union all select id, received_at + interval '1 day', 'assign', 'person', true, received_at + interval '1 day' from citizen_case where division_id is not null
    union all select id, answered_at, 'approve', 'person', true, answered_at from citizen_case where answered_at is not null`,
  `insert into case_sender (case_id, has_email, erased_at) select id, true, received_at from citizen_case`,
  `select setval(pg_get_serial_sequence('citizen_case', 'id'), ${cases + 1})`,
]
