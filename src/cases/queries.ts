import { sql, type RawBuilder } from 'kysely'
import type { Database, Transaction } from '../database/connect.ts'
import { holds, sitesOf, type Actor } from '../people/actor.ts'
import { pageOf, type Page } from '../web/paging.ts'
import { fold } from '../web/vietnamese.ts'
import { openStates, type CaseOutcome, type CaseState, type Channel } from './case.ts'
import type { CaseKindName } from './kind.ts'
import { caseDesk, seesAll } from './policy.ts'

/** A case as lists show it. Never who sent it. */
export interface CaseLine {
  id: number
  number: string
  kind: CaseKindName
  title: string
  state: CaseState
  outcome: CaseOutcome | null
  channel: Channel
  handlingSiteId: number
  siteName: string
  fieldId: number | null
  fieldName: string | null
  fieldNameEn: string | null
  divisionId: number | null
  divisionName: string | null
  officerName: string | null
  receivedAt: Date
  stateSince: Date
  dueAt: Date | null
  /** The clock stands still: the sender was asked something. */
  paused: boolean
  reopened: number
}

export interface QueueFilters {
  /** One state, everything open (as without it), or everything that is over. */
  state?: CaseState | 'open' | 'done'
  kind?: CaseKindName
  fieldId?: number
  divisionId?: number
  officerId?: string
  /** Past its time; due by the end of today; due within the three days after. What waits for its sender is none of them. */
  due?: 'overdue' | 'today' | 'soon'
  /** Words of title and text without regard to diacritics, or a number. */
  text?: string
}

/** Columns of a line, of `lineTables`. */
export const lineColumns = sql`c.id, c.number, c.kind, c.title, c.state, c.outcome, c.channel, c.handling_site_id, s.short_name as site_name,
  c.field_id, f.name as field_name, f.name_en as field_name_en, c.division_id, d.name as division_name, p.name as officer_name, c.received_at, c.state_since, c.due_at,
  c.state = 'clarifying' as paused, c.reopened`
export const lineTables = sql`citizen_case c join site s on s.id = c.handling_site_id left join case_field f on f.id = c.field_id
  left join division d on d.id = c.division_id left join person p on p.id = c.officer_id`

/** Sealed cases are in the lists of those named for them alone; officers see those of their divisions, their own, and of whom they stand in for. */
export function visibleTo(actor: Actor, siteId: number): RawBuilder<boolean> {
  const sealed = sql`(c.kind <> 'sealed_letter' or exists (
    select from case_handler h where h.case_id = c.id and h.person_id = ${actor.id} and h.ended_at is null))`
  if (holds(actor, siteId, ...seesAll)) return sql`${sealed}`
  return sql`(${sealed} and (${mine(actor)} or c.division_id in (${divisionsOfPerson(actor.id)})))`
}

const divisionsOfPerson = (
  personId: string,
) => sql`select division_id from division_member where person_id = ${personId}
  union select id from division where lead_id = ${personId}`

/** Cases of the person, and of those they stand in for today. */
const mine = (actor: Actor) => sql<boolean>`(c.officer_id = ${actor.id} or c.officer_id in (
  select x.person_id from substitution x where x.substitute_id = ${actor.id} and x.site_id = c.handling_site_id
    and today_in_vietnam() between x.from_day and x.to_day))`

const statesOf = (state: QueueFilters['state'] = 'open'): readonly CaseState[] =>
  state === 'open' ? openStates : state === 'done' ? ['answered', 'closed'] : [state]

/**
 * The cases a portal deals with that a person may see: what is open by its due time, the most pressing first; what is over, the latest
 * first. Walked by key.
 */
export async function triageQueue(
  db: Database,
  actor: Actor,
  siteId: number,
  { after, size = 50, ...filters }: QueueFilters & { after?: string; size?: number } = {},
): Promise<Page<CaseLine>> {
  const states = statesOf(filters.state)
  const over = states.every((state) => !openStates.some((open) => open === state))
  const key = over ? sql<Date>`c.state_since` : sql<Date>`c.due_at`
  const from = readKey(after)
  const { rows } = await sql<CaseLine & { key: string }>`
    select ${lineColumns}, extract(epoch from ${key})::text as key from ${lineTables}
    where c.handling_site_id = ${siteId} and c.state in (${sql.join(states.map((state) => sql.lit(state)))})
      and ${visibleTo(actor, siteId)} ${conditions(siteId, filters, over ? 'congso' : 'congmo')}
      ${from ? sql`and (${key}, c.id) ${over ? sql`<` : sql`>`} (to_timestamp(${from.at}::numeric), ${from.id}::integer)` : sql``}
    order by ${key} ${over ? sql`desc` : sql`asc`}, c.id ${over ? sql`desc` : sql`asc`} limit ${size + 1}`.execute(db)
  return pageOf(rows, size, (row) => `${(row as CaseLine & { key: string }).key}_${row.id}`)
}

