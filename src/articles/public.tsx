import type { FC } from 'hono/jsx'
import { Card } from '../delivery/components/lists.tsx'
import { Page } from '../delivery/components/page.tsx'
import { speak } from '../delivery/language.ts'
import {
  showing,
  showingEntries,
  type DeliveryContext,
  type PublicRoute,
  type PublicSection,
} from '../delivery/route.ts'
import { crumbOf, sectionById } from '../delivery/sections.ts'
import type { Crumb } from '../delivery/structured-data.ts'
import { originOf } from '../delivery/site-of-host.ts'
import { frameOrigins } from '../delivery/video-frames.ts'
import type { LiveItem } from '../editions/live.ts'
import { NotFound } from '../refusals.ts'
import { fill } from '../web/message.ts'
import { articleKind } from './article.ts'
import { articleAt, previewOf, surroundings, type LiveArticle, type Surroundings } from './live-queries.ts'
import { articleData, shareImage } from './public/article-data.ts'
import { EndTools, PrintedAddress, ReadingTools } from './public/article-tools.tsx'
import { ArticleView } from './public/article-view.tsx'
import { filmData } from './public/film-data.ts'
import { showGone } from './public/gone.ts'
import { messages } from './public/messages.ts'
import { qrCodeBelow } from './public/qr-code.ts'
import { mentionsIn, readMentions, type Mentions } from './public/read-article.ts'
import { ratingSum } from '../ratings/live-queries.ts'
import type { RatingSum } from '../ratings/rating.ts'
import { viewsOf } from '../statistics/live-queries.ts'

export const articlePublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: `${articleKind.path}/:slug`, handle: showArticle, inEnglish: false },
  { method: 'GET', path: '/xem-thu/:token', handle: showPreview, inEnglish: false },
  { method: 'GET', path: `/ma-qr${articleKind.path}/:file`, handle: qrCodeBelow(articleKind.path), inEnglish: false },
]

/** An article by its address; one that moved redirects for ever, one that is gone says so. */
async function showArticle(c: DeliveryContext): Promise<Response> {
  const found = await articleAt(c.var.db, c.var.site.id, `${articleKind.path}/${c.req.param('slug') ?? ''}`)
  if (!found) throw new NotFound()
  if (found.is === 'moved') return c.redirect(found.path, 301)
  if (found.is === 'gone') return showGone(c, found.gone)
  const { article } = found
  const { content, siteId, entryId } = article
  speak(c, content.language)
  const placed = article.sectionIds.map((id) => sectionById(c.var.site.sections, id)).find((one) => one !== undefined)
  const [around, mentions, views, sum] = await Promise.all([
    surroundings(c.var.db, { siteId, entryId, sectionId: placed?.section.id, content }),
    readMentions(c, content, []),
    viewsOf(c.var.db, c.var.site.id, entryId),
    ratingSum(c.var.db, c.var.site.id, article.path),
  ])
  showing(c, `entry:${entryId}`, ...content.topicIds.map((id) => `topic-name:${id}`))
  showing(c, ...content.credits.map(({ authorId }) => `author-name:${authorId}`))
  showingEntries(c, [...around.newer, ...around.older])
  // Also those that are not live now: the page changes when they are.
  showing(c, ...[...content.relatedIds, ...mentionsIn(content).entries].map((id) => `entry:${id}`))
  c.var.page.scripts.add('reader.js')
  for (const origin of frameOrigins(content.body)) c.var.page.frames.add(origin)
  c.var.page.counts = { entryId, sectionId: placed?.section.id }
  const crumbs = placed ? [...placed.above, placed.section].map(crumbOf) : []
  return c.html(
    <ArticlePage
      c={c}
      article={article}
      around={around}
      mentions={mentions}
      readers={{ views, sum }}
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
  /** What is known of its readers. */
  readers: { views: number; sum: RatingSum }
  crumbs: readonly Crumb[]
  section: PublicSection | undefined
}

const ArticlePage: FC<ArticlePageProps> = ({ c, article, around, mentions, readers, crumbs, section }) => {
  const { content, home, publishedAt, updatedAt } = article
  const homeUrl = home && `${originOf(c.var.config, home.host)}${home.path}`
  const url = homeUrl ?? `${c.var.site.origin}${article.path}`
  const image = shareImage(article, mentions.files)
  return (
    <Page
      c={c}
      title={content.title}
      description={content.summary || undefined}
      canonical={homeUrl ?? article.path}
      translation={around.translation}
      crumbs={crumbs}
      section={section?.slug}
      openGraph={{ type: 'article', image, publishedAt, updatedAt, section: section?.name, tags: content.tags }}
      jsonLd={[
        articleData(c, article, { url, image, section: section?.name, around }),
        ...filmData(content, mentions.files, { origin: c.var.site.origin, publishedAt }),
      ]}
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
          translation={around.translation}
          home={home && homeUrl ? { name: home.name, url: homeUrl } : undefined}
          views={readers.views}
          tools={<ReadingTools c={c} language={content.language} />}
        />
        <EndTools c={c} title={content.title} path={article.path} sum={readers.sum} />
        <Beside c={c} around={around} mentions={mentions} section={section} />
        <PrintedAddress c={c} url={url} path={article.path} />
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
  <ul class="titles plain">
    {items.map((item) => (
      <li>
        <Card item={item} files={new Map()} level={3} look="title" />
      </li>
    ))}
  </ul>
)

/** A draft through a signed link, drawn as readers will see it. */
async function showPreview(c: DeliveryContext): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const preview = token.length <= 200 ? await previewOf(c.var.db, c.var.site.id, token) : undefined
  if (!preview) throw new NotFound()
  const content = articleKind.read(preview.content).content
  speak(c, content.language)
  const { say, db, site, config } = c.var
  c.header('Cache-Control', 'private, no-store')
  c.header('X-Robots-Tag', 'noindex, nofollow')
  c.set('framedBy', new URL(config.officeUrl).origin)
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
