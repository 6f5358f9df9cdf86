import { sql } from 'kysely'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { refuseCase, type CaseReasonCode } from './case-reasons.ts'
import { endClocks } from './count-clocks.ts'
import type { CaseKinds } from './kind.ts'
import type { CaseView } from './load-case.ts'
import { caseForUpdate } from './lock-case.ts'
import { answerMerged } from './merged-cases.ts'
import { leadsOn, mayTakeByRole } from './policy.ts'
import { moveCase, recordCaseStep } from './take-step.ts'

export interface Merging {
  /** The case the others join. */
  caseId: number
  others: readonly number[]
}

/** Cases at a time. */
export const mostAtATime = 200

/** Whether answers of a kind can be shared: what concerns one person alone is answered to that person alone. */
export const sharesAnswers = (kinds: CaseKinds, c: { kind: string }): boolean =>
  [...kinds.values()].some((kind) => kind.name === c.kind && kind.publishable && !kind.sealed)

/**
 * Joins cases about the same matter to one: all senders are told, and get the answer of that one, at once where it is answered already.
 * Each joined case leaves an audit event of its own.
 */
export async function mergeCases(tx: Transaction, by: Actor, act: Merging, kinds: CaseKinds): Promise<void> {
  const ids = [...new Set(act.others)].toSorted((a, b) => a - b)
  if (ids.length > mostAtATime) refuseCase('case.merge', ['others:many'])
  const found = new Map<number, CaseView>()
  // In one order, so that two who join the same cases wait for one another instead of both giving up.
  for (const id of [...new Set([act.caseId, ...ids])].toSorted((a, b) => a - b))
    found.set(id, await caseForUpdate(tx, by, id))
  const main = found.get(act.caseId)!
  const others = ids.map((id) => found.get(id)!)
  if ([main, ...others].some((c) => !mayTakeByRole(by, 'merge', c))) throw new Forbidden()
  refuseCase('case.merge', whyNotMerge(main, others, kinds))
  for (const one of others) await join(tx, by, { one, main })
  await tellWhatWasAnswered(tx, by, main.id, ids)
  for (const one of others)
    await recordCaseStep(tx, by, one, {
      done: 'merged',
      summary: `Gộp vào hồ sơ ${main.number}`,
      after: { mergedInto: main.id },
    })
}

function whyNotMerge(main: CaseView, others: readonly CaseView[], kinds: CaseKinds): CaseReasonCode[] {
  const mainFits =
    sharesAnswers(kinds, main) &&
    ['received', 'assigned', 'clarifying', 'submitted', 'answered'].includes(main.state) &&
    main.mergedInto === null
  const fits = (one: CaseView): boolean =>
    one.handlingSiteId === main.handlingSiteId && sharesAnswers(kinds, one) && leadsOn('merge', one.state)
  return [
    ...(others.length === 0 ? (['others:missing'] as const) : []),
    ...(mainFits ? [] : (['form:main-unfit'] as const)),
    ...(others.some((one) => one.id === main.id) ? (['others:itself'] as const) : []),
    ...(others.every((one) => one.id === main.id || fits(one)) ? [] : (['others:unfit'] as const)),
  ]
}

async function join(tx: Transaction, by: Actor, { one, main }: { one: CaseView; main: CaseView }): Promise<void> {
  await endClocks(tx, one.id, 'all', 'stopped')
  // Those joined to it before join the same main case.
  await tx.updateTable('citizenCase').set({ mergedInto: main.id }).where('mergedInto', '=', one.id).execute()
  await moveCase(tx, by, one, {
    step: 'merge',
    set: { outcome: 'merged', mergedInto: main.id, closedAt: sql<Date>`now()` },
    facts: { main: main.number },
  })
}

/** Where the main case is answered already, or its sender was told how far it is, those who join now read the same. */
async function tellWhatWasAnswered(tx: Transaction, by: Actor, mainId: number, only: readonly number[]): Promise<void> {
  const answer = await tx
    .selectFrom('caseAnswer')
    .select('id')
    .where('caseId', '=', mainId)
    .where('state', '=', 'approved')
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (answer) await answerMerged(tx, by, { caseId: mainId, answerId: answer.id, only })
}
