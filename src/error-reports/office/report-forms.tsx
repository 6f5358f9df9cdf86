import type { FC } from 'hono/jsx'
import { Field, Select } from '../../office/components.tsx'
import { fill } from '../../web/message.ts'
import { outcomes, reportStates } from '../error-report.ts'
import { messages } from '../messages.ts'
import type { ReportScreen } from './report-screen.tsx'

/** Nobody has it, or a colleague. */
export const TakeForm: FC<ReportScreen> = ({ c, report }) => {
  const { say, actor, siteId } = c.var
  if (report.takenBy === actor.id) return null
  return (
    <form method="post" action={`/cong/${siteId}/bao-loi/${report.id}/nhan`}>
      <button type="submit" class={report.state === 'open' ? 'button button-primary' : 'button'}>
        {say(report.state === 'open' ? messages.take : messages.takeOver)}
      </button>
    </form>
  )
}

/** The outcome, a note for colleagues, and the answer where there is somebody to answer. */
export const CloseForm: FC<ReportScreen> = ({ c, report, refusal }) => {
  const { say, siteId } = c.var
  const { errors = {}, typed } = refusal ?? {}
  return (
    <section class="panel" aria-labelledby="xong">
      <h2 id="xong">{say(messages.close)}</h2>
      <form method="post" action={`/cong/${siteId}/bao-loi/${report.id}/xong`} class="stack" data-keep>
        <Select
          label={say(messages.outcome)}
          name="outcome"
          required
          value={typed?.outcome ?? ''}
          error={errors.outcome}
          options={[
            { value: '', label: say(messages.chooseOutcome) },
            ...outcomes.map((outcome) => ({ value: outcome, label: say(reportStates[outcome]) })),
          ]}
        />
        <Field
          label={say(messages.note)}
          name="note"
          rows={3}
          hint={say(messages.noteHint)}
          value={typed?.note}
          error={errors.note}
        />
        {report.hasEmail && (
          <>
            <Field
              label={say(messages.answer)}
              name="answer"
              rows={7}
              hint={say(messages.answerHint)}
              value={typed?.answer ?? fill(messages.answerDraft.vi, { title: report.title })}
              error={errors.answer}
            />
            <Field label={say(messages.silent)} name="silent" type="checkbox" value={typed?.silent} />
          </>
        )}
        <div class="row">
          <button type="submit" class="button button-primary">
            {say(messages.close)}
          </button>
        </div>
      </form>
    </section>
  )
}

/** Leads to a correction of the article, where it is this portal's own and live. */
export const CorrectForm: FC<ReportScreen> = ({ c, report }) => {
  const { say, siteId } = c.var
  if (report.entryId === null || report.liveEditionId === null || report.homeSiteId !== siteId) return null
  return (
    <section class="panel" aria-labelledby="dinh-chinh">
      <h2 id="dinh-chinh">{say(messages.correct)}</h2>
      <form method="post" action={`/muc/${report.entryId}/dinh-chinh`} class="stack" data-keep>
        <Field
          id="o-loi-dinh-chinh"
          label={say(messages.correctNote)}
          name="note"
          rows={3}
          hint={say(messages.correctHint)}
          required
        />
        <div>
          <button type="submit" class="button">
            {say(messages.correct)}
          </button>
        </div>
      </form>
    </section>
  )
}
