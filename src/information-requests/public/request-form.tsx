import type { FC } from 'hono/jsx'
import { Consents } from '../../cases/public/consents.tsx'
import { fieldId, type CaseForm, type FormErrors, type FormState } from '../../cases/public/case-form.ts'
import { messages as formMessages } from '../../cases/public/messages.ts'
import {
  consentFields,
  errorsOf,
  readConsents,
  readLine,
  readSender,
  readText,
  senderFields,
  whyNotSender,
} from '../../cases/public/read-case-form.ts'
import { Choice, FormField } from '../../delivery/components/form-parts.tsx'
import { fill, type Message } from '../../web/message.ts'
import { cleanLine, cleanText } from '../../web/vietnamese.ts'
import { informationRequestKind, requestForms, wantedForms } from '../information-request.ts'
import { messages } from '../public-messages.ts'
import { CheckList } from './check-list.tsx'

/** Names of its own fields. Those of the sender are the usual ones; an organisation gives its representative as the name. */
const names = {
  form: 'mau',
  what: 'thong-tin',
  document: 'van-ban',
  reason: 'ly-do',
  wanted: 'hinh-thuc',
  organisation: 'ten-to-chuc',
  identity: 'so-giay-to',
  fax: 'so-fax',
} as const
const sizes = { what: { from: 20, to: 5000 }, document: { from: 0, to: 300 }, reason: { from: 5, to: 2000 } } as const

/** Forms 01a and 01b of Decree 13/2018 in three steps. */
export const requestForm: CaseForm = {
  kind: informationRequestKind,
  title: messages.formTitle,
  lead: messages.formLead,
  asksSender: false,
  steps: [
    {
      label: messages.stepWhat,
      fields: [names.form, names.what, names.document, names.reason, names.wanted],
      draw: (state) => <WhatStep state={state} />,
    },
    {
      label: formMessages.stepSender,
      fields: [
        names.organisation,
        ...Object.values(senderFields),
        names.identity,
        names.fax,
        ...Object.values(consentFields),
      ],
      draw: (state) => <WhoStep state={state} />,
    },
    { label: formMessages.stepCheck, fields: [], draw: (state) => <CheckStep state={state} /> },
  ],
  check,
  caseOf({ typed, form, keepDays }) {
    const line = (name: string): string => cleanLine(typed[name] ?? '')
    const [what, document, reason] = [
      cleanText(typed[names.what] ?? ''),
      line(names.document),
      cleanText(typed[names.reason] ?? ''),
    ]
    const isOrganisation = typed[names.form] === '01b'
    const parts = [what, document && `Văn bản, hồ sơ, tài liệu: ${document}`, `Lý do, mục đích: ${reason}`]
    return {
      title: shortened(what),
      body: parts.filter(Boolean).join('\n\n'),
      details: { form: typed[names.form], wanted: typed[names.wanted] },
      sender: {
        ...readSender(typed),
        ...(isOrganisation ? { organisation: line(names.organisation) } : { identity: line(names.identity) }),
        ...(line(names.fax) !== '' && { fax: line(names.fax) }),
      },
      consents: readConsents(typed, form.kind, keepDays),
    }
  },
}

/** The beginning of a text as the title of a case, cut at a word. */
export function shortened(text: string): string {
  const line = cleanLine(text)
  return line.length <= 120 ? line : `${line.slice(0, 120).replace(/\s+\S*$/, '')}…`
}

function check({ c, typed, form }: FormState): FormErrors {
  const { say } = c.var
  const isOrganisation = typed[names.form] === '01b'
  const missing = (name: string): string | undefined =>
    cleanLine(typed[name] ?? '') === '' ? say(messages.missing) : undefined
  const chosen = (name: string, known: object): string | undefined =>
    Object.hasOwn(known, typed[name] ?? '') ? undefined : say(formMessages.choose)
  const identity = cleanLine(typed[names.identity] ?? '').replaceAll(/\s/g, '')
  return {
    ...errorsOf({
      [names.form]: chosen(names.form, requestForms),
      [names.what]: readText(typed, names.what, sizes.what, say).error,
      [names.document]: readLine(typed, names.document, sizes.document, say).error,
      [names.reason]: readText(typed, names.reason, sizes.reason, say).error,
      [names.wanted]: chosen(names.wanted, wantedForms),
      [names.fax]: readLine(typed, names.fax, { from: 0, to: 30 }, say).error,
      [senderFields.address]: missing(senderFields.address),
      ...(isOrganisation
        ? { [names.organisation]: readLine(typed, names.organisation, { from: 1, to: 200 }, say).error }
        : {
            [names.identity]:
              missing(names.identity) ??
              (/^(?:\d{9}|\d{12}|[A-Za-z]\d{7})$/.test(identity) ? undefined : say(messages.identityForm)),
          }),
      ...(typed[names.wanted] === 'code' && cleanLine(typed[senderFields.email] ?? '') === ''
        ? { [senderFields.email]: say(messages.emailForCode) }
        : {}),
    }),
    ...whyNotSender(typed, say, form.kind.identity),
  }
}

