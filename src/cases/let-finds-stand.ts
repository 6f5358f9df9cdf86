import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Refused } from '../refusals.ts'
import { cleanText } from '../web/vietnamese.ts'
import type { CaseStepName } from './case.ts'
import { caseLengths } from './case.ts'
import { reasonsOf } from './case-reasons.ts'
import { findPersonalData } from './find-personal-data.ts'
import type { LetStand } from './public-words.ts'
import { caseForStep, recordCaseStep } from './take-step.ts'

/** Whoever deals with the answer at its present state decides what may stand in its public words. */
const steps: Partial<Record<string, CaseStepName>> = { draft: 'submit', submitted: 'return', approved: 'publish' }

/**
 * Notes what of the machine's finds in the public words of the latest answer may stand, each with a reason; what has none, or is no
 * longer found, is left out. Nothing is recorded where nothing changes.
 * @throws NotFound, Forbidden, Refused.
 */
export async function letFindsStand(
  tx: Transaction,
  by: Actor,
  { caseId, finds }: { caseId: number; finds: readonly LetStand[] },
): Promise<void> {
  const answer = await tx
    .selectFrom('caseAnswer')
    .select(['id', 'state', 'letStand', 'publicTitle', 'publicQuestion', 'publicAnswer'])
    .where('caseId', '=', caseId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  const step = answer && steps[answer.state]
  if (!answer || !step) throw new Refused('case.let-finds-stand', reasonsOf(['form:no-answer']))
  const found = new Set(
    [answer.publicTitle, answer.publicQuestion, answer.publicAnswer].flatMap((words) =>
      findPersonalData(words).map(({ text }) => exact(text)),
    ),
  )
  const kept = finds
    .map(({ text, reason }) => ({ text: exact(text), reason: cleanText(reason).slice(0, caseLengths.reason) }))
    .filter(({ text, reason }) => reason !== '' && found.has(text))
  if (JSON.stringify(kept) === JSON.stringify(answer.letStand)) return
  const c = await caseForStep(tx, by, step, { caseId })
  await tx
    .updateTable('caseAnswer')
    .set({ letStand: JSON.stringify(kept) })
    .where('id', '=', answer.id)
    .execute()
  await recordCaseStep(tx, by, c, {
    done: 'finds-let-stand',
    summary: 'Giữ nguyên chỗ máy nghi là thông tin cá nhân, có lý do',
    after: { answerId: answer.id, finds: kept.length },
  })
}

const exact = (text: string): string => text.normalize('NFC').trim()
