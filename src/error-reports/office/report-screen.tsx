import type { Child, FC } from 'hono/jsx'
import { DueTag } from '../../editions/office/due-tag.tsx'
import { publicAddress } from '../../editions/office/public-address.ts'
import { ErrorSummary, Notice, ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { maskPersonalData } from '../../ratings/mask-personal-data.ts'
import { NotFound } from '../../refusals.ts'
import { fill, type Message } from '../../web/message.ts'
import { errorKinds, isClosed, reportStates } from '../error-report.ts'
import { messages } from '../messages.ts'
import { mayHandleReports } from '../policy.ts'
import { reportById, type ReportView } from '../queries.ts'
import { CloseForm, CorrectForm, TakeForm } from './report-forms.tsx'
import { reportIdOf, type Refusal } from './refusal.ts'

/** What the parts of the screen are drawn from. */
export interface ReportScreen {
  c: OfficeContext
  report: ReportView
  /** Whether this person may deal with it. */
  handler: boolean
  refusal?: Refusal
}

/** GET /cong/:site/bao-loi/:report, and the answer to a refused form of it. */
export async function showReport(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { say, db, actor, siteId } = c.var
  const handler = mayHandleReports(actor, siteId)
  const report = await reportById(db, siteId, reportIdOf(c), { handler })
  if (!report) throw new NotFound()
  const title = fill(say(messages.report), { id: report.id })
  const screen: ReportScreen = { c, report, handler, refusal }
  const done = { nhan: messages.taken, xong: messages.closedDone }[c.req.query('da') ?? '']
  const open = handler && !isClosed(report.state)
  return c.html(
    <Page c={c} title={title} styles={['office/newsroom.css']}>
      <ScreenHead title={title}>
        <a class="button" href={`/cong/${siteId}/bao-loi`}>
          {say(messages.back)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && done && <Notice kind="ok">{say(done)}.</Notice>}
      <div class="desk">
        <div class="stack">
          <WhatIsWrong {...screen} />
          {open && <CloseForm {...screen} />}
        </div>
        <div class="stack">
          {open && <TakeForm {...screen} />}
          <Facts {...screen} />
          <Sender {...screen} />
          {open && <CorrectForm {...screen} />}
        </div>
      </div>
    </Page>,
    refusal ? 422 : 200,
  )
}

const WhatIsWrong: FC<ReportScreen> = ({ c, report, handler }) => {
  const { say, config, siteId } = c.var
  // Who only reads need not see numbers of persons somebody typed into the text.
  const shown = (text: string): string => (handler ? text : maskPersonalData(text))
  const changed = report.liveEditionId !== null && report.editionId !== report.liveEditionId
  return (
    <section class="panel" aria-labelledby="loi">
      <h2 id="loi">{report.title}</h2>
      <p class="row">
        {report.liveEditionId !== null && report.host && (
          <a href={publicAddress(config, report.host, report.path)} rel="noopener" target="_blank">
            {say(messages.seeLive)}
          </a>
        )}{' '}
        {report.entryId !== null && report.homeSiteId === siteId && handler && (
          <a href={`/muc/${report.entryId}`}>{say(messages.openEntry)}</a>
        )}
      </p>
      {report.liveEditionId === null && <Notice kind="warn">{say(messages.noLonger)}</Notice>}
      {changed && !isClosed(report.state) && <Notice kind="warn">{say(messages.changedSince)}</Notice>}
      {report.homeSiteId !== null && report.homeSiteId !== siteId && (
        <Notice kind="warn">{fill(say(messages.elsewhere), { name: report.homeSiteName ?? '' })}</Notice>
      )}
      <h3>{say(messages.what)}</h3>
      <p>
        <span class="tag">{say(errorKinds[report.kind])}</span>
      </p>
      <p class="said">{shown(report.what)}</p>
      {report.passage && (
        <>
          <h3>{say(messages.passage)}</h3>
          <blockquote class="work-word said">{shown(report.passage)}</blockquote>
        </>
      )}
    </section>
  )
}

const Facts: FC<ReportScreen> = ({ c, report }) => {
  const { say, language } = c.var
  const when = (at: Date): Child => <When at={at} language={language} exact />
  const rows: [Message, Child][] = [
    [messages.state, say(reportStates[report.state])],
    [messages.receivedAt, when(report.receivedAt)],
    [messages.dueAt, when(report.dueAt)],
    [messages.code, report.code],
  ]
  if (report.takenByName) rows.push([messages.takenBy, report.takenByName])
  if (report.closedAt) rows.push([messages.closedAt, when(report.closedAt)])
  if (report.closedByName) rows.push([messages.closedBy, report.closedByName])
  if (report.answeredAt) rows.push([messages.answered, when(report.answeredAt)])
  if (report.note) rows.push([messages.note, <span class="said">{report.note}</span>])
  return (
    <section class="panel" aria-labelledby="tinh-trang">
      <h2 id="tinh-trang">{say(messages.state)}</h2>
      {!isClosed(report.state) && (
        <p>
          <DueTag at={report.dueAt} now={new Date()} say={say} />
        </p>
      )}
      <dl class="facts">
        {rows.map(([label, value]) => (
          <div>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Sender: FC<ReportScreen> = ({ c, report }) => {
  const { say } = c.var
  const { sender, hasSender, senderErasedAt } = report
  return (
    <section class="panel" aria-labelledby="nguoi-gui">
      <h2 id="nguoi-gui">{say(messages.sender)}</h2>
      {sender ? (
        <>
          {sender.name && <p>{sender.name}</p>}
          {sender.email && <p>{sender.email}</p>}
          <p class="soft small">{say(messages.senderUse)}</p>
        </>
      ) : (
        <p class="soft">
          {say(hasSender ? messages.senderHidden : senderErasedAt ? messages.senderErased : messages.senderNone)}
        </p>
      )}
    </section>
  )
}
