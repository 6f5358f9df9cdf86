import type { Child, FC } from 'hono/jsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { Trap } from '../../ratings/public/rating-form.tsx'
import { fill } from '../../web/message.ts'
import { errorKinds, lengths, type ReportRule } from '../error-report.ts'
import { messages } from '../public-messages.ts'
import type { ReportErrors, TypedReport } from './read-report.ts'

interface ReportFormProps {
  c: DeliveryContext
  path: string
  rule: ReportRule
  typed: TypedReport
  errors: ReportErrors
}

/** Names of the fields. Their ids have a word in front: the page has ids of its own. */
const names = { kind: 'loai', what: 'noi-dung', passage: 'doan', name: 'ho-ten', email: 'thu-dien-tu' } as const
const idOf = (field: keyof typeof names): string => `o-${names[field]}`

/** The form of a report. Everything typed stays where it was when something is wrong. */
export const ReportForm: FC<ReportFormProps> = ({ c, path, rule, typed, errors }) => {
  const { say } = c.var
  return (
    <form class="form" method="post" action={c.var.to('/bao-loi')} novalidate>
      <Summary c={c} errors={errors} />
      <input type="hidden" name="bai" value={path} />
      <Trap c={c} id="bo-trong-bao-loi" />
      <KindChoice c={c} chosen={typed.kind} error={errors.kind} />
      <Field
        id={idOf('what')}
        label={say(messages.what)}
        hint={fill(say(messages.whatHint), { from: lengths.whatFrom, to: lengths.what.toLocaleString('vi-VN') })}
        error={errors.what}
      >
        {(described) => (
          <textarea id={idOf('what')} name={names.what} rows={6} required {...described}>
            {typed.what}
          </textarea>
        )}
      </Field>
      <Field id={idOf('passage')} label={say(messages.passage)} hint={say(messages.passageHint)} error={errors.passage}>
        {(described) => (
          <textarea id={idOf('passage')} name={names.passage} rows={3} {...described}>
            {typed.passage}
          </textarea>
        )}
      </Field>
      <fieldset class="form-group">
        <legend>{say(messages.sender)}</legend>
        <p class="form-hint">{fill(say(messages.senderHint), { days: rule.keepDays })}</p>
        <Field id={idOf('name')} label={say(messages.name)} error={errors.name}>
          {(described) => (
            <input
              type="text"
              id={idOf('name')}
              name={names.name}
              value={typed.name}
              autocomplete="name"
              {...described}
            />
          )}
        </Field>
        <Field id={idOf('email')} label={say(messages.email)} error={errors.email}>
          {(described) => (
            <input
              type="email"
              id={idOf('email')}
              name={names.email}
              value={typed.email}
              autocomplete="email"
              {...described}
            />
          )}
        </Field>
      </fieldset>
      <button type="submit" class="form-send">
        {say(messages.send)}
      </button>
    </form>
  )
}

const Summary: FC<{ c: DeliveryContext; errors: ReportErrors }> = ({ c, errors }) => {
  const list = Object.entries(errors).filter((pair): pair is [string, string] => pair[1] !== undefined)
  if (list.length === 0) return null
  return (
    <div class="notice notice-warn form-summary" role="alert" id="o-loi">
      {errors.form ? (
        <p>{errors.form}</p>
      ) : (
        <>
          <p class="form-summary-title">{c.var.say(messages.refused)}</p>
          <ul>
            {list.map(([field, message]) => (
              <li>
                <a href={`#${field === 'kind' ? 'o-loai-fact' : idOf(field as keyof typeof names)}`}>{message}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const KindChoice: FC<{ c: DeliveryContext; chosen: string; error?: string }> = ({ c, chosen, error }) => (
  <fieldset class="form-group" aria-describedby={error ? 'o-loai-error' : undefined}>
    <legend>{c.var.say(messages.kind)}</legend>
    {error && (
      <p class="form-error" id="o-loai-error">
        {error}
      </p>
    )}
    {Object.entries(errorKinds).map(([kind, label]) => (
      <p class="form-choice">
        <input type="radio" id={`o-loai-${kind}`} name={names.kind} value={kind} checked={chosen === kind} />
        <label for={`o-loai-${kind}`}>{c.var.say(label)}</label>
      </p>
    ))}
  </fieldset>
)

interface Described {
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
}

const Field: FC<{
  id: string
  label: string
  hint?: string
  error?: string
  children: (described: Described) => Child
}> = ({ id, label, hint, error, children }) => {
  const described: Described = {
    'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? 'true' : undefined,
  }
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="form-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children(described)}
    </div>
  )
}
