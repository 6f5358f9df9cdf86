import { addressIn } from '../delivery/language.ts'
import { showing, type DeliveryContext, type PublicSection } from '../delivery/route.ts'
import { citizenPages } from '../delivery/citizen-pages.ts'
import { statementPages } from '../delivery/statement-pages.ts'
import { NotFound } from '../refusals.ts'
import { escaped } from './feed.ts'
import { answersIn, mappedAddresses, partsOfMap, sectionsInEnglish, type MappedAddress } from './queries.ts'

/** The part of a map that holds what is no entry. */
const pagesPart = 'muc'

/** The map for search engines. What exceeds `size` addresses becomes a list of parts: the pages of the portal, then its entries. */
export async function showMap(c: DeliveryContext, size: number): Promise<Response> {
  const { db, site } = c.var
  showing(c, `site:${site.id}`)
  const [parts, pages] = await Promise.all([partsOfMap(db, site.id, size), fixedAddresses(c)])
  if (parts.length <= 1) {
    const items = parts[0] ? await mappedAddresses(db, site.id, parts[0]) : []
    if (pages.length + items.length <= size) return xml(c, urlSet(c, [...pages, ...items]))
  }
  const lines = [pagesPart, ...parts.map(({ from }) => from)].map(
    (part) => `<sitemap><loc>${escaped(`${site.origin}/sitemap/${part}.xml`)}</loc></sitemap>`,
  )
  return xml(
    c,
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</sitemapindex>`,
  )
}

/** One part of a map: the pages, or entries from the number it is named by. */
export async function showMapPart(c: DeliveryContext, size: number): Promise<Response> {
  const { db, site } = c.var
  const name = /^(muc|[1-9]\d{0,9})\.xml$/.exec(c.req.param('part') ?? '')?.[1]
  if (name === undefined) throw new NotFound()
  showing(c, `site:${site.id}`)
  if (name === pagesPart) return xml(c, urlSet(c, await fixedAddresses(c)))
  const from = Number(name)
  const parts = from <= 2_147_483_647 ? await partsOfMap(db, site.id, size) : []
  const part = parts.find((one) => one.from === from)
  if (!part) throw new NotFound()
  return xml(c, urlSet(c, await mappedAddresses(db, site.id, part)))
}

/** Pages that are no entries, in each language in which they hold something. */
async function fixedAddresses(c: DeliveryContext): Promise<MappedAddress[]> {
  const { site, db } = c.var
  const sections = allSections(site.sections)
  const english = new Set(
    await sectionsInEnglish(
      db,
      sections.map(({ id }) => id),
    ),
  )
  const answers = await answersIn(db, site.id)
  const inBoth = (path: string, also: boolean): MappedAddress[] => {
    const en = addressIn('en', path)
    return also
      ? [
          { path, language: 'vi', otherPath: en },
          { path: en, language: 'en', otherPath: path },
        ]
      : [{ path, language: 'vi' }]
  }
  return [
    ...inBoth('/', english.size > 0),
    ...inBoth('/so-do-cong', true),
    ...[...citizenPages, ...statementPages].flatMap(({ path }) => inBoth(path, true)),
    ...(answers.vi ? inBoth('/hoi-dap', answers.en) : []),
    ...sections.flatMap(({ id, slug }) => inBoth(`/chuyen-muc/${slug}`, english.has(id))),
  ]
}

const allSections = (sections: readonly PublicSection[]): PublicSection[] =>
  sections.flatMap((section) => [section, ...allSections(section.children)])

function urlSet(c: DeliveryContext, addresses: readonly MappedAddress[]): string {
  const { origin } = c.var.site
  const link = (hreflang: string, path: string): string =>
    `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escaped(origin + path)}"/>`
  const lines = addresses.map(({ path, language, updatedAt, otherPath }) => {
    const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : ''
    const other = language === 'vi' ? 'en' : 'vi'
    const versions = otherPath ? `${link(language, path)}${link(other, otherPath)}` : ''
    return `<url><loc>${escaped(origin + path)}</loc>${changed}${versions}</url>`
  })
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${lines.join('\n')}\n</urlset>`
}

const xml = (c: DeliveryContext, text: string): Response =>
  c.body(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, 200, { 'Content-Type': 'application/xml; charset=utf-8' })
