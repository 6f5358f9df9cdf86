import type { FC } from 'hono/jsx'
import { nearest } from '../delivery/components/picture.tsx'
import { Card } from '../delivery/components/lists.tsx'
import { crumbData, Page, type Crumb } from '../delivery/components/page.tsx'
import { answerGone } from '../delivery/errors.tsx'
import type { LiveFiles } from '../delivery/live-media.ts'
import {
  showing,
  showingEntries,
  type DeliveryContext,
  type PublicRoute,
  type PublicSection,
} from '../delivery/route.ts'
import { sectionById } from '../delivery/sections.ts'
import { originOf } from '../delivery/site-of-host.ts'
import type { LiveItem } from '../editions/live.ts'
import { imageUrl } from '../media/address.ts'
import { NotFound } from '../refusals.ts'
import { dateTimeOf } from '../web/dates.ts'
import { fill } from '../web/message.ts'
import { articleKind } from './article.ts'
import {
  articleAt,
  previewOf,
  surroundings,
  type GoneArticle,
  type LiveArticle,
  type Surroundings,
} from './live-queries.ts'
import { ArticleView } from './public/article-view.tsx'
import { messages } from './public/messages.ts'
import { readMentions, type Mentions } from './public/read-article.ts'

export const articlePublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: `${articleKind.path}/:slug`, handle: showArticle },
  { method: 'GET', path: '/xem-thu/:token', handle: showPreview },
]

/** An article by its address; one that moved redirects for ever, one that is gone says so. */
async function showArticle(c: DeliveryContext): Promise<Response> {
  const found = await articleAt(c.var.db, c.var.site.id, `${articleKind.path}/${c.req.param('slug') ?? ''}`)
  if (!found) throw new NotFound()
  if (found.is === 'moved') return c.redirect(found.path, 301)
  if (found.is === 'gone') return showGone(c, found.gone)
  const { article } = found
  const { content, siteId, entryId } = article
  const placed = article.sectionIds.map((id) => sectionById(c.var.site.sections, id)).find((one) => one !== undefined)
  const around = await surroundings(c.var.db, { siteId, entryId, sectionId: placed?.section.id, content })
  const mentions = await readMentions(c, content, [])
  showing(c, `entry:${entryId}`, ...content.topicIds.map((id) => `topic-name:${id}`))
  showing(c, ...content.credits.map(({ authorId }) => `author-name:${authorId}`))
  showingEntries(c, [...around.newer, ...around.older, ...mentions.related])
  c.var.page.counts = { entryId, sectionId: placed?.section.id }
  const crumbs = placed
    ? [...placed.above, placed.section].map(({ name, slug }) => ({ name, href: `/chuyen-muc/${slug}` }))
    : []
  return c.html(
    <ArticlePage
      c={c}
      article={article}
      around={around}
      mentions={mentions}
      crumbs={crumbs}
      section={placed?.section}
    />,
  )
}

interface ArticlePageProps {
  c: DeliveryContext
  article: LiveArticle
  around: Surroundings
  mentions: Mentions
  crumbs: readonly Crumb[]
  section: PublicSection | undefined
}

const ArticlePage: FC<ArticlePageProps> = ({ c, article, around, mentions, crumbs, section }) => {
  const { content, home, publishedAt, updatedAt } = article
  const homeUrl = home && `${originOf(c.var.config, home.host)}${home.path}`
  const canonical = homeUrl ?? article.path
  const image = shareImage(article, mentions.files)
  return (
    <Page
      c={c}
      title={content.title}
      description={content.summary || undefined}
      canonical={canonical}
      crumbs={crumbs}
      section={section?.slug}
      openGraph={{ type: 'article', image, publishedAt, updatedAt }}
      jsonLd={articleData(c, article, { canonical, image: image?.url, crumbs })}
    >
      <div class="wrap article-page">
        <ArticleView
          content={content}
          files={mentions.files}
          say={c.var.say}
          addressOf={mentions.addressOf}
          to={c.var.to}
          publishedAt={publishedAt}
          updatedAt={updatedAt}
          corrections={around.corrections}
          topics={around.topics}
          authors={around.authors}
          home={home && homeUrl ? { name: home.name, url: homeUrl } : undefined}
        />
        <Beside c={c} around={around} mentions={mentions} section={section} />
        <p class="printed-address">
          {c.var.say(messages.printedAddress)}: {homeUrl ?? `${c.var.site.origin}${article.path}`}
        </p>
      </div>
    </Page>
  )
}