const WhatStep: FC<{ state: FormState }> = ({ state }) => {
  const { c, typed, errors } = state
  const { say } = c.var
  const options = (all: Record<string, Message>) =>
    Object.entries(all).map(([value, label]) => ({ value, label: say(label) }))
  return (
    <>
      <Choice
        id={fieldId(names.form)}
        name={names.form}
        legend={say(messages.who)}
        options={options(requestForms)}
        chosen={typed[names.form] ?? ''}
        error={errors[names.form]}
      />
      <Area
        state={state}
        name={names.what}
        label={messages.what}
        hint={fill(say(messages.whatHint), { from: sizes.what.from, to: sizes.what.to.toLocaleString('vi-VN') })}
        rows={6}
      />
      <Line state={state} name={names.document} label={messages.document} />
      <Area state={state} name={names.reason} label={messages.reason} hint={say(messages.reasonHint)} rows={3} />
      <Choice
        id={fieldId(names.wanted)}
        name={names.wanted}
        legend={say(messages.wanted)}
        options={options(wantedForms)}
        chosen={typed[names.wanted] ?? ''}
        error={errors[names.wanted]}
      />
    </>
  )
}

const WhoStep: FC<{ state: FormState }> = ({ state }) => {
  const isOrganisation = state.typed[names.form] === '01b'
  const { say } = state.c.var
  return (
    <>
      <p class="form-hint">{say(messages.sealedHint)}</p>
      {isOrganisation && (
        <Line state={state} name={names.organisation} label={messages.organisation} complete="organization" />
      )}
      <Line
        state={state}
        name={senderFields.name}
        label={isOrganisation ? messages.representative : messages.name}
        complete="name"
      />
      <Line
        state={state}
        name={senderFields.address}
        label={isOrganisation ? messages.seat : messages.residence}
        complete="street-address"
      />
      {!isOrganisation && (
        <Line state={state} name={names.identity} label={messages.identity} hint={say(messages.identityHint)} />
      )}
      <Line state={state} name={senderFields.phone} label={messages.phone} complete="tel" type="tel" />
      <Line state={state} name={names.fax} label={messages.fax} />
      <Line state={state} name={senderFields.email} label={messages.email} complete="email" type="email" />
      <Consents state={state} />
    </>
  )
}

const CheckStep: FC<{ state: FormState }> = ({ state }) => {
  const { typed, c } = state
  const { say } = c.var
  const isOrganisation = typed[names.form] === '01b'
  const named = (all: Record<string, Message>, value: string | undefined): string =>
    value !== undefined && Object.hasOwn(all, value) ? say(all[value] as Message) : ''
  return (
    <CheckList
      c={c}
      rows={[
        [messages.who, named(requestForms, typed[names.form])],
        [messages.what, cleanText(typed[names.what] ?? '')],
        [messages.document, typed[names.document] ?? ''],
        [messages.reason, cleanText(typed[names.reason] ?? '')],
        [messages.wanted, named(wantedForms, typed[names.wanted])],
        [messages.organisation, isOrganisation ? (typed[names.organisation] ?? '') : ''],
        [isOrganisation ? messages.representative : messages.name, typed[senderFields.name] ?? ''],
        [isOrganisation ? messages.seat : messages.residence, typed[senderFields.address] ?? ''],
        [messages.identity, isOrganisation ? '' : (typed[names.identity] ?? '')],
        [messages.phone, typed[senderFields.phone] ?? ''],
        [messages.fax, typed[names.fax] ?? ''],
        [messages.email, typed[senderFields.email] ?? ''],
      ]}
    />
  )
}

interface FieldProps {
  state: FormState
  name: string
  label: Message
  hint?: string
}

export const Area: FC<FieldProps & { rows: number }> = ({ state: { c, typed, errors }, name, label, hint, rows }) => (
  <FormField id={fieldId(name)} label={c.var.say(label)} hint={hint} error={errors[name]}>
    {(described) => (
      <textarea id={fieldId(name)} name={name} rows={rows} {...described}>
        {typed[name] ?? ''}
      </textarea>
    )}
  </FormField>
)

export const Line: FC<FieldProps & { type?: 'text' | 'email' | 'tel'; complete?: string }> = (props) => {
  const { state, name, label, hint, type = 'text', complete = 'off' } = props
  const { c, typed, errors } = state
  return (
    <FormField id={fieldId(name)} label={c.var.say(label)} hint={hint} error={errors[name]}>
      {(described) => (
        <input
          type={type}
          id={fieldId(name)}
          name={name}
          value={typed[name] ?? ''}
          autocomplete={complete}
          {...described}
        />
      )}
    </FormField>
  )
}
