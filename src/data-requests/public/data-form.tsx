import type { FC } from 'hono/jsx'
import { fieldId, type CaseForm, type FormErrors, type FormState } from '../../cases/public/case-form.ts'
import { messages as formMessages } from '../../cases/public/messages.ts'
import { errorsOf, readText, senderFields } from '../../cases/public/read-case-form.ts'
import { senderStep } from '../../cases/public/who-sends.tsx'
import { Choice } from '../../delivery/components/form-parts.tsx'
import { CheckList } from '../../information-requests/public/check-list.tsx'
import { Area, shortened } from '../../information-requests/public/request-form.tsx'
import { trackedCase } from '../../tracking/queries.ts'
import { fill, type Say } from '../../web/message.ts'
import { cleanText } from '../../web/vietnamese.ts'
import { dataRequestKind, dataRights, isRight, type DataDetails } from '../data-request.ts'
import { messages } from '../public-messages.ts'
import { readCases } from '../read-cases.ts'

const names = { right: 'quyen', cases: 'ho-so', what: 'noi-dung' } as const
const sizes = { what: { from: 10, to: 5000 }, cases: { from: 0, to: 2000 } } as const

/** A data subject asks: which right, about which cases. The right decides how long it may take. */
export const dataForm: CaseForm = {
  kind: dataRequestKind,
  title: messages.formTitle,
  lead: messages.formLead,
  asksSender: true,
  steps: [
    {
      label: messages.stepWhat,
      fields: [names.right, names.cases, names.what],
      draw: (state) => <WhatStep state={state} />,
    },
    senderStep,
    { label: formMessages.stepCheck, fields: [], draw: (state) => <CheckStep state={state} /> },
  ],
  check({ c, typed }): FormErrors {
    const { say } = c.var
    return errorsOf({
      [names.right]: isRight(typed[names.right]) ? undefined : say(formMessages.choose),
      [names.cases]: readText(typed, names.cases, sizes.cases, say).error,
      [names.what]: readText(typed, names.what, sizes.what, say).error,
    })
  },
  async caseOf(state) {
    const what = cleanText(state.typed[names.what] ?? '')
    const details = await detailsOf(state)
    return {
      title: shortened(`${dataRights[details.right].label.vi}: ${what}`),
      body: what,
      details: { ...details },
      rules: { answer: dataRights[details.right].rule },
    }
  },
}

/** Codes are looked up and dropped: what is kept is that their cases are the sender's. */
async function detailsOf({ c, typed }: FormState): Promise<DataDetails> {
  const { numbers, codes } = readCases(typed[names.cases] ?? '')
  const found = await Promise.all(codes.map((code) => trackedCase(c.var.intake, code)))
  const proved = [...new Set(found.flatMap((each) => each?.number ?? []))]
  const right = typed[names.right]
  return {
    right: isRight(right) ? right : 'access',
    proved,
    named: numbers.filter((number) => !proved.includes(number)),
  }
}

const rightOptions = (say: Say) =>
  Object.entries(dataRights).map(([value, { label }]) => ({ value, label: say(label) }))

const WhatStep: FC<{ state: FormState }> = ({ state }) => {
  const { c, typed, errors } = state
  const { say } = c.var
  const { from, to } = sizes.what
  return (
    <>
      <Choice
        id={fieldId(names.right)}
        name={names.right}
        legend={say(messages.right)}
        options={rightOptions(say)}
        chosen={typed[names.right] ?? ''}
        error={errors[names.right]}
      />
      <Area state={state} name={names.cases} label={messages.cases} hint={say(messages.casesHint)} rows={3} />
      <Area
        state={state}
        name={names.what}
        label={messages.what}
        hint={fill(say(messages.whatHint), { from, to: to.toLocaleString('vi-VN') })}
        rows={5}
      />
    </>
  )
}

const CheckStep: FC<{ state: FormState }> = ({ state: { c, typed } }) => {
  const { say } = c.var
  const { numbers, codes } = readCases(typed[names.cases] ?? '')
  const right = typed[names.right]
  return (
    <CheckList
      c={c}
      rows={[
        [messages.right, isRight(right) ? say(dataRights[right].label) : ''],
        [messages.provedRow, codes.join('\n')],
        [messages.namedRow, numbers.join('\n')],
        [messages.what, cleanText(typed[names.what] ?? '')],
        [formMessages.name, typed[senderFields.name] ?? ''],
        [formMessages.email, typed[senderFields.email] ?? ''],
        [formMessages.phone, typed[senderFields.phone] ?? ''],
        [formMessages.address, typed[senderFields.address] ?? ''],
      ]}
    />
  )
}
