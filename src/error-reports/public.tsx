import type { Child, FC } from 'hono/jsx'
import { Page } from '../delivery/components/page.tsx'
import { readPosted } from '../delivery/posted-form.tsx'
import type { DeliveryContext, PublicRoute } from '../delivery/route.ts'
import { dateTimeOf } from '../web/dates.ts'
import { fill, type Message } from '../web/message.ts'
import { isClosed, readCode, reportStates } from './error-report.ts'
import { receiptOf, reportedArticle, ruleOf, type Receipt } from './live-queries.ts'
import { messages } from './public-messages.ts'
import { typedReport, whyNotReport, type ReportErrors, type TypedReport } from './public/read-report.ts'
import { ReportForm } from './public/report-form.tsx'
import { reportError } from './report-error.ts'

/** Reporting an error in an article. Nothing here is stored in front, nothing is indexed, and no page ever shows a report. */
export const errorReportPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/bao-loi', handle: showForm },
  { method: 'POST', path: '/bao-loi', handle: takeReport },
  { method: 'GET', path: '/bao-loi/:code', handle: showReceipt },
]

/** The path of an article; undefined when it cannot be one. */
const readPath = (text: string | undefined): string | undefined =>
  text && text.length <= 300 && /^\/[a-z0-9-]+(?:\/[a-z0-9-]+)*$/.test(text) ? text : undefined

async function showForm(c: DeliveryContext): Promise<Response> {
  const path = readPath(c.req.query('bai'))
  return formPage(c, path, typedReport({}), {})
}

async function takeReport(c: DeliveryContext): Promise<Response> {
  const posted = await readPosted(c)
  if (posted.refused) return posted.refused
  const path = readPath(posted.typed.bai)
  const typed = typedReport(posted.typed)
  const read = whyNotReport(typed, c.var.say)
  if (!path || !read.value) return formPage(c, path, typed, read.value ? {} : read.errors)
  const visitor = await c.var.visitorKey()
  const trapped = Boolean(posted.typed['bo-trong'])
  const sent = { ...read.value, siteId: c.var.site.id, path, trapped, visitor }
  const outcome = await reportError(c.var.intake, sent)
  if (outcome.is === 'received') return c.redirect(c.var.to(`/bao-loi/${outcome.code}`), 303)
  if (outcome.is === 'unknown' || outcome.is === 'gone') return formPage(c, path, typed, {})
  return formPage(c, path, typed, { form: c.var.say(messages[outcome.is]) })
}

/** The form, with what was typed and what is wrong with it; or why there is nothing to report. */
async function formPage(
  c: DeliveryContext,
  path: string | undefined,
  typed: TypedReport,
  errors: ReportErrors,
): Promise<Response> {
  const { say, db, site } = c.var
  const [article, rule] = await Promise.all([
    path === undefined ? undefined : reportedArticle(db, site.id, path),
    ruleOf(db, site.id),
  ])
  if (!article) return wordsPage(c, { status: 404, title: messages.unknown, text: messages.unknownText })
  if (article.is === 'gone') return wordsPage(c, { status: 410, title: messages.gone, text: messages.goneText })
  const status = errors.form ? 429 : Object.keys(errors).length > 0 ? 422 : 200
  return wordsPage(c, {
    status,
    title: messages.title,
    children: (
      <>
        <p class="form-about">
          <span>{say(messages.article)}: </span>
          <a href={article.path}>{article.title}</a>
        </p>
        <p>{fill(say(messages.lead), { hours: rule.hours })}</p>
        <ReportForm c={c} path={article.path} rule={rule} typed={typed} errors={errors} />
      </>
    ),
  })
}

/** Thanks, the number of the report, and where it stands. */
async function showReceipt(c: DeliveryContext): Promise<Response> {
  const code = readCode(c.req.param('code'))
  const receipt = code && (await receiptOf(c.var.intake, c.var.site.id, code))
  if (!code || !receipt) return wordsPage(c, { status: 404, title: messages.noReceipt, text: messages.noReceiptText })
  return wordsPage(c, {
    status: 200,
    title: isClosed(receipt.state) ? messages.receipt : messages.received,
    children: <ReceiptFacts c={c} code={code} receipt={receipt} />,
  })
}

const ReceiptFacts: FC<{ c: DeliveryContext; code: string; receipt: Receipt }> = ({ c, code, receipt }) => {
  const { say, language } = c.var
  const closed = isClosed(receipt.state)
  const rows: [Message, Child][] = [
    [messages.code, <strong>{code}</strong>],
    [messages.article, receipt.live ? <a href={receipt.path}>{receipt.title}</a> : receipt.title],
    [messages.state, say(receipt.state === 'spam' ? messages.spamState : reportStates[receipt.state])],
    [messages.receivedAt, dateTimeOf(receipt.receivedAt, language)],
    receipt.closedAt
      ? [messages.closedAt, dateTimeOf(receipt.closedAt, language)]
      : [messages.dueAt, dateTimeOf(receipt.dueAt, language)],
  ]
  return (
    <>
      <dl class="receipt">
        {rows.map(([label, value]) => (
          <div>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{say(closed ? messages.answered : receipt.answers ? messages.willAnswer : messages.noAnswer)}</p>
      <p>{say(messages.codeHint)}</p>
      {receipt.live && (
        <p>
          <a href={receipt.path}>{say(messages.backToArticle)}</a>
        </p>
      )}
    </>
  )
}

interface Words {
  status: 200 | 404 | 410 | 422 | 429
  title: Message
  text?: Message
  children?: Child
}

function wordsPage(c: DeliveryContext, { status, title, text, children }: Words): Response | Promise<Response> {
  const { say } = c.var
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Page c={c} title={say(title)} noindex>
      <div class="wrap words-page">
        <h1>{say(title)}</h1>
        {text && <p>{say(text)}</p>}
        {children}
      </div>
    </Page>,
    status,
  )
}
