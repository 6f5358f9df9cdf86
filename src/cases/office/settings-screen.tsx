import type { FC } from 'hono/jsx'
import { BackToPortal } from '../../office/back-to-portal.tsx'
import { ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import { NotFound } from '../../refusals.ts'
import { siteById } from '../../sites/queries.ts'
import { fill } from '../../web/message.ts'
import { maySetUpCases } from '../desk-people.ts'
import { caseDesk } from '../policy.ts'
import { defaultKeepDays } from '../retention.ts'
import { fieldList, routingOf, type FieldRow } from './desk-queries.ts'
import { Divisions } from './division-forms.tsx'
import { ActForm, styles, type Refusal, summaryOf } from './form.tsx'
import { caseKinds, kindName } from './kind-names.ts'
import { messages } from './settings-messages.ts'
import { refusedIn, type SettingsParts } from './settings-parts.ts'
import { caseSettingOf, deskPeople, divisionsOfSite, retentionOf, type CaseSettingRow } from './settings-queries.ts'

/** GET /cong/:site/ho-so/cai-dat: how a portal deals with cases. Also what a refused form of it answers with. */
export async function showSettings(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const [site, people, divisions, setting, retention, fields, routing] = await Promise.all([
    siteById(db, siteId),
    deskPeople(db, siteId),
    divisionsOfSite(db, siteId),
    caseSettingOf(db, siteId),
    retentionOf(db, siteId),
    fieldList(db),
    routingOf(db, siteId),
  ])
  if (!site) throw new NotFound()
  const parts: SettingsParts = { c, people, divisions, refusal, may: maySetUpCases(actor, siteId) }
  const title = fill(say(messages.title), { name: site.shortName })
  const desk = holds(actor, siteId, ...caseDesk)
  return c.html(
    <Page c={c} title={title} styles={[...styles, 'office/sites.css']}>
      <ScreenHead title={title}>
        {desk ? (
          <a class="button button-back" href={`/cong/${siteId}/ho-so`}>
            {say(messages.queue)}
          </a>
        ) : (
          <BackToPortal c={c} name={site.shortName} />
        )}
        <a class="button" href={`/cong/${siteId}/ho-so/lam-thay`}>
          {say(messages.substitutes)}
        </a>
        {desk && (
          <a class="button" href={`/cong/${siteId}/ho-so/mau`}>
            {say(messages.templates)}
          </a>
        )}
      </ScreenHead>
      {refusal && <ErrorSummary errors={/^phong|^ket-thuc/.test(refusal.form) ? summaryOf(refusal) : refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      <fieldset class="case-settings" disabled={!parts.may}>
        <legend class="visually-hidden">{title}</legend>
        <Divisions {...parts} />
        <Routing {...parts} fields={fields} routing={routing} />
        <General {...parts} setting={setting} />
        <Retention {...parts} retention={retention} />
      </fieldset>
    </Page>,
    refusal ? 422 : 200,
  )
}

const General: FC<SettingsParts & { setting: CaseSettingRow }> = (props) => {
  const { c, people, setting } = props
  const { say, siteId } = c.var
  const { errors, typed } = refusedIn(props, 'chung')
  const value = (name: keyof CaseSettingRow): string => typed[name] ?? String(setting[name] ?? '')
  const hasTyped = Object.keys(typed).length > 0
  return (
    <section class="panel" aria-labelledby="chung">
      <h2 id="chung">{say(messages.general)}</h2>
      <ActForm action={`/cong/${siteId}/ho-so/cai-dat/chung`} submit={say(messages.save)} label={say(messages.general)}>
        <OpenKinds c={c} open={setting.openKinds} />
        <div class="case-pair">
          <Select
            label={say(messages.leader)}
            name="leaderId"
            hint={say(messages.leaderHint)}
            value={value('leaderId')}
            error={errors.leaderId}
            options={[
              { value: '', label: say(messages.noLeader) },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Field
            label={say(messages.warnDays)}
            name="warnDays"
            type="number"
            min="0"
            max="30"
            required
            hint={say(messages.warnDaysHint)}
            value={value('warnDays')}
            error={errors.warnDays}
          />
          <Field
            label={say(messages.reopenDays)}
            name="reopenDays"
            type="number"
            min="1"
            max="90"
            required
            hint={say(messages.reopenDaysHint)}
            value={value('reopenDays')}
            error={errors.reopenDays}
          />
          <Field
            label={say(messages.extensionDays)}
            name="extensionDays"
            type="number"
            min="0"
            max="30"
            required
            hint={say(messages.extensionDaysHint)}
            value={value('extensionDays')}
            error={errors.extensionDays}
          />
          <Field
            label={say(messages.extensionBasis)}
            name="extensionBasis"
            value={value('extensionBasis')}
            error={errors.extensionBasis}
          />
        </div>
        <Field
          label={say(messages.league)}
          name="league"
          type="checkbox"
          hint={say(messages.leagueHint)}
          value={hasTyped ? typed.league : String(setting.league)}
        />
      </ActForm>
    </section>
  )
}

/** What people may send to the portal, of what there is a form for. */
const OpenKinds: FC<{ c: OfficeContext; open: readonly string[] }> = ({ c, open }) => (
  <fieldset>
    <legend>{c.var.say(messages.openKinds)}</legend>
    <div class="case-people">
      {[...caseKinds.values()]
        .filter(({ formPath }) => formPath !== '')
        .map(({ name, label }) => (
          <label>
            <input type="checkbox" name="openKinds" value={name} checked={open.includes(name)} /> {c.var.say(label)}
          </label>
        ))}
    </div>
  </fieldset>
)

interface RetentionProps extends SettingsParts {
  retention: { own: ReadonlyMap<string, number>; network: ReadonlyMap<string, number> }
}

const Retention: FC<RetentionProps> = (props) => {
  const { c, retention } = props
  const { say, siteId } = c.var
  const { errors, typed } = refusedIn(props, 'thoi-gian-luu')
  return (
    <section class="panel" aria-labelledby="thoi-gian-luu">
      <h2 id="thoi-gian-luu">{say(messages.retention)}</h2>
      <p class="soft">{say(messages.retentionLead)}</p>
      <ActForm
        action={`/cong/${siteId}/ho-so/cai-dat/thoi-gian-luu`}
        submit={say(messages.save)}
        label={say(messages.retention)}
      >
        <div class="case-pair">
          {Object.entries(defaultKeepDays(caseKinds)).map(([kind, days]) => (
            <Field
              label={kindName(kind, say)}
              name={`keep-${kind}`}
              type="number"
              min="1"
              max="36500"
              hint={fill(say(messages.keepDefault), { n: retention.network.get(kind) ?? days })}
              value={typed[`keep-${kind}`] ?? retention.own.get(kind) ?? ''}
              error={errors[`keep-${kind}`]}
            />
          ))}
        </div>
      </ActForm>
    </section>
  )
}

interface RoutingProps extends SettingsParts {
  fields: readonly FieldRow[]
  routing: ReadonlyMap<number, number>
}

const Routing: FC<RoutingProps> = (props) => {
  const { c, divisions, fields, routing } = props
  const { say, siteId, language } = c.var
  const live = divisions.filter(({ endedOn }) => endedOn === null)
  return live.length === 0 ? null : (
    <section class="panel" aria-labelledby="phan-luong">
      <h2 id="phan-luong">{say(messages.routing)}</h2>
      <p class="soft">{say(messages.routingLead)}</p>
      <ActForm
        action={`/cong/${siteId}/ho-so/cai-dat/phan-luong`}
        submit={say(messages.save)}
        label={say(messages.routing)}
      >
        <div class="case-pair">
          {fields.map((field) => (
            <Select
              label={(language === 'en' && field.nameEn) || field.name}
              name={`field-${field.id}`}
              value={String(routing.get(field.id) ?? '')}
              options={[
                { value: '', label: say(messages.byPerson) },
                ...live.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          ))}
        </div>
      </ActForm>
    </section>
  )
}
