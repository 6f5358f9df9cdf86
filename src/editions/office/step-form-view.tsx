import type { FC } from 'hono/jsx'
import { Field } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { toLocalInput } from '../../web/dates.ts'
import type { Typed } from '../../web/form.ts'
import { fill, type Message, type Say } from '../../web/message.ts'
import type { Reason } from '../content.ts'
import type { EditionView } from '../queries.ts'
import { messages } from './messages.ts'
import { confirmNoun, type StepField, type StepForm } from './steps.ts'

/** A step that was tried and refused: what to say, and everything that was typed. */
export interface StepAttempt {
  noun: string
  typed: Typed
  /** Beside their fields. */
  errors: Record<string, string>
  /** Reasons of the lifecycle, as sentences. */
  reasons: readonly string[]
  /** The text changed meanwhile: the save the person had read. */
  staleSince?: number
}

interface StepFormProps {
  c: OfficeContext
  edition: EditionView
  step: { form: StepForm; label: Message; reasons: readonly Reason[] }
  attempt?: StepAttempt
  /** Ids of two drawings of the same form on a screen differ by this. */
  prefix?: string
  /** Where room is scarce, reasons open on demand. */
  folded?: boolean
}

/** The button of a step with its form; or, where it would be refused, every reason why. */
export const StepFormView: FC<StepFormProps> = (props) => {
  const { c, step, attempt } = props
  const { say } = c.var
  const tried = attempt?.noun === step.form.noun
  if (step.reasons.length > 0 && !tried) return <Blocked {...props} />
  const needsTyping = step.form.fields.some((field) => field.needed)
  if (!needsTyping && step.form.tone === 'primary') return <FormBody {...props} />
  return (
    <details class={`step step-${step.form.tone}`} open={tried}>
      <summary class={`button ${step.form.tone === 'danger' ? 'button-danger' : ''}`.trim()}>{say(step.label)}</summary>
      <FormBody {...props} />
    </details>
  )
}

const Blocked: FC<StepFormProps> = ({ c, step, folded }) => {
  const { say } = c.var
  return (
    <details class="step step-blocked" open={step.form.tone === 'primary' && !folded}>
      <summary class="button" data-blocked>
        {say(step.label)}{' '}
        <span class="tag tag-warn">
          {say(messages.notPossible)}: {step.reasons.length}
        </span>
      </summary>
      <ReasonList title={say(step.form.whyNot)} reasons={step.reasons} say={say} />
    </details>
  )
}

/** Every reason, in the order of the lifecycle; data-field names the field of the editor each stands beside. */
export const ReasonList: FC<{ title: string; reasons: readonly Reason[]; say: Say }> = ({ title, reasons, say }) => (
  <div class="why-not">
    <p class="why-not-title">{title}</p>
    <ul class="why-not-list">
      {reasons.map((reason) => (
        <li data-field={reason.field} data-code={reason.code}>
          {say(reason.message)}
        </li>
      ))}
    </ul>
  </div>
)

const FormBody: FC<StepFormProps> = ({ c, edition, step, attempt, prefix = 'buoc' }) => {
  const { say } = c.var
  const { form } = step
  const mine = attempt?.noun === form.noun ? attempt : undefined
  const optional = form.fields.filter((field) => !field.needed)
  const field = (wanted: StepForm['fields'][number]) => (
    <Field
      label={say(wanted.label)}
      name={wanted.name}
      id={`${prefix}-${form.noun}-${wanted.name}`}
      required={wanted.needed}
      hint={wanted.hint && say(wanted.hint)}
      error={mine?.errors[wanted.name]}
      value={mine?.typed[wanted.name] ?? standing(edition, wanted.name)}
      {...(wanted.name === 'at' || wanted.name === 'expiresAt'
        ? { type: 'datetime-local' }
        : { rows: wanted.needed ? 3 : 2 })}
    />
  )
  const typedOptional = optional.some(({ name }) => mine?.typed[name] || mine?.errors[name] || standing(edition, name))
  return (
    <form
      class="step-form"
      method="post"
      action={`/ban-thao/${edition.id}/buoc/${form.noun}`}
      data-confirm={form.confirm && say(form.confirm)}
      data-keep
    >
      <input type="hidden" name="revision" value={String(edition.revision)} />
      {mine && <AttemptNotice c={c} edition={edition} attempt={mine} label={step.label} />}
      {form.fields.filter((wanted) => wanted.needed).map(field)}
      {optional.length > 0 && (
        <details class="step-more" open={typedOptional}>
          <summary>
            {say(optional[0]!.label)} <span class="soft">({say(messages.optional)})</span>
          </summary>
          {optional.map(field)}
        </details>
      )}
      <button
        type="submit"
        class={`button ${form.tone === 'primary' ? 'button-primary' : form.tone === 'danger' ? 'button-danger' : ''}`.trim()}
      >
        {say(step.label)}
      </button>
    </form>
  )
}

/** What stands in a field before anything is typed. */
const standing = (edition: EditionView, name: StepField): string => {
  if (name === 'at' && edition.scheduledFor) return toLocalInput(edition.scheduledFor)
  return name === 'expiresAt' && edition.expiresAt ? toLocalInput(edition.expiresAt) : ''
}

/** Why a step that was tried was refused, and what to do. */
export const AttemptNotice: FC<{ c: OfficeContext; edition: EditionView; attempt: StepAttempt; label: Message }> = ({
  c,
  edition,
  attempt,
  label,
}) => {
  const { say } = c.var
  if (attempt.staleSince !== undefined) {
    return (
      <div class="notice notice-warn" role="alert" tabindex={-1} data-focus>
        <p class="notice-title">{say(messages.staleTitle)}</p>
        <p>{fill(say(messages.staleWhat), { now: edition.revision, seen: attempt.staleSince })}</p>
        <p>
          <a href={`/muc/${edition.entryId}/lich-su`}>{say(messages.seeWhatChanged)}</a>
        </p>
      </div>
    )
  }
  const sentences = [...attempt.reasons, ...Object.values(attempt.errors)]
  return (
    <div class="notice notice-error" role="alert" tabindex={-1} data-focus>
      <p class="notice-title">{fill(say(messages.notYet), { act: say(label) })}</p>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

/** The second person's yes to an emergency publication. */
export const ConfirmForm: FC<{ c: OfficeContext; edition: Pick<EditionView, 'id' | 'revision'> }> = ({
  c,
  edition,
}) => (
  <form method="post" action={`/ban-thao/${edition.id}/buoc/${confirmNoun}`}>
    <input type="hidden" name="revision" value={String(edition.revision)} />
    <button type="submit" class="button button-primary">
      {c.var.say(messages.confirmEmergency)}
    </button>
  </form>
)
