import type { FC } from 'hono/jsx'
import { fieldId, type FormState, type Typed } from '../../cases/public/case-form.ts'
import { looksLikeDenunciation } from '../../cases/looks-like-denunciation.ts'
import { messages } from '../public-messages.ts'
import { names } from './fields.ts'

/** Whether the words stop the form: they look like a denunciation, and nobody said that they only ask. */
export const isDenunciation = (typed: Typed): boolean =>
  typed[names.onlyAsks] !== '1' && looksLikeDenunciation(`${typed[names.title] ?? ''}\n${typed[names.body] ?? ''}`)

/** Says that a denunciation is not sent by this form, where it may be lodged, and how to go on with a question. Nothing unless needed. */
export const OnlyAsks: FC<{ state: FormState }> = ({ state: { c, typed, errors } }) => {
  const { say } = c.var
  const error = errors[names.onlyAsks]
  const ticked = typed[names.onlyAsks] === '1'
  if (!error && !ticked) return null
  const id = fieldId(names.onlyAsks)
  return (
    <fieldset class="form-group">
      <legend>{say(messages.denunciation)}</legend>
      <p>{say(messages.denunciationText)}</p>
      <p>
        <a href={c.var.to('/khieu-nai-to-cao')}>{say(messages.denunciationHow)}</a>
      </p>
      <p class="form-hint">{say(messages.denunciationBack)}</p>
      <p class="form-choice">
        <input
          type="checkbox"
          id={id}
          name={names.onlyAsks}
          value="1"
          checked={ticked}
          aria-invalid={error ? 'true' : undefined}
        />
        <label for={id}>{say(messages.onlyAsks)}</label>
      </p>
    </fieldset>
  )
}
