import type { FC } from 'hono/jsx'
import { z } from 'zod'
import { Field, Select } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Typed } from '../../web/form.ts'
import { holdsOnNetwork, roles, type Actor, type Role } from '../actor.ts'
import { todayInVietnam } from '../person-facts.ts'
import { reach } from '../policy.ts'
import { roleNames } from '../role-names.ts'
import { messages } from './people-messages.ts'

const day = z
  .string()
  .optional()
  .transform((text) => text || undefined)
  .refine(
    (text) => text === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))),
    messages.dateWrong.vi,
  )

/** A role, where, and from when to when. `site` is 'network' or the number of a portal. */
export const membershipFields = {
  role: z.enum(roles, messages.roleMissing.vi),
  site: z
    .string(messages.siteMissing.vi)
    .regex(/^(network|[1-9]\d{0,8})$/, messages.siteMissing.vi)
    .transform((text) => (text === 'network' ? null : Number(text))),
  validFrom: day,
  validTo: day,
}

/** What of role, site and days does not fit together, beside its field. */
export function whyNotFitting({
  role,
  site,
  validFrom,
  validTo,
}: {
  role: Role
  site: number | null
  validFrom?: string
  validTo?: string
}): Record<string, string> | undefined {
  if (role === 'network_admin' && site !== null) return { site: messages.siteSuperfluous.vi }
  if (role !== 'network_admin' && role !== 'auditor' && site === null) return { site: messages.siteMissing.vi }
  if (validTo && validTo < (validFrom ?? todayInVietnam())) return { validTo: messages.datesCrossed.vi }
  return undefined
}

/** The fields of a membership, with only the roles and sites within the actor's reach. */
export const MembershipFields: FC<{
  c: OfficeContext
  sites: readonly { id: number; name: string }[]
  typed: Typed
  errors: Record<string, string>
}> = (given) => {
  const { c, sites, typed, errors } = given
  const { say, actor } = c.var
  const choose = { value: '', label: say(messages.choose) }
  const places = [
    ...(holdsOnNetwork(actor, 'network_admin') ? [{ value: 'network', label: say(messages.network) }] : []),
    ...sites.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      <Select
        label={say(messages.role)}
        name="role"
        value={typed.role}
        error={errors.role}
        required
        options={[choose, ...rolesWithin(actor).map((role) => ({ value: role, label: say(roleNames[role]) }))]}
      />
      <Select
        label={say(messages.site)}
        name="site"
        value={typed.site ?? (places.length === 1 ? places[0]?.value : '')}
        error={errors.site}
        required
        options={places.length === 1 ? places : [choose, ...places]}
      />
      <div class="dates">
        <Field
          label={say(messages.from)}
          name="validFrom"
          type="date"
          value={typed.validFrom ?? todayInVietnam()}
          error={errors.validFrom}
        />
        <Field
          label={say(messages.to)}
          name="validTo"
          type="date"
          value={typed.validTo}
          error={errors.validTo}
          hint={say(messages.toHint)}
        />
      </div>
    </>
  )
}

const rolesWithin = (actor: Actor): readonly Role[] =>
  holdsOnNetwork(actor, 'network_admin') ? reach.network_admin : reach.site_admin
