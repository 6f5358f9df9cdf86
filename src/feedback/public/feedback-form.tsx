import type { FC } from 'hono/jsx'
import { caseLengths } from '../../cases/case.ts'
import { fieldsFor, type CaseFieldName } from '../../cases/field-queries.ts'
import { Attachments, filesField } from '../../cases/public/attachments.tsx'
import {
  fieldId,
  type CaseForm,
  type CaseWords,
  type FormErrors,
  type FormState,
} from '../../cases/public/case-form.ts'
import { FoundWarning, PublicPreview, Review } from '../../cases/public/public-preview.tsx'
import { errorsOf, readLine, readText } from '../../cases/public/read-case-form.ts'
import { senderStep } from '../../cases/public/who-sends.tsx'
import { messages as formWords } from '../../cases/public/messages.ts'
import { FormField } from '../../delivery/components/form-parts.tsx'
import { cleanLine } from '../../web/vietnamese.ts'
import { sealedLetterKind } from '../../denunciations/sealed-letter.ts'
import { feedbackKind, lengths } from '../feedback.ts'
import { similarFeedback, wardsOf, type Ward } from '../live-queries.ts'
import { pointText, readPoint, type Point } from '../place.ts'
import { messages } from './form-messages.ts'
import { askForMap } from './map-frame.tsx'
import { PlaceFields, placeNames } from './place-fields.tsx'
import { SimilarReports } from './similar-reports.tsx'

const names = { field: 'linh-vuc', title: 'tieu-de', words: 'noi-dung' } as const
const titleLengths = { from: caseLengths.titleFrom, to: 200 }
const wordsLengths = { from: caseLengths.bodyFrom, to: lengths.words }

/** What was typed about the matter and its place, made exact. Wrong values are absent. */
interface Read {
  field: CaseFieldName | undefined
  ward: Ward | undefined
  title: string
  words: string
  address: string
  point: Point | undefined
  errors: FormErrors
}

async function read({ c, typed }: FormState): Promise<Read> {
  const { db, site, say } = c.var
  const [fields, { wards }] = await Promise.all([fieldsFor(db, feedbackKind.name), wardsOf(db, site.id)])
  const field = fields.find(({ slug }) => slug === typed[names.field])
  const code = typed[placeNames.ward] ?? ''
  const ward = wards.find((one) => one.code === code)
  const title = readLine(typed, names.title, titleLengths, say)
  const words = readText(typed, names.words, wordsLengths, say)
  const address = readLine(typed, placeNames.address, { from: 0, to: lengths.address }, say)
  const [latitude, longitude] = [typed[placeNames.latitude] ?? '', typed[placeNames.longitude] ?? '']
  const asked = cleanLine(latitude) !== '' || cleanLine(longitude) !== ''
  const point = asked ? readPoint(latitude, longitude) : undefined
  const errors = errorsOf({
    [names.field]: field ? undefined : say(messages.fieldMissing),
    [names.title]: title.error,
    [names.words]: words.error,
    [placeNames.ward]: code !== '' && !ward ? say(messages.wardMissing) : undefined,
    [placeNames.address]: address.error ?? (address.text === '' && !point ? say(messages.placeMissing) : undefined),
    [placeNames.latitude]: asked && !point ? say(messages.pointWrong) : undefined,
  })
  return { field, ward, title: title.text, words: words.text, address: address.text, point, errors }
}

async function caseOf(state: FormState): Promise<CaseWords> {
  const { field, ward, title, words, address, point } = await read(state)
  const precision = point ? (state.typed[placeNames.precision] === 'device' ? 'device' : 'point') : 'none'
  const place = { unitId: ward?.id ?? null, address, precision, latitude: point?.latitude, longitude: point?.longitude }
  return { title, body: words, fieldId: field?.id, taking: { by: 'take_feedback', more: { place } } }
}

