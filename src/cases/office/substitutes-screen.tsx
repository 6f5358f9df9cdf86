import type { FC } from 'hono/jsx'
import { startOfDay } from '../../calendar/deadline.ts'
import { Empty, ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { siteById } from '../../sites/queries.ts'
import { dateOf, isoDayOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { maySetUpCases } from '../desk-people.ts'
import { endSubstitution } from '../end-substitution.ts'
import { handOverAll } from '../hand-over-all.ts'
import { mayNameSubstitute, nameSubstitute } from '../name-substitute.ts'
import { ActForm, attempt, numberOf, styles, typedOf, type Refusal } from './form.tsx'
import { messages } from './settings-messages.ts'
import { deskPeople, substitutionsOf, type SubstitutionRow } from './settings-queries.ts'
import { refusedIn } from './settings-parts.ts'

interface SubstitutesParts {
  c: OfficeContext
  people: readonly { id: string; name: string }[]
  refusal?: Refusal
}

/** GET /cong/:site/ho-so/lam-thay: who stands in for whom. Everyone names their own substitute; who sets up cases names any. */
export async function showSubstitutes(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const [site, people, rows] = await Promise.all([
    siteById(db, siteId),
    deskPeople(db, siteId),
    substitutionsOf(db, siteId),
  ])
  if (!site) throw new NotFound()
  const title = fill(say(messages.substitutesTitle), { name: site.shortName })
  const parts = { c, people, refusal }
  const handed = c.req.query('ban-giao')
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title} />
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!refusal && handed && /^\d{1,6}$/.test(handed) && (
        <Notice kind="ok">{fill(say(messages.handedOver), { n: handed })}</Notice>
      )}
      <p class="soft">{say(messages.substitutesLead)}</p>
      {rows.length === 0 ? (
        <Empty title={say(messages.noSubstitutes)}>
          <p>{say(messages.noSubstitutesWhat)}</p>
        </Empty>
      ) : (
        <ul class="work-list">
          {rows.map((row) => (
            <SubstitutionItem c={c} row={row} />
          ))}
        </ul>
      )}
      <NameForm {...parts} />
      {maySetUpCases(actor, siteId) && <HandOverForm {...parts} />}
    </Page>,
    refusal ? 422 : 200,
  )
}

const SubstitutionItem: FC<{ c: OfficeContext; row: SubstitutionRow }> = ({ c, row }) => {
  const { say, siteId, actor, language } = c.var
  const day = (iso: string): string => dateOf(startOfDay(iso), language)
  return (
    <li class="work-item case-item">
      <div class="case-main">
        <p class="work-title">
          {fill(say(messages.substitutionLine), { substitute: row.substituteName, person: row.personName })}
        </p>
        <p class="work-facts">
          <span>{fill(say(messages.days), { from: day(row.fromDay), to: day(row.toDay) })}</span>
          {row.now && <span class="tag tag-accent">{say(messages.isAway)}</span>}
        </p>
      </div>
      {mayNameSubstitute(actor, siteId, row.personId) && (
        <form method="post" action={`/cong/${siteId}/ho-so/lam-thay/ket-thuc`} class="case-acts">
          <button type="submit" class="button" name="substitution" value={row.id}>
            {say(messages.endSubstitution)}
            <span class="visually-hidden">: {row.personName}</span>
          </button>
        </form>
      )}
    </li>
  )
}

