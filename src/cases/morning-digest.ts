import { sql } from 'kysely'
import { calendarOf } from '../calendar/calendar-queries.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import { queueMail } from '../outbox/queue-mail.ts'
import { actorById } from '../people/queries.ts'
import { dateOf, isoDayOf } from '../web/dates.ts'
import { caseDesk } from './policy.ts'
import { myWork, type CaseLine, type MyWork } from './queries.ts'

/**
 * One mail in the morning of a working day to everyone at a desk who has something to do: past its time, due today, new, waiting for
 * approval; numbers of cases alone. Who has nothing gets none. Each person once a day, however often it runs.
 */
export async function morningDigest(
  db: Database,
  { officeUrl }: { officeUrl: string },
  now: Date = new Date(),
): Promise<{ sent: number }> {
  const today = isoDayOf(now)
  if (!isWorkingDay(today, await calendarOf(db))) return { sent: 0 }
  await sql`delete from case_digest where day < ${today}::date - 7`.execute(db)
  const { rows } = await sql<{ id: string }>`
    select distinct p.id from person p join membership m on m.person_id = p.id
    where m.role = any (${[...caseDesk]}::text[]) and p.disabled_at is null
      and ${today}::date between m.valid_from and coalesce(m.valid_to, 'infinity')
      and not exists (select from case_digest d where d.day = ${today} and d.person_id = p.id)
    order by p.id`.execute(db)
  let sent = 0
  for (const { id } of rows) if (await inTransaction(db, (tx) => digestFor(tx, id, { officeUrl, now }))) sent += 1
  return { sent }
}

async function digestFor(
  tx: Transaction,
  personId: string,
  { officeUrl, now }: { officeUrl: string; now: Date },
): Promise<boolean> {
  const noted = await tx
    .insertInto('caseDigest')
    .values({ day: isoDayOf(now), personId })
    .onConflict((c) => c.doNothing())
    .returning('personId')
    .executeTakeFirst()
  const actor = noted && (await actorById(tx, personId))
  if (!actor) return false
  const sections = sectionsOf(await myWork(tx, actor), now)
  if (sections.length === 0) return false
  await queueMail(tx, {
    to: actor.email,
    subject: `Hồ sơ của bạn sáng ${dateOf(now)}`,
    body: [
      `Việc về hồ sơ của người dân, sáng ${dateOf(now)}:`,
      ...sections,
      `Mở danh sách: ${officeUrl}/ho-so`,
      'Thư này không chứa nội dung hồ sơ. Thư gửi tự động, xin không trả lời.',
    ].join('\n\n'),
  })
  return true
}

/** What a list of fifty shows of itself: more than that is not counted. */
const shown = 10

function sectionsOf(work: MyWork, now: Date): string[] {
  const held = [...work.mine, ...work.division, ...work.approval, ...work.unassigned]
  const pressing = [...new Map(held.map((line) => [line.id, line])).values()].filter(
    (line) => !line.paused && line.dueAt,
  )
  const endOfToday = new Date(`${isoDayOf(now)}T24:00:00+07:00`)
  const overdue = pressing.filter((line) => line.dueAt! <= now)
  const today = pressing.filter((line) => line.dueAt! > now && line.dueAt! <= endOfToday)
  const since = new Date(now.getTime() - 86_400_000)
  const fresh = [...work.mine.filter((line) => line.state === 'assigned' && line.stateSince > since), ...work.division]
  return [
    section('Quá hạn', overdue),
    section('Hết hạn hôm nay', today),
    section('Mới giao, chưa ai nhận hoặc vừa nhận', fresh),
    section('Chờ phân công', work.unassigned),
    section('Chờ bạn duyệt', work.approval),
  ].filter((text) => text !== '')
}

function section(title: string, lines: readonly CaseLine[]): string {
  if (lines.length === 0) return ''
  const numbers = lines.slice(0, shown).map((line) => line.number)
  const more = lines.length > shown ? `, và ${lines.length >= 50 ? 'nhiều' : lines.length - shown} hồ sơ khác` : ''
  return `${title} (${lines.length >= 50 ? '50 trở lên' : lines.length}): ${numbers.join(', ')}${more}`
}
