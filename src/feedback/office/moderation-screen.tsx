import type { FC } from 'hono/jsx'
import { fieldsFor, type CaseFieldName } from '../../cases/field-queries.ts'
import type { CaseView } from '../../cases/load-case.ts'
import { styles, type Refusal } from '../../cases/office/form.tsx'
import { ErrorSummary, Notice, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { fill } from '../../web/message.ts'
import { feedbackKind } from '../feedback.ts'
import { wardsOf, type Ward } from '../live-queries.ts'
import { messages } from '../messages.ts'
import { moderationOf, type Moderation } from '../queries.ts'
import { addressOf, feedbackOf } from './feedback-of.ts'
import { PhotoList } from './photo-list.tsx'
import { PlaceForm } from './place-form.tsx'
import { PublishForm, WithdrawForm } from './publish-form.tsx'

/** What the parts of the screen are drawn from. */
export interface ModerationParts {
  c: OfficeContext
  report: CaseView
  moderation: Moderation
  wards: readonly Ward[]
  fields: readonly CaseFieldName[]
  refusal?: Refusal
}

const done = ['noi', 'dang', 'go', 'anh', 'bo-anh'] as const

/** GET /ho-so/:case/phan-anh: where a report is, and what is public of it. Also what a refused form of it answers with. */
export async function showModeration(c: OfficeContext, refusal?: Refusal): Promise<Response> {
  const { db, say } = c.var
  const report = await feedbackOf(c)
  const [moderation, { wards }, fields] = await Promise.all([
    moderationOf(db, report.id),
    wardsOf(db, report.siteId),
    fieldsFor(db, feedbackKind.name),
  ])
  const parts: ModerationParts = { c, report, moderation, wards, fields, refusal }
  const title = fill(say(messages.title), { number: report.number })
  const did = done.find((one) => one === c.req.query('da'))
  return c.html(
    <Page c={c} title={title} styles={[...styles, 'office/feedback.css']}>
      <ScreenHead title={title}>
        <a class="button button-back" href={`/ho-so/${report.id}`}>
          {say(messages.back)}
        </a>
      </ScreenHead>
      {refusal && <ErrorSummary errors={refusal.errors} />}
      {!refusal && did && <Notice kind="ok">{say(messages[`done_${did}`])}</Notice>}
      {!report.publicWanted && <Notice kind="warn">{say(messages.notWanted)}</Notice>}
      <div class="case-screen">
        <div class="stack case-read">
          <Sent {...parts} />
          {(report.publicWanted || moderation.published) && <PublishForm {...parts} />}
        </div>
        <div class="stack case-beside">
          <PlaceForm {...parts} />
          <PhotoList {...parts} address={addressOf(report)} />
          {moderation.published && <WithdrawForm {...parts} />}
        </div>
      </div>
    </Page>,
    refusal ? 422 : 200,
  )
}

const Sent: FC<ModerationParts> = ({ c, report }) => (
  <section class="panel" aria-labelledby="nguoi-gui-viet">
    <h2 id="nguoi-gui-viet">{c.var.say(messages.sent)}</h2>
    <p>
      <strong>{report.title}</strong>
    </p>
    <p class="said">{report.body}</p>
  </section>
)
