import type { FC } from 'hono/jsx'
import { DueTag } from '../../editions/office/due-tag.tsx'
import { Empty, ErrorSummary, Field, Notice, Paging, ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { siteById } from '../../sites/queries.ts'
import { NotFound } from '../../refusals.ts'
import { maskPersonalData } from '../../ratings/mask-personal-data.ts'
import { fill } from '../../web/message.ts'
import { errorKinds, isClosed, reportStates, type ReportRule } from '../error-report.ts'
import { ruleOf } from '../live-queries.ts'
import { messages } from '../messages.ts'
import { maySetReportRule } from '../policy.ts'
import { queueCounts, reportQueue, type QueueCounts, type QueueFilter, type ReportLine } from '../queries.ts'
import type { Refusal } from './refusal.ts'

const filters: Record<string, QueueFilter> = { 'nghi-ngo': 'suspect', 'da-xu-ly': 'closed' }

/** GET /cong/:site/bao-loi: what readers report of a portal, the most pressing first. Also what a refused rule answers with. */
export async function showQueue(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const asked = c.req.query('loc') ?? ''
  const filter = Object.hasOwn(filters, asked) ? filters[asked]! : 'open'
  const after = c.req.query('sau')
  const [site, page, counts, rule] = await Promise.all([
    siteById(db, siteId),
    reportQueue(db, siteId, filter, { after }),
    queueCounts(db, siteId),
    ruleOf(db, siteId),
  ])
  if (!site) throw new NotFound()
  const address = (more: Record<string, string> = {}): string =>
    `/cong/${siteId}/bao-loi?${new URLSearchParams({ ...(filter !== 'open' && { loc: asked }), ...more })}`
  const now = new Date()
  return c.html(
    <Page c={c} title={`${say(messages.queue)}: ${site.shortName}`} styles={['office/newsroom.css']}>
      <div class="stack">
        <ScreenHead title={`${say(messages.queue)}: ${site.shortName}`}>
          <a class="button" href={`/cong/${siteId}/hai-long`}>
            {say(messages.ratingsLink)}
          </a>
        </ScreenHead>
        {refusal && <ErrorSummary errors={refusal.errors} />}
        {c.req.query('da') === 'thoi-han' && <Notice kind="ok">{say(messages.ruleSaved)}.</Notice>}
        <p class="soft">{fill(say(messages.queueLead), { hours: rule.hours })}</p>
        <Filters c={c} counts={counts} chosen={filter} />
        {page.rows.length > 0 ? (
          <ul class="work-list">
            {page.rows.map((report) => (
              <ReportItem c={c} report={report} now={now} />
            ))}
          </ul>
        ) : (
          <Empty title={say(filter === 'open' ? messages.emptyOpen : messages.emptyOther)}>
            {filter === 'open' && <p>{say(messages.emptyOpenHint)}</p>}
          </Empty>
        )}
        <Paging say={say} next={page.next && address({ sau: page.next })} first={after ? address() : undefined} />
        {maySetReportRule(actor, siteId) && <RuleForm c={c} rule={rule} refusal={refusal} />}
      </div>
    </Page>,
    refusal ? 422 : 200,
  )
}

const Filters: FC<{ c: OfficeContext; counts: QueueCounts; chosen: QueueFilter }> = ({ c, counts, chosen }) => {
  const { say, siteId } = c.var
  const tabs = [
    { filter: 'open', query: '', label: messages.filterOpen, n: counts.open },
    { filter: 'suspect', query: '?loc=nghi-ngo', label: messages.filterSuspect, n: counts.suspect },
    { filter: 'closed', query: '?loc=da-xu-ly', label: messages.filterClosed, n: undefined },
  ]
  return (
    <nav class="states" aria-label={say(messages.filters)}>
      <ul>
        {tabs.map(({ filter, query, label, n }) => (
          <li>
            <a href={`/cong/${siteId}/bao-loi${query}`} aria-current={filter === chosen ? 'true' : undefined}>
              {say(label)} {n !== undefined && <span class="count">{n}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const ReportItem: FC<{ c: OfficeContext; report: ReportLine; now: Date }> = ({ c, report, now }) => {
  const { say, language, siteId } = c.var
  const what = maskPersonalData(report.what)
  return (
    <li class="work-item">
      <p class="work-title">
        <a href={`/cong/${siteId}/bao-loi/${report.id}`} data-item>
          {report.title}
        </a>
      </p>
      <p class="work-facts">
        <span class="tag">{say(errorKinds[report.kind])}</span>
        {isClosed(report.state) ? (
          <span class={`tag ${report.state === 'corrected' ? 'tag-ok' : ''}`.trim()}>
            {say(reportStates[report.state])}
          </span>
        ) : (
          <DueTag at={report.dueAt} now={now} say={say} />
        )}
        {report.suspect && <span class="tag tag-warn">{say(messages.suspected)}</span>}
        {report.state === 'taken' && report.takenByName && (
          <span>{fill(say(messages.takenByName), { name: report.takenByName })}</span>
        )}{' '}
        <When at={report.closedAt ?? report.receivedAt} language={language} />
      </p>
      <p class="work-word">{what.length > 200 ? `${what.slice(0, 199).trimEnd()}…` : what}</p>
    </li>
  )
}

const RuleForm: FC<{ c: OfficeContext; rule: ReportRule; refusal?: Refusal }> = ({ c, rule, refusal }) => {
  const { say, siteId } = c.var
  return (
    <section class="panel" aria-labelledby="thoi-han">
      <h2 id="thoi-han">{say(messages.rule)}</h2>
      <form method="post" action={`/cong/${siteId}/bao-loi/thoi-han`} class="stack">
        <Field
          label={say(messages.hours)}
          name="hours"
          type="number"
          min="1"
          max="720"
          required
          hint={say(messages.hoursHint)}
          value={refusal?.typed.hours ?? rule.hours}
          error={refusal?.errors.hours}
        />
        <Field
          label={say(messages.keepDays)}
          name="keepDays"
          type="number"
          min="1"
          max="3650"
          required
          hint={say(messages.keepDaysHint)}
          value={refusal?.typed.keepDays ?? rule.keepDays}
          error={refusal?.errors.keepDays}
        />
        <div class="row">
          <button type="submit" class="button">
            {say(messages.save)}
          </button>
        </div>
      </form>
    </section>
  )
}
