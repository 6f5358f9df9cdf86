import type { Body, BodyNode } from '../content.ts'
import { readBody } from './read-body.ts'

/**
 * A text as light markup, for writing it without script: paragraphs parted by blank lines, "## " headings, "- " and "1. "
 * items, "> " quotes, **bold**, *italic*, [words](address). Undefined when the text holds anything this cannot say.
 */
export function markupOf(body: Body): string | undefined {
  const blocks = body.content.map(blockMarkup)
  if (blocks.includes(undefined)) return undefined
  const text = blocks.join('\n\n').trim()
  const again = bodyFromMarkup(text)
  return JSON.stringify(again) === JSON.stringify(withoutEmpty(body)) ? text : undefined
}

/** Reads light markup. Every line of it becomes words of the text; nothing is refused. */
export function bodyFromMarkup(text: string): Body {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .filter((block) => block.trim() !== '')
  return readBody({ type: 'doc', content: blocks.flatMap(readBlock) }).body
}

/** In the one form texts have, whatever order its keys came in from the database. */
const withoutEmpty = (body: Body): Body => {
  const content = readBody(body).body.content.filter((node) => node.type !== 'paragraph' || node.content)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function blockMarkup(node: BodyNode): string | undefined {
  if (node.attrs && node.type !== 'heading') return undefined
  switch (node.type) {
    case 'paragraph':
      return inlineMarkup(node)
    case 'heading':
      return `${'#'.repeat(Number(node.attrs?.level))} ${inlineMarkup(node) ?? ''}`
    case 'bulletList':
    case 'orderedList':
      return (node.content ?? [])
        .map(
          (item, at) =>
            `${node.type === 'bulletList' ? '-' : `${at + 1}.`} ${item.content?.length === 1 ? (inlineMarkup(item.content[0]!) ?? '') : ''}`,
        )
        .join('\n')
    case 'blockquote':
      return (node.content ?? []).map((paragraph) => `> ${inlineMarkup(paragraph) ?? ''}`).join('\n')
    default:
      return undefined
  }
}

function inlineMarkup(node: BodyNode): string | undefined {
  const parts = (node.content ?? []).map((child) => {
    if (child.type === 'hardBreak') return '\n'
    return (child.marks ?? []).reduce((words, mark) => {
      if (mark.type === 'bold') return `**${words}**`
      if (mark.type === 'italic') return `*${words}*`
      return mark.type === 'link' && typeof mark.attrs?.href === 'string' ? `[${words}](${mark.attrs.href})` : '\u0000'
    }, child.text ?? '')
  })
  return parts.join('')
}

function readBlock(block: string): BodyNode[] {
  const lines = block
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const heading = /^(#{2,4}) (.+)$/s.exec(block.trim())
  if (heading && lines.length === 1)
    return [{ type: 'heading', attrs: { level: heading[1]!.length }, content: readInline(heading[2]!) }]
  for (const [type, mark] of [
    ['bulletList', /^- /],
    ['orderedList', /^\d+\. /],
  ] as const) {
    if (lines.every((line) => mark.test(line))) {
      return [
        {
          type,
          content: lines.map((line) => ({
            type: 'listItem',
            content: [{ type: 'paragraph', content: readInline(line.replace(mark, '')) }],
          })),
        },
      ]
    }
  }
  if (lines.every((line) => line.startsWith('> '))) {
    return [
      { type: 'blockquote', content: lines.map((line) => ({ type: 'paragraph', content: readInline(line.slice(2)) })) },
    ]
  }
  return [
    {
      type: 'paragraph',
      content: lines.flatMap((line, at) => [...(at > 0 ? [{ type: 'hardBreak' }] : []), ...readInline(line)]),
    },
  ]
}

type Marks = NonNullable<BodyNode['marks']>
/** Words that bear a mark, and where they end in the text. */
interface Marked {
  words: string
  mark: Marks[number]
  end: number
}

/** Walks a line once, whatever signs it is full of: people paste anything. */
function readInline(text: string, marks: Marks = []): BodyNode[] {
  const nodes: BodyNode[] = []
  const say = (words: string): void => {
    if (words) nodes.push({ type: 'text', text: words, ...(marks.length > 0 && { marks }) })
  }
  const markedAt = [linksIn(text), boldIn(text), italicIn(text)]
  const sign = /[[*]/g
  let said = 0
  for (let at = sign.exec(text)?.index; at !== undefined; at = sign.exec(text)?.index) {
    const found = markedAt.reduce<Marked | undefined>((one, find) => one ?? find(at as number), undefined)
    if (!found) continue
    say(text.slice(said, at))
    for (const node of readInline(found.words, [...marks, found.mark])) nodes.push(node)
    said = sign.lastIndex = found.end
  }
  say(text.slice(said))
  return nodes
}

/** Where a sign stands next. Asked from left to right, it remembers, so that the text is searched once. */
function finder(text: string, sign: string): (from: number) => number {
  let known = -2
  return (from) => {
    if (known !== -1 && known < from) known = text.indexOf(sign, from)
    return known
  }
}

/** [words](address), on one line. */
function linksIn(text: string): (at: number) => Marked | undefined {
  const [bracket, newline] = [finder(text, ']'), finder(text, '\n')]
  const address = /\(([^()\s]+)\)/y
  let broken = -1
  return (at) => {
    if (text[at] !== '[') return undefined
    const [close, lineEnd] = [bracket(at + 1), newline(at + 1)]
    if (close <= at + 1 || close === broken || (lineEnd >= 0 && lineEnd < close)) return undefined
    address.lastIndex = close + 1
    const href = address.exec(text)?.[1]
    if (href === undefined) broken = close
    else return { words: text.slice(at + 1, close), mark: { type: 'link', attrs: { href } }, end: address.lastIndex }
    return undefined
  }
}

/** **words** */
function boldIn(text: string): (at: number) => Marked | undefined {
  const stars = finder(text, '**')
  return (at) => {
    const close = text.startsWith('**', at) ? stars(at + 3) : -1
    return close < 0 ? undefined : { words: text.slice(at + 2, close), mark: { type: 'bold' }, end: close + 2 }
  }
}

/** *words*, on one line. */
function italicIn(text: string): (at: number) => Marked | undefined {
  const [star, newline] = [finder(text, '*'), finder(text, '\n')]
  return (at) => {
    if (text[at] !== '*') return undefined
    const [close, lineEnd] = [star(at + 1), newline(at + 1)]
    if (close <= at + 1 || (lineEnd >= 0 && lineEnd < close)) return undefined
    return { words: text.slice(at + 1, close), mark: { type: 'italic' }, end: close + 1 }
  }
}
