import type { FC } from 'hono/jsx'
import { caseLengths } from '../../cases/case.ts'
import { fieldsFor, type CaseFieldName } from '../../cases/field-queries.ts'
import { Attachments, nameOf } from '../../cases/public/attachments.tsx'
import {
  fieldId,
  type CaseForm,
  type CaseWords,
  type FormErrors,
  type FormState,
} from '../../cases/public/case-form.ts'
import { messages as formMessages } from '../../cases/public/messages.ts'
import { FoundWarning, PublicPreview, Review, senderRows } from '../../cases/public/public-preview.tsx'
import { errorsOf, readLine, readText } from '../../cases/public/read-case-form.ts'
import { senderStep } from '../../cases/public/who-sends.tsx'
import { FormField } from '../../delivery/components/form-parts.tsx'
import { fill } from '../../web/message.ts'
import { similarAnswers } from '../live-queries.ts'
import { messages } from '../public-messages.ts'
import { questionKind } from '../question.ts'
import { isDenunciation, OnlyAsks } from './denunciation.tsx'
import { names } from './fields.ts'
import { Similar } from './similar.tsx'

const lengths = {
  title: { from: caseLengths.titleFrom, to: caseLengths.title, label: messages.short },
  body: { from: caseLengths.bodyFrom, to: caseLengths.body, label: messages.body },
} as const

/** The form by which people ask: the question, who sends it, a last look. */
export const questionForm: CaseForm = {
  kind: questionKind,
  title: messages.title,
  lead: messages.lead,
  asksSender: true,
  filesAt: 1,
  steps: [
    { label: messages.stepQuestion, fields: Object.values(names), draw: drawQuestion },
    { ...senderStep, draw: drawSender },
    { label: formMessages.stepCheck, fields: [], draw: drawCheck },
  ],
  check,
  caseOf,
}

const fieldOf = (fields: readonly CaseFieldName[], slug: string | undefined): CaseFieldName | undefined =>
  fields.find((field) => field.slug === slug)

async function check({ c, typed }: FormState): Promise<FormErrors> {
  const { say } = c.var
  const fields = await fieldsFor(c.var.db, questionKind.name)
  return errorsOf({
    [names.field]: fieldOf(fields, typed[names.field]) ? undefined : say(messages.fieldMissing),
    [names.title]: readLine(typed, names.title, lengths.title, say).error,
    [names.body]: readText(typed, names.body, lengths.body, say).error,
    [names.onlyAsks]: isDenunciation(typed) ? say(messages.denunciation) : undefined,
  })
}

async function caseOf({ c, typed }: FormState): Promise<CaseWords> {
  const { say } = c.var
  const fields = await fieldsFor(c.var.db, questionKind.name)
  return {
    fieldId: fieldOf(fields, typed[names.field])?.id,
    title: readLine(typed, names.title, lengths.title, say).text,
    body: readText(typed, names.body, lengths.body, say).text,
  }
}

async function drawQuestion(state: FormState) {
  const { c, typed, errors } = state
  const { say, language } = c.var
  const fields = await fieldsFor(c.var.db, questionKind.name)
  const hint = (text: string, of: { from: number; to: number }): string =>
    fill(text, { from: of.from, to: of.to.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB') })
  return (
    <>
      <FieldChoice state={state} fields={fields} />
      <FormField
        id={fieldId(names.title)}
        label={say(messages.short)}
        hint={hint(say(messages.shortHint), lengths.title)}
        error={errors[names.title]}
      >
        {(described) => (
          <>
            <input
              type="text"
              id={fieldId(names.title)}
              name={names.title}
              value={typed[names.title] ?? ''}
              required
              {...described}
            />
            <div data-similar={c.var.to('/hoi-dap/tuong-tu')} data-of={fieldId(names.title)} aria-live="polite"></div>
          </>
        )}
      </FormField>
      <FormField
        id={fieldId(names.body)}
        label={say(messages.body)}
        hint={hint(say(messages.bodyHint), lengths.body)}
        error={errors[names.body]}
      >
        {(described) => (
          <textarea id={fieldId(names.body)} name={names.body} rows={8} required {...described}>
            {typed[names.body] ?? ''}
          </textarea>
        )}
      </FormField>
      <OnlyAsks state={state} />
      <Attachments state={state} />
    </>
  )
}

const FieldChoice: FC<{ state: FormState; fields: readonly CaseFieldName[] }> = ({ state, fields }) => {
  const { c, typed, errors } = state
  const { say, language } = c.var
  const id = fieldId(names.field)
  const chosen = typed[names.field] ?? ''
  return (
    <FormField id={id} label={say(messages.field)} hint={say(messages.fieldHint)} error={errors[names.field]}>
      {(described) => (
        <select id={id} name={names.field} required {...described}>
          <option value="">{say(messages.fieldNone)}</option>
          {fields.map(({ slug, name, nameEn }) => (
            <option value={slug} selected={slug === chosen} lang={language === 'en' && !nameEn ? 'vi' : undefined}>
              {(language === 'en' && nameEn) || name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

/** Without script the similar questions are seen here first. */
async function drawSender(state: FormState) {
  const { c, typed } = state
  const text = `${typed[names.title] ?? ''} `
  const answers = await similarAnswers(c.var.db, { siteId: c.var.site.id, language: c.var.language, text })
  return (
    <>
      <Similar c={c} answers={answers} />
      {await senderStep.draw(state)}
    </>
  )
}

async function drawCheck(state: FormState) {
  const { c, typed, files, form } = state
  const { say, language } = c.var
  const [fields, { title, body }] = await Promise.all([fieldsFor(c.var.db, questionKind.name), caseOf(state)])
  const field = fieldOf(fields, typed[names.field])
  const parts = [
    {
      step: 1,
      title: say(messages.checkQuestion),
      rows: [
        [say(messages.field), (language === 'en' && field?.nameEn) || field?.name || ''],
        [say(messages.short), title],
        [say(messages.body), body],
        [say(messages.files), files.map((file, at) => nameOf(file, at, say)).join(', ') || say(formMessages.notGiven)],
      ] as const,
    },
    { step: 2, title: say(messages.checkSender), rows: senderRows(state) },
  ]
  return (
    <>
      <FoundWarning c={c} words={[title, body]} />
      <Review c={c} parts={parts} />
      {form.kind.publishable && <PublicPreview c={c} title={title} body={body} />}
    </>
  )
}
