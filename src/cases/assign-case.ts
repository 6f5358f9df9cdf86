import type { Transaction } from '../database/connect.ts'
import { cleanText } from '../web/vietnamese.ts'
import { reasonsOf } from './case-reasons.ts'
import { endClocks } from './count-clocks.ts'
import { isSystem, type CaseBy } from './policy.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'
import { whyNotAssign, type Assigning } from './why-not.ts'

/**
 * Gives a case to a division, and to one of its officers where somebody is named; clocks go on. A person who assigns it takes it to be
 * the business of this portal: the time to pass it on no longer counts.
 */
export async function assignCase(tx: Transaction, by: CaseBy, act: Assigning): Promise<void> {
  const { caseId, divisionId } = act
  const reasons = async (c: Parameters<typeof whyNotAssign>[1]) => reasonsOf(await whyNotAssign(tx, c, act))
  const found = await caseForStep(tx, by, 'assign', { caseId, reasons })
  const officerId = act.officerId || null
  const fieldId = act.fieldId || found.fieldId
  const division = await tx
    .selectFrom('division')
    .select(['name', 'nameEn'])
    .where('id', '=', divisionId)
    .executeTakeFirstOrThrow()
  if (!isSystem(by)) await endClocks(tx, caseId, 'transfer', 'stopped')
  await moveCase(tx, by, found, {
    step: 'assign',
    set: { divisionId, officerId, fieldId },
    note: cleanText(act.note ?? ''),
    facts: { division: division.name, divisionEn: division.nameEn },
  })
  await recordCaseStep(tx, by, found, {
    done: 'assigned',
    summary: `Giao ${division.name}`,
    after: { divisionId, officerId, fieldId },
  })
}
