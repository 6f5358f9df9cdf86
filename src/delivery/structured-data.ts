import { messages } from './messages.ts'
import type { DeliveryContext } from './route.ts'

/** A thing as schema.org describes it. What is undefined or empty is left out before it is written. */
export type Thing = Readonly<Record<string, unknown>>

/** A step of the way to a page; the last one may have no address: it is the page itself. */
export interface Crumb {
  name: string
  /** Vietnamese address, from the root of the portal. */
  href?: string
  /** Set where the name is Vietnamese on an English page. */
  lang?: 'vi'
}

/** Facts about the things on one page, as text that can end no script element. */
export const dataText = (things: readonly Thing[]): string =>
  JSON.stringify(without({ '@context': 'https://schema.org', '@graph': things })).replaceAll('<', String.raw`\u003c`)

/** Without what is undefined, null, an empty text or an empty list, at any depth. */
function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined && one !== null && one !== '' && !(Array.isArray(one) && one.length === 0))
      .map(([key, one]) => [key, without(one)]),
  )
}

/** The way to a page (BreadcrumbList), the home page first. */
export const breadcrumbs = (c: DeliveryContext, crumbs: readonly Crumb[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name: c.var.say(messages.home), href: '/' }, ...crumbs].map(({ name, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: href && `${c.var.site.origin}${c.var.to(href)}`,
  })),
})

/** The agency behind the portal (GovernmentOrganization). */
export function organization(c: DeliveryContext): Thing {
  const { site, publicFiles, to } = c.var
  return {
    '@type': 'GovernmentOrganization',
    '@id': `${site.origin}/#co-quan`,
    name: site.agency || site.name,
    url: `${site.origin}${to('/')}`,
    logo: { '@type': 'ImageObject', url: `${site.origin}${publicFiles.url('emblem.svg')}` },
    telephone: site.phone,
    email: site.email,
    address: site.address && { '@type': 'PostalAddress', streetAddress: site.address, addressCountry: 'VN' },
    parentOrganization: site.governingBody && { '@type': 'GovernmentOrganization', name: site.governingBody },
  }
}

/** The portal in the language of the page (WebSite), with its search. */
export function webSite(c: DeliveryContext): Thing {
  const { site, to, language } = c.var
  return {
    '@type': 'WebSite',
    '@id': `${site.origin}${to('/')}#cong`,
    name: site.name,
    alternateName: site.shortName,
    url: `${site.origin}${to('/')}`,
    inLanguage: language,
    publisher: { '@id': `${site.origin}/#co-quan` },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${site.origin}${to('/tim-kiem')}?q={q}` },
      'query-input': 'required name=q',
    },
  }
}

/** The page that lists entries (CollectionPage). `path`: its Vietnamese address. */
export const collection = (c: DeliveryContext, list: { name: string; description?: string; path: string }): Thing => ({
  '@type': 'CollectionPage',
  name: list.name,
  description: list.description,
  url: `${c.var.site.origin}${c.var.to(list.path)}`,
  inLanguage: c.var.language,
  isPartOf: { '@type': 'WebSite', name: c.var.site.name, url: `${c.var.site.origin}${c.var.to('/')}` },
})

/** A picture of an article, its address from the root of the portal. */
export interface PictureFacts {
  url: string
  alt: string
  width?: number
  height?: number
}

/** An article as search engines are told of it; addresses whole. */
export interface ArticleFacts {
  headline: string
  description: string
  language: string
  /** The address that counts, on the home portal for a copy. */
  url: string
  publishedAt: Date
  updatedAt: Date
  image?: PictureFacts
  authors: readonly { name: string; url?: string }[]
  section?: string
  keywords: readonly string[]
  corrections: readonly { note: string; at: Date }[]
  /** Its version in the other language, and which of the two is the original. */
  translation?: { url: string; language: string; title: string; isOriginal: boolean }
}

/** An article (NewsArticle) of this portal. One without named authors is by the agency. */
export function newsArticle(c: DeliveryContext, facts: ArticleFacts): Thing {
  const { site } = c.var
  const other = facts.translation && {
    '@type': 'NewsArticle',
    '@id': facts.translation.url,
    url: facts.translation.url,
    headline: facts.translation.title,
    inLanguage: facts.translation.language,
  }
  return {
    '@type': 'NewsArticle',
    '@id': facts.url,
    headline: facts.headline,
    description: facts.description,
    inLanguage: facts.language,
    url: facts.url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': facts.url },
    datePublished: facts.publishedAt.toISOString(),
    dateModified: facts.updatedAt.toISOString(),
    image: facts.image && {
      '@type': 'ImageObject',
      url: `${site.origin}${facts.image.url}`,
      width: facts.image.width,
      height: facts.image.height,
      caption: facts.image.alt,
    },
    author:
      facts.authors.length > 0
        ? facts.authors.map(({ name, url }) => ({ '@type': 'Person', name, url }))
        : organization(c),
    publisher: organization(c),
    isPartOf: { '@type': 'WebSite', name: site.name, url: `${site.origin}${c.var.to('/')}` },
    isAccessibleForFree: true,
    articleSection: facts.section,
    keywords: facts.keywords,
    correction: facts.corrections.map(({ note, at }) => ({
      '@type': 'CorrectionComment',
      text: note,
      datePublished: at.toISOString(),
    })),
    ...(other && (facts.translation?.isOriginal ? { translationOfWork: other } : { workTranslation: other })),
  }
}
