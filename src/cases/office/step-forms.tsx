import type { Child, FC } from 'hono/jsx'
import { Field, Select, fieldId } from '../../office/components.tsx'
import { fill, type Message } from '../../web/message.ts'
import type { CaseStepName } from '../case.ts'
import type { Extension } from '../extend-case.ts'
import { refusedOf, type CaseParts } from './case-parts.ts'
import type { DivisionDesk, FieldRow, PortalName } from './desk-queries.ts'
import { messages } from './step-messages.ts'

/** What forms for steps offer to choose from. */
export interface StepChoices {
  desks: readonly DivisionDesk[]
  fields: readonly FieldRow[]
  portals: readonly PortalName[]
  /** How far the time may be extended; nothing where it may not. */
  extension: Extension | undefined
}

interface StepProps extends CaseParts {
  choices: StepChoices
  slug: string
}

/** A step as the screen offers it: the last part of its address, its name, and its fields. */
export interface StepForm {
  step: CaseStepName
  slug: string
  label: Message
  kind?: 'button-danger'
  fields?: FC<StepProps>
  /** Offered only where this holds, beside the table of steps. */
  when?: (parts: CaseParts, choices: StepChoices) => boolean
}

const Text: FC<StepProps & { name: string; label: Message; hint?: Message; rows?: number; required?: boolean }> = (
  props,
) => {
  const { c, slug, name, label, hint, rows = 3, required } = props
  const { errors, typed } = refusedOf(props, slug)
  const { say } = c.var
  return (
    <Field
      id={fieldId(`${slug}-${name}`)}
      label={say(label)}
      name={name}
      rows={rows === 1 ? undefined : rows}
      required={required}
      hint={hint && say(hint)}
      value={typed[name]}
      error={errors[name]}
    />
  )
}

