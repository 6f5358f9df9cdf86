import type { FC } from 'hono/jsx'
import { fill } from '../../web/message.ts'
import { consentTexts, type ConsentPurpose } from '../consents.ts'
import { fieldId, type FormState } from './case-form.ts'
import { messages } from './messages.ts'
import { consentFields, isTicked } from './read-case-form.ts'

/** Asks for consent, purpose by purpose. Nothing is ticked unless the sender ticked it. */
export const Consents: FC<{ state: FormState }> = ({ state }) => {
  const { c, form } = state
  return (
    <fieldset class="form-group">
      <legend>{c.var.say(messages.consents)}</legend>
      <Consent state={state} purpose="process" />
      {form.kind.publishable && <Consent state={state} purpose="publish" />}
    </fieldset>
  )
}

const Consent: FC<{ state: FormState; purpose: ConsentPurpose }> = ({ state, purpose }) => {
  const { c, form, typed, errors, keepDays } = state
  const { say } = c.var
  const name = consentFields[purpose]
  const id = fieldId(name)
  const error = errors[name]
  const optional = purpose === 'publish' ? messages.publishOnly : messages.consentOnly
  const hint = purpose === 'process' && form.kind.identity === 'required' ? undefined : say(optional)
  return (
    <>
      {error && (
        <p class="form-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <p class="form-choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="1"
          checked={isTicked(typed, purpose)}
          aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
          aria-invalid={error ? 'true' : undefined}
        />
        <label for={id}>{fill(say(consentTexts[purpose].text), { days: keepDays })}</label>
      </p>
      {hint && (
        <p class="form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  )
}
