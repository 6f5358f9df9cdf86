import type { FC } from 'hono/jsx'
import { startOfDay } from '../../calendar/deadline.ts'
import { basisText, durationText } from '../../calendar/rule-words.ts'
import { Empty, ErrorSummary, Field, Notice, ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { ActForm, type Errors } from '../../sites/office/form.tsx'
import { siteById } from '../../sites/queries.ts'
import { dateOf, dateTimeOf, toLocalInput } from '../../web/dates.ts'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { outageState } from '../notice.ts'
import { mayAnnounce } from '../policy.ts'
import { outagesOf, suspensionNotice, type OutageRow } from '../queries.ts'
import { styles } from './alert-screen.tsx'
import { messages } from './messages.ts'

export interface OutageRefusal {
  /** The suspension whose form was refused; none: the form of a new one. */
  outageId?: number
  errors: Errors
  typed: Typed
}

/** GET /cong/:site/gian-doan, and the answer to every refused form of it. */
export async function showOutages(c: OfficeContext, refusal?: OutageRefusal): Promise<Response> {
  const { db, siteId, say, actor } = c.var
  const [site, outages, notice] = await Promise.all([
    siteById(db, siteId),
    outagesOf(db, siteId),
    suspensionNotice(db, siteId, new Date()),
  ])
  if (!site) throw new NotFound()
  const mine = mayAnnounce(actor, siteId)
  const title = fill(say(messages.outagesOf), { site: site.shortName })
  return c.html(
    <Page c={c} title={title} styles={styles}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/cong/${siteId}`}>
          {site.shortName}
        </a>
        <a class="button" href={`/cong/${siteId}/dai-thong-bao`}>
          {say(messages.alerts)}
        </a>
      </ScreenHead>
      {refusal && refusal.outageId === undefined && <ErrorSummary errors={refusal.errors} />}
      {!refusal && c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
      {!mine && <Notice kind="warn">{say(messages.readOnly)}</Notice>}
      <p>{say(messages.outagesIntro)}</p>
      {mine && <NewOutage c={c} notice={notice} refusal={refusal?.outageId === undefined ? refusal : undefined} />}
      <section class="panel" aria-labelledby="cac-dot">
        <h2 id="cac-dot">{say(messages.list)}</h2>
        {outages.length === 0 ? (
          <Empty title={say(messages.noOutages)}>{mine && <p>{say(messages.noOutagesText)}</p>}</Empty>
        ) : (
          outages.map((row) => (
            <OutageLine c={c} row={row} mine={mine} refusal={refusal?.outageId === row.id ? refusal : undefined} />
          ))
        )}
      </section>
    </Page>,
    refusal ? 422 : 200,
  )
}

interface NewProps {
  c: OfficeContext
  notice: Awaited<ReturnType<typeof suspensionNotice>>
  refusal: OutageRefusal | undefined
}

const NewOutage: FC<NewProps> = ({ c, notice: { earliest, duration, rule, override, waiting }, refusal }) => {
  const { say, siteId, language } = c.var
  const { errors = {}, typed = {} } = refusal ?? {}
  const limit = fill(say(messages.earliest), {
    at: dateTimeOf(earliest, language),
    source: override?.document ?? basisText(rule.basis, language),
    duration: durationText(duration, say),
  })
  const doubt = fill(say(messages.notConfirmed), {
    days: waiting.map((day) => dateOf(startOfDay(day), language)).join(', '),
  })
  return (
    <section class="panel" aria-labelledby="thong-bao-moi">
      <h2 id="thong-bao-moi">{say(messages.newOutage)}</h2>
      <ActForm action={`/cong/${siteId}/gian-doan`} may say={say} submit={say(messages.newOutage)}>
        <Field
          label={say(messages.outageStart)}
          hint={waiting.length > 0 ? `${limit} ${doubt}` : limit}
          name="startsAt"
          type="datetime-local"
          value={typed.startsAt ?? toLocalInput(earliest)}
          error={errors.startsAt}
          required
        />
        <Field
          label={say(messages.restoresAt)}
          name="restoresAt"
          type="datetime-local"
          value={typed.restoresAt}
          error={errors.restoresAt}
          required
        />
        <Field
          label={say(messages.affects)}
          hint={say(messages.affectsHint)}
          name="affects"
          value={typed.affects}
          error={errors.affects}
          required
        />
        <Field
          label={say(messages.reason)}
          name="reason"
          value={typed.reason}
          error={errors.reason}
          rows={2}
          required
        />
        <Field label={say(messages.forced)} name="forced" type="checkbox" value={typed.forced} error={errors.forced} />
        <Field
          label={say(messages.ground)}
          hint={say(messages.groundHint)}
          name="ground"
          value={typed.ground}
          error={errors.ground}
          rows={2}
        />
      </ActForm>
    </section>
  )
}

interface LineProps {
  c: OfficeContext
  row: OutageRow
  mine: boolean
  refusal: OutageRefusal | undefined
}

const OutageLine: FC<LineProps> = ({ c, row, mine, refusal }) => {
  const { say, language } = c.var
  const now = new Date()
  const state = outageState(row, now)
  const open = state !== 'restored' && state !== 'cancelled'
  return (
    <div class="notice-row" id={`dot-${row.id}`}>
      <p>
        <span class={open ? 'tag tag-warn' : 'tag'}>
          {fill(say(messages[state]), { at: row.restoredAt ? dateTimeOf(row.restoredAt, language) : '' })}
        </span>{' '}
        <strong>{row.affects}</strong>
        {row.forced && <span class="tag">{say(messages.forced)}</span>}
      </p>
      <p class="soft small">
        <When at={row.startsAt} language={language} exact />
        {' – '}
        <When at={row.restoresAt} language={language} exact />
        {` · ${row.reason}`}
      </p>
      {refusal && <ErrorSummary errors={{ form: Object.values(refusal.errors).join(' ') }} />}
      {mine && open && <OutageActs c={c} row={row} begun={state !== 'planned'} typed={refusal?.typed} />}
    </div>
  )
}

const OutageActs: FC<{ c: OfficeContext; row: OutageRow; begun: boolean; typed: Typed | undefined }> = ({
  c,
  row,
  begun,
  typed,
}) => {
  const { say, siteId } = c.var
  const base = `/cong/${siteId}/gian-doan/${row.id}`
  return (
    <div class="sites-pair">
      {begun && (
        <ActForm
          action={`${base}/khoi-phuc`}
          may
          say={say}
          submit={say(messages.report)}
          label={`${say(messages.report)}: ${row.affects}`}
        >
          <Field
            id={`o-restoredAt-${row.id}`}
            label={say(messages.restoredAt)}
            name="restoredAt"
            type="datetime-local"
            value={typed?.restoredAt ?? toLocalInput(new Date())}
            required
          />
        </ActForm>
      )}
      <ActForm
        action={`${base}/doi-gio`}
        may
        say={say}
        kind=""
        submit={say(messages.move)}
        label={`${say(messages.move)}: ${row.affects}`}
      >
        <Field
          id={`o-restoresAt-${row.id}`}
          label={say(messages.newTime)}
          name="restoresAt"
          type="datetime-local"
          value={typed?.restoresAt ?? toLocalInput(row.restoresAt)}
          required
        />
      </ActForm>
      {!begun && (
        <form method="post" action={`${base}/huy`}>
          <button type="submit" class="button button-danger">
            {say(messages.cancel)}
            <span class="visually-hidden"> {row.affects}</span>
          </button>
        </form>
      )}
    </div>
  )
}
