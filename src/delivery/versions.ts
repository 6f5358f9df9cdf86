import type { Translation } from '../editions/live.ts'
import type { Language } from '../web/message.ts'
import { addressIn, vietnameseAddress } from './language.ts'
import type { DeliveryContext } from './route.ts'

/** A page in the two languages. */
export interface PageVersions {
  /** Whole address of this page for search engines; absent where it has none. */
  canonical: string | undefined
  /** For <link rel="alternate" hreflang>: itself and the other one, and which serves everyone else. Empty: it stands in one language. */
  alternates: readonly { hreflang: Language | 'x-default'; href: string }[]
  /** Where the switch of languages leads: the same page, or (same: false) the other home page. */
  other: { language: Language; href: string; same: boolean }
}

/** What a page says of its address. */
export interface PageAddress {
  /** From the root of the portal, without what only counts or sorts; or whole, where another portal has the original. */
  canonical?: string
  noindex?: boolean
  /** The address with what the other language should be asked too, such as the words of a search. */
  here?: string
  translation?: Translation
  /** The same page in the other language holds nothing, so search engines are not sent there. */
  alone?: boolean
}

/** The addresses of a page in both languages. Only a page that search engines may keep names its alternates. */
export function versionsOf(
  c: DeliveryContext,
  { canonical, noindex, here, translation, alone }: PageAddress,
): PageVersions {
  const { origin } = c.var.site
  const language: Language = c.var.language === 'vi' ? 'en' : 'vi'
  const own = canonical?.startsWith('/') ? canonical : undefined
  const both = c.var.inBothLanguages && own !== undefined ? vietnameseAddress(own) : undefined
  const ownAddress = both === undefined ? own : c.var.to(both)
  const otherAddress = both === undefined ? translation?.path : addressIn(language, both)
  const switched = both === undefined ? otherAddress : addressIn(language, here ?? both)
  const pair = { [c.var.language]: ownAddress, [language]: otherAddress } as Record<Language, string | undefined>
  const named = !noindex && !alone && pair.vi !== undefined && pair.en !== undefined
  return {
    canonical: ownAddress === undefined ? canonical : `${origin}${ownAddress}`,
    alternates: named
      ? [
          { hreflang: 'vi', href: `${origin}${pair.vi}` },
          { hreflang: 'en', href: `${origin}${pair.en}` },
          { hreflang: 'x-default', href: `${origin}${pair.vi}` },
        ]
      : [],
    other:
      switched === undefined
        ? { language, href: addressIn(language, '/'), same: false }
        : { language, href: switched, same: true },
  }
}
