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
  const words = fold(text).replace(/[^a-z0-9]+/g, ' ').trim().split(' ')
  let slug = ''
  for (const word of words) {
    if (slug && slug.length + 1 + word.length > 80) break
    slug = slug ? `${slug}-${word}` : word.slice(0, 80)
  }
  return slug || 'khong-tieu-de'
}

const collator = new Intl.Collator('vi')
/** Order of Vietnamese words: a à ả ã á ạ ă â … */
export const compareVietnamese = (a: string, b: string): number => collator.compare(a, b)

/** Typed text made exact: NFC, no control characters or invisible marks, outer blanks trimmed. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim()

/** Typed text of one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ')
