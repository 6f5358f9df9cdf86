/** Text inside a paragraph made exact: well formed, NFC, no control or invisible characters, line ends as blanks. Outer blanks stay: they part words. */
export const exactText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\r\u000b\u000c\u0085\u2028\u2029]/g, ' ')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g, '')
    .normalize('NFC')

/** One line, trimmed and cut at `max` characters; an empty text for what is no text. */
export function exactLine(value: unknown, max: number): string {
  if (typeof value !== 'string') return ''
  const line = exactText(value).replace(/\s+/g, ' ').trim()
  // Cutting may part a pair of surrogates or leave a blank at the end.
  return line.length <= max ? line : exactText(line.slice(0, max)).trim()
}
