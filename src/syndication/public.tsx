import { Feed } from 'feed'
import { showing, type DeliveryContext, type PublicRoute } from '../delivery/route.ts'
import { sectionBySlug } from '../delivery/sections.ts'
import { itemsOfSection, newestItems, type LiveItem } from '../editions/live.ts'
import { NotFound } from '../refusals.ts'
import { mappedAddresses, partsOfMap, type MappedAddress } from './queries.ts'

const feedSize = 30
/** The protocol of sitemaps allows 50,000 addresses a file. */
export const mapSize = 50_000

export const syndicationPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/rss.xml', handle: (c) => showSiteFeed(c, 'rss') },
  { method: 'GET', path: '/atom.xml', handle: (c) => showSiteFeed(c, 'atom') },
  { method: 'GET', path: '/chuyen-muc/:slug/rss.xml', handle: (c) => showSectionFeed(c, 'rss') },
  { method: 'GET', path: '/chuyen-muc/:slug/atom.xml', handle: (c) => showSectionFeed(c, 'atom') },
  { method: 'GET', path: '/sitemap.xml', handle: (c) => showMap(c, mapSize) },
  { method: 'GET', path: '/sitemap/:part', handle: (c) => showMapPart(c, mapSize) },
  { method: 'GET', path: '/robots.txt', handle: showRobots },
]

type Form = 'rss' | 'atom'

async function showSiteFeed(c: DeliveryContext, form: Form): Promise<Response> {
  const { site, db } = c.var
  showing(c, `site:${site.id}`)
  return feedOf(c, form, {
    title: site.name,
    description: site.tagline || site.agency,
    path: '/',
    items: await newestItems(db, site.id, feedSize),
  })
}

async function showSectionFeed(c: DeliveryContext, form: Form): Promise<Response> {
  const { site, db } = c.var
  const found = sectionBySlug(site.sections, c.req.param('slug') ?? '')
  if (!found) throw new NotFound()
  const { id, slug, name, description } = found.section
  const { rows } = await itemsOfSection(db, id, undefined, feedSize)
  showing(c, `section:${id}`)
  return feedOf(c, form, {
    title: `${name} – ${site.name}`,
    description: description || name,
    path: `/chuyen-muc/${slug}`,
    items: rows,
  })
}

/** Plain text as what feed readers take for HTML: Atom says so of titles and summaries, RSS readers do so with descriptions. */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Text that ends no CDATA section: of several ends in one text the feed's writer would part the first only. */
const unbroken = (text: string): string => text.replaceAll(']]>', ']]&gt;')

interface Channel {
  title: string
  description: string
  path: string
  items: readonly LiveItem[]
}

function feedOf(c: DeliveryContext, form: Form, { title, description, path, items }: Channel): Response {
  const { site, language } = c.var
  const stem = path === '/' ? '' : path
  const feed = new Feed({
    title,
    description,
    language,
    id: `${site.origin}${path}`,
    link: `${site.origin}${path}`,
    copyright: site.agency || site.name,
    generator: 'Khuê',
    // Of what it shows, not of now: an unchanged feed stays the same, byte for byte.
    updated: new Date(Math.max(0, ...items.map((item) => item.updatedAt.getTime()))),
    feedLinks: { rss: `${site.origin}${stem}/rss.xml`, atom: `${site.origin}${stem}/atom.xml` },
    author: { name: site.agency || site.name, link: `${site.origin}/` },
  })
  for (const item of items) {
    const link = `${site.origin}${item.path}`
    feed.addItem({
      title: form === 'atom' ? asHtml(item.title) : unbroken(item.title),
      id: link,
      link,
      description: asHtml(item.summary),
      date: item.updatedAt,
      published: item.publishedAt,
    })
  }
  const [text, type] = form === 'rss' ? [feed.rss2(), 'application/rss+xml'] : [feed.atom1(), 'application/atom+xml']
  return c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8` })
}

/** The map for search engines; over `size` addresses, a list of its parts. */
export async function showMap(c: DeliveryContext, size: number): Promise<Response> {
  const { db, site } = c.var
  showing(c, `site:${site.id}`)
  const parts = await partsOfMap(db, site.id, size)
  if (parts.length <= 1)
    return xml(c, urlSet(c, fixedAddresses(c), await mappedAddresses(db, site.id, parts[0] ?? 0, size)))
  const lines = parts.map((from) => `<sitemap><loc>${escaped(`${site.origin}/sitemap/${from}.xml`)}</loc></sitemap>`)
  return xml(
    c,
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</sitemapindex>`,
  )
}

/** One part of a map, named by the number it begins with. */
export async function showMapPart(c: DeliveryContext, size: number): Promise<Response> {
  const from = Number(/^([1-9]\d{0,9})\.xml$/.exec(c.req.param('part') ?? '')?.[1])
  const { db, site } = c.var
  const parts = from <= 2_147_483_647 ? await partsOfMap(db, site.id, size) : []
  if (parts.length < 2 || !parts.includes(from)) throw new NotFound()
  return xml(c, urlSet(c, from === parts[0] ? fixedAddresses(c) : [], await mappedAddresses(db, site.id, from, size)))
}

function fixedAddresses(c: DeliveryContext): string[] {
  const sections: string[] = []
  const walk = (list: typeof c.var.site.sections): void => {
    for (const section of list) {
      sections.push(`/chuyen-muc/${section.slug}`)
      walk(section.children)
    }
  }
  walk(c.var.site.sections)
  return ['/', '/so-do-cong', ...sections]
}

function urlSet(c: DeliveryContext, fixed: readonly string[], items: readonly MappedAddress[]): string {
  const { origin } = c.var.site
  const lines = [
    ...fixed.map((path) => `<url><loc>${escaped(origin + path)}</loc></url>`),
    ...items.map(
      ({ path, updatedAt }) =>
        `<url><loc>${escaped(origin + path)}</loc><lastmod>${updatedAt.toISOString()}</lastmod></url>`,
    ),
  ]
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>`
}

const xml = (c: DeliveryContext, text: string): Response =>
  c.body(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, 200, { 'Content-Type': 'application/xml; charset=utf-8' })

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** What search engines may visit. A demo asks to be left alone. */
function showRobots(c: DeliveryContext): Response {
  const { site } = c.var
  showing(c, `frame:${site.id}`)
  const text = site.isDemo
    ? 'User-agent: *\nDisallow: /\n'
    : `User-agent: *\nDisallow: /tim-kiem\nDisallow: /xem-thu/\n\nSitemap: ${site.origin}/sitemap.xml\n`
  return c.text(text)
}
