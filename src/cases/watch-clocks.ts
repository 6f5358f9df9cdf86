import { sql, type RawBuilder } from 'kysely'
import { calendarOf } from '../calendar/calendar-queries.ts'
import { startOfDay } from '../calendar/deadline.ts'
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import { queueMail } from '../outbox/queue-mail.ts'
import { dateOf, isoDayOf } from '../web/dates.ts'
import { peopleAtDesk } from './desk-queries.ts'
import { caseDesk } from './policy.ts'

/** Whom a clock is brought before, and when. */
export const escalationLevels = {
  /** Some working days before its time: the officer, or who leads the division. */
  warn: 1,
  /** When it has run out: who leads the division, and who assigns. */
  due: 2,
  /** A whole working day later: the portal's leader. */
  late: 3,
  /** Three whole working days later: who assigns and leads on the portal above. */
  veryLate: 4,
} as const
type Level = (typeof escalationLevels)[keyof typeof escalationLevels]

/**
 * Tells the next person of every clock that runs out or has: each level once for each due time, by a mail that names the number of the
 * case alone. A clock that waits for its sender is not late. Safe to repeat, and for several workers.
 */
export async function watchClocks(
  db: Database,
  { officeUrl }: { officeUrl: string },
  now: Date = new Date(),
): Promise<{ told: number }> {
  const calendar = await calendarOf(db)
  let told = 0
  for (;;) {
    const pressing = await pressingClocks(db, calendar, now)
    for (const clock of pressing) if (await inTransaction(db, (tx) => tellOf(tx, clock, officeUrl))) told += 1
    if (pressing.length < most) return { told }
  }
}

const most = 500

interface Pressing {
  clockId: number
  level: Level
  caseId: number
  dueAt: Date
  number: string
  sealed: boolean
  siteId: number
  siteName: string
  parentId: number | null
  divisionId: number | null
  officerId: string | null
}

/** Levels that were reached and not told of yet, the earliest due first. A warning is passed over once the time is out. */
async function pressingClocks(db: Database, calendar: Calendar, now: Date): Promise<Pressing[]> {
  const today = isoDayOf(now)
  // A deadline lies in time as long as its last day is not over: it is late by n working days once n whole ones lie behind that day.
  const lateBy = (days: number): Date => startOfDay(addWorkingDays(today, -days, calendar))
  const warnFrom = Array.from({ length: 31 }, (_, days) => startOfDay(addWorkingDays(today, days + 1, calendar)))
  const { rows } = await sql<Pressing>`
    select k.id as clock_id, l.level, c.id as case_id, k.due_at, c.number, c.kind = 'sealed_letter' as sealed, s.id as site_id,
      s.short_name as site_name, s.parent_id, c.division_id, c.officer_id
    from case_clock k join citizen_case c on c.id = k.case_id join site s on s.id = c.handling_site_id
    left join case_setting t on t.site_id = s.id
    join lateral (values (1, (${warnFrom}::timestamptz[])[1 + coalesce(t.warn_days, 2)]), (2, ${now}::timestamptz), (3, ${lateBy(1)}::timestamptz),
      (4, ${lateBy(3)}::timestamptz)) as l(level, reached) on k.due_at <= l.reached
    where k.state = 'running' and k.due_at <= ${warnFrom[30]!} and k.purpose <> 'publish'
      and c.state in ('received', 'assigned', 'submitted') and (l.level > 1 or k.due_at > ${now})
      and not exists (select from case_pause p where p.clock_id = k.id and p.to_at is null)
      and not exists (select from case_escalation e where e.clock_id = k.id and e.level = l.level and e.due_at = k.due_at)
    order by k.due_at, k.id, l.level limit ${most}`.execute(db)
  return rows
}

async function tellOf(tx: Transaction, clock: Pressing, officeUrl: string): Promise<boolean> {
  const people = await peopleFor(tx, clock)
  const noted = await tx
    .insertInto('caseEscalation')
    .values({ clockId: clock.clockId, level: clock.level, dueAt: clock.dueAt, toPerson: people[0]?.id ?? null })
    .onConflict((c) => c.doNothing())
    .returning('clockId')
    .executeTakeFirst()
  if (!noted) return false
  for (const person of people)
    await queueMail(tx, { to: person.email, siteId: clock.siteId, ...wordsOf(clock, officeUrl) })
  return true
}