/** Divisions with their officers, as one choice: 12, or 12:person. */
const HandlerSelect: FC<StepProps> = (props) => {
  const { c, file, slug, choices } = props
  const { say } = c.var
  const { errors, typed } = refusedOf(props, slug)
  const error = errors.divisionId ?? errors.officerId
  const chosen = typed.to ?? (file.divisionId === null ? '' : String(file.divisionId))
  return (
    <div class="field">
      <label for={fieldId(`${slug}-divisionId`)}>{say(messages.assignTo)}</label>
      <select
        id={fieldId(`${slug}-divisionId`)}
        name="to"
        required
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error && `${slug}-to-error`}
      >
        <option value="">{say(messages.chooseHandler)}</option>
        {choices.desks.map((desk) => (
          <optgroup label={desk.name}>
            <option value={desk.id} selected={chosen === String(desk.id)}>
              {fill(say(messages.wholeDivision), { name: desk.name })}
            </option>
            {desk.officers.map((officer) => (
              <option value={`${desk.id}:${officer.id}`} selected={chosen === `${desk.id}:${officer.id}`}>
                {officer.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {error && (
        <p class="error" id={`${slug}-to-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

const AssignFields: FC<StepProps> = (props) => {
  const { c, file, slug, choices } = props
  const { say, language } = c.var
  const { errors, typed } = refusedOf(props, slug)
  const fields = choices.fields.filter(({ kinds }) => kinds.includes(file.kind))
  return (
    <>
      <HandlerSelect {...props} />
      {fields.length > 0 && (
        <Select
          id={fieldId(`${slug}-fieldId`)}
          label={say(messages.field)}
          name="fieldId"
          value={typed.fieldId ?? String(file.fieldId ?? '')}
          error={errors.fieldId}
          options={[
            { value: '', label: say(messages.keepField) },
            ...fields.map((field) => ({ value: field.id, label: (language === 'en' && field.nameEn) || field.name })),
          ]}
        />
      )}
      <Text {...props} name="note" label={messages.noteOptional} rows={2} />
    </>
  )
}

const HandOverFields: FC<StepProps> = (props) => {
  const { c, file, slug, choices } = props
  const { say } = c.var
  const { errors, typed } = refusedOf(props, slug)
  const officers = choices.desks
    .filter(({ id }) => file.divisionId === null || id === file.divisionId)
    .flatMap((desk) => desk.officers)
    .filter(({ id }) => id !== file.officerId)
  return (
    <>
      <Select
        id={fieldId(`${slug}-officerId`)}
        label={say(messages.handOverTo)}
        name="officerId"
        required
        value={typed.officerId}
        error={errors.officerId}
        options={[{ value: '', label: '–' }, ...officers.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Text {...props} name="note" label={messages.handOverNote} required />
    </>
  )
}

const ForwardFields: FC<StepProps> = (props) => {
  const { c, file, slug, choices } = props
  const { say } = c.var
  const { errors, typed } = refusedOf(props, slug)
  return (
    <>
      <Select
        id={fieldId(`${slug}-siteId`)}
        label={say(messages.forwardTo)}
        name="siteId"
        required
        value={typed.siteId}
        error={errors.siteId}
        options={[
          { value: '', label: say(messages.choosePortal) },
          ...choices.portals
            .filter(({ id }) => id !== file.handlingSiteId)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Text {...props} name="agency" label={messages.forwardAgency} hint={messages.forwardAgencyHint} rows={1} />
      <Text {...props} name="reason" label={messages.forwardReason} required />
    </>
  )
}

const ExtendFields: FC<StepProps> = (props) => {
  const { c, slug, choices } = props
  const { say } = c.var
  const { errors, typed } = refusedOf(props, slug)
  const { most = 1, unit = 'working_days', basis = '' } = choices.extension ?? {}
  return (
    <>
      <Field
        id={fieldId(`${slug}-amount`)}
        label={say(messages.extendBy)}
        name="amount"
        type="number"
        min="1"
        max={String(most)}
        required
        hint={fill(say(messages[`extendHint_${unit}`]), { most, basis })}
        value={typed.amount}
        error={errors.amount}
      />
      <Text {...props} name="reason" label={messages.extendReason} required />
    </>
  )
}

const only =
  (
    ...fields: readonly { name: string; label: Message; hint?: Message; rows?: number; required?: boolean }[]
  ): FC<StepProps> =>
  (props) => (
    <>
      {fields.map((field) => (
        <Text {...props} {...field} />
      ))}
    </>
  )

const Hint: FC<{ children?: Child }> = ({ children }) => <p class="hint">{children}</p>

/** The forms for steps, the likely before the rare. What answers a case is drawn apart (answer-editor.tsx, approve-panel.tsx). */
export const stepForms: readonly StepForm[] = [
  { step: 'release', slug: 'vao-hang-cho', label: messages.release },
  { step: 'take', slug: 'nhan', label: messages.take, when: ({ c, file }) => file.officerId !== c.var.actor.id },
  { step: 'assign', slug: 'phan-cong', label: messages.assign, fields: AssignFields },
  {
    step: 'resume',
    slug: 'tiep-tuc',
    label: messages.resume,
    fields: only({ name: 'note', label: messages.noteOptional, rows: 2 }),
  },
  {
    step: 'ask',
    slug: 'bo-sung',
    label: messages.ask,
    fields: only({ name: 'question', label: messages.askQuestion, hint: messages.askHint, rows: 5, required: true }),
  },
  { step: 'recall', slug: 'rut-du-thao', label: messages.recall },
  { step: 'forward', slug: 'chuyen', label: messages.forward, fields: ForwardFields },
  {
    step: 'guide',
    slug: 'huong-dan',
    label: messages.guide,
    fields: only(
      { name: 'agency', label: messages.guideAgency, hint: messages.guideHint, rows: 1, required: true },
      { name: 'how', label: messages.guideHow, rows: 4, required: true },
    ),
  },
  {
    step: 'merge',
    slug: 'gop',
    label: messages.merge,
    fields: only({ name: 'number', label: messages.mergeNumber, hint: messages.mergeHint, rows: 1, required: true }),
    when: ({ file }) => !['data_request', 'information_request'].includes(file.kind),
  },
  { step: 'hand-over', slug: 'ban-giao', label: messages.handOver, fields: HandOverFields },
  {
    step: 'decline',
    slug: 'tra-lai',
    label: messages.decline,
    fields: only({ name: 'reason', label: messages.reason, hint: messages.declineHint, required: true }),
  },
  {
    step: 'extend',
    slug: 'gia-han',
    label: messages.extend,
    fields: ExtendFields,
    when: (_, { extension }) => extension !== undefined && !extension.used,
  },
  {
    step: 'lapse',
    slug: 'khong-bo-sung',
    label: messages.lapse,
    kind: 'button-danger',
    fields: only({ name: 'note', label: messages.noteOptional, rows: 2 }),
  },
  {
    step: 'close',
    slug: 'ket-thuc',
    label: messages.close,
    fields: ({ c, file }) => <Hint>{fill(c.var.say(messages.closeHint), { days: file.reopenDays })}</Hint>,
  },
  {
    step: 'seal',
    slug: 'niem-phong',
    label: messages.seal,
    kind: 'button-danger',
    fields: ({ c }) => <Hint>{c.var.say(messages.sealHint)}</Hint>,
  },
  {
    step: 'reject',
    slug: 'thu-rac',
    label: messages.reject,
    kind: 'button-danger',
    fields: only({ name: 'note', label: messages.note, hint: messages.rejectHint, required: true }),
  },
]
