import type { FC } from 'hono/jsx'
import { fill, type Say } from '../../web/message.ts'
import { findPersonalData, type PersonalData } from '../find-personal-data.ts'
import { personalKinds } from '../personal-data/spot.ts'
import { publicFields, type LetStand, type PublicField, type PublicWords } from '../public-words.ts'
import { messages } from './answer-messages.ts'

/** A find of the machine in public words, once for all places where it stands. */
export interface Find {
  text: string
  kind: PersonalData['kind']
  field: PublicField
}

/** What the machine finds in public words, each text once. */
export function findsOf(words: PublicWords): Find[] {
  const finds = new Map<string, Find>()
  for (const field of Object.keys(publicFields) as PublicField[])
    for (const { text, kind } of findPersonalData(words[field])) {
      const exact = text.normalize('NFC').trim()
      if (!finds.has(exact)) finds.set(exact, { text: exact, kind, field })
    }
  return [...finds.values()]
}

/** The reasons typed beside finds, as the form of `Finds` names them. */
export function letStandOf(typed: Readonly<Record<string, string>>): LetStand[] {
  return Object.entries(typed).flatMap(([name, text]) => {
    const n = /^tim-thay-(\d{1,3})$/.exec(name)?.[1]
    const reason = n === undefined ? '' : (typed[`de-nguyen-${n}`] ?? '').trim()
    return reason === '' ? [] : [{ text, reason }]
  })
}

/** A text with what the machine found in it marked. */
const Marked: FC<{ text: string }> = ({ text }) => {
  const parts: (string | PersonalData)[] = []
  let at = 0
  for (const find of findPersonalData(text)) {
    parts.push(text.slice(at, find.from), find)
    at = find.to
  }
  parts.push(text.slice(at))
  return <>{parts.map((part) => (typeof part === 'string' ? part : <mark class="case-find">{part.text}</mark>))}</>
}

/** Public words as readers will see them, with every find marked. */
export const PublicPreview: FC<{ words: PublicWords; say: Say }> = ({ words, say }) => (
  <div class="case-public">
    <h4>{say(messages.preview)}</h4>
    <p class="case-public-title">
      <Marked text={words.publicTitle} />
    </p>
    <blockquote class="said">
      <Marked text={words.publicQuestion} />
    </blockquote>
    <p class="said">
      <Marked text={words.publicAnswer} />
    </p>
  </div>
)

interface FindsProps {
  words: PublicWords
  letStand: readonly LetStand[]
  say: Say
  /** Of the form they stand in, so that ids differ from those of another. */
  id: string
}

/** Every find, each with a place to say why it may stand. */
export const Finds: FC<FindsProps> = ({ words, letStand, say, id }) => {
  const finds = findsOf(words)
  const reasonFor = (text: string): string => letStand.find((one) => one.text === text)?.reason ?? ''
  if (finds.length === 0) return <p class="soft small">{say(messages.noFinds)}</p>
  return (
    <fieldset class="case-finds">
      <legend>
        {say(messages.finds)} <span class="count">{finds.length}</span>
      </legend>
      <p class="hint">{say(messages.findsHint)}</p>
      {finds.map(({ text, kind, field }, n) => (
        <div class="field">
          <input type="hidden" name={`tim-thay-${n}`} value={text} />
          <label for={`${id}-${n}`}>
            {fill(say(messages.find), { text, kind: say(personalKinds[kind]), field: say(publicFields[field]) })}
          </label>
          <input
            id={`${id}-${n}`}
            name={`de-nguyen-${n}`}
            maxlength={1000}
            placeholder={say(messages.whyStand)}
            value={reasonFor(text)}
          />
        </div>
      ))}
    </fieldset>
  )
}
