import type { Child, FC } from 'hono/jsx'
import {
  itemsOfAuthor,
  itemsOfSection,
  itemsOfTopic,
  readCursor,
  type Cursor,
  type LiveItem,
} from '../../editions/live.ts'
import { authorBySlug, topicBySlug } from '../../editions/live-topics.ts'
import { NotFound } from '../../refusals.ts'
import { fill } from '../../web/message.ts'
import type { Page as ListPage } from '../../web/paging.ts'
import { ItemList, Pager } from '../components/lists.tsx'
import { crumbData, laterPage, Page, type Crumb } from '../components/page.tsx'
import { liveFiles } from '../live-media.ts'
import { messages } from '../messages.ts'
import { showing, type DeliveryContext, type PublicSection } from '../route.ts'
import { sectionBySlug } from '../sections.ts'

/** A section: what it holds and what its subsections hold, from the newest. */
export async function showSection(c: DeliveryContext): Promise<Response> {
  const found = sectionBySlug(c.var.site.sections, c.req.param('slug') ?? '')
  if (!found) throw new NotFound()
  const { section, above } = found
  const after = cursorOf(c)
  showing(c, `section:${section.id}`)
  c.var.page.counts = { sectionId: section.id }
  return drawList(c, {
    title: section.name,
    summary: section.description,
    path: `/chuyen-muc/${section.slug}`,
    feed: `/chuyen-muc/${section.slug}/rss.xml`,
    crumbs: above.map(({ name, slug }) => ({ name, href: `/chuyen-muc/${slug}` })),
    section: section.slug,
    after,
    list: await itemsOfSection(c.var.db, section.id, after),
    before: section.children.length > 0 && (
      <Subsections sections={section.children} to={c.var.to} label={c.var.say(messages.subsections)} />
    ),
  })
}

/** A topic: what this portal holds of a campaign of the whole network. */
export async function showTopic(c: DeliveryContext): Promise<Response> {
  const topic = await topicBySlug(c.var.db, c.req.param('slug') ?? '')
  if (!topic) throw new NotFound()
  showing(c, `topic:${topic.id}`)
  const after = cursorOf(c)
  return drawList(c, {
    title: topic.name,
    label: c.var.say(messages.topic),
    summary: topic.summary,
    path: `/chuyen-de/${topic.slug}`,
    crumbs: [],
    after,
    list: await itemsOfTopic(c.var.db, { siteId: c.var.site.id, topicId: topic.id }, after),
  })
}

/** An author: what this portal has of them. */
export async function showAuthor(c: DeliveryContext): Promise<Response> {
  const { db, site, say } = c.var
  const author = await authorBySlug(db, site.id, c.req.param('slug') ?? '')
  if (!author) throw new NotFound()
  showing(c, `author:${author.id}`)
  const after = cursorOf(c)
  return drawList(c, {
    title: author.name,
    label: say(messages.author),
    summary: author.about || fill(say(messages.authorOn), { name: author.name, site: site.name }),
    path: `/tac-gia/${author.slug}`,
    crumbs: [],
    after,
    list: await itemsOfAuthor(db, { siteId: site.id, authorId: author.id }, after),
  })
}

interface List {
  title: string
  /** What kind of list it is, above its title. */
  label?: string
  summary: string
  path: string
  feed?: string
  crumbs: readonly Crumb[]
  section?: string
  after: Cursor | undefined
  list: ListPage<LiveItem>
  before?: Child
}

async function drawList(
  c: DeliveryContext,
  { title, label, summary, path, feed, crumbs, section, after, list, before }: List,
): Promise<Response> {
  const { say } = c.var
  const files = await liveFiles(
    c.var.db,
    list.rows.flatMap((item) => item.leadMediaId ?? []),
  )
  const way = [...crumbs, { name: title }]
  return c.html(
    <Page
      c={c}
      title={laterPage(c, title, after !== undefined)}
      description={summary || undefined}
      canonical={path}
      section={section}
      noindex={after !== undefined}
      crumbs={way}
      openGraph={{ type: 'website' }}
      feed={feed ? { href: feed, title: `${title} – ${c.var.site.name}` } : undefined}
      jsonLd={{
        '@context': 'https://schema.org',
        '@type': 'CollectionPage',
        name: title,
        breadcrumb: crumbData(c, way),
      }}
    >
      <div class="wrap list-page">
        <header class="list-head">
          {label && <p class="label">{label}</p>}
          <h1>{title}</h1>
          {summary && <p class="list-summary">{summary}</p>}
          {before}
        </header>
        <ItemList items={list.rows} files={files} say={say} />
        <Pager say={say} older={list.next && `${path}?truoc=${list.next}`} newest={after && path} />
      </div>
    </Page>,
  )
}

const Subsections: FC<{ sections: readonly PublicSection[]; label: string; to(path: string): string }> = ({
  sections,
  label,
  to,
}) => (
  <nav class="subsections" aria-label={label}>
    <ul role="list">
      {sections.map(({ name, slug }) => (
        <li>
          <a class="tag" href={to(`/chuyen-muc/${slug}`)}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** The place a list goes on from. An address with a place that cannot be is no page. */
function cursorOf(c: DeliveryContext): Cursor | undefined {
  const text = c.req.query('truoc')
  if (text === undefined) return undefined
  const cursor = readCursor(text)
  if (!cursor) throw new NotFound()
  return cursor
}
