import type { Child, FC } from 'hono/jsx'
import type { DeliveryContext } from '../route.ts'
import { formMessages as messages } from './form-messages.ts'

/** What a field says of itself to who does not see it. */
export interface Described {
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
}

interface FormFieldProps {
  id: string
  label: string
  hint?: string
  error?: string
  children: (described: Described) => Child
}

/** A field with its label, what to write there, and what is wrong with what was written. */
export const FormField: FC<FormFieldProps> = ({ id, label, hint, error, children }) => {
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

interface ChoiceProps {
  /** Ids of its answers begin with it: `{id}-{value}`. */
  id: string
  name: string
  legend: string
  hint?: string
  error?: string
  options: readonly { value: string; label: Child; lang?: string }[]
  chosen: string
}

/** One answer of a few. */
export const Choice: FC<ChoiceProps> = ({ id, name, legend, hint, error, options, chosen }) => (
  <fieldset
    class="form-group"
    aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
  >
    <legend>{legend}</legend>
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
    {options.map(({ value, label, lang }) => (
      <p class="form-choice">
        <input type="radio" id={`${id}-${value}`} name={name} value={value} checked={chosen === value} />
        <label for={`${id}-${value}`} lang={lang}>
          {label}
        </label>
      </p>
    ))}
  </fieldset>
)

interface ErrorSummaryProps {
  c: DeliveryContext
  /** What is wrong with the fields, each with the id to go to. */
  errors: readonly { id: string; message: string }[]
  /** What is wrong with the form as a whole; stands instead of the list. */
  form?: string
}

/** What is wrong, above the form, each sentence a way to its field. */
export const ErrorSummary: FC<ErrorSummaryProps> = ({ c, errors, form }) => {
  if (!form && errors.length === 0) return null
  return (
    <div class="notice notice-warn form-summary" role="alert" id="o-loi">
      {form ? (
        <p>{form}</p>
      ) : (
        <>
          <p class="form-summary-title">{c.var.say(messages.refused)}</p>
          <ul>
            {errors.map(({ id, message }) => (
              <li>
                <a href={`#${id}`}>{message}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Name of the field people neither see nor reach, and machines fill in. */
export const trapName = 'bo-trong'

/** That field. */
export const Trap: FC<{ c: DeliveryContext; id: string; value?: string }> = ({ c, id, value = '' }) => (
  <p class="trap" aria-hidden="true">
    <label for={id}>{c.var.say(messages.trap)}</label>
    <input id={id} type="text" name={trapName} value={value} tabindex={-1} autocomplete="off" />
  </p>
)
