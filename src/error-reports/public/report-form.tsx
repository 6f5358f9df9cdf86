import type { FC } from 'hono/jsx'
import { Choice, ErrorSummary, FormField, Trap } from '../../delivery/components/form-parts.tsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { fill } from '../../web/message.ts'
import { errorKinds, lengths, type ReportRule } from '../error-report.ts'
import { messages } from '../public-messages.ts'
import type { ReportErrors, TypedReport } from './read-report.ts'

interface ReportFormProps {
  c: DeliveryContext
  path: string
  rule: ReportRule
  typed: TypedReport
  errors: ReportErrors
}

/** Names of the fields. Their ids have a word in front: the page has ids of its own. */
const names = { kind: 'loai', what: 'noi-dung', passage: 'doan', name: 'ho-ten', email: 'thu-dien-tu' } as const
const idOf = (field: keyof typeof names): string => `o-${names[field]}`

/** The form of a report. Everything typed stays where it was when something is wrong. */
export const ReportForm: FC<ReportFormProps> = ({ c, path, rule, typed, errors }) => {
  const { say } = c.var
  return (
    <form class="form" method="post" action={c.var.to('/bao-loi')} novalidate>
      <Summary c={c} errors={errors} />
      <input type="hidden" name="bai" value={path} />
      <Trap c={c} id="bo-trong-bao-loi" />
      <Choice
        id={idOf('kind')}
        name={names.kind}
        legend={say(messages.kind)}
        error={errors.kind}
        options={Object.entries(errorKinds).map(([value, label]) => ({ value, label: say(label) }))}
        chosen={typed.kind}
      />
      <FormField
        id={idOf('what')}
        label={say(messages.what)}
        hint={fill(say(messages.whatHint), { from: lengths.whatFrom, to: lengths.what.toLocaleString('vi-VN') })}
        error={errors.what}
      >
        {(described) => (
          <textarea id={idOf('what')} name={names.what} rows={6} required {...described}>
            {typed.what}
          </textarea>
        )}
      </FormField>
      <FormField
        id={idOf('passage')}
        label={say(messages.passage)}
        hint={say(messages.passageHint)}
        error={errors.passage}
      >
        {(described) => (
          <textarea id={idOf('passage')} name={names.passage} rows={3} {...described}>
            {typed.passage}
          </textarea>
        )}
      </FormField>
      <fieldset class="form-group">
        <legend>{say(messages.sender)}</legend>
        <p class="form-hint">{fill(say(messages.senderHint), { days: rule.keepDays })}</p>
        <FormField id={idOf('name')} label={say(messages.name)} error={errors.name}>
          {(described) => (
            <input
              type="text"
              id={idOf('name')}
              name={names.name}
              value={typed.name}
              autocomplete="name"
              {...described}
            />
          )}
        </FormField>
        <FormField id={idOf('email')} label={say(messages.email)} error={errors.email}>
          {(described) => (
            <input
              type="email"
              id={idOf('email')}
              name={names.email}
              value={typed.email}
              autocomplete="email"
              {...described}
            />
          )}
        </FormField>
      </fieldset>
      <button type="submit" class="form-send">
        {say(messages.send)}
      </button>
    </form>
  )
}

const Summary: FC<{ c: DeliveryContext; errors: ReportErrors }> = ({ c, errors }) => {
  const { form, ...fields } = errors
  const list = Object.entries(fields).filter((pair): pair is [keyof typeof names, string] => pair[1] !== undefined)
  // A group has no field of its own to go to but its first answer.
  const at = (field: keyof typeof names): string => (field === 'kind' ? `${idOf('kind')}-fact` : idOf(field))
  return <ErrorSummary c={c} form={form} errors={list.map(([field, message]) => ({ id: at(field), message }))} />
}
