import { SaxesParser } from 'saxes'

/** Pieces of a page that are neither in English nor marked as Vietnamese: anything with a Vietnamese letter. */
export function notEnglish(html: string): string[] {
  const found: string[] = []
  const langs: string[] = []
  const check = (text: string): void => {
    if (langs.at(-1) === 'en' && /[\u0300-\u036f\u031bđĐ]/.test(text.replaceAll(/NĐ-CP/g, '').normalize('NFD')))
      found.push(text.trim())
  }
  const parser = new SaxesParser()
  parser.on('error', () => {})
  parser.on('opentag', ({ attributes }) => {
    const own = attributes as Record<string, string>
    langs.push(own.lang ?? langs.at(-1) ?? 'en')
    for (const value of Object.values(own)) check(value)
  })
  parser.on('closetag', () => langs.pop())
  parser.on('text', check)
  parser.write(html.replace(/^<!doctype html>/i, '').replaceAll(/<script\b.*?<\/script>/gs, '')).close()
  return found
}
