import type { FC } from 'hono/jsx'
import { startOfDay } from '../../calendar/deadline.ts'
import { Empty, Field, Select, fieldId } from '../../office/components.tsx'
import { dateOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { ActForm } from './form.tsx'
import { messages } from './settings-messages.ts'
import type { DivisionRow } from './settings-queries.ts'
import { refusedIn, type SettingsParts } from './settings-parts.ts'

/** The divisions of a portal: each folded until it is changed, a new one below, those that have ended last. */
export const Divisions: FC<SettingsParts> = (parts) => {
  const { c, divisions, people } = parts
  const { say, siteId, language } = c.var
  const live = divisions.filter(({ endedOn }) => endedOn === null)
  const ended = divisions.filter(({ endedOn }) => endedOn !== null)
  const action = `/cong/${siteId}/ho-so/cai-dat/phong`
  return (
    <section class="panel" aria-labelledby="phong">
      <h2 id="phong">{say(messages.divisions)}</h2>
      <p class="soft">{say(messages.divisionsLead)}</p>
      {people.length === 0 && <p>{say(messages.noPeople)}</p>}
      {live.length === 0 && (
        <Empty title={say(messages.noDivisions)}>
          <p>{say(messages.noDivisionsWhat)}</p>
        </Empty>
      )}
      {live.map((division) => (
        <details class="step" open={parts.refusal?.form.endsWith(`-${division.id}`)}>
          <summary class="button">
            {fill(say(messages.divisionLine), {
              name: division.name,
              n: division.members.length,
              open: division.open,
            })}
          </summary>
          <div class="stack">
            <ActForm action={`${action}/${division.id}`} submit={say(messages.save)} label={division.name}>
              <DivisionFields parts={parts} form={`phong-${division.id}`} division={division} />
            </ActForm>
            <EndForm parts={parts} division={division} others={live.filter(({ id }) => id !== division.id)} />
          </div>
        </details>
      ))}
      <details class="step" open={parts.refusal?.form === 'phong-moi' || live.length === 0}>
        <summary class="button">{say(messages.newDivision)}</summary>
        <ActForm action={action} submit={say(messages.newDivision)} label={say(messages.newDivision)}>
          <DivisionFields parts={parts} form="phong-moi" />
        </ActForm>
      </details>
      {ended.length > 0 && (
        <ul class="soft small">
          {ended.map((division) => (
            <li>
              {fill(say(messages.ended), {
                name: division.name,
                day: dateOf(startOfDay(division.endedOn!), language),
                successor: division.successorName ?? '–',
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface DivisionFieldsProps {
  parts: SettingsParts
  form: string
  division?: DivisionRow
}

const DivisionFields: FC<DivisionFieldsProps> = ({ parts, form, division }) => {
  const { c, people } = parts
  const { say } = c.var
  const { errors, typed } = refusedIn(parts, form)
  const members = new Set(division?.members.map(({ id }) => id))
  // Ticks of a refused form stand as they were sent, joined by blanks.
  const ticked = typed.memberIds === undefined ? members : new Set(typed.memberIds.split(' '))
  return (
    <>
      <div class="case-pair">
        <Field
          id={fieldId(`${form}-name`)}
          label={say(messages.name)}
          name="name"
          required
          value={typed.name ?? division?.name}
          error={errors.name}
        />
        <Field
          id={fieldId(`${form}-nameEn`)}
          label={say(messages.nameEn)}
          name="nameEn"
          value={typed.nameEn ?? division?.nameEn}
        />
        <Select
          id={fieldId(`${form}-leadId`)}
          label={say(messages.lead)}
          name="leadId"
          value={typed.leadId ?? division?.leadId ?? ''}
          error={errors.leadId}
          options={[
            { value: '', label: say(messages.noLeader) },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {division && (
          <Field
            id={fieldId(`${form}-position`)}
            label={say(messages.position)}
            name="position"
            type="number"
            min="0"
            max="999"
            value={typed.position ?? division.position}
          />
        )}
      </div>
      <fieldset id={fieldId(`${form}-memberIds`)} tabindex={-1}>
        <legend>{say(messages.members)}</legend>
        {errors.memberIds && <p class="case-held">{errors.memberIds}</p>}
        <div class="case-people">
          {people.map(({ id, name }) => (
            <label>
              <input type="checkbox" name="memberIds" value={id} checked={ticked.has(id)} /> {name}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}

const EndForm: FC<{ parts: SettingsParts; division: DivisionRow; others: readonly DivisionRow[] }> = ({
  parts,
  division,
  others,
}) => {
  const { say, siteId } = parts.c.var
  const form = `ket-thuc-${division.id}`
  const { errors, typed } = refusedIn(parts, form)
  return others.length === 0 ? null : (
    <ActForm
      action={`/cong/${siteId}/ho-so/cai-dat/phong/${division.id}/ket-thuc`}
      submit={say(messages.end)}
      kind="button-danger"
      label={`${say(messages.end)}: ${division.name}`}
    >
      <Select
        id={fieldId(`${form}-successorId`)}
        label={say(messages.successor)}
        name="successorId"
        required
        hint={say(messages.endHint)}
        value={typed.successorId ?? ''}
        error={errors.successorId}
        options={[
          { value: '', label: say(messages.choose) },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </ActForm>
  )
}
