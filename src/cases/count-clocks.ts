import { sql } from 'kysely'
import { calendarOf } from '../calendar/calendar-queries.ts'
import { deadlineOf } from '../calendar/deadline.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { Transaction } from '../database/connect.ts'
import { enqueue } from '../jobs/queue.ts'
import { announcementsSince } from './clock-queries.ts'
import { clockColumns, factsOf, lastDayOf, type ClockRow } from './clock.ts'
import type { ClockPurpose } from './kind.ts'
import { endClock } from './take-step.ts'

/**
 * Why a clock is counted anew. 'own-act': whoever acts knows and tells it themselves. 'pause': the sender added what was asked.
 * Otherwise the announcements of the calendar since it was last counted are named.
 */
export type Recount = 'own-act' | 'pause' | 'calendar'

/**
 * Counts the running clocks of a case anew that a pause, an extension or the calendar changed, and keeps `due_at` of the case in step.
 * When the last day of an answer moves and it was not the actor's own act, the sender is told by a public event. Returns how many moved.
 */
export async function countClocks(tx: Transaction, caseId: number, why: Recount): Promise<{ moved: number }> {
  const calendar = await calendarOf(tx)
  const { rows } = await sql<ClockRow>`select ${clockColumns} from case_clock k
    where k.case_id = ${caseId} and k.state = 'running'
      and (k.stale or k.calendar_version < ${calendar.version} or exists (select from case_pause p where p.clock_id = k.id and p.to_at is null))
    order by k.id for update of k`.execute(tx)
  let moved = 0
  for (const clock of rows) if (await countClock(tx, clock, { calendar, why })) moved += 1
  return { moved }
}

async function countClock(
  tx: Transaction,
  clock: ClockRow,
  { calendar, why }: { calendar: Calendar; why: Recount },
): Promise<boolean> {
  const { dueAt, provisional } = deadlineOf(factsOf(clock), calendar, new Date())
  await tx
    .updateTable('caseClock')
    .set({ dueAt, stale: false, calendarVersion: calendar.version })
    .where('id', '=', clock.id)
    .execute()
  if (clock.purpose === 'answer')
    await tx.updateTable('citizenCase').set({ dueAt }).where('id', '=', clock.caseId).execute()
  if (dueAt.getTime() === clock.dueAt.getTime()) return false
  // While a pause is open every day moves the deadline: the sender is told once, when it ends.
  if (why === 'own-act' || provisional || clock.purpose !== 'answer') return true
  await tx
    .insertInto('caseEvent')
    .values({
      caseId: clock.caseId,
      step: 'clock-moved',
      byWhom: 'system',
      isPublic: true,
      facts: JSON.stringify({
        from: lastDayOf(clock.dueAt),
        to: lastDayOf(dueAt),
        why,
        reasons: why === 'calendar' ? await announcementsSince(tx, clock) : [],
      }),
    })
    .execute()
  await enqueue(tx, 'tell-senders', {})
  return true
}

/** Ends the running clocks of a purpose, counted to the day first: whether one was met depends on it. */
export async function endClocks(
  tx: Transaction,
  caseId: number,
  purpose: ClockPurpose | 'all',
  how: 'by-time' | 'stopped' = 'by-time',
): Promise<void> {
  await countClocks(tx, caseId, 'own-act')
  await endClock(tx, caseId, purpose, how)
}

/** Stops the running answer clock until the sender answers. */
export async function pauseAnswerClock(tx: Transaction, caseId: number, reason: string): Promise<void> {
  await sql`insert into case_pause (clock_id, from_at, reason)
    select id, now(), ${reason} from case_clock where case_id = ${caseId} and purpose = 'answer' and state = 'running'
    on conflict do nothing`.execute(tx)
  await countClocks(tx, caseId, 'own-act')
}

/** Lets paused clocks of a case go on, counted anew. */
export async function resumeClocks(tx: Transaction, caseId: number): Promise<void> {
  await sql`with ended as (
      update case_pause p set to_at = now() from case_clock k
      where k.id = p.clock_id and k.case_id = ${caseId} and p.to_at is null returning p.clock_id)
    update case_clock set stale = true where id in (select clock_id from ended)`.execute(tx)
  await countClocks(tx, caseId, 'own-act')
}
