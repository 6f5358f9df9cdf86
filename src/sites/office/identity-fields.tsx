import type { FC } from 'hono/jsx'
import { Field } from '../../office/components.tsx'
import type { Typed } from '../../web/form.ts'
import type { Say } from '../../web/message.ts'
import type { SiteDescription } from '../site.ts'
import type { Errors } from './form.tsx'
import { messages } from './messages.ts'

export const descriptionFields = [
  'name',
  'shortName',
  'tagline',
  'agency',
  'governingBody',
  'responsiblePerson',
  'address',
  'phone',
  'email',
] as const satisfies readonly (keyof SiteDescription)[]

/** The description of a portal out of what was typed. */
export const descriptionOf = (typed: Typed): SiteDescription =>
  Object.fromEntries(descriptionFields.map((field) => [field, typed[field] ?? ''])) as Record<
    (typeof descriptionFields)[number],
    string
  >

/** Name, short name, line below it, and the identity that art. 93 of Decree 174/2026 asks for. */
export const IdentityFields: FC<{ values: Partial<Record<string, string>>; errors: Errors; say: Say }> = ({
  values,
  errors,
  say,
}) => {
  const at = (
    name: (typeof descriptionFields)[number],
  ): { name: string; value: string; error: string | undefined } => ({
    name,
    value: values[name] ?? '',
    error: errors[name],
  })
  return (
    <>
      <Field label={say(messages.name)} {...at('name')} required />
      <div class="sites-pair">
        <Field label={say(messages.shortName)} {...at('shortName')} required />
        <Field label={say(messages.tagline)} {...at('tagline')} />
      </div>
      <p class="hint soft small">{say(messages.identityHint)}</p>
      <div class="sites-pair">
        <Field label={say(messages.agency)} {...at('agency')} required />
        <Field label={say(messages.governingBody)} {...at('governingBody')} required />
      </div>
      <Field
        label={say(messages.responsiblePerson)}
        hint={say(messages.responsibleHint)}
        {...at('responsiblePerson')}
        required
      />
      <Field label={say(messages.address)} {...at('address')} required />
      <div class="sites-pair">
        <Field label={say(messages.phone)} {...at('phone')} type="tel" required />
        <Field label={say(messages.email)} {...at('email')} type="email" required />
      </div>
    </>
  )
}