const WhatStep: FC<{ state: FormState; fields: readonly CaseFieldName[] }> = ({ state, fields }) => {
  const { c, typed, errors } = state
  const { say, language } = c.var
  return (
    <>
      <FormField id={fieldId(names.field)} label={say(messages.field)} error={errors[names.field]}>
        {(described) => (
          <select id={fieldId(names.field)} name={names.field} required {...described}>
            <option value="">{say(messages.chooseField)}</option>
            {fields.map(({ slug, name, nameEn }) => (
              <option value={slug} selected={typed[names.field] === slug}>
                {(language === 'en' && nameEn) || name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        id={fieldId(names.title)}
        label={say(messages.subject)}
        hint={say(messages.subjectHint)}
        error={errors[names.title]}
      >
        {(described) => (
          <input
            type="text"
            id={fieldId(names.title)}
            name={names.title}
            value={typed[names.title] ?? ''}
            required
            {...described}
          />
        )}
      </FormField>
      <FormField
        id={fieldId(names.words)}
        label={say(messages.words)}
        hint={say(messages.wordsHint)}
        error={errors[names.words]}
      >
        {(described) => (
          <textarea id={fieldId(names.words)} name={names.words} rows={7} required {...described}>
            {typed[names.words] ?? ''}
          </textarea>
        )}
      </FormField>
      <Attachments state={state} />
    </>
  )
}

/** The last step: what is there already about the same, who sends it, and everything once more. */
async function lastStep(state: FormState) {
  const { c, typed } = state
  const { say, db, site } = c.var
  const { field, ward, title, words, address, point } = await read(state)
  const looked = { point, unitId: ward?.id, fieldId: field?.id, words: `${title} ${words} ${address}` }
  const similar = await similarFeedback(db, site.id, looked)
  const place = [address, ward?.name, point && pointText(point)].filter(Boolean).join(', ')
  return (
    <>
      <SimilarReports c={c} reports={similar} />
      {senderStep.draw(state)}
      <FoundWarning c={c} words={[title, words]} />
      <Review
        c={c}
        parts={[
          {
            step: 1,
            title: say(messages.stepWhat),
            rows: [
              [
                say(messages.field),
                (c.var.language === 'en' && field?.nameEn) || field?.name || say(messages.notGiven),
              ],
              [say(messages.subject), title],
              [say(messages.words), <span class="feedback-words">{words}</span>],
              ...(state.files.length > 0 ? [[say(formWords.uploaded), String(state.files.length)] as const] : []),
            ],
          },
          { step: 2, title: say(messages.stepWhere), rows: [[say(messages.address), place || say(messages.notGiven)]] },
        ]}
      />
      {typed['dong-y-dang'] === '1' && <PublicPreview c={c} title={title} body={words} />}
    </>
  )
}

/** The form of feedback: what, where, who. */
export const feedbackForm: CaseForm = {
  kind: feedbackKind,
  letter: sealedLetterKind,
  title: messages.title,
  lead: messages.lead,
  asksSender: true,
  filesAt: 1,
  steps: [
    {
      label: messages.stepWhat,
      fields: [...Object.values(names), filesField],
      draw: async (state) => (
        <WhatStep state={styled(state)} fields={await fieldsFor(state.c.var.db, feedbackKind.name)} />
      ),
    },
    {
      label: messages.stepWhere,
      fields: Object.values(placeNames),
      async draw(state) {
        const { c } = state
        askForMap(c)
        c.var.page.position = true
        return <PlaceFields state={state} {...await wardsOf(c.var.db, c.var.site.id)} />
      },
    },
    { label: formWords.stepCheck, fields: senderStep.fields, draw: (state) => lastStep(styled(state)) },
  ],
  check: async (state) => (await read(state)).errors,
  caseOf,
}

/** A step whose page has the stylesheet of feedback. */
function styled(state: FormState): FormState {
  state.c.var.page.styles.add('feedback.css')
  return state
}
