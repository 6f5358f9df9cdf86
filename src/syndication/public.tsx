import { showing, type DeliveryContext, type PublicRoute } from '../delivery/route.ts'
import { sectionBySlug } from '../delivery/sections.ts'
import { topicBySlug } from '../editions/live-topics.ts'
import { NotFound } from '../refusals.ts'
import { fill, type Messages } from '../web/message.ts'
import type { FeedForm } from './feed.ts'
import { readFeed, type FeedOf } from './read-feed.ts'
import { showMap, showMapPart } from './site-map.ts'
import { writeAtom } from './write-atom.ts'
import { writeJsonFeed } from './write-json-feed.ts'
import { writeRss } from './write-rss.ts'

const messages = {
  answers: { vi: 'Hỏi đáp', en: 'Questions and answers' },
  answersOf: { vi: 'Câu hỏi đã được {agency} trả lời', en: 'Questions answered by {agency}' },
} as const satisfies Messages

/** The protocol of sitemaps allows 50,000 addresses a file. */
export const mapSize = 50_000

const forms: Record<FeedForm, { file: string; type: string; write: typeof writeRss }> = {
  rss: { file: 'rss.xml', type: 'application/rss+xml', write: writeRss },
  atom: { file: 'atom.xml', type: 'application/atom+xml', write: writeAtom },
  json: { file: 'feed.json', type: 'application/feed+json', write: writeJsonFeed },
}

/** A feed in its three forms below an address. */
const feedRoutes = (stem: string, find: (c: DeliveryContext) => FeedOf | Promise<FeedOf>): PublicRoute[] =>
  Object.values(forms).map(({ file, type, write }) => ({
    method: 'GET',
    path: `${stem}/${file}`,
    handle: async (c) =>
      c.body(write(await readFeed(c, await find(c))), 200, { 'Content-Type': `${type}; charset=utf-8` }),
  }))

export const syndicationPublicRoutes: readonly PublicRoute[] = [
  ...feedRoutes('', ofSite),
  ...feedRoutes('/chuyen-muc/:slug', ofSection),
  ...feedRoutes('/chuyen-de/:slug', ofTopic),
  ...feedRoutes('/hoi-dap', ofAnswers),
  { method: 'GET', path: '/sitemap.xml', handle: (c) => showMap(c, mapSize), inEnglish: false },
  { method: 'GET', path: '/sitemap/:part', handle: (c) => showMapPart(c, mapSize), inEnglish: false },
  { method: 'GET', path: '/robots.txt', handle: showRobots, inEnglish: false },
]

function ofSite(c: DeliveryContext): FeedOf {
  const { site, language } = c.var
  showing(c, `site:${site.id}`)
  return {
    list: { siteId: site.id, language },
    title: site.name,
    description: site.tagline || site.agency || site.name,
    path: '/',
  }
}

function ofSection(c: DeliveryContext): FeedOf {
  const { site, language } = c.var
  const found = sectionBySlug(site.sections, c.req.param('slug') ?? '')
  if (!found) throw new NotFound()
  const { id, slug, name, description } = found.section
  showing(c, `section:${id}`)
  return {
    list: { sectionId: id, language },
    title: `${name} – ${site.name}`,
    description: description || name,
    path: `/chuyen-muc/${slug}`,
  }
}

async function ofTopic(c: DeliveryContext): Promise<FeedOf> {
  const { site, language, db } = c.var
  const topic = await topicBySlug(db, c.req.param('slug') ?? '', language)
  if (!topic) throw new NotFound()
  showing(c, `topic:${topic.id}`)
  return {
    list: { siteId: site.id, topicId: topic.id, language },
    title: `${topic.name} – ${site.name}`,
    description: topic.summary || topic.name,
    path: `/chuyen-de/${topic.slug}`,
  }
}

function ofAnswers(c: DeliveryContext): FeedOf {
  const { site, language, say } = c.var
  showing(c, `answers:${site.id}`, `site:${site.id}`)
  return {
    list: { siteId: site.id, answers: true, language },
    title: `${say(messages.answers)} – ${site.name}`,
    description: fill(say(messages.answersOf), { agency: site.agency || site.name }),
    path: '/hoi-dap',
  }
}

/** What search engines may visit. A demo asks to be left alone. */
function showRobots(c: DeliveryContext): Response {
  const { site } = c.var
  showing(c, `frame:${site.id}`)
  const text = site.isDemo
    ? 'User-agent: *\nDisallow: /\n'
    : `User-agent: *\nDisallow: /tim-kiem\nDisallow: /en/tim-kiem\nDisallow: /xem-thu/\n\nSitemap: ${site.origin}/sitemap.xml\n`
  return c.text(text)
}