const NameForm: FC<SubstitutesParts> = (parts) => {
  const { c, people } = parts
  const { say, siteId, actor } = c.var
  const { errors, typed } = refusedIn(parts, 'cu')
  const away = people.filter(({ id }) => mayNameSubstitute(actor, siteId, id))
  const options = (list: typeof people) => [
    { value: '', label: say(messages.choose) },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return away.length === 0 ? null : (
    <section class="panel" aria-labelledby="cu-lam-thay">
      <h2 id="cu-lam-thay">{say(messages.nameSubstitute)}</h2>
      <ActForm action={`/cong/${siteId}/ho-so/lam-thay`} submit={say(messages.nameSubstitute)}>
        <div class="case-pair">
          <Select
            label={say(messages.away)}
            name="personId"
            required
            value={typed.personId ?? (away.length === 1 ? away[0]!.id : actor.id)}
            error={errors.personId}
            options={options(away)}
          />
          <Select
            label={say(messages.substitute)}
            name="substituteId"
            required
            value={typed.substituteId}
            error={errors.substituteId}
            options={options(people)}
          />
          <Field
            label={say(messages.fromDay)}
            name="fromDay"
            type="date"
            required
            value={typed.fromDay ?? isoDayOf(new Date())}
            error={errors.fromDay}
          />
          <Field
            label={say(messages.toDay)}
            name="toDay"
            type="date"
            required
            value={typed.toDay}
            error={errors.toDay}
          />
        </div>
      </ActForm>
    </section>
  )
}

const HandOverForm: FC<SubstitutesParts> = (parts) => {
  const { c, people } = parts
  const { say, siteId } = c.var
  const { errors, typed } = refusedIn(parts, 'ban-giao')
  return (
    <section class="panel" aria-labelledby="ban-giao">
      <h2 id="ban-giao">{say(messages.handOverAll)}</h2>
      <p class="soft">{say(messages.handOverAllLead)}</p>
      <ActForm action={`/cong/${siteId}/ho-so/lam-thay/ban-giao`} submit={say(messages.handOver)} kind="button-danger">
        <div class="case-pair">
          <Select
            label={say(messages.leaver)}
            name="leaver"
            required
            value={typed.leaver}
            options={[
              { value: '', label: say(messages.choose) },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Select
            label={say(messages.taker)}
            name="officerId"
            value={typed.officerId}
            error={errors.officerId}
            options={[
              { value: '', label: say(messages.backToDivision) },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
      </ActForm>
    </section>
  )
}

/** POST /cong/:site/ho-so/lam-thay */
export async function saveSubstitute(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const { typed } = await typedOf(c)
  const { personId = '', substituteId = '', fromDay = '', toDay = '' } = typed
  const fields = ['personId', 'substituteId', 'fromDay', 'toDay']
  const result = await attempt(c, fields, (tx) =>
    nameSubstitute(tx, actor, { siteId, personId, substituteId, fromDay, toDay }),
  )
  if ('errors' in result) return showSubstitutes(c, { form: 'cu', errors: result.errors, typed })
  return c.redirect(`/cong/${siteId}/ho-so/lam-thay?da-luu=1`, 303)
}

/** POST /cong/:site/ho-so/lam-thay/ket-thuc */
export async function saveSubstituteEnd(c: OfficeContext): Promise<Response> {
  const { actor, siteId, db } = c.var
  const { typed } = await typedOf(c)
  const substitutionId = numberOf(typed.substitution)
  const rows = await substitutionsOf(db, siteId)
  if (substitutionId === undefined || !rows.some(({ id }) => id === substitutionId)) throw new NotFound()
  const result = await attempt(c, [], (tx) => endSubstitution(tx, actor, { substitutionId }))
  if ('errors' in result) return showSubstitutes(c, { form: 'ket-thuc', errors: result.errors, typed })
  return c.redirect(`/cong/${siteId}/ho-so/lam-thay?da-luu=1`, 303)
}

/** POST /cong/:site/ho-so/lam-thay/ban-giao */
export async function saveHandOverAll(c: OfficeContext): Promise<Response> {
  const { actor, siteId, say } = c.var
  const { typed } = await typedOf(c)
  if (!typed.leaver)
    return showSubstitutes(c, { form: 'ban-giao', errors: { leaver: say(messages.chooseLeaver) }, typed })
  const act = { siteId, personId: typed.leaver, toId: typed.officerId || null }
  const result = await attempt(c, ['officerId'], (tx) => handOverAll(tx, actor, act))
  if ('errors' in result) return showSubstitutes(c, { form: 'ban-giao', errors: result.errors, typed })
  return c.redirect(`/cong/${siteId}/ho-so/lam-thay?ban-giao=${result.done.cases}`, 303)
}
