import type { FC } from 'hono/jsx'
import { ActForm } from '../../cases/office/form.tsx'
import { Field, Select } from '../../office/components.tsx'
import { messages } from '../messages.ts'
import { addressOf, refusedIn } from './feedback-of.ts'
import type { ModerationParts } from './moderation-screen.tsx'

/** Ward, field and point of a report. What the sender typed of the place stands above, for its handlers alone. */
export const PlaceForm: FC<ModerationParts> = ({ c, report, moderation: { place }, wards, fields, refusal }) => {
  const { say, language } = c.var
  const { errors = {}, typed } = refusedIn(refusal, 'noi')
  const precision = place?.precision === 'device' || place?.precision === 'point' ? place.precision : 'none'
  return (
    <section class="panel" aria-labelledby="noi-phan-anh">
      <h2 id="noi-phan-anh">{say(messages.place)}</h2>
      <dl class="case-facts">
        <div>
          <dt>{say(messages.address)}</dt>
          <dd>{place?.address || say(messages.noAddress)}</dd>
        </div>
        <div>
          <dt>{say(messages.precision)}</dt>
          <dd>{say(messages[`precision_${precision}`])}</dd>
        </div>
      </dl>
      <ActForm action={`${addressOf(report)}/noi`} submit={say(messages.savePlace)} label={say(messages.place)} kind="">
        <Select
          label={say(messages.ward)}
          name="unit"
          value={typed?.unit ?? place?.unitId ?? ''}
          error={errors.unit}
          options={[
            { value: '', label: say(messages.noWard) },
            ...wards.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          label={say(messages.field)}
          name="field"
          value={typed?.field ?? report.fieldId ?? ''}
          error={errors.field}
          options={[
            { value: '', label: say(messages.noField) },
            ...fields.map(({ id, name, nameEn }) => ({ value: id, label: (language === 'en' && nameEn) || name })),
          ]}
        />
        <Field
          label={say(messages.latitude)}
          name="latitude"
          value={typed?.latitude ?? place?.latitude ?? ''}
          error={errors.latitude}
          autocomplete="off"
        />
        <Field
          label={say(messages.longitude)}
          name="longitude"
          value={typed?.longitude ?? place?.longitude ?? ''}
          error={errors.longitude}
          autocomplete="off"
        />
      </ActForm>
    </section>
  )
}