const Beside: FC<Pick<ArticlePageProps, 'c' | 'around' | 'mentions' | 'section'>> = ({
  c,
  around,
  mentions,
  section,
}) => {
  const { say } = c.var
  if (mentions.related.length + around.newer.length + around.older.length === 0) return null
  return (
    <div class="beside">
      {mentions.related.length > 0 && (
        <section aria-labelledby="lien-quan">
          <h2 id="lien-quan">{say(messages.related)}</h2>
          <Titles items={mentions.related} />
        </section>
      )}
      {section && around.newer.length + around.older.length > 0 && (
        <section aria-labelledby="cung-muc">
          <h2 id="cung-muc">
            <a href={c.var.to(`/chuyen-muc/${section.slug}`)}>
              {fill(say(messages.inSection), { name: section.name })}
            </a>
          </h2>
          {around.newer.length > 0 && (
            <>
              <p class="beside-label">{say(messages.newer)}</p>
              <Titles items={around.newer} />
            </>
          )}
          {around.older.length > 0 && (
            <>
              <p class="beside-label">{say(messages.older)}</p>
              <Titles items={around.older} />
            </>
          )}
        </section>
      )}
    </div>
  )
}

const Titles: FC<{ items: readonly LiveItem[] }> = ({ items }) => (
  <ul class="titles" role="list">
    {items.map((item) => (
      <li>
        <Card item={item} files={new Map()} level={3} look="title" />
      </li>
    ))}
  </ul>
)

/** 410 rather than 404: it was here, so feeds and search engines should forget it now, and readers learn why. */
function showGone(c: DeliveryContext, { state, title, reason, at }: GoneArticle): Response | Promise<Response> {
  const { say } = c.var
  const [head, text] =
    state === 'withdrawn' ? [messages.withdrawn, messages.withdrawnAt] : [messages.expired, messages.expiredAt]
  const lines = [
    fill(say(text), { title, at: dateTimeOf(at) }),
    ...(reason ? [fill(say(messages.reason), { reason })] : []),
  ]
  return answerGone(c, say(head), lines)
}

/** A draft through a signed link, drawn as readers will see it. */
async function showPreview(c: DeliveryContext): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const preview = token.length <= 200 ? await previewOf(c.var.db, c.var.site.id, token) : undefined
  if (!preview) throw new NotFound()
  const { say, db, site, config } = c.var
  c.header('Cache-Control', 'private, no-store')
  c.header('X-Robots-Tag', 'noindex, nofollow')
  c.set('framedBy', new URL(config.officeUrl).origin)
  const content = articleKind.read(preview.content).content
  const around = await surroundings(db, { siteId: site.id, entryId: preview.entryId, sectionId: undefined, content })
  const { files, addressOf } = await readMentions(c, content, [], token)
  const note = preview.correctionNote
  return c.html(
    <Page
      c={c}
      title={`${say(messages.preview)}: ${content.title || say(messages.untitled)}`}
      noindex
      strip={
        <aside class="preview-strip" aria-label={say(messages.preview)}>
          <strong>{say(messages.preview)}</strong>
          {`. ${say(messages.previewExplained)}`}
        </aside>
      }
    >
      <div class="wrap article-page">
        <ArticleView
          content={content}
          files={files}
          say={say}
          addressOf={addressOf}
          to={c.var.to}
          topics={around.topics}
          authors={around.authors}
          corrections={note ? [{ note, at: undefined }, ...around.corrections] : around.corrections}
          base={`/xem-thu/${encodeURIComponent(token)}`}
        />
      </div>
    </Page>,
  )
}

function shareImage({ content }: LiveArticle, files: LiveFiles): { url: string; alt: string } | undefined {
  const file = content.lead && files.get(content.lead.mediaId)
  if (!content.lead || file?.kind !== 'image') return undefined
  const ofWebp = file.variants.filter((variant) => variant.format === 'webp').map((variant) => variant.width)
  return { url: imageUrl(file.id, nearest(ofWebp, 1280), 'webp'), alt: content.lead.alt }
}

function articleData(
  c: DeliveryContext,
  { content, publishedAt, updatedAt }: LiveArticle,
  more: { canonical: string; image?: string; crumbs: readonly Crumb[] },
): Record<string, unknown> {
  const { site } = c.var
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsArticle',
        headline: content.title,
        description: content.summary || undefined,
        inLanguage: content.language,
        datePublished: publishedAt.toISOString(),
        dateModified: updatedAt.toISOString(),
        mainEntityOfPage: more.canonical.startsWith('/') ? `${site.origin}${more.canonical}` : more.canonical,
        image: more.image && `${site.origin}${more.image}`,
        author: content.credits.filter(({ part }) => part === 'text').map(({ name }) => ({ '@type': 'Person', name })),
        publisher: { '@type': 'GovernmentOrganization', name: site.agency || site.name },
        keywords: content.tags.length > 0 ? content.tags.join(', ') : undefined,
      },
      crumbData(c, [...more.crumbs, { name: content.title }]),
    ],
  }
}
