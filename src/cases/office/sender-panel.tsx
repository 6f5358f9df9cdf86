import type { FC } from 'hono/jsx'
import { Select, When, fieldId } from '../../office/components.tsx'
import { fill } from '../../web/message.ts'
import { isLookReason, lookReasons } from '../look-reasons.ts'
import type { Sender } from '../receive-case.ts'
import { messages } from './case-messages.ts'
import { refusedOf, type CaseParts } from './case-parts.ts'

const senderFields = [
  'name',
  'email',
  'phone',
  'address',
  'identity',
  'organisation',
  'fax',
] as const satisfies (keyof Sender)[]

/** Who sent a case: nothing but what may be told without looking, until somebody says why and presses. */
export const SenderPanel: FC<CaseParts> = (parts) => {
  const { c, file, sender } = parts
  const { say } = c.var
  const left = [file.hasEmail && say(messages.email), file.hasPhone && say(messages.phone)].filter(Boolean)
  return (
    <section class="panel" aria-labelledby="nguoi-gui">
      <h2 id="nguoi-gui">{say(messages.sender)}</h2>
      {file.senderErased ? (
        <p class="soft">{say(messages.senderErased)}</p>
      ) : (
        <p>
          {left.length > 0
            ? fill(say(messages.senderHas), { what: left.join(say(messages.and)) })
            : say(messages.senderNoContact)}
        </p>
      )}
      {sender && <SenderWords parts={parts} sender={sender} />}
      {!sender && !file.senderErased && (
        <>
          <p class="soft small">{say(messages.senderHint)}</p>
          <LookForm {...parts} />
        </>
      )}
    </section>
  )
}

const SenderWords: FC<{ parts: CaseParts; sender: Sender }> = ({ parts, sender }) => {
  const { say } = parts.c.var
  const given = senderFields.filter((field) => sender[field])
  return (
    <div class="case-sender" role="status" tabindex={-1} data-focus>
      {given.length === 0 ? (
        <p>{say(messages.senderEmpty)}</p>
      ) : (
        <dl class="case-facts">
          {given.map((field) => (
            <div>
              <dt>{say(messages[`sender_${field}`])}</dt>
              <dd>{sender[field]}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="soft small">{say(messages.looked)}</p>
    </div>
  )
}

/** Chooses why, and looks. */
const LookForm: FC<CaseParts> = (parts) => {
  const { c, file } = parts
  const { say } = c.var
  const { errors, typed } = refusedOf(parts, 'nguoi-gui')
  return (
    <form method="post" action={`/ho-so/${file.id}/nguoi-gui`} class="stack">
      <Select
        label={say(messages.lookReason)}
        name="reason"
        id={fieldId('nguoi-gui-reason')}
        required
        value={typed.reason ?? ''}
        error={errors.reason}
        options={[
          { value: '', label: say(messages.chooseReason) },
          ...Object.entries(lookReasons).map(([value, label]) => ({ value, label: say(label) })),
        ]}
      />
      <div class="row">
        <button type="submit" class="button">
          {say(messages.look)}
        </button>
      </div>
    </form>
  )
}

/** Who looked at what is sealed of a case, and why: for leaders. */
export const Looks: FC<CaseParts> = ({ c, looks }) => {
  const { say, language } = c.var
  if (!looks) return null
  return (
    <section class="panel" aria-labelledby="ai-da-xem">
      <h2 id="ai-da-xem">{say(messages.whoLooked)}</h2>
      {looks.length === 0 ? (
        <p class="soft">{say(messages.nobodyLooked)}</p>
      ) : (
        <ul class="case-looks">
          {looks.map((look) => (
            <li>
              <strong>{look.personName}</strong>: {say(messages[`look_${look.what}`])}
              {isLookReason(look.reason) && ` – ${say(lookReasons[look.reason]).toLocaleLowerCase('vi')}`}{' '}
              <When at={look.at} language={language} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
