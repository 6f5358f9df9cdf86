import type { FC } from 'hono/jsx'
import { Field, fieldId } from '../../office/components.tsx'
import { messages } from './answer-messages.ts'
import { publishable } from './answer-editor.tsx'
import { AnswerWords } from './answers.tsx'
import { refusedOf, type CaseParts } from './case-parts.ts'
import type { CaseAnswerView } from './case-queries.ts'
import { Finds, letStandOf, PublicPreview } from './public-version.tsx'
import { messages as steps } from './step-messages.ts'

interface PanelProps {
  parts: CaseParts
  answer: CaseAnswerView
}

/** For a leader: what the sender will get, what the public would read with every find of the machine, and the three decisions. */
export const ApprovePanel: FC<PanelProps> = ({ parts, answer }) => {
  const { c, file } = parts
  const { say } = c.var
  const goesPublic = answer.publish && answer.kind === 'answer' && publishable(file)
  const returning = refusedOf(parts, 'tra-du-thao')
  return (
    <div class="stack case-approve">
      <h3>{say(messages.sentTo)}</h3>
      <AnswerWords c={c} answer={answer} />
      <form method="post" action={`/ho-so/${file.id}/duyet`} class="stack" aria-label={say(messages.approveTitle)}>
        {goesPublic && <PublicWords parts={parts} answer={answer} form="duyet-va-dang" />}
        {!goesPublic && publishable(file) && answer.kind === 'answer' && (
          <p class="soft small">{say(messages.notPublic)}</p>
        )}
        <div class="row">
          {goesPublic && (
            <button type="submit" class="button button-primary" formaction={`/ho-so/${file.id}/duyet-va-dang`}>
              {say(steps.approvePublish)}
            </button>
          )}
          <button
            type="submit"
            class={`button ${goesPublic ? '' : 'button-primary'}`.trim()}
            formaction={`/ho-so/${file.id}/duyet`}
          >
            {say(answer.kind === 'progress' ? steps.approveProgress : steps.approve)}
          </button>
        </div>
      </form>
      <form method="post" action={`/ho-so/${file.id}/tra-du-thao`} class="step-form" aria-label={say(steps.return)}>
        <Field
          id={fieldId('tra-du-thao-reason')}
          label={say(steps.returnReason)}
          name="reason"
          rows={2}
          required
          value={returning.typed.reason}
          error={returning.errors.reason}
        />
        <button type="submit" class="button">
          {say(steps.return)}
        </button>
      </form>
    </div>
  )
}

/** For a leader: publishes an answer that went to the sender already. */
export const PublishPanel: FC<PanelProps> = ({ parts, answer }) => {
  const { c, file } = parts
  const { say } = c.var
  return (
    <form method="post" action={`/ho-so/${file.id}/cong-khai`} class="stack" aria-label={say(steps.publish)}>
      <PublicWords parts={parts} answer={answer} form="cong-khai" />
      <div class="row">
        <button type="submit" class="button button-primary">
          {say(steps.publish)}
        </button>
      </div>
    </form>
  )
}

const PublicWords: FC<PanelProps & { form: string }> = ({ parts, answer, form }) => {
  const { c, file } = parts
  const { say } = c.var
  const { errors, typed } = refusedOf(parts, form)
  const typedReasons = letStandOf(typed)
  return (
    <>
      <PublicPreview words={answer} say={say} />
      {(['publicTitle', 'publicQuestion', 'publicAnswer'] as const)
        .filter((field) => errors[field])
        .map((field) => (
          <p class="case-held" id={fieldId(`${form}-${field}`)}>
            {errors[field]}
          </p>
        ))}
      <Finds
        words={answer}
        letStand={typedReasons.length > 0 ? typedReasons : answer.letStand}
        say={say}
        id={`${form}-de-nguyen`}
      />
      {!file.publicWanted && (
        <Field
          id={fieldId(`${form}-interest`)}
          label={say(messages.interest)}
          name="interest"
          hint={say(messages.interestHint)}
          value={typed.interest}
          error={errors.interest}
        />
      )}
    </>
  )
}
