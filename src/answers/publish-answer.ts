import { calendarOf } from '../calendar/calendar-queries.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import type { CaseKindName, CaseKinds } from '../cases/kind.ts'
import type { CaseView } from '../cases/load-case.ts'
import { caseForStep, moveCase, recordCaseStep } from '../cases/take-step.ts'
import type { Transaction } from '../database/connect.ts'
import type { Kinds } from '../editions/content.ts'
import { publishApproved } from '../editions/publish-approved.ts'
import type { Actor } from '../people/actor.ts'
import { Refused } from '../refusals.ts'
import { isoDayOf } from '../web/dates.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { answerContent, answerKind } from './answer.ts'
import { approvedAnswerOf, pathOfEntry, type AnswerToPublish } from './queries.ts'
import { whyNotPublishAnswer, type PublishAct } from './why-not-publish-answer.ts'

export type { PublishAct } from './why-not-publish-answer.ts'

/** Kinds of entries, and kinds of cases. */
export interface PublishKinds {
  entries: Kinds
  cases: CaseKinds
}

/**
 * Publishes the approved answer of a case on the portal that answered: as an entry by who wrote the answer, approved by the leader who
 * publishes it, live with this commit. From then on it is corrected and withdrawn as any entry.
 * @throws NotFound, Forbidden, or Refused with every reason (why-not-publish-answer.ts, and those of any text before it is published).
 */
export async function publishAnswer(
  tx: Transaction,
  by: Actor,
  act: PublishAct,
  kinds: PublishKinds,
): Promise<{ entryId: number; editionId: number; path: string }> {
  const answer = await approvedAnswerOf(tx, act.caseId)
  const c = await caseForStep(tx, by, 'publish', {
    caseId: act.caseId,
    reasons: (found) =>
      whyNotPublishAnswer(
        found,
        {
          byId: by.id,
          kind: kinds.cases.get(found.kind as CaseKindName),
          answer,
          siteClosed: answer?.siteClosed === true,
        },
        act,
      ),
  })
  if (!answer || answer.writerId === null) throw new Refused('case.publish', [])
  const content = answerContent(
    {
      title: answer.publicTitle,
      question: answer.publicQuestion,
      answer: answer.publicAnswer,
      language: answer.language,
    },
    act.sectionIds,
  )
  const interest = cleanLine(act.interest ?? '')
  const text = {
    siteId: c.handlingSiteId,
    kind: answerKind.name,
    content,
    writerId: answer.writerId,
    otherWriters: answer.writers.filter((id) => id !== answer.writerId),
    isDemo: c.isDemo,
    beforeLive: (entryId: number) => keepFacts(tx, { entryId, c, answer, interest }),
  }
  const { entryId, editionId } = await publishApproved(tx, by, text, kinds.entries)
  await moveCase(tx, by, c, { step: 'publish', set: { publishedEntryId: entryId }, note: interest })
  await recordCaseStep(tx, by, c, {
    done: 'published',
    summary: 'Đăng công khai câu trả lời',
    after: { entryId, editionId },
  })
  return { entryId, editionId, path: (await pathOfEntry(tx, c.handlingSiteId, entryId))! }
}

/** What the public is told of the case beside the words. */
async function keepFacts(
  tx: Transaction,
  of: { entryId: number; c: CaseView; answer: AnswerToPublish; interest: string },
): Promise<void> {
  const { entryId, c, answer, interest } = of
  const [askedOn, answeredOn] = [isoDayOf(c.receivedAt), isoDayOf(c.answeredAt ?? answer.approvedAt)]
  await tx
    .insertInto('publishedAnswer')
    .values({
      entryId,
      caseId: c.id,
      fieldId: c.fieldId,
      divisionId: c.divisionId,
      division: answer.division,
      agency: answer.agency,
      askedOn,
      answeredOn,
      workingDays: workingDaysBetween(askedOn, answeredOn, await calendarOf(tx)),
      onTime: answer.onTime,
      interest,
    })
    .execute()
}
