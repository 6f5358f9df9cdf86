import type { FC } from 'hono/jsx'
import { Empty, ErrorSummary, Field, Notice, ScreenHead, Select, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { ActForm, attempt, numberOf, typedForm, type Errors } from '../../sites/office/form.tsx'
import { siteById } from '../../sites/queries.ts'
import { fromLocalInput, toLocalInput } from '../../web/dates.ts'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { addAlert } from '../add-alert.ts'
import { endAlert } from '../end-alert.ts'
import { toneNames, tones } from '../notice.ts'
import { mayAnnounce } from '../policy.ts'
import { alertsOf, type AlertRow } from '../queries.ts'
import { messages } from './messages.ts'

export const styles = ['office/sites.css', 'office/home.css'] as const
const fields = ['words', 'tone', 'href', 'startsAt', 'endsAt']

/** GET /cong/:site/dai-thong-bao, and the answer to a refused form of it. */
export async function showAlerts(c: OfficeContext, refusal?: { errors: Errors; typed: Typed }): Promise<Response> {
  const { db, siteId, say, actor } = c.var
  const [site, alerts] = await Promise.all([siteById(db, siteId), alertsOf(db, siteId)])
  if (!site) throw new NotFound()
  const mine = mayAnnounce(actor, siteId)
  const title = fill(say(messages.alertsOf), { site: site.shortName })
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/cong/${siteId}`}>
          {site.shortName}
        </a>
        <a class="button" href={`/cong/${siteId}/gian-doan`}>
          {say(messages.outages)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <p>{say(messages.alertsIntro)}</p>
      {mine && <NewAlert c={c} refusal={refusal} />}
      <section class="panel" aria-labelledby="da-dat">
        <h2 id="da-dat">{say(messages.standing)}</h2>
        {alerts.length === 0 ? (
          <Empty title={say(messages.noAlerts)}>
            <p>{say(messages.noAlertsText)}</p>
          </Empty>
        ) : (
          alerts.map((alert) => <AlertLine c={c} alert={alert} mine={mine} />)
        )}
      </section>
    </Page>,
    refusal ? 422 : 200,
  )
}

const NewAlert: FC<{ c: OfficeContext; refusal: { errors: Errors; typed: Typed } | undefined }> = ({ c, refusal }) => {
  const { say, siteId } = c.var
  const { errors = {}, typed = {} } = refusal ?? {}
  const now = new Date()
  return (
    <section class="panel" aria-labelledby="dat-dai">
      <h2 id="dat-dai">{say(messages.newAlert)}</h2>
      <ActForm action={`/cong/${siteId}/dai-thong-bao`} may say={say} submit={say(messages.newAlert)}>
        <Field
          label={say(messages.words)}
          hint={say(messages.wordsHint)}
          name="words"
          value={typed.words}
          error={errors.words}
          rows={2}
          required
        />
        <div class="sites-pair">
          <Select
            label={say(messages.tone)}
            hint={say(messages.toneHint)}
            name="tone"
            value={typed.tone ?? 'info'}
            error={errors.tone}
            options={tones.map((tone) => ({ value: tone, label: say(toneNames[tone]) }))}
          />
          <Field
            label={say(messages.href)}
            hint={say(messages.hrefHint)}
            name="href"
            value={typed.href}
            error={errors.href}
          />
        </div>
        <div class="sites-pair">
          <Field
            label={say(messages.startsAt)}
            name="startsAt"
            type="datetime-local"
            value={typed.startsAt ?? toLocalInput(now)}
            error={errors.startsAt}
            required
          />
          <Field
            label={say(messages.endsAt)}
            name="endsAt"
            type="datetime-local"
            value={typed.endsAt ?? toLocalInput(new Date(now.getTime() + 3 * 86_400_000))}
            error={errors.endsAt}
            required
          />
        </div>
      </ActForm>
    </section>
  )
}

const AlertLine: FC<{ c: OfficeContext; alert: AlertRow; mine: boolean }> = ({ c, alert, mine }) => {
  const { say, language, siteId } = c.var
  const now = new Date()
  const standing = !alert.endedAt && alert.endsAt > now
  const state = alert.endedAt
    ? messages.takenDown
    : !standing
      ? messages.over
      : alert.startsAt <= now
        ? messages.showing
        : messages.waiting
  return (
    <div class="notice-row">
      <p>
        <span class={standing ? 'tag tag-live' : 'tag'}>{say(state)}</span>{' '}
        <span class="tag">{say(toneNames[alert.tone as keyof typeof toneNames])}</span> <strong>{alert.words}</strong>
      </p>
      <p class="soft small">
        <When at={alert.startsAt} language={language} exact />
        {' – '}
        <When at={alert.endedAt ?? alert.endsAt} language={language} exact />
        {alert.by && ` · ${alert.by}`}
        {alert.href && ` · ${alert.href}`}
      </p>
      {mine && standing && (
        <form method="post" action={`/cong/${siteId}/dai-thong-bao/${alert.id}/go`}>
          <button type="submit" class="button">
            {say(messages.takeDown)}
            <span class="visually-hidden"> {alert.words}</span>
          </button>
        </form>
      )}
    </div>
  )
}

/** POST /cong/:site/dai-thong-bao. */
export async function saveAlert(c: OfficeContext): Promise<Response> {
  const typed = await typedForm(c)
  const { siteId, actor } = c.var
  const { words = '', tone = '', href = '' } = typed
  const act = {
    siteId,
    words,
    tone,
    href,
    startsAt: fromLocalInput(typed.startsAt ?? ''),
    endsAt: fromLocalInput(typed.endsAt ?? ''),
  }
  const result = await attempt(c, fields, (tx) => addAlert(tx, actor, act))
  return 'errors' in result
    ? showAlerts(c, { errors: result.errors, typed })
    : c.redirect(`/cong/${siteId}/dai-thong-bao?da-luu=1`, 303)
}

/** POST /cong/:site/dai-thong-bao/:alert/go. */
export async function takeAlertDown(c: OfficeContext): Promise<Response> {
  const alertId = numberOf(c.req.param('alert'))
  if (alertId === undefined) throw new NotFound()
  const { siteId, actor } = c.var
  const result = await attempt(c, [], (tx) => endAlert(tx, actor, { siteId, alertId }))
  return 'errors' in result
    ? showAlerts(c, { errors: result.errors, typed: {} })
    : c.redirect(`/cong/${siteId}/dai-thong-bao?da-luu=1`, 303)
}
