import type { Child, FC } from 'hono/jsx'
import type { Chain, State } from '../editions/edition.ts'
import { dateOf, dateTimeOf } from '../web/dates.ts'
import type { Language, Say } from '../web/message.ts'
import { messages, stateNames } from './messages.ts'

/** The id of the control of a field; ErrorSummary links to it. */
export const fieldId = (name: string): string => `o-${name.replaceAll(/[^\w-]/g, '-')}`

interface FieldProps {
  label: string
  name: string
  value?: string | number
  error?: string
  hint?: string
  type?: string
  required?: boolean
  autocomplete?: string
  /** Number of rows: draws a textarea. */
  rows?: number
  /** Of the control, where several forms of a screen share a name. */
  id?: string
  placeholder?: string
  maxlength?: number
  min?: string
  max?: string
  /** Follows the control: a button beside it, a note below. */
  children?: Child
}

const describedBy = (id: string, hint?: string, error?: string): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

/** A label, its control and what is to be said about it. Hint and error are bound to the control. */
export const Field: FC<FieldProps> = ({
  label,
  hint,
  error,
  rows,
  children,
  id = '',
  value,
  type = 'text',
  ...rest
}) => {
  const own = id || fieldId(rest.name)
  const control = {
    ...rest,
    id: own,
    'aria-describedby': describedBy(own, hint, error),
    'aria-invalid': error ? ('true' as const) : undefined,
  }
  if (type === 'checkbox') {
    return (
      <div class="field field-tick">
        <label>
          <input {...control} type="checkbox" checked={value === 'on' || value === 'true' || value === '1'} />{' '}
          <span>{label}</span>
        </label>
        <FieldNotes id={own} hint={hint} error={error} />
        {children}
      </div>
    )
  }
  return (
    <div class="field">
      <label for={own}>
        {label}
        {rest.required && (
          <span class="field-required" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {hint && (
        <p class="hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
      {rows ? (
        <textarea {...control} rows={rows}>
          {value ?? ''}
        </textarea>
      ) : (
        <input {...control} type={type} value={value ?? ''} />
      )}
      {error && <FieldNotes id={own} error={error} />}
      {children}
    </div>
  )
}

const FieldNotes: FC<{ id: string; hint?: string; error?: string }> = ({ id, hint, error }) => (
  <>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </>
)

interface SelectProps {
  label: string
  name: string
  options: readonly { value: string | number; label: string }[]
  value?: string | number
  error?: string
  hint?: string
  required?: boolean
  id?: string
}

/** A choice of one. Give an option with the value '' where nothing may be chosen. */
export const Select: FC<SelectProps> = ({ label, name, options, value, error, hint, required, id = '' }) => {
  const own = id || fieldId(name)
  return (
    <div class="field">
      <label for={own}>
        {label}
        {required && (
          <span class="field-required" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {hint && (
        <p class="hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={own}
        name={name}
        required={required}
        aria-describedby={describedBy(own, hint, error)}
        aria-invalid={error ? 'true' : undefined}
      >
        {options.map((option) => (
          <option value={String(option.value)} selected={String(option.value) === String(value ?? '')}>
            {option.label}
          </option>
        ))}
      </select>
      {error && <FieldNotes id={own} error={error} />}
    </div>
  )
}

/** Something the person must know now. Errors are announced at once; what was done is where the keyboard goes on from. */
export const Notice: FC<{ kind: 'ok' | 'error' | 'warn'; children?: Child }> = ({ kind, children }) => (
  <div
    class={`notice notice-${kind}`}
    role={kind === 'error' ? 'alert' : 'status'}
    {...(kind === 'ok' && { tabindex: -1, 'data-focus': true })}
  >
    {children}
  </div>
)

/** A list with nothing in it: says why, and the children what to do. */
export const Empty: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
  </div>
)

/** The foot of a list walked by key. */
export const Paging: FC<{ next?: string; first?: string; say: Say }> = ({ next, first, say }) =>
  next || first ? (
    <nav class="paging" aria-label={say(messages.paging)}>
      {first && (
        <a class="button" href={first}>
          {say(messages.firstPage)}
        </a>
      )}
      {next && (
        <a class="button" href={next} rel="next">
          {say(messages.nextPage)}
        </a>
      )}
    </nav>
  ) : null

/** The only h1 of a screen, with its main acts as children. */
export const ScreenHead: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <div class="screen-head">
    <h1>{title}</h1>
    {children && <div class="screen-acts">{children}</div>}
  </div>
)

const stateTones: Record<State, string> = {
  draft: '',
  submitted: 'tag-accent',
  reviewed: 'tag-accent',
  returned: 'tag-warn',
  approved: 'tag-ok',
  scheduled: 'tag-ok',
  published: 'tag-live',
  superseded: '',
  withdrawn: 'tag-danger',
  expired: '',
  discarded: '',
}

/** The state of an edition in a word. In the short chain what was submitted waits for approval at once: give the chain where it is known. */
export const StateTag: FC<{ state: State; say: Say; chain?: Chain }> = ({ state, say, chain }) => (
  <span class={`tag ${stateTones[state]}`.trim()}>
    {say(stateNames[state === 'submitted' && chain === 'short' ? 'reviewed' : state])}
  </span>
)

/** A point in time, Vietnamese time; the script says how long ago it is, unless it is to stay `exact`. `day` leaves the hour out. */
export const When: FC<{ at: Date; language: Language; day?: boolean; exact?: boolean }> = ({
  at,
  language,
  day,
  exact,
}) => (
  <time datetime={at.toISOString()} data-relative={day || exact ? undefined : true}>
    {day ? dateOf(at, language) : dateTimeOf(at, language)}
  </time>
)

/** What a form is refused for, above it, each linked to its field. Nothing when there is no error. */
export const ErrorSummary: FC<{ errors: Record<string, string>; title?: string }> = ({ errors, title }) => {
  const list = Object.entries(errors)
  if (list.length === 0) return null
  return (
    <div class="notice notice-error" role="alert" tabindex={-1} data-focus>
      <p class="notice-title">{title ?? messages.formRefused.vi}</p>
      <ul>
        {list.map(([name, message]) => (
          <li>{name === 'form' ? message : <a href={`#${fieldId(name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
