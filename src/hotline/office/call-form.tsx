import type { FC } from 'hono/jsx'
import type { CaseFieldName } from '../../cases/field-queries.ts'
import { newFormToken } from '../../cases/tracking.ts'
import { Field, Select } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Typed } from '../../web/form.ts'
import type { Say } from '../../web/message.ts'
import type { LoggedCall } from '../log-call.ts'
import { messages } from '../messages.ts'

/** What a form that was sent left: what is wrong and what was typed, or the case it opened. */
export interface CallScreenState {
  errors?: Record<string, string>
  typed?: Typed
  logged?: LoggedCall
}

/** Everything of a call on one form; two more buttons say what follows. */
export const CallForm: FC<{ c: OfficeContext; fields: readonly CaseFieldName[]; state: CallScreenState }> = ({
  c,
  fields,
  state,
}) => {
  const { say, siteId, language } = c.var
  const { errors = {}, typed = {} } = state
  const value = (name: string): string | undefined => typed[name]
  return (
    <form
      method="post"
      action={`/cong/${siteId}/tong-dai`}
      class="panel stack"
      aria-labelledby="cuoc-goi-moi"
      data-call
      data-keep
    >
      <h2 id="cuoc-goi-moi">{say(messages.newCall)}</h2>
      <p class="soft">{say(messages.lead)}</p>
      <input type="hidden" name="token" value={value('token') ?? newFormToken()} />
      <input type="hidden" name="entryId" value={value('entryId') ?? ''} />
      <Select
        label={say(messages.field)}
        name="fieldId"
        required
        value={value('fieldId') ?? ''}
        error={errors.fieldId}
        options={[
          { value: '', label: say(messages.chooseField) },
          ...fields.map((field) => ({ value: field.id, label: (language === 'en' && field.nameEn) || field.name })),
        ]}
      />
      <Field
        label={say(messages.question)}
        name="question"
        rows={3}
        required
        value={value('question')}
        error={errors.question}
      />
      <div class="row">
        <button
          type="submit"
          class="button"
          formaction={`/cong/${siteId}/tong-dai/goi-y`}
          formnovalidate
          data-no-script
        >
          {say(messages.suggest)}
        </button>
      </div>
      <p class="soft small" data-used data-used-words={say(messages.used)} hidden></p>
      <Field
        label={say(messages.guidance)}
        name="guidance"
        rows={4}
        value={value('guidance')}
        error={errors.guidance}
      />
      <Field
        label={say(messages.minutes)}
        name="minutes"
        type="number"
        min="1"
        max="480"
        value={value('minutes') ?? '1'}
        error={errors.minutes}
      />
      <CallerFields c={c} value={value} errors={errors} />
      <CallButtons say={say} />
      <p class="soft small">{say(messages.keys)}</p>
    </form>
  )
}

interface CallerFieldsProps {
  c: OfficeContext
  value: (name: string) => string | undefined
  errors: Record<string, string>
}

const CallerFields: FC<CallerFieldsProps> = ({ c, value, errors }) => {
  const { say } = c.var
  return (
    <details class="fold" open={Boolean(value('name') || value('phone') || value('email')) || undefined}>
      <summary>{say(messages.caller)}</summary>
      <div class="stack">
        <p class="hint">{say(messages.callerHint)}</p>
        <Field label={say(messages.callerName)} name="name" value={value('name')} error={errors.name} />
        <Field label={say(messages.callerPhone)} name="phone" type="tel" value={value('phone')} error={errors.phone} />
        <Field
          label={say(messages.callerEmail)}
          name="email"
          type="email"
          value={value('email')}
          error={errors.email}
        />
      </div>
    </details>
  )
}

const CallButtons: FC<{ say: Say }> = ({ say }) => (
  <div class="row">
    <button type="submit" name="followUp" value="none" class="button button-primary" data-key="save">
      {say(messages.save)}
    </button>
    <button type="submit" name="followUp" value="case" class="button" data-key="case">
      {say(messages.saveAsCase)}
    </button>
    <button type="submit" name="followUp" value="call-back" class="button" data-key="back">
      {say(messages.saveCallBack)}
    </button>
  </div>
)
