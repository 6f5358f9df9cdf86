import type { Child, FC } from 'hono/jsx'
import { z } from 'zod'
import { inTransaction, type Transaction } from '../../database/connect.ts'
import { ErrorSummary, Field, Notice, ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound, Refused } from '../../refusals.ts'
import { readForm, type Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { sitesOf, type Actor } from '../actor.ts'
import { addMembership } from '../add-membership.ts'
import { disablePerson, enablePerson, unlockPerson } from '../disable-person.ts'
import { endMembership } from '../end-membership.ts'
import { invitePerson } from '../invite-person.ts'
import { todayInVietnam } from '../person-facts.ts'
import { mayAddPeople, mayChangeMembership, mayManagePerson, maySeePerson } from '../policy.ts'
import { personView, sitesForPeople, type PersonView } from '../queries.ts'
import { removeSecondFactor } from '../remove-second-factor.ts'
import { roleNames } from '../role-names.ts'
import { MembershipFields, membershipFields, whyNotFitting } from './membership-form.tsx'
import { messages } from './people-messages.ts'
import { PersonStateTag } from './people-list.tsx'

interface Shown {
  typed?: Typed
  errors?: Record<string, string>
}

/** GET /nguoi-dung/:person */
export const showPerson = (c: OfficeContext): Promise<Response> => answer(c)

/** Someone the actor may see, or 404: whether others exist is not theirs to know. */
async function visiblePerson(c: OfficeContext): Promise<PersonView> {
  const person = await personView(c.var.db, c.req.param('person') ?? '')
  if (!person || !maySeePerson(c.var.actor, { sites: person.memberships.map((m) => m.siteId) })) throw new NotFound()
  return person
}

async function answer(c: OfficeContext, { typed = {}, errors = {} }: Shown = {}): Promise<Response> {
  const { db, actor, say } = c.var
  const [person, sites] = await Promise.all([
    visiblePerson(c),
    sitesForPeople(db, actor, 'site_admin', 'network_admin'),
  ])
  const done = { tao: messages.doneCreated, them: messages.doneAdded, roi: messages.done }[c.req.query('xong') ?? '']
  const own = person.id === actor.id
  const page = (
    <Page c={c} title={person.name} styles={['office/people.css']}>
      <ScreenHead title={person.name}>
        <PersonStateTag c={c} state={person.state} />
      </ScreenHead>
      {done && (
        <Notice kind="ok">
          <p>{say(done)}</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      {own && (
        <Notice kind="warn">
          <p>{say(messages.itsYou)}</p>
        </Notice>
      )}
      <Memberships c={c} person={person} />
      <div class="account">
        {!own && mayAddPeople(actor) && (
          <section class="panel">
            <h2>{say(messages.give)}</h2>
            <form
              method="post"
              action={`/nguoi-dung/${encodeURIComponent(person.id)}/vai-tro`}
              class="stack"
              novalidate
            >
              <MembershipFields c={c} sites={sites} typed={typed} errors={errors} />
              <p>
                <button type="submit" class="button button-primary">
                  {say(messages.give)}
                </button>
              </p>
            </form>
          </section>
        )}
        <Account c={c} person={person} />
      </div>
      <p>
        <a href="/nguoi-dung">{say(messages.back)}</a>
      </p>
    </Page>
  )
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200)
}

/** The memberships the actor may see: a portal's administrator sees those on their portals. */
function seen(actor: Actor, person: PersonView): PersonView['memberships'] {
  const mine = sitesOf(actor, 'site_admin', 'network_admin', 'auditor')
  return mine === 'all'
    ? person.memberships
    : person.memberships.filter((m) => m.siteId !== null && mine.includes(m.siteId))
}

const Memberships: FC<{ c: OfficeContext; person: PersonView }> = ({ c, person }) => {
  const { say, language, actor } = c.var
  const tag = {
    now: ['tag tag-ok', messages.now],
    later: ['tag tag-warn', messages.later],
    over: ['tag', messages.over],
  } as const
  return (
    <section class="stack">
      <h2>{say(messages.memberships)}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say(messages.role)}</th>
            <th scope="col">{say(messages.site)}</th>
            <th scope="col">{say(messages.period)}</th>
            <th scope="col">{say(messages.state)}</th>
            <th scope="col">{say(messages.acts)}</th>
          </tr>
        </thead>
        <tbody>
          {seen(actor, person).map((m) => {
            const site = m.site ?? say(messages.network)
            const role = say(roleNames[m.role])
            return (
              <tr>
                <th scope="row">{role}</th>
                <td data-label={say(messages.site)}>{site}</td>
                <td data-label={say(messages.period)}>
                  <When at={new Date(m.validFrom)} language={language} day /> –{' '}
                  {m.validTo ? <When at={new Date(m.validTo)} language={language} day /> : say(messages.openEnded)}
                </td>
                <td data-label={say(messages.state)}>
                  <span class={tag[m.when][0]}>{say(tag[m.when][1])}</span>
                </td>
                <td>
                  {m.when !== 'over' && mayChangeMembership(actor, { ...m, personId: person.id }) && (
                    <EndForm c={c} person={person} id={m.id} label={fill(say(messages.endThis), { role, site })} />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const EndForm: FC<{ c: OfficeContext; person: PersonView; id: number; label: string }> = ({ c, person, id, label }) => (
  <details class="end-role">
    <summary aria-label={label}>{c.var.say(messages.end)}</summary>
    <form
      method="post"
      action={`/nguoi-dung/${encodeURIComponent(person.id)}/vai-tro/${id}/ket-thuc`}
      class="stack"
      novalidate
    >
      <Field label={c.var.say(messages.endAt)} name="lastDay" type="date" id={`last-day-${id}`} />
      <p>
        <button type="submit" class="button button-danger" aria-label={label}>
          {c.var.say(messages.end)}
        </button>
      </p>
    </form>
  </details>
)

const Account: FC<{ c: OfficeContext; person: PersonView }> = ({ c, person }) => {
  const { say, language, actor } = c.var
  const manages = mayManagePerson(actor, factsOf(person))
  const at = (when: Date | null, otherwise: string): Child =>
    when ? <When at={when} language={language} /> : otherwise
  return (
    <section class="panel">
      <h2>{say(messages.account)}</h2>
      <dl class="facts">
        <dt>{say(messages.email)}</dt>
        <dd>{person.email}</dd>
        <dt>{say(messages.factor)}</dt>
        <dd>{say(person.twoFactorEnabled ? messages.factorOn : messages.factorOff)}</dd>
        <dt>{say(messages.lastSignIn)}</dt>
        <dd>{at(person.lastSignIn, say(messages.never))}</dd>
        <dt>{say(messages.created)}</dt>
        <dd>{at(person.createdAt, '')}</dd>
        {person.state === 'locked' && (
          <>
            <dt>{say(messages.lockedUntil)}</dt>
            <dd>{at(person.lockedUntil, '')}</dd>
          </>
        )}
      </dl>
      <p>
        <a href={`/nhat-ky?nguoi=${encodeURIComponent(person.name)}`}>{say(messages.history)}</a>
      </p>
      {manages && <Acts c={c} person={person} />}
      {!manages && mayAddPeople(actor) && person.id !== actor.id && <p class="soft small">{say(messages.elsewhere)}</p>}
    </section>
  )
}

const Acts: FC<{ c: OfficeContext; person: PersonView }> = ({ c, person }) => {
  const { say } = c.var
  const act = (noun: string, label: string, note?: string, danger = false): Child => (
    <form
      method="post"
      action={`/nguoi-dung/${encodeURIComponent(person.id)}/${noun}`}
      class="stack"
      data-confirm={note}
    >
      {note && <p class="soft small">{note}</p>}
      <p>
        <button type="submit" class={danger ? 'button button-danger' : 'button'}>
          {label}
        </button>
      </p>
    </form>
  )
  return (
    <>
      {person.state === 'locked' && act('mo-khoa', say(messages.unlock))}
      {person.state === 'invited' && act('thu-moi', say(messages.invite))}
      {person.twoFactorEnabled && act('dat-lai-hai-buoc', say(messages.reset), say(messages.resetNote), true)}
      {person.state === 'disabled'
        ? act('hoat-dong-lai', say(messages.enable))
        : act('ngung-hoat-dong', say(messages.disable), say(messages.disableNote), true)}
    </>
  )
}

const factsOf = (person: PersonView) => ({
  id: person.id,
  sites: person.memberships.map((m) => m.siteId),
  current: person.memberships.filter((m) => m.when !== 'over'),
})

/** A command on someone visible; what it refuses stands on their screen. */
const actOn =
  (command: (tx: Transaction, c: OfficeContext, personId: string) => Promise<unknown>) =>
  async (c: OfficeContext): Promise<Response> => {
    const person = await visiblePerson(c)
    try {
      await inTransaction(c.var.db, (tx) => command(tx, c, person.id))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return answer(c, { errors: { form: error.reasons.join(' ') } })
    }
    return c.redirect(`/nguoi-dung/${encodeURIComponent(person.id)}?xong=roi`, 303)
  }

export const postDisable = actOn((tx, c, personId) => disablePerson(tx, c.var.actor, { personId }))
export const postEnable = actOn((tx, c, personId) => enablePerson(tx, c.var.actor, { personId }))
export const postUnlock = actOn((tx, c, personId) => unlockPerson(tx, c.var.actor, { personId }))
export const postResetFactor = actOn((tx, c, personId) =>
  removeSecondFactor(tx, c.var.actor, { personId, demo: c.var.demo }),
)
export const postInvite = actOn((tx, c, personId) =>
  invitePerson(tx, c.var.actor, { personId, officeUrl: c.var.config.officeUrl }),
)

/** POST /nguoi-dung/:person/vai-tro */
export async function postMembership(c: OfficeContext): Promise<Response> {
  const person = await visiblePerson(c)
  const form = await readForm(c, z.object(membershipFields))
  if (!form.ok) return answer(c, form)
  const unfitting = whyNotFitting(form.value)
  if (unfitting) return answer(c, { typed: form.typed, errors: unfitting })
  const { site: siteId, ...act } = form.value
  try {
    await inTransaction(c.var.db, (tx) => addMembership(tx, c.var.actor, { ...act, siteId, personId: person.id }))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return answer(c, { typed: form.typed, errors: { form: error.reasons.join(' ') } })
  }
  return c.redirect(`/nguoi-dung/${encodeURIComponent(person.id)}?xong=roi`, 303)
}

/** POST /nguoi-dung/:person/vai-tro/:membership/ket-thuc */
export async function postEndMembership(c: OfficeContext): Promise<Response> {
  const form = await readForm(c, z.object({ lastDay: membershipFields.validTo }))
  if (!form.ok) return answer(c, { errors: { form: messages.dateWrong.vi } })
  const membershipId = Number(c.req.param('membership'))
  const person = await visiblePerson(c)
  if (!person.memberships.some((m) => m.id === membershipId)) throw new NotFound()
  try {
    await inTransaction(c.var.db, (tx) => endMembership(tx, c.var.actor, { membershipId, lastDay: form.value.lastDay }))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return answer(c, { errors: { form: error.reasons.join(' ') } })
  }
  // Someone whose only membership began today is no longer the administrator's to see.
  const left = person.memberships
    .filter((m) => m.id !== membershipId || m.validFrom < todayInVietnam())
    .map((m) => m.siteId)
  return c.redirect(
    `/nguoi-dung${maySeePerson(c.var.actor, { sites: left }) ? `/${encodeURIComponent(person.id)}` : ''}?xong=roi`,
    303,
  )
}
