import { z } from 'zod'
import { inTransaction } from '../../database/connect.ts'
import { ErrorSummary, Field, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { Refused } from '../../refusals.ts'
import { line, readForm, type Typed } from '../../web/form.ts'
import { maySeePerson } from '../policy.ts'
import { createPerson } from '../create-person.ts'
import { sitesForPeople } from '../queries.ts'
import { MembershipFields, membershipFields, whyNotFitting } from './membership-form.tsx'
import { messages } from './people-messages.ts'

/** GET /nguoi-dung/moi: from the screen of a portal, that portal is chosen already. */
export const showNewPerson = (c: OfficeContext): Promise<Response> => answer(c, typedOf(c.req.query('cong')), {})

const typedOf = (site: string | undefined): Typed => (site === undefined ? {} : { site })

async function answer(c: OfficeContext, typed: Typed, errors: Record<string, string>): Promise<Response> {
  const { db, actor, say } = c.var
  const sites = await sitesForPeople(db, actor, 'site_admin', 'network_admin')
  const page = (
    <Page c={c} title={say(messages.newTitle)} styles={['office/people.css']}>
      <div class="narrow stack">
        <ScreenHead title={say(messages.newTitle)} />
        <p class="soft">{say(messages.newLead)}</p>
        <ErrorSummary errors={errors} />
        <form method="post" action="/nguoi-dung/moi" class="panel" novalidate>
          <Field
            label={say(messages.name)}
            name="name"
            value={typed.name}
            error={errors.name}
            required
            autocomplete="off"
            maxlength={120}
          />
          <Field
            label={say(messages.email)}
            name="email"
            type="email"
            value={typed.email}
            error={errors.email}
            required
            autocomplete="off"
          />
          <MembershipFields c={c} sites={sites} typed={typed} errors={errors} />
          <p class="row">
            <button type="submit" class="button button-primary">
              {say(messages.create)}
            </button>
            <a class="button button-quiet" href="/nguoi-dung">
              {say(messages.back)}
            </a>
          </p>
        </form>
      </div>
    </Page>
  )
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200)
}

/** POST /nguoi-dung/moi */
export async function postNewPerson(c: OfficeContext): Promise<Response> {
  const { db, actor, config } = c.var
  const form = await readForm(
    c,
    z.object({
      name: line(messages.nameMissing.vi, 120),
      email: z.string(messages.emailMissing.vi).trim().pipe(z.email(messages.emailMissing.vi)),
      ...membershipFields,
    }),
  )
  if (!form.ok) return answer(c, form.typed, form.errors)
  const unfitting = whyNotFitting(form.value)
  if (unfitting) return answer(c, form.typed, unfitting)
  const { site: siteId, ...act } = form.value
  try {
    const made = await inTransaction(db, (tx) =>
      createPerson(tx, actor, { ...act, siteId, officeUrl: config.officeUrl }),
    )
    const visible = maySeePerson(actor, { sites: [siteId] })
    return c.redirect(
      `/nguoi-dung${visible ? `/${encodeURIComponent(made.personId)}` : ''}?xong=${made.existed ? 'them' : 'tao'}`,
      303,
    )
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return answer(c, form.typed, { form: error.reasons.join(' ') })
  }
}
