import type { FC } from 'hono/jsx'
import { masked } from '../../cases/find-personal-data.ts'
import { ActForm } from '../../cases/office/form.tsx'
import { Field, Notice, Select } from '../../office/components.tsx'
import { fill } from '../../web/message.ts'
import { messages } from '../messages.ts'
import { withdrawalReasons } from '../withdraw-feedback.ts'
import { addressOf, refusedIn } from './feedback-of.ts'
import type { ModerationParts } from './moderation-screen.tsx'

/** What everybody would read: begun with the sender's words, in which the machine hid what it recognised. */
export const PublishForm: FC<ModerationParts> = ({ c, report, moderation: { published, answer }, refusal }) => {
  const { say } = c.var
  const { errors = {}, typed } = refusedIn(refusal, 'dang')
  const stand = published?.letStand[0]?.reason ?? ''
  return (
    <section class="panel" aria-labelledby="cong-khai">
      <h2 id="cong-khai">{say(messages.publish)}</h2>
      {published && (
        <Notice kind="ok">
          {fill(say(messages.published), { voices: published.voices })}{' '}
          {published.moderatedByName && fill(say(messages.publishedBy), { name: published.moderatedByName })}
        </Notice>
      )}
      <p class="soft small">{say(messages.publishHint)}</p>
      <ActForm
        action={`${addressOf(report)}/dang`}
        submit={say(published ? messages.doChange : messages.doPublish)}
        label={say(messages.publish)}
      >
        <Field
          label={say(messages.publicTitle)}
          name="title"
          value={typed?.title ?? published?.title ?? masked(report.title).slice(0, 200)}
          error={errors.title}
          required
        />
        <Field
          label={say(messages.publicWords)}
          name="words"
          rows={8}
          value={typed?.words ?? published?.words ?? masked(report.body).slice(0, 4000)}
          error={errors.words}
          required
        />
        <Field
          label={say(messages.publicPlace)}
          hint={say(messages.publicPlaceHint)}
          name="place"
          value={typed?.place ?? published?.place}
          error={errors.place}
        />
        <Field
          label={say(messages.publicAnswer)}
          hint={say(messages.publicAnswerHint)}
          name="answer"
          rows={5}
          value={typed?.answer ?? (published?.answer || masked(answer))}
          error={errors.answer}
        />
        <Field
          label={say(messages.exact)}
          name="exact"
          type="checkbox"
          value={typed ? typed.exact : published?.isExact ? 'on' : ''}
        />
        <Field
          label={say(messages.stand)}
          hint={say(messages.standHint)}
          name="stand"
          rows={2}
          value={typed?.stand ?? stand}
          error={errors.stand}
        />
      </ActForm>
    </section>
  )
}

/** Takes it down, for one of the reasons there are. */
export const WithdrawForm: FC<ModerationParts> = ({ c, report, refusal }) => {
  const { say } = c.var
  const errors = refusal?.form === 'go' ? refusal.errors : {}
  return (
    <section class="panel" aria-labelledby="go-cong-khai">
      <h2 id="go-cong-khai">{say(messages.withdraw)}</h2>
      <ActForm
        action={`${addressOf(report)}/go`}
        submit={say(messages.withdraw)}
        kind="button-danger"
        label={say(messages.withdraw)}
        ask={say(messages.withdrawAsk)}
      >
        <Select
          label={say(messages.why)}
          name="reason"
          required
          error={errors.reason}
          options={[
            { value: '', label: say(messages.chooseWhy) },
            ...Object.entries(withdrawalReasons).map(([value, label]) => ({ value, label: say(label) })),
          ]}
        />
      </ActForm>
    </section>
  )
}
