import type { BodyNode } from '../editions/content.ts'
import { cleanText } from '../web/vietnamese.ts'

/**
 * Plain text of an answer as blocks: a blank line parts paragraphs, lines that begin with "- " are a list, other line ends stay.
 * Addresses of the web become links; nothing else does.
 */
export function blocksOf(text: string): BodyNode[] {
  const blocks: BodyNode[] = []
  for (const part of cleanText(text).split(/\n[^\S\n]*\n+/)) {
    let lines: string[] = []
    let items: string[] = []
    const endLines = (): void => {
      if (lines.length > 0) blocks.push({ type: 'paragraph', content: inline(lines) })
      lines = []
    }
    const endItems = (): void => {
      if (items.length > 0) blocks.push(listOf(items))
      items = []
    }
    for (const line of part.split('\n').map((one) => one.trim())) {
      const item = /^[-–•+*]\s+(\S.*)$/u.exec(line)?.[1]
      if (item !== undefined) {
        endLines()
        items.push(item)
      } else if (line !== '') {
        endItems()
        lines.push(line)
      }
    }
    endLines()
    endItems()
  }
  return blocks
}

const listOf = (items: readonly string[]): BodyNode => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [{ type: 'paragraph', content: linked(item) }] })),
})

const inline = (lines: readonly string[]): BodyNode[] =>
  lines.flatMap((line, index) => (index === 0 ? linked(line) : [{ type: 'hardBreak' }, ...linked(line)]))

/** A line with its addresses as links. Signs that close a sentence or a bracket are not of the address. */
function linked(line: string): BodyNode[] {
  const found: BodyNode[] = []
  let at = 0
  for (const match of line.matchAll(/https?:\/\/[^\s<>"“”]+/giu)) {
    const href = trimmed(match[0])
    if (!isAddress(href)) continue
    if (match.index > at) found.push({ type: 'text', text: line.slice(at, match.index) })
    found.push({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
    at = match.index + href.length
  }
  if (at < line.length) found.push({ type: 'text', text: line.slice(at) })
  return found
}

/** Walked once from the end: a text of nothing but brackets takes no longer than any other. */
function trimmed(address: string): string {
  const opened = address.split('(').length
  let closed = address.split(')').length
  let end = address.length
  for (; end > 0; end -= 1) {
    const sign = address[end - 1]!
    const isSurplus = sign === ')' && closed > opened
    if (!isSurplus && !`.,;:!?'’…`.includes(sign)) break
    if (isSurplus) closed -= 1
  }
  return address.slice(0, end)
}

function isAddress(href: string): boolean {
  if (!URL.canParse(href)) return false
  const { protocol, username, hostname } = new URL(href)
  return /^https?:$/.test(protocol) && username === '' && hostname.includes('.')
}