type Person = { id: string; email: string }

/** Who left the desk of a portal is still named in its cases and divisions; the next person is told instead. */
const atDesk = (site: number | RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`holds_role(p.id, ${site}, ${[...caseDesk]}::text[])`

async function peopleFor(tx: Transaction, clock: Pressing): Promise<Person[]> {
  const { siteId, parentId } = clock
  if (clock.sealed) {
    const handlers = await handlersOf(tx, clock)
    // A letter nobody was named for would be forgotten: who names handlers is told its number.
    return handlers.length > 0 ? handlers : peopleAtDesk(tx, siteId, ['case_leader'])
  }
  switch (clock.level) {
    case escalationLevels.warn: {
      const officers = await officersAndSubstitutes(tx, clock)
      if (officers.length > 0) return officers
      const leads = await leadsOf(tx, clock.divisionId)
      return leads.length > 0 ? leads : peopleAtDesk(tx, siteId, ['case_coordinator'])
    }
    case escalationLevels.due:
      return distinct([
        ...(await leadsOf(tx, clock.divisionId)),
        ...(await peopleAtDesk(tx, siteId, ['case_coordinator'])),
      ])
    case escalationLevels.late: {
      const leader = await leaderOf(tx, siteId)
      return leader.length > 0 ? leader : peopleAtDesk(tx, siteId, ['case_leader'])
    }
    case escalationLevels.veryLate:
      return parentId === null ? [] : peopleAtDesk(tx, parentId, ['case_coordinator', 'case_leader'])
  }
}

const distinct = (people: Person[]): Person[] => [...new Map(people.map((person) => [person.id, person])).values()]

async function handlersOf(tx: Transaction, { caseId, siteId }: Pressing): Promise<Person[]> {
  const { rows } =
    await sql<Person>`select p.id, p.email from case_handler h join person p on p.id = h.person_id and p.disabled_at is null
    where h.case_id = ${caseId} and h.ended_at is null and ${atDesk(siteId)} order by p.id`.execute(tx)
  return rows
}

async function officersAndSubstitutes(tx: Transaction, { officerId, siteId }: Pressing): Promise<Person[]> {
  if (officerId === null) return []
  const { rows } =
    await sql<Person>`select p.id, p.email from person p where p.disabled_at is null and ${atDesk(siteId)} and (p.id = ${officerId} or p.id in (
      select s.substitute_id from substitution s where s.person_id = ${officerId} and s.site_id = ${siteId}
        and today_in_vietnam() between s.from_day and s.to_day))
    order by p.id = ${officerId} desc, p.id`.execute(tx)
  return rows
}

async function leadsOf(tx: Transaction, divisionId: number | null): Promise<Person[]> {
  const { rows } =
    await sql<Person>`select p.id, p.email from division d join person p on p.id = d.lead_id and p.disabled_at is null
    where d.id = ${divisionId} and ${atDesk(sql`d.site_id`)}`.execute(tx)
  return rows
}

async function leaderOf(tx: Transaction, siteId: number): Promise<Person[]> {
  const { rows } =
    await sql<Person>`select p.id, p.email from case_setting t join person p on p.id = t.leader_id and p.disabled_at is null
    where t.site_id = ${siteId} and ${atDesk(siteId)}`.execute(tx)
  return rows
}

const levelWords: Record<Level, string> = {
  1: 'sắp đến hạn',
  2: 'đã hết hạn',
  3: 'quá hạn một ngày làm việc',
  4: 'quá hạn ba ngày làm việc',
}

function wordsOf({ level, number, siteName, dueAt, caseId }: Pressing, officeUrl: string) {
  const day = dateOf(new Date(dueAt.getTime() - 1))
  return {
    subject: `${siteName}: hồ sơ ${number} ${levelWords[level]}`,
    body: [
      `Hồ sơ ${number} của ${siteName} ${levelWords[level]}. Hạn: hết ngày ${day}.`,
      `Mở hồ sơ: ${officeUrl}/ho-so/${caseId}`,
      'Nếu cần thêm thời gian, hãy gia hạn (nơi có quy định cho phép) hoặc gửi thông báo tiến độ có ngày hẹn trả lời.',
      'Thư này không chứa nội dung hồ sơ. Thư gửi tự động, xin không trả lời.',
    ].join('\n\n'),
  }
}
