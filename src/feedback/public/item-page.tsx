import type { Child, FC } from 'hono/jsx'
import { stepNames } from '../../cases/case.ts'
import { Trap } from '../../delivery/components/form-parts.tsx'
import { Page } from '../../delivery/components/page.tsx'
import { nearest, phoneWidth, Picture } from '../../delivery/components/picture.tsx'
import { liveFiles, type LiveFiles } from '../../delivery/live-media.ts'
import { keepUntil, showing, type DeliveryContext } from '../../delivery/route.ts'
import { imageUrl } from '../../media/address.ts'
import { NotFound } from '../../refusals.ts'
import { dateOf } from '../../web/dates.ts'
import { fill, type Message } from '../../web/message.ts'
import { moments } from '../feedback.ts'
import {
  feedbackByNumber,
  photosOf,
  stepsOf,
  type FeedbackPhoto,
  type FeedbackStep,
  type FeedbackView,
} from '../live-queries.ts'
import { pointText, type Point } from '../place.ts'
import { messages } from '../public-messages.ts'
import { listPath, StateMark } from './list-page.tsx'
import { serviceWords } from './service-words.ts'

/** The number of a report in an address. @throws NotFound when it cannot be one. */
export function numberIn(c: DeliveryContext): string {
  const number = c.req.param('number') ?? ''
  if (!/^[A-Z]{2,6}-\d{4}-\d{6,12}$/.test(number)) throw new NotFound()
  return number
}

/** GET /phan-anh/:number: one public report, how it stands against its deadline, what was done. */
export async function showFeedback(c: DeliveryContext): Promise<Response> {
  const { db, site, say } = c.var
  const report = await feedbackByNumber(db, site.id, numberIn(c))
  if (!report) throw new NotFound()
  showing(c, `feedback:${report.caseId}`)
  if (report.state !== 'done' && report.dueAt && report.dueAt > new Date()) keepUntil(c, report.dueAt)
  c.var.page.styles.add('feedback.css')
  const [photos, steps] = await Promise.all([photosOf(db, report.caseId), stepsOf(db, report.caseId)])
  const files = await liveFiles(
    db,
    photos.map(({ mediaId }) => mediaId),
  )
  return c.html(
    <Page
      c={c}
      title={report.title}
      description={report.words.slice(0, 200)}
      canonical={`${listPath}/${report.number}`}
      crumbs={[
        { name: say(messages.title), href: listPath },
        { name: report.title, lang: 'vi' },
      ]}
    >
      <article class="wrap feedback-page">
        <h1 lang="vi">{report.title}</h1>
        <Facts c={c} report={report} />
        <section aria-labelledby="noi-dung-phan-anh">
          <h2 id="noi-dung-phan-anh">{say(messages.words)}</h2>
          <p class="feedback-words" lang="vi">
            {report.words}
          </p>
          <p class="form-hint">{say(messages.edited)}</p>
        </section>
        <Photos c={c} photos={photos} files={files} />
        <Outcome c={c} report={report} />
        <Steps c={c} steps={steps} />
        {report.state !== 'done' && <JoinForm c={c} report={report} />}
        <p>
          <a href={c.var.to(listPath)}>{say(messages.back)}</a>
        </p>
      </article>
    </Page>,
  )
}

const Facts: FC<{ c: DeliveryContext; report: FeedbackView }> = ({ c, report }) => {
  const { say, language } = c.var
  const service = serviceWords(report, { say, language, now: new Date() })
  const where = [report.place, report.unit].filter(Boolean).join(', ')
  const rows: [Message, Child][] = [
    [messages.number, report.number],
    [messages.states, <StateMark c={c} state={report.state} isLate={service?.isLate ?? false} />],
  ]
  if (service) rows.push([messages.service, service.text])
  if (report.field) rows.push([messages.fields, (language === 'en' && report.fieldEn) || report.field])
  if (where) rows.push([messages.place, <span lang="vi">{where}</span>])
  if (report.latitude !== null)
    rows.push([
      messages.point,
      <>
        {pointText(report as Point)}
        {!report.isExact && <span class="form-hint">{` ${say(messages.placeRounded)}`}</span>}
      </>,
    ])
  rows.push([messages.handler, <span lang="vi">{report.handler}</span>])
  if (report.voices > 0) rows.push([messages.joinTitle, fill(say(messages.voices), { n: report.voices })])
  return (
    <dl class="receipt">
      {rows.map(([label, value]) => (
        <div>
          <dt>{say(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Photos: FC<{ c: DeliveryContext; photos: readonly FeedbackPhoto[]; files: LiveFiles }> = ({
  c,
  photos,
  files,
}) => {
  const { say } = c.var
  const shown = photos.flatMap((photo) => {
    const file = files.get(photo.mediaId)
    return file?.kind === 'image' ? [{ photo, file }] : []
  })
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="anh">
      <h2 id="anh">{say(messages.photos)}</h2>
      <div class="feedback-photos">
        {shown.map(({ photo, file }) => (
          <figure>
            <a
              href={imageUrl(
                file.id,
                nearest(
                  file.variants.map(({ width }) => width),
                  1280,
                ),
                'jpeg',
              )}
            >
              <Picture file={file} alt={photo.alt} sizes={`(min-width: 44em) 20rem, ${phoneWidth}`} />
            </a>
            <figcaption>
              {`${say(moments[photo.moment])}: `}
              <span lang="vi">{photo.alt}</span>
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  )
}

const Outcome: FC<{ c: DeliveryContext; report: FeedbackView }> = ({ c, report }) => {
  const { say } = c.var
  const missing =
    report.state !== 'done' ? messages.noAnswerYet : report.outcome === 'merged' ? messages.merged : messages.noAnswer
  return (
    <section aria-labelledby="ket-qua-xu-ly">
      <h2 id="ket-qua-xu-ly">{say(messages.answer)}</h2>
      {report.answer ? (
        <p class="feedback-words" lang="vi">
          {report.answer}
        </p>
      ) : (
        <p>{say(missing)}</p>
      )}
    </section>
  )
}

const Steps: FC<{ c: DeliveryContext; steps: readonly FeedbackStep[] }> = ({ c, steps }) => {
  const { say, language } = c.var
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="qua-trinh">
      <h2 id="qua-trinh">{say(messages.steps)}</h2>
      <ol class="plain feedback-steps">
        {steps.map(({ at, step }) => (
          <li>
            <time datetime={at.toISOString()}>{dateOf(at, language)}</time>
            <span>{say(stepNames[step] ?? { vi: step, en: step })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** One press that says "me too". */
export const JoinForm: FC<{ c: DeliveryContext; report: { number: string } }> = ({ c, report }) => {
  const { say } = c.var
  return (
    <section aria-labelledby="cung-gap">
      <h2 id="cung-gap">{say(messages.joinTitle)}</h2>
      <p class="form-hint">{say(messages.joinHint)}</p>
      <form class="form" method="post" action={c.var.to(`${listPath}/${report.number}/cung-gap`)}>
        <Trap c={c} id="bo-trong-cung-gap" />
        <button type="submit" class="form-send">
          {say(messages.join)}
        </button>
      </form>
    </section>
  )
}
