import { cleanLine, exactText as exact } from '../../web/vietnamese.ts'

/** Text inside a paragraph made exact: well formed, NFC, no control or invisible characters, line ends as blanks. Outer blanks stay: they part words. */
export const exactText = (text: string): string => exact(text.replace(/[\t\n\r\u000b\u000c\u0085\u2028\u2029]/g, ' '))

/** One line, trimmed and cut at `max` characters; an empty text for what is no text. */
export function exactLine(value: unknown, max: number): string {
  if (typeof value !== 'string') return ''
  const line = cleanLine(value.replace(/[\u000b\u000c]/g, ' '))
  // Cutting may part a pair of surrogates or leave a blank at the end.
  return line.length <= max ? line : cleanLine(line.slice(0, max))
}
