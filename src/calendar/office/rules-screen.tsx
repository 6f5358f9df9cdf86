import type { Child, FC } from 'hono/jsx'
import { BackToPortal } from '../../office/back-to-portal.tsx'
import { ErrorSummary, Notice, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import type { Errors } from '../../sites/office/form.tsx'
import { siteById } from '../../sites/queries.ts'
import { dateOf, isoDayOf } from '../../web/dates.ts'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { overridesOf } from '../calendar-queries.ts'
import { startOfDay } from '../deadline.ts'
import { mayOverride } from '../policy.ts'
import { basisText, durationText, markNames, statusNames } from '../rule-words.ts'
import { packOn, packs, rulesOn, type Rule, type RulePack } from '../rules.ts'
import { styles } from './calendar-screen.tsx'
import { ruleGroups, ruleMessages as messages } from './messages.ts'
import { NewOverride, OverrideLine, type OpenOverride } from './override-parts.tsx'

export interface OverrideRefusal {
  errors: Errors
  typed: Typed
}

/** GET /quy-tac, and the answer to a refused form of it. */
export async function showNetworkRules(c: OfficeContext, refusal?: OverrideRefusal): Promise<Response> {
  const overrides = await overridesOf(c.var.db, null)
  return c.html(
    <RulesPage c={c} title={c.var.say(messages.title)} siteId={null} overrides={overrides} refusal={refusal}>
      <a class="button button-back" href="/lich-lam-viec">
        {c.var.say(messages.calendar)}
      </a>
    </RulesPage>,
    refusal ? 422 : 200,
  )
}

/** GET /cong/:site/quy-tac, and the answer to a refused form of it. */
export async function showSiteRules(c: OfficeContext, refusal?: OverrideRefusal): Promise<Response> {
  const { db, siteId, say } = c.var
  const [site, own, network] = await Promise.all([siteById(db, siteId), overridesOf(db, siteId), overridesOf(db, null)])
  if (!site) throw new NotFound()
  const title = fill(say(messages.titleOf), { site: site.shortName })
  return c.html(
    <RulesPage c={c} title={title} siteId={siteId} overrides={[...own, ...network]} refusal={refusal}>
      <BackToPortal c={c} name={site.shortName} />
      <a class="button" href="/lich-lam-viec">
        {say(messages.calendar)}
      </a>
    </RulesPage>,
    refusal ? 422 : 200,
  )
}

interface RulesPageProps {
  c: OfficeContext
  title: string
  siteId: number | null
  overrides: readonly OpenOverride[]
  refusal: OverrideRefusal | undefined
  children?: Child
}

const RulesPage: FC<RulesPageProps> = ({ c, title, siteId, overrides, refusal, children }) => {
  const { say, actor } = c.var
  const mine = mayOverride(actor, siteId)
  const rules = rulesOn(isoDayOf(new Date()))
  return (
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>{children}</ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      <p>{say(messages.intro)}</p>
      {!mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <Packs c={c} />
      {ruleGroups.map(({ starts, name }) => (
        <section class="panel" aria-labelledby={`nhom-${starts[0].replace(/\W/g, '')}`}>
          <h2 id={`nhom-${starts[0].replace(/\W/g, '')}`}>{say(name)}</h2>
          <table class="table calendar-rules">
            <thead>
              <tr>
                {[messages.rule, messages.time, messages.basis, messages.overrides].map((head) => (
                  <th scope="col">{say(head)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rules
                .filter(({ rule }) => starts.some((start) => rule.id.startsWith(start)))
                .map(({ rule, pack }) => (
                  <RuleLine
                    c={c}
                    rule={rule}
                    pack={pack}
                    siteId={siteId}
                    overrides={overrides.filter(({ ruleId }) => ruleId === rule.id)}
                  />
                ))}
            </tbody>
          </table>
        </section>
      ))}
      {mine && <NewOverride c={c} siteId={siteId} rules={rules.map(({ rule }) => rule)} refusal={refusal} />}
    </Page>
  )
}

const Packs: FC<{ c: OfficeContext }> = ({ c }) => {
  const { say, language } = c.var
  const today = isoDayOf(new Date())
  const active = packOn(today)
  const day = (iso: string): string => dateOf(startOfDay(iso), language)
  return (
    <section class="panel" aria-labelledby="bo-quy-tac">
      <h2 id="bo-quy-tac">{say(messages.packs)}</h2>
      <p>
        {fill(say(messages.why), {
          day: day(today),
          pack: say(active.name),
          instrument: active.instrument,
          from: day(active.effectiveFrom),
        })}
      </p>
      <ul class="plain">
        {packs.map((pack) => (
          <li>
            <strong>{say(pack.name)}</strong>{' '}
            {fill(say(pack.effectiveTo ? messages.until : messages.since), {
              from: day(pack.effectiveFrom),
              to: pack.effectiveTo ? day(pack.effectiveTo) : '',
            })}{' '}
            <span class="tag">{say(markNames[pack.verified])}</span>{' '}
            {pack === active && <span class="tag tag-ok">{say(messages.activeNow)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RuleLineProps {
  c: OfficeContext
  rule: Rule
  pack: RulePack
  siteId: number | null
  overrides: readonly OpenOverride[]
}

const RuleLine: FC<RuleLineProps> = ({ c, rule, pack, siteId, overrides }) => {
  const { say, language } = c.var
  const carried = pack !== packOn(isoDayOf(new Date()))
  return (
    <tr id={`quy-tac-${rule.id.replaceAll('.', '-')}`}>
      <th scope="row">{say(rule.label)}</th>
      <td data-label={say(messages.time)}>{durationText(rule.duration, say)}</td>
      <td data-label={say(messages.basis)}>
        {basisText(rule.basis, language)}{' '}
        <span class={rule.status === 'law' ? 'tag tag-ok' : 'tag tag-warn'}>{say(statusNames[rule.status])}</span>{' '}
        <span class={rule.verified === 'unverified' ? 'tag tag-warn' : 'tag'}>{say(markNames[rule.verified])}</span>
        {(carried || rule.basis.note) && (
          <p class="soft small">
            {carried && `${fill(say(messages.carried), { pack: say(pack.name) })} `}
            {rule.basis.note && say(rule.basis.note)}
          </p>
        )}
      </td>
      <td data-label={say(messages.overrides)}>
        {overrides.length === 0
          ? say(messages.none)
          : overrides.map((override) => <OverrideLine c={c} override={override} rule={rule} siteId={siteId} />)}
      </td>
    </tr>
  )
}
