import type { FC } from 'hono/jsx'
import { fieldId, type FormState } from '../../cases/public/case-form.ts'
import { FormField } from '../../delivery/components/form-parts.tsx'
import type { Ward } from '../live-queries.ts'
import { messages } from './form-messages.ts'
import { MapFrame } from './map-frame.tsx'

/** Names of the fields that tell where. */
export const placeNames = {
  ward: 'phuong',
  address: 'dia-diem',
  latitude: 'vi-do',
  longitude: 'kinh-do',
  precision: 'do-chinh-xac',
} as const

/** Where it is: ward, words, and a point that is chosen on a map, typed, or asked of the device. */
export const PlaceFields: FC<{ state: FormState; wards: readonly Ward[]; own: number | undefined }> = ({
  state,
  wards,
  own,
}) => {
  const { c, typed, errors } = state
  const { say } = c.var
  const ward = typed[placeNames.ward] || wards.find(({ id }) => id === own)?.code
  return (
    <>
      {wards.length > 0 && (
        <FormField id={fieldId(placeNames.ward)} label={say(messages.ward)} error={errors[placeNames.ward]}>
          {(described) => (
            <select id={fieldId(placeNames.ward)} name={placeNames.ward} {...described}>
              <option value="">{say(messages.chooseWard)}</option>
              {wards.map(({ code, name }) => (
                <option value={code} selected={code === ward}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </FormField>
      )}
      <FormField
        id={fieldId(placeNames.address)}
        label={say(messages.address)}
        hint={say(messages.addressHint)}
        error={errors[placeNames.address]}
      >
        {(described) => (
          <input
            type="text"
            id={fieldId(placeNames.address)}
            name={placeNames.address}
            value={typed[placeNames.address] ?? ''}
            {...described}
          />
        )}
      </FormField>
      <PointFields state={state} />
    </>
  )
}

const PointFields: FC<{ state: FormState }> = ({ state: { c, typed, errors } }) => {
  const { say } = c.var
  const [latitude, longitude] = [fieldId(placeNames.latitude), fieldId(placeNames.longitude)]
  const words = {
    take: say(messages.take),
    taken: say(messages.taken),
    asking: say(messages.asking),
    positioned: say(messages.positioned),
    noPosition: say(messages.noPosition),
  }
  return (
    <fieldset class="form-group">
      <legend>{say(messages.point)}</legend>
      <p class="form-hint">{say(messages.pointHint)}</p>
      <FormField id={latitude} label={say(messages.latitude)} error={errors[placeNames.latitude]}>
        {(described) => (
          <input
            type="text"
            inputmode="decimal"
            id={latitude}
            name={placeNames.latitude}
            value={typed[placeNames.latitude] ?? ''}
            autocomplete="off"
            {...described}
          />
        )}
      </FormField>
      <FormField id={longitude} label={say(messages.longitude)} error={errors[placeNames.longitude]}>
        {(described) => (
          <input
            type="text"
            inputmode="decimal"
            id={longitude}
            name={placeNames.longitude}
            value={typed[placeNames.longitude] ?? ''}
            autocomplete="off"
            {...described}
          />
        )}
      </FormField>
      <MapFrame c={c} mode={{ is: 'pick', latitude, longitude, words }} label={say(messages.mapLabel)}>
        <input type="hidden" name={placeNames.precision} value={typed[placeNames.precision] ?? ''} data-precision />
        <div class="map-ask" data-scripted hidden>
          <p class="form-hint">{say(messages.mapHint)}</p>
          <p class="form-hint">{say(messages.askPositionHint)}</p>
          <button type="button" class="form-other" data-ask-position hidden>
            {say(messages.askPosition)}
          </button>
        </div>
      </MapFrame>
    </fieldset>
  )
}
