import { sql } from 'kysely'
import { countClocks, endClocks } from '../cases/count-clocks.ts'
import { openStates } from '../cases/case.ts'
import { findPersonalData } from '../cases/find-personal-data.ts'
import type { CaseView } from '../cases/load-case.ts'
import { noteEvent } from '../cases/note-event.ts'
import { startClock } from '../cases/start-clock.ts'
import { recordCaseStep } from '../cases/take-step.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { answerRules, deliveryRules, isComplexity, type Complexity } from './information-request.ts'
import { requestForUpdate } from './request-for-update.ts'
import { refuseRequest, type RequestReason } from './why-not-request.ts'

export interface Classifying {
  caseId: number
  complexity: string
  /** What is asked for, in general words for the register. */
  subject: string
}

/**
 * Says whether what is asked is simple or complex, and writes its line in the register. Simple: it is due within the shorter time,
 * counted from the day it came. Complex: who asks is told when they get it (Law on Access to Information 2016, art. 30).
 */
export async function classifyRequest(tx: Transaction, by: Actor, act: Classifying): Promise<void> {
  const found = await requestForUpdate(tx, by, act.caseId)
  const subject = cleanLine(act.subject)
  refuseRequest('case.information-classify', whyNotClassify(found, { ...act, subject }))
  const complexity = act.complexity as Complexity
  const changed = await keepClass(tx, by, { caseId: found.id, complexity, subject })
  if (changed) {
    await endClocks(tx, found.id, 'acknowledge')
    await restartAnswerClock(tx, found, complexity)
    await noteEvent(tx, by, { caseId: found.id, step: 'classify', facts: { complexity } })
  }
  await recordCaseStep(tx, by, found, {
    done: 'information-classified',
    summary: 'Phân loại yêu cầu cung cấp thông tin',
    after: { complexity },
  })
}

function whyNotClassify(found: CaseView, { complexity, subject }: Classifying): RequestReason[] {
  const isOpen = (openStates as readonly string[]).includes(found.state)
  return [
    ...(isOpen ? [] : (['form:closed'] as const)),
    ...(isComplexity(complexity) ? [] : (['complexity:missing'] as const)),
    ...(subject === '' ? (['subject:missing'] as const) : []),
    ...(subject.length > deliveryRules.subject ? (['subject:long'] as const) : []),
    ...(findPersonalData(subject).length > 0 ? (['subject:personal'] as const) : []),
  ]
}

async function keepClass(
  tx: Transaction,
  by: Actor,
  { caseId, complexity, subject }: { caseId: number; complexity: Complexity; subject: string },
): Promise<boolean> {
  const before = await tx
    .selectFrom('informationRequest')
    .select('complexity')
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  const changed = before?.complexity !== complexity
  const values = { subject, ...(changed && { complexity, classifiedBy: by.id, classifiedAt: new Date() }) }
  await tx
    .insertInto('informationRequest')
    .values({ caseId, ...values })
    .onConflict((on) => on.column('caseId').doUpdateSet(values))
    .execute()
  return changed
}

/** The clock of the class, counted from the day the request came; pauses and extensions it had go with it. */
async function restartAnswerClock(tx: Transaction, found: CaseView, complexity: Complexity): Promise<void> {
  const ruleId = answerRules[complexity]
  const running = await tx
    .selectFrom('caseClock')
    .select(['id', 'ruleId'])
    .where('caseId', '=', found.id)
    .where('purpose', '=', 'answer')
    .where('state', '=', 'running')
    .executeTakeFirst()
  // Of a request taken up again the sender was told another deadline, which counts from that day.
  if (!running || running.ruleId === ruleId || found.reopened > 0) return
  const at = { ruleId, purpose: 'answer', siteId: found.siteId, startedAt: found.receivedAt } as const
  const { basis, ...clock } = await startClock(tx, at)
  const pauses = await tx
    .selectFrom('casePause')
    .select(['fromAt', 'toAt', 'reason'])
    .where('clockId', '=', running.id)
    .execute()
  await endClocks(tx, found.id, 'answer', 'stopped')
  const { id } = await tx
    .insertInto('caseClock')
    .values({ ...clock, basis: JSON.stringify(basis), caseId: found.id, firstDueAt: clock.dueAt, stale: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (pauses.length > 0)
    await tx
      .insertInto('casePause')
      .values(pauses.map((pause) => ({ ...pause, clockId: id })))
      .execute()
  await sql`insert into case_extension (clock_id, amount, unit, reason, by_id, at)
    select ${id}, amount, unit, reason, by_id, at from case_extension where clock_id = ${running.id}`.execute(tx)
  await countClocks(tx, found.id, 'own-act')
  await sql`update citizen_case c set due_at = k.due_at from case_clock k where k.id = ${id} and c.id = k.case_id`.execute(
    tx,
  )
}
