/** Text as it is searched and compared: no diacritics, no case, đ as d; hoà and hòa alike. The twin of fold_vietnamese() in SQL. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u031b]/g, '')
    .replace(/[Đđ]/g, 'd')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')

/** An address part from a Vietnamese text: "Đường Hoà Bình" → "duong-hoa-binh". At most 80 characters, cut at a word. */
export function slugOf(text: string): string {
  const words = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  let slug = ''
  for (const word of words) {
    if (slug && slug.length + 1 + word.length > 80) break
    slug = slug ? `${slug}-${word}` : word.slice(0, 80)
  }
  return slug || 'khong-tieu-de'
}

// Marks nobody sees: controls, soft hyphen, zero-width space, direction marks, byte order mark. Joiners stay: other scripts need them.
// eslint-disable-next-line no-control-regex
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g

/**
 * Text well formed, without invisible marks, in NFC; line ends and outer blanks as they are. Marks go before it is composed:
 * one between a letter and its tone would keep both apart for good.
 */
export const exactText = (text: string): string => text.toWellFormed().replace(invisible, '').normalize('NFC')

/** Typed text made exact: well formed, NFC, no control characters or invisible marks, line ends as \n, outer blanks trimmed. */
export const cleanText = (text: string): string => exactText(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')).trim()

/** Typed text of one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ')
