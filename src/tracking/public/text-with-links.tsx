import type { Child, FC } from 'hono/jsx'

const address = /https?:\/\/[^\s<>"]+/g

/** A text of the office as paragraphs; what is a web address in it can be followed. */
export const TextWithLinks: FC<{ text: string }> = ({ text }) => (
  <>
    {text
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== '')
      .map((part) => (
        <p class="said">{linked(part)}</p>
      ))}
  </>
)

function withoutEnd(found: string): string {
  let end = found.length
  while (end > 0 && '.,;:!?)]'.includes(found[end - 1]!)) end -= 1
  return found.slice(0, end)
}

function linked(text: string): Child[] {
  const parts: Child[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    // A full stop or bracket after an address belongs to the sentence.
    const href = withoutEnd(found)
    if (!URL.canParse(href)) continue
    parts.push(text.slice(from, index), <a href={href}>{href}</a>)
    from = index + href.length
  }
  return [...parts, text.slice(from)]
}