const endOfToday = sql`((today_in_vietnam() + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`
const dueConditions = {
  overdue: sql`and c.due_at <= now() and c.state <> 'clarifying'`,
  today: sql`and c.due_at > now() and c.due_at <= ${endOfToday} and c.state <> 'clarifying'`,
  soon: sql`and c.due_at > ${endOfToday} and c.due_at <= ${endOfToday} + interval '3 days' and c.state <> 'clarifying'`,
} as const

function conditions(siteId: number, filters: QueueFilters, among: Among): RawBuilder<unknown> {
  const { kind, fieldId, divisionId, officerId, due, text } = filters
  return sql`${kind ? sql`and c.kind = ${kind}` : sql``} ${fieldId ? sql`and c.field_id = ${fieldId}` : sql``}
    ${divisionId ? sql`and c.division_id = ${divisionId}` : sql``} ${officerId ? sql`and c.officer_id = ${officerId}` : sql``}
    ${due ? dueConditions[due] : sql``} ${text?.trim() ? sql`and ${matches(`${among}${siteId}`, text)}` : sql``}`
}

/** Words every case of a portal holds, and every open one (migrations/0040): the index finds no case of another portal, or that is over. */
type Among = 'congso' | 'congmo'

/** A number in full, or all of the words. */
function matches(among: string, text: string): RawBuilder<boolean> {
  const number = /^\s*([A-Za-z]{2,6}-\d{4}-\d{6,})\s*$/.exec(text)?.[1]
  if (number) return sql`c.number = ${number.toUpperCase()}`
  return sql`c.words @@ plainto_tsquery('simple', ${`${among} ${fold(text).slice(0, 200)}`})`
}

function readKey(text: string | undefined): { at: string; id: number } | undefined {
  const [, at, id] = /^(\d{1,10}(?:\.\d{1,6})?)_(\d{1,10})$/.exec(text ?? '') ?? []
  return at && id && Number(id) <= 2_147_483_647 ? { at, id: Number(id) } : undefined
}

/** How many cases each tab of a queue holds. */
export interface QueueCounts {
  open: number
  received: number
  assigned: number
  clarifying: number
  submitted: number
  overdue: number
  today: number
  quarantined: number
}

/** The tabs' numbers of what the person may see. */
export async function queueCounts(db: Database, actor: Actor, siteId: number): Promise<QueueCounts> {
  const { rows } = await sql<QueueCounts>`
    select count(*)::integer as open,
      count(*) filter (where c.state = 'received')::integer as received,
      count(*) filter (where c.state = 'assigned')::integer as assigned,
      count(*) filter (where c.state = 'clarifying')::integer as clarifying,
      count(*) filter (where c.state = 'submitted')::integer as submitted,
      count(*) filter (where c.due_at <= now() and c.state <> 'clarifying')::integer as overdue,
      count(*) filter (where c.due_at > now() and c.due_at <= ${endOfToday} and c.state <> 'clarifying')::integer as today,
      ${
        holds(actor, siteId, ...seesAll)
          ? sql`(select count(*) from citizen_case q where q.handling_site_id = ${siteId} and q.state = 'quarantined' and q.kind <> 'sealed_letter')::integer`
          : sql`0`
      } as quarantined
    from citizen_case c where c.handling_site_id = ${siteId}
      and c.state in ('received', 'assigned', 'clarifying', 'submitted') and ${visibleTo(actor, siteId)}`.execute(db)
  return rows[0]!
}

/** What waits for a person over all portals; at most fifty of each. */
export interface MyWork {
  /** Theirs, and of whom they stand in for. */
  mine: CaseLine[]
  /** Of their divisions, and nobody's yet. */
  division: CaseLine[]
  /** Answers to approve, but none they wrote. */
  approval: CaseLine[]
  /** New ones to assign. */
  unassigned: CaseLine[]
}

