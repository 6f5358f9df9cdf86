import type { Body, BodyNode } from '../content.ts'
import { exactLine } from './exact-text.ts'

const blocksOfWords = new Set(['paragraph', 'heading'])

/** The words of a text, one paragraph a line: for searching, checking and counting. Captions are words too. */
export const plainText = (body: Body): string => paragraphsOf(body).join('\n')

/** Words separated by blanks, as newsrooms count them (tiếng). */
export const wordCount = (body: Body): number => countWords(plainText(body))

/** Words of a text at hand; punctuation standing alone is none. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Every paragraph, heading, caption and name in reading order, without empty ones. */
export function paragraphsOf(node: BodyNode): string[] {
  if (blocksOfWords.has(node.type)) {
    const words = (node.content ?? [])
      .map((child) => (child.type === 'hardBreak' ? '\n' : (child.text ?? '')))
      .join('')
      .trim()
    return words ? [words] : []
  }
  const attrs = node.attrs ?? {}
  if (node.type === 'image') return filled(attrs.caption)
  if (node.type === 'gallery' && Array.isArray(attrs.pictures))
    return attrs.pictures.flatMap((picture) => filled(picture?.caption))
  if (node.type === 'attachment') return filled(attrs.name)
  if (node.type === 'video') return filled(attrs.title)
  if (node.type === 'film' && Array.isArray(attrs.transcript))
    return [...filled(attrs.title), ...attrs.transcript.flatMap((said) => filled(said?.text))]
  return (node.content ?? []).flatMap(paragraphsOf)
}

const filled = (value: unknown): string[] => (typeof value === 'string' && value.trim() ? [value.trim()] : [])

/** Characters of a text that stand for it in lists. */
const beginningLength = 240

/** The beginning of a text, cut at a word: the summary of kinds nobody writes one for. */
export function beginningOf(body: BodyNode): string {
  const text = exactLine(
    paragraphsOf(body)
      .join('\n')
      .slice(0, beginningLength * 4),
    beginningLength * 4,
  )
  if (text.length <= beginningLength) return text
  const cut = text.slice(0, beginningLength)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,.;:–-]+$/u, '')}…`
}
