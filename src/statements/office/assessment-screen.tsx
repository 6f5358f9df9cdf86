import type { FC } from 'hono/jsx'
import { publicAddress } from '../../editions/office/public-address.ts'
import { Empty, ErrorSummary, Field, Notice, ScreenHead, Select } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { ActForm, attempt, typedForm, type Errors } from '../../sites/office/form.tsx'
import { siteById } from '../../sites/queries.ts'
import { dateOf, toLocalInput } from '../../web/dates.ts'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { mayState } from '../policy.ts'
import { assessmentsOf } from '../queries.ts'
import { recordAssessment } from '../record-assessment.ts'
import { resultNames, results, statementRules } from '../statement.ts'
import { messages } from './messages.ts'

export const styles = ['office/sites.css', 'office/home.css'] as const

/** GET /cong/:site/tu-danh-gia, and the answer to a refused form of it. */
export async function showAssessments(c: OfficeContext, refusal?: { errors: Errors; typed: Typed }): Promise<Response> {
  const { db, siteId, say, actor, language, config } = c.var
  const [site, rows] = await Promise.all([siteById(db, siteId), assessmentsOf(db, siteId)])
  if (!site) throw new NotFound()
  const { errors = {}, typed = {} } = refusal ?? {}
  const title = fill(say(messages.assessmentsOf), { site: site.shortName })
  const main = site.hosts.find(({ isPrimary }) => isPrimary)
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/cong/${siteId}`}>
          {site.shortName}
        </a>
        {main && !site.closedAt && (
          <a class="button" href={publicAddress(config, main.host, '/tuyen-bo-tiep-can')}>
            {say(messages.see)}
          </a>
        )}
      </ScreenHead>
      {refusal && <ErrorSummary errors={errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!mayState(actor, siteId) && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <p>{fill(say(messages.assessmentsIntro), { source: say(statementRules.assessment.source) })}</p>
      {mayState(actor, siteId) && <NewAssessment c={c} errors={errors} typed={typed} />}
      <section class="panel" aria-labelledby="da-ghi">
        <h2 id="da-ghi">{say(messages.recorded)}</h2>
        {rows.length === 0 ? (
          <Empty title={say(messages.noAssessments)}>
            <p>{say(messages.noAssessmentsText)}</p>
          </Empty>
        ) : (
          rows.map((row) => (
            <div class="notice-row">
              <p>
                <strong>{dateOf(new Date(`${row.assessedOn}T00:00:00+07:00`), language)}</strong>{' '}
                <span class="tag">{say(resultNames[row.result])}</span>
              </p>
              <p class="small">{row.method}</p>
            </div>
          ))
        )}
      </section>
    </Page>,
    refusal ? 422 : 200,
  )
}

const NewAssessment: FC<{ c: OfficeContext; errors: Errors; typed: Typed }> = ({ c, errors, typed }) => {
  const { say, siteId } = c.var
  return (
    <section class="panel" aria-labelledby="ghi">
      <h2 id="ghi">{say(messages.record)}</h2>
      <ActForm action={`/cong/${siteId}/tu-danh-gia`} may say={say} submit={say(messages.record)}>
        <div class="sites-pair">
          <Field
            label={say(messages.assessedOn)}
            name="assessedOn"
            type="date"
            value={typed.assessedOn ?? toLocalInput(new Date()).slice(0, 10)}
            error={errors.assessedOn}
            required
          />
          <Select
            label={say(messages.result)}
            name="result"
            value={typed.result}
            error={errors.result}
            required
            options={[
              { value: '', label: say(messages.chooseResult) },
              ...results.map((value) => ({ value, label: say(resultNames[value]) })),
            ]}
          />
        </div>
        <Field
          label={say(messages.method)}
          hint={say(messages.methodHint)}
          name="method"
          value={typed.method}
          error={errors.method}
          rows={2}
          required
        />
        <Field
          label={say(messages.gaps)}
          hint={say(messages.gapsHint)}
          name="gaps"
          value={typed.gaps}
          error={errors.gaps}
          rows={4}
        />
      </ActForm>
    </section>
  )
}

/** POST /cong/:site/tu-danh-gia. */
export async function saveAssessment(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c, 'gaps')
  const { siteId, actor } = c.var
  const { assessedOn = '', result = '', method = '', gaps = '' } = typed
  const act = { siteId, assessedOn, result, method, gaps }
  const done = await attempt(c, ['assessedOn', 'result', 'method', 'gaps'], (tx) => recordAssessment(tx, actor, act))
  return 'errors' in done
    ? showAssessments(c, { errors: done.errors, typed })
    : c.redirect(`/cong/${siteId}/tu-danh-gia?da-luu=1`, 303)
}