export async function myWork(db: Database | Transaction, actor: Actor): Promise<MyWork> {
  const list = (keys: RawBuilder<unknown>, where: RawBuilder<unknown>): Promise<CaseLine[]> =>
    firstOfEach(db, keys, where)
  // Where the person has a role for cases today: divisions and cases keep the names of those who left.
  const desks = sitesOf(actor, ...caseDesk)
  const inHand = sql`c.state in ('assigned', 'clarifying', 'submitted')
    ${desks === 'all' ? sql`` : sql`and c.handling_site_id = any (${[...desks]}::integer[])`}`
  const sealed = sql`(c.kind <> 'sealed_letter' or exists (
    select from case_handler h where h.case_id = c.id and h.person_id = ${actor.id} and h.ended_at is null))`
  const leads = siteList(actor, 'case_leader')
  const assigns = siteList(actor, 'case_coordinator', 'case_leader')
  const [own, division, approval, unassigned] = await Promise.all([
    list(
      sql`select ${actor.id}::text union select x.person_id from substitution x where x.substitute_id = ${actor.id}
        and today_in_vietnam() between x.from_day and x.to_day`,
      sql`c.officer_id = k.key and ${inHand} and ${mine(actor)} and ${sealed}`,
    ),
    list(divisionsOfPerson(actor.id), sql`c.division_id = k.key and ${inHand} and c.officer_id is null and ${sealed}`),
    leads
      ? list(
          leads,
          sql`c.handling_site_id = k.key and c.state = 'submitted' and ${sealed} and not exists (
            select from case_answer a where a.case_id = c.id and a.state = 'submitted' and ${actor.id} = any (a.writers))`,
        )
      : [],
    assigns ? list(assigns, sql`c.handling_site_id = k.key and c.state = 'received' and ${sealed}`) : [],
  ])
  return { mine: own, division, approval, unassigned }
}

/** The most pressing fifty over several keys, each read in the order of its own index. */
async function firstOfEach(
  db: Database | Transaction,
  keys: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): Promise<CaseLine[]> {
  const { rows } = await sql<CaseLine>`
    with first as (
      select x.id from (${keys}) k(key)
      cross join lateral (select c.id, c.due_at from citizen_case c where ${where} order by c.due_at, c.id limit 50) x
      order by x.due_at, x.id limit 50)
    select ${lineColumns} from ${lineTables} join first on first.id = c.id order by c.due_at, c.id`.execute(db)
  return rows
}

function siteList(actor: Actor, ...roles: Parameters<typeof sitesOf>[1][]): RawBuilder<unknown> | undefined {
  const sites = sitesOf(actor, ...roles)
  if (sites === 'all') return sql`select id from site`
  return sites.length === 0 ? undefined : sql`select unnest(${[...sites]}::integer[])`
}

/** Days back in which a case about the same matter is looked for, and how many of the latest are compared. */
const lookBack = { days: 90, cases: 600 }

/**
 * Cases of the same portal and field of the last ninety days whose words are most like those of a case: what it might be joined to, or
 * join. The likest first, at most eight.
 */
export async function similarCases(db: Database, caseId: number): Promise<(CaseLine & { rank: number })[]> {
  const given = await db
    .selectFrom('citizenCase')
    .select(['title', 'body', 'handlingSiteId', 'fieldId'])
    .where('id', '=', caseId)
    .where('kind', '<>', 'sealed_letter')
    .executeTakeFirst()
  const words = given ? wordsOf(`${given.title} ${given.body.slice(0, 400)}`) : []
  if (!given || words.length === 0) return []
  const { rows } = await sql<CaseLine & { rank: number }>`
    with recent as (
      select id, words from citizen_case
      where handling_site_id = ${given.handlingSiteId} and field_id is not distinct from ${given.fieldId}
        and received_at > now() - make_interval(days => ${lookBack.days}) and id <> ${caseId} and kind <> 'sealed_letter'
        and state <> 'quarantined' and outcome is distinct from 'spam' and merged_into is null
      order by received_at desc limit ${lookBack.cases}),
    near as (
      select r.id, ts_rank(r.words, q.q, 1) as rank from recent r, (select to_tsquery('simple', ${words.join(' | ')}) as q) q
      where r.words @@ q.q order by 2 desc limit 8)
    select ${lineColumns}, n.rank from ${lineTables} join near n on n.id = c.id order by n.rank desc`.execute(db)
  return rows
}

const wordsOf = (text: string): string[] => [...new Set(fold(text).match(/[a-z0-9]{2,30}/g) ?? [])].slice(0, 40)
