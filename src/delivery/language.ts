import { sayIn, type Language } from '../web/message.ts'
import type { DeliveryContext, PublicSection, PublicSite, TwoLanguages, VietnameseOnly } from './route.ts'

const below = '/en'

/** The language an address asks for: English at /en and below it, Vietnamese elsewhere. No cookie, no header decides. */
export const languageOf = (path: string): Language => (path === below || path.startsWith(`${below}/`) ? 'en' : 'vi')

/** The address of a page in a language, from its Vietnamese one: in English /tim-kiem is /en/tim-kiem, and / is /en. */
export const addressIn = (language: Language, path: string): string =>
  language === 'vi' ? path : `${below}${/^\/(?:$|[?#])/.test(path) ? path.slice(1) : path}`

/** The Vietnamese address of a page, from its address in either language. */
export const vietnameseAddress = (path: string): string =>
  languageOf(path.replace(/[?#].*$/s, '')) === 'vi' ? path : path.slice(below.length).replace(/^(?!\/)/, '/')

/** Draws the rest of a page in a language: its words, its links, and the names of the portal and its sections. */
export function speak(c: DeliveryContext, language: Language): void {
  c.set('language', language)
  c.set('say', sayIn(language))
  c.set('to', (path) => addressIn(language, path))
  if (c.var.site) c.set('site', siteIn(c.var.site, language))
}

/** A portal with its names in a language. Names it lacks in English stay Vietnamese, and `lang` tells which. */
export function siteIn(site: PublicSite, language: Language): PublicSite {
  const { words, lang } = wordsIn(site.names, language)
  const parent = site.parent && wordsIn(site.parent.names, language)
  return {
    ...site,
    ...words,
    lang,
    parent: site.parent && parent && { ...site.parent, ...parent.words, lang: parent.lang },
    sections: site.sections.map((section) => sectionIn(section, language)),
  }
}

const sectionIn = (section: PublicSection, language: Language): PublicSection => {
  const { words, lang } = wordsIn(section.names, language)
  return { ...section, ...words, lang, children: section.children.map((child) => sectionIn(child, language)) }
}

/** Words in a language; those without an English form stay Vietnamese and are named in `lang`. */
export function wordsIn<Words extends Record<string, string>>(
  names: TwoLanguages<Words>,
  language: Language,
): { words: Words; lang: VietnameseOnly<Words> } {
  if (language === 'vi') return { words: names.vi, lang: {} }
  const words = { ...names.vi }
  const lang: VietnameseOnly<Words> = {}
  for (const field of Object.keys(names.vi) as (keyof Words)[]) {
    const english = names.en[field]
    if (english) words[field] = english
    else lang[field] = 'vi'
  }
  return { words, lang }
}
