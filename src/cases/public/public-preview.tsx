import type { Child, FC } from 'hono/jsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { findPersonalData, masked } from '../find-personal-data.ts'
import { personalKinds } from '../personal-data/spot.ts'
import { messages } from './messages.ts'
import { senderFields } from './read-case-form.ts'
import type { FormState } from './case-form.ts'

/** How the words would look in public, with what the machine recognises hidden. */
export const PublicPreview: FC<{ c: DeliveryContext; title: string; body: string }> = ({ c, title, body }) => {
  const { say } = c.var
  return (
    <section class="form-preview" aria-labelledby="xem-truoc">
      <h2 id="xem-truoc">{say(messages.preview)}</h2>
      <blockquote>
        <p class="form-label">{masked(title)}</p>
        {masked(body)
          .split(/\n+/)
          .map((line) => (
            <p>{line}</p>
          ))}
      </blockquote>
      <p class="form-hint">{say(messages.previewHint)}</p>
    </section>
  )
}

/** Warns of personal data in words that are read by several people, or published. Nothing when there is none. */
export const FoundWarning: FC<{ c: DeliveryContext; words: readonly string[] }> = ({ c, words }) => {
  const { say } = c.var
  const found = words.flatMap(findPersonalData)
  if (found.length === 0) return null
  return (
    <div class="notice notice-warn">
      <p class="form-summary-title">{say(messages.foundTitle)}</p>
      <ul>
        {found.map(({ kind, text }) => (
          <li>
            {say(personalKinds[kind])}: {text}
          </li>
        ))}
      </ul>
      <p>{say(messages.foundHint)}</p>
    </div>
  )
}

/** What was typed, to be checked before it is sent: a row a line, with a button back to its step. */
export const Review: FC<{
  c: DeliveryContext
  parts: readonly { step: number; title: string; rows: readonly (readonly [string, Child])[] }[]
}> = ({ c, parts }) => (
  <>
    {parts.map(({ step, title, rows }) => (
      <section class="form-review" aria-label={title}>
        <h2>{title}</h2>
        <dl class="receipt">
          {rows.map(([label, value]) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <button
          type="submit"
          class="form-other"
          name="di"
          value={String(step)}
          aria-label={`${c.var.say(messages.change)}: ${title}`}
        >
          {c.var.say(messages.change)}
        </button>
      </section>
    ))}
  </>
)

/** Rows about who sends it, for the review. */
export function senderRows({ c, typed, form }: FormState): (readonly [string, Child])[] {
  const { say } = c.var
  const value = (field: keyof typeof senderFields): string =>
    typed[senderFields[field]]?.trim() || say(messages.notGiven)
  const agreed = (name: string): string => say(typed[name] === '1' ? messages.yes : messages.no)
  return [
    [say(messages.name), value('name')],
    [say(messages.email), value('email')],
    [say(messages.phone), value('phone')],
    [say(messages.address), value('address')],
    ...(form.kind.publishable ? ([[say(messages.publishRow), agreed('dong-y-dang')]] as const) : []),
  ]
}
