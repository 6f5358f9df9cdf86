import type { FC } from 'hono/jsx'
import type { OfficeContext } from '../../office/route.ts'
import { fill } from '../../web/message.ts'
import { messages } from './messages.ts'
import type { Screen } from './load-screen.ts'
import { Fold, formId } from './panel-fields.tsx'
import { fields } from './read-article-form.ts'

/** Who made the article: a name and a part each, and one row to add another. */
export const CreditsPanel: FC<{ c: OfficeContext; screen: Screen }> = ({ c, screen }) => {
  const { say } = c.var
  const { content, parts, authors } = screen.data
  const rows = [...content.credits, { name: '', part: 'text' as const }]
  return (
    <Fold
      id="tac-gia"
      title={say(messages.authors)}
      open
      note={content.credits.length > 0 ? String(content.credits.length) : undefined}
    >
      <p class="hint" id="o-tac-gia-hint">
        {say(messages.authorsHint)}
      </p>
      <div class="credits" data-credits>
        {rows.map((credit, at) => (
          <div class="credit" data-credit>
            <input
              name={fields.authorName}
              form={formId}
              list="tac-gia-da-co"
              value={credit.name}
              autocomplete="off"
              aria-label={fill(say(messages.authorName), { n: at + 1 })}
              aria-describedby="o-tac-gia-hint"
            />
            <select name={fields.authorPart} form={formId} aria-label={fill(say(messages.authorPart), { n: at + 1 })}>
              {parts.map((part) => (
                <option value={part.code} selected={part.code === credit.part}>
                  {part.label}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <datalist id="tac-gia-da-co">
        {authors.map((author) => (
          <option value={author.name}></option>
        ))}
      </datalist>
    </Fold>
  )
}
