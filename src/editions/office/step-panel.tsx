import type { FC } from 'hono/jsx'
import type { OfficeContext } from '../../office/route.ts'
import { When } from '../../office/components.tsx'
import { fill, type Message } from '../../web/message.ts'
import type { Reason } from '../content.ts'
import { isOpen, type State } from '../edition.ts'
import { mayConfirm } from '../policy.ts'
import type { EditionView } from '../queries.ts'
import { stepsFor, whyNot } from '../why-not.ts'
import type { PublishFacts } from '../why-not-publish.ts'
import { messages } from './messages.ts'
import { ConfirmForm, ReasonList, StepFormView, type StepAttempt } from './step-form-view.tsx'
import { StepRail } from './step-rail.tsx'
import { formOf, type StepForm, type StepNoun } from './steps.ts'

export interface StepPanelProps {
  c: OfficeContext
  edition: EditionView
  /** From loadPublishFacts(). */
  facts: PublishFacts
  /** What was just tried and refused, with everything typed. */
  attempt?: StepAttempt
  /** Steps shown elsewhere on the screen. */
  leaveOut?: readonly StepNoun[]
}

/** A step with a button, and every reason why it would be refused now. */
export interface ShownStep {
  form: StepForm
  label: Message
  reasons: Reason[]
}

/** The steps this person sees on an edition, in the order of their buttons. */
export function shownSteps({ c, edition, facts }: StepPanelProps): ShownStep[] {
  const { actor, kinds } = c.var
  const steps = stepsFor({ ...edition, publishFacts: facts }, actor, kinds)
  return steps
    .flatMap(({ step, reasons }) => {
      const form = formOf(step)
      return form ? [{ form, label: form.labels[step] ?? form.done, reasons }] : []
    })
    .toSorted((a, b) => a.form.position - b.form.position)
}

/**
 * Where an edition stands, the steps this person may take with their forms, and beside each the complete list of why not.
 * Forms carry the revision they were drawn for; a script that saves meanwhile sets every input[name=revision] in [data-step-panel].
 */
export const StepPanel: FC<StepPanelProps> = (props) => {
  const { c, edition, attempt, leaveOut = [] } = props
  const { say } = c.var
  const steps = shownSteps(props).filter((step) => !leaveOut.includes(step.form.noun as StepNoun))
  const main = steps.filter((step) => step.form.tone === 'primary')
  const others = steps.filter((step) => step.form.tone !== 'primary')
  const view = (step: ShownStep) => <StepFormView c={c} edition={edition} step={step} attempt={attempt} />
  return (
    <section class="panel step-panel" data-step-panel={String(edition.id)} aria-labelledby="buoc-tiep-theo">
      <h2 id="buoc-tiep-theo">{say(messages.nextSteps)}</h2>
      <StepRail state={edition.state} chain={edition.chain} emergency={edition.emergencyReason !== null} say={say} />
      <Standing c={c} edition={edition} />
      <Afterwards c={c} edition={edition} />
      {main.map(view)}
      {steps.length === 0 && leaveOut.length === 0 && isOpen(edition.state) && (
        <p class="soft">{say(messages.noSteps)}</p>
      )}
      <WhatIsMissing {...props} />
      {others.length > 0 && (
        <div class="step-others">
          <h3 class="soft">{say(messages.otherSteps)}</h3>
          {others.map(view)}
        </div>
      )}
    </section>
  )
}

const Standing: FC<{ c: OfficeContext; edition: EditionView }> = ({ c, edition }) => {
  const { say, language, actor } = c.var
  const who = waitsFor(edition)
  return (
    <>
      {who && <p class="soft">{fill(say(messages.waitsFor), { who: say(who) })}</p>}
      {edition.scheduledFor && edition.state === 'scheduled' && (
        <p>
          {say(messages.scheduledAt)}{' '}
          <strong>
            <When at={edition.scheduledFor} language={language} exact />
          </strong>
        </p>
      )}
      {edition.expiresAt && (
        <p>
          {say(messages.expiresAt)} <When at={edition.expiresAt} language={language} exact />
        </p>
      )}
      {edition.emergencyReason && !edition.confirmedBy && edition.publishedBy && (
        <div class="notice notice-warn">
          <p class="notice-title">{say(messages.emergencyOpen)}</p>
          <p>
            {say(messages.emergencyReason)}: {edition.emergencyReason}
          </p>
          {mayConfirm(actor, edition) ? <ConfirmForm c={c} edition={edition} /> : <p>{say(messages.needsSecond)}</p>}
        </div>
      )}
    </>
  )
}

const over: Partial<Record<State, Message>> = {
  withdrawn: messages.overWithdrawn,
  expired: messages.overExpired,
  discarded: messages.overDiscarded,
  superseded: messages.overSuperseded,
}

/** What became of an edition that goes no further, and where to go on from. */
const Afterwards: FC<{ c: OfficeContext; edition: EditionView }> = ({ c, edition }) => {
  const { say } = c.var
  const word = over[edition.state]
  if (!word) return null
  return (
    <p>
      {say(word)} <a href={`/muc/${edition.entryId}/lich-su`}>{say(messages.historyTitle)}</a>
    </p>
  )
}

const waiting: Partial<Record<State, Message>> = {
  submitted: { vi: 'biên tập viên đọc và sửa', en: 'an editor to edit it' },
  reviewed: { vi: 'trưởng ban biên tập duyệt', en: 'the head of the board to approve it' },
  approved: { vi: 'thư ký hoặc trưởng ban cho đăng', en: 'the desk to publish it' },
}

/** Whose turn it is, in words. */
export function waitsFor({
  state,
  chain,
  authorName,
}: Pick<EditionView, 'state' | 'chain' | 'authorName'>): Message | undefined {
  if (state === 'draft' || state === 'returned') {
    return { vi: `${authorName} viết xong và gửi duyệt`, en: `${authorName} to finish and submit it` }
  }
  return state === 'submitted' && chain === 'short' ? waiting.reviewed : waiting[state]
}

/** What the text still lacks for the public, for those whose own step does not say so already. */
const WhatIsMissing: FC<StepPanelProps> = (props) => {
  const { c, edition, facts, leaveOut = [] } = props
  const { say, actor, kinds } = c.var
  if (!isOpen(edition.state)) return null
  const told = new Set(
    shownSteps(props)
      .filter((step) => step.form.tone === 'primary' && !leaveOut.includes(step.form.noun as StepNoun))
      .flatMap((step) => step.reasons.map((reason) => reason.code)),
  )
  const missing = whyNot('publish', { ...edition, publishFacts: facts }, actor, kinds).filter(
    (reason) => reason.field !== 'state' && reason.field !== 'person',
  )
  if (missing.length === 0) return <p class="step-ready">{say(messages.allGood)}</p>
  const untold = missing.filter((reason) => !told.has(reason.code))
  return untold.length > 0 ? <ReasonList title={say(messages.whyNotLive)} reasons={untold} say={say} /> : null
}
