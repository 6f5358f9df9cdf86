import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Kinds } from '../editions/content.ts'
import { publishApproved } from '../editions/publish-approved.ts'
import type { Actor } from '../people/actor.ts'
import { complaintResultKind, resultContent } from './complaint-result.ts'
import { mayCheckResult } from './policy.ts'
import { resultForStep, stepEvent, type ResultStep } from './take-result-step.ts'
import { whyNotPublic } from './why-not-result.ts'

/**
 * Publishes a result that a second person read in full and found to tell nothing of who complained or denounced: the machine looks
 * once more (Law on Denunciations 2018, art. 40). @throws as resultForStep; Forbidden for who wrote it.
 */
export async function publishResult(
  tx: Transaction,
  by: Actor,
  act: ResultStep & { checked: boolean },
  kinds: Kinds,
): Promise<{ entryId: number }> {
  const result = await resultForStep(tx, act, {
    may: (one) => mayCheckResult(by, one),
    from: 'submitted',
    reasons: (one) => [
      ...whyNotPublic(one),
      ...(act.checked
        ? []
        : [
            {
              code: 'checked:missing',
              message: {
                vi: 'Hãy xác nhận đã đọc toàn văn và không còn gì để nhận ra người khiếu nại, tố cáo.',
                en: 'Confirm that you read all of it and nothing tells who complained.',
              },
            },
          ]),
    ],
  })
  await tx
    .updateTable('complaintResult')
    .set({ state: 'published', checkedBy: by.id, checkedAt: new Date() })
    .where('id', '=', result.id)
    .execute()
  const site = await tx.selectFrom('site').select('isDemo').where('id', '=', result.siteId).executeTakeFirstOrThrow()
  const { entryId } = await publishApproved(
    tx,
    by,
    {
      siteId: result.siteId,
      kind: complaintResultKind.name,
      content: resultContent(result),
      writerId: result.authorId ?? '',
      isDemo: site.isDemo,
      beforeLive: async (id) => {
        await tx.updateTable('complaintResult').set({ entryId: id }).where('id', '=', result.id).execute()
      },
    },
    kinds,
  )
  await recordEvent(tx, { ...stepEvent(by, result, 'published', 'Công khai văn bản'), after: { entryId } })
  return { entryId }
}
