import type { FC } from 'hono/jsx'
import { When } from '../../office/components.tsx'
import { startOfDay } from '../../calendar/deadline.ts'
import { dateOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { messages } from './answer-messages.ts'
import type { CaseParts } from './case-parts.ts'
import type { CaseAnswerView } from './case-queries.ts'

/** Answers that went to the sender, the newest first; and the one that waits, for those who neither write nor approve it. */
export const Answers: FC<CaseParts> = ({ c, answers, may }) => {
  const { say } = c.var
  const approved = answers.filter(({ state }) => state === 'approved')
  const waits = answers.find(({ state }) => state === 'submitted' || state === 'draft')
  const showsDraft = waits !== undefined && !may('approve') && !may('submit') && !may('inform')
  if (approved.length === 0 && !showsDraft) return null
  return (
    <section class="panel" aria-labelledby="tra-loi">
      <h2 id="tra-loi">{say(approved.length > 0 ? messages.answers : messages.draftOf)}</h2>
      {showsDraft && <AnswerWords c={c} answer={waits} />}
      {approved.map((answer) => (
        <AnswerWords c={c} answer={answer} />
      ))}
    </section>
  )
}

/** An answer as the sender reads it. */
export const AnswerWords: FC<{ c: CaseParts['c']; answer: CaseAnswerView }> = ({ c, answer }) => {
  const { say, language } = c.var
  return (
    <article class="case-answer">
      <p class="work-facts">
        <span class="tag">{say(messages[`kind_${answer.kind}`])}</span>
        {answer.authorName && <span>{fill(say(messages.writtenBy), { name: answer.authorName })}</span>}
        {answer.approverName && <span>{fill(say(messages.approvedBy), { name: answer.approverName })}</span>}
        <When at={answer.approvedAt ?? answer.updatedAt} language={language} />
      </p>
      {answer.ground && <p>{fill(say(messages.groundIs), { ground: answer.ground })}</p>}
      {answer.answerOn && <p>{fill(say(messages.promised), { day: dateOf(startOfDay(answer.answerOn), language) })}</p>}
      <p class="said case-body">{answer.body}</p>
    </article>
  )
}
