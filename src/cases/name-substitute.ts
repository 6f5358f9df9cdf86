import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { holds } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { isDay, isoDayOf } from '../web/dates.ts'
import { refuseCase, type CaseReasonCode } from './case-reasons.ts'
import { maySetUpCases } from './desk-people.ts'
import { caseDesk } from './policy.ts'
import { withoutDeskRole } from './why-not.ts'

export interface Substituting {
  siteId: number
  /** Who is away, and who stands in. */
  personId: string
  substituteId: string
  /** Both as 2026-11-24, both included. */
  fromDay: string
  toDay: string
}

/** Whether the person names substitutes: for oneself, or for anybody who sets up cases. */
export const mayNameSubstitute = (by: Actor, siteId: number, personId: string): boolean =>
  maySetUpCases(by, siteId) || (by.id === personId && holds(by, siteId, ...caseDesk))

/** Names who takes the cases of somebody who is away. What is theirs already stays theirs; both may deal with it meanwhile. */
export async function nameSubstitute(
  tx: Transaction,
  by: Actor,
  act: Substituting,
): Promise<{ substitutionId: number }> {
  const { siteId, personId, substituteId, fromDay, toDay } = act
  if (!mayNameSubstitute(by, siteId, personId)) throw new Forbidden()
  await sql`select pg_advisory_xact_lock(hashtextextended('substitution ' || ${personId}, 0))`.execute(tx)
  refuseCase('substitution.name', await whyNotSubstitute(tx, act))
  const { id } = await tx
    .insertInto('substitution')
    .values({ siteId, personId, substituteId, fromDay, toDay, madeBy: by.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'substitution.named',
    by,
    subject: { kind: 'substitution', id },
    siteId,
    after: { personId, substituteId, fromDay, toDay },
    summary: 'Cử người làm thay xử lý hồ sơ',
  })
  return { substitutionId: id }
}

async function whyNotSubstitute(tx: Transaction, act: Substituting): Promise<CaseReasonCode[]> {
  const { siteId, personId, substituteId, fromDay, toDay } = act
  const without = await withoutDeskRole(tx, siteId, [personId, substituteId])
  const days = isDay(fromDay) && isDay(toDay)
  const { rows: overlap } = days
    ? await sql`select from substitution where site_id = ${siteId} and person_id = ${personId}
        and from_day <= ${toDay} and to_day >= ${fromDay}`.execute(tx)
    : { rows: [] }
  return [
    ...(without.includes(personId) ? (['personId:missing'] as const) : []),
    ...(without.includes(substituteId) ? (['substituteId:missing'] as const) : []),
    ...(personId === substituteId ? (['substituteId:same'] as const) : []),
    ...(isDay(fromDay) ? [] : (['fromDay:missing'] as const)),
    ...(isDay(toDay) ? [] : (['toDay:missing'] as const)),
    ...(days && (toDay < fromDay || toDay < isoDayOf(new Date())) ? (['toDay:early'] as const) : []),
    ...(overlap.length > 0 ? (['form:overlap'] as const) : []),
  ]
}
