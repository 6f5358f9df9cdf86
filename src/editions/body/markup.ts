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

const pieces = /\[([^\]\n]+)\]\(([^()\s]+)\)|\*\*(.+?)\*\*|\*([^*\n]+)\*/s

function readInline(text: string, marks: NonNullable<BodyNode['marks']> = []): BodyNode[] {
  const found = pieces.exec(text)
  if (!found) return text ? [{ type: 'text', text, ...(marks.length > 0 && { marks }) }] : []
  const [whole, label, href, bold, italic] = found
  const mark = href !== undefined ? { type: 'link', attrs: { href } } : { type: bold !== undefined ? 'bold' : 'italic' }
  return [
    ...readInline(text.slice(0, found.index), marks),
    ...readInline(label ?? bold ?? italic ?? '', [...marks, mark]),
    ...readInline(text.slice(found.index + whole.length), marks),
  ]
}
