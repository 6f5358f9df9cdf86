import type { FC } from 'hono/jsx'
import { FormField } from '../../delivery/components/form-parts.tsx'
import type { Message } from '../../web/message.ts'
import { fieldId, type FormState, type FormStep } from './case-form.ts'
import { Consents } from './consents.tsx'
import { messages } from './messages.ts'
import { consentFields, senderFields } from './read-case-form.ts'

const inputs: readonly {
  key: keyof typeof senderFields
  type: 'text' | 'email' | 'tel'
  label: Message
  hint: Message
  autocomplete: string
}[] = [
  { key: 'name', type: 'text', label: messages.name, hint: messages.nameHint, autocomplete: 'name' },
  { key: 'email', type: 'email', label: messages.email, hint: messages.emailHint, autocomplete: 'email' },
  { key: 'phone', type: 'tel', label: messages.phone, hint: messages.phoneHint, autocomplete: 'tel' },
  { key: 'address', type: 'text', label: messages.address, hint: messages.addressHint, autocomplete: 'address-line1' },
]

/** Asks who sends it, each field with what it is for. Optional or not as the kind says. */
export const WhoSends: FC<{ state: FormState }> = ({ state: { c, form, typed, errors } }) => {
  const { say } = c.var
  const required = form.kind.identity === 'required'
  return (
    <fieldset class="form-group">
      <legend>{say(required ? messages.whoRequired : messages.who)}</legend>
      <p class="form-hint">{say(required ? messages.whoRequiredHint : messages.whoHint)}</p>
      {inputs.map(({ key, type, label, hint, autocomplete }) => {
        const name = senderFields[key]
        return (
          <FormField id={fieldId(name)} label={say(label)} hint={say(hint)} error={errors[name]}>
            {(described) => (
              <input
                type={type}
                id={fieldId(name)}
                name={name}
                value={typed[name] ?? ''}
                autocomplete={autocomplete}
                {...described}
              />
            )}
          </FormField>
        )
      })}
    </fieldset>
  )
}

/** The second step of most forms: who sends it, and what they agree to. */
export const senderStep: FormStep = {
  label: messages.stepSender,
  fields: [...Object.values(senderFields), ...Object.values(consentFields)],
  draw: (state) => (
    <>
      <WhoSends state={state} />
      <Consents state={state} />
    </>
  ),
}
