import { attempt, styles, typedOf, type Refusal } from '../../cases/office/form.tsx'
import { caseAdmins } from '../../cases/policy.ts'
import { ErrorSummary, Field, Notice, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import { ActForm } from '../../sites/office/form.tsx'
import { fill, type Message } from '../../web/message.ts'
import { accessSettingOf, emptyAccessSetting, type AccessSetting } from '../live-queries.ts'
import { portalOf } from '../queries.ts'
import { saveAccessSetting } from '../save-access-setting.ts'
import { messages } from './messages.ts'

const accessFields: readonly { name: keyof AccessSetting; label: Message; hint?: Message; rows?: number }[] = [
  { name: 'contactUnit', label: messages.contactUnit },
  { name: 'contactAddress', label: messages.contactAddress },
  { name: 'contactPhone', label: messages.phone },
  { name: 'contactEmail', label: messages.email },
  { name: 'listHref', label: messages.listHref, hint: messages.listHint },
  { name: 'guidance', label: messages.guidance, rows: 8 },
]
const dataFields = [
  { name: 'dataUnit', label: messages.dataUnit },
  { name: 'dataPhone', label: messages.phone },
  { name: 'dataEmail', label: messages.email },
] as const

/** GET /cong/:site/tiep-can-thong-tin, and the answer to a refused form of it. */
export async function showSetting(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { db, siteId, say, actor } = c.var
  const [setting, portal] = await Promise.all([accessSettingOf(db, siteId), portalOf(db, siteId)])
  const title = fill(say(messages.settingTitle), { site: portal.name })
  const changes = holds(actor, siteId, ...caseAdmins)
  const field = ({ name, label, hint, rows }: (typeof accessFields)[number]) => (
    <Field
      label={say(label)}
      name={name}
      hint={hint && say(hint)}
      rows={rows}
      value={refusal?.typed[name] ?? setting[name]}
      error={refusal?.errors[name]}
    />
  )
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button" href={`/cong/${siteId}/so-cung-cap-thong-tin`}>
          {say(messages.toRegister)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da') === 'luu' && <Notice kind="ok">{say(messages.saved)}.</Notice>}
      <p class="soft">{say(messages.settingLead)}</p>
      <ActForm action={`/cong/${siteId}/tiep-can-thong-tin`} may={changes} say={say} submit={say(messages.save)}>
        <section class="panel stack" aria-labelledby="tiep-can">
          <h2 id="tiep-can">{say(messages.accessHead)}</h2>
          {accessFields.map(field)}
        </section>
        <section class="panel stack" aria-labelledby="du-lieu">
          <h2 id="du-lieu">{say(messages.dataHead)}</h2>
          {dataFields.map(field)}
        </section>
      </ActForm>
    </Page>,
    refusal ? 422 : 200,
  )
}

/** POST /cong/:site/tiep-can-thong-tin */
export async function saveSetting(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const { typed } = await typedOf(c)
  const names = Object.keys(emptyAccessSetting) as (keyof AccessSetting)[]
  const setting = Object.fromEntries(names.map((name) => [name, typed[name] ?? ''])) as unknown as AccessSetting
  const outcome = await attempt(c, names, (tx) => saveAccessSetting(tx, actor, { siteId, setting }))
  if ('done' in outcome) return c.redirect(`/cong/${siteId}/tiep-can-thong-tin?da=luu`, 303)
  return showSetting(c, { form: 'cai-dat', errors: outcome.errors, typed })
}
