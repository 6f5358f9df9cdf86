import type { Child, FC } from 'hono/jsx'
import { BodyView } from '../../delivery/components/body.tsx'
import { FilmView } from '../../delivery/components/film.tsx'
import { Gallery, PhotoStory } from '../../delivery/components/gallery.tsx'
import { AttachmentLink, Figure } from '../../delivery/components/media.tsx'
import type { LiveFiles } from '../../delivery/live-media.ts'
import type { Content } from '../../editions/content.ts'
import type { Translation } from '../../editions/live.ts'
import { dateTimeOf, longDateOf, timeOf } from '../../web/dates.ts'
import { fill, type Say } from '../../web/message.ts'
import { creditLabels, genres } from '../article.ts'
import { firstFilm, storyOf } from './media-of-genre.ts'
import { messages } from './messages.ts'
import { OtherVersion } from './other-version.tsx'
import { toolMessages } from './tool-messages.ts'

/** What an article is drawn from: the same for readers and for a preview. */
export interface ArticleViewProps {
  content: Content
  files: LiveFiles
  say: Say
  addressOf(entryId: number): string | undefined
  /** Address of a page of the portal in the language of this page. */
  to(path: string): string
  publishedAt?: Date
  updatedAt?: Date
  corrections: readonly { note: string; at: Date | undefined }[]
  topics: readonly { slug: string; name: string; lang?: { name?: 'vi' } }[]
  authors: readonly { id: number; slug: string; name: string }[]
  /** Its version in the other language, where this portal shows that too. */
  translation?: Translation
  /** The portal a copy comes from, and its address there. */
  home?: { name: string; url: string }
  base?: string
  /** How often it was read; from how many on it is said stands in `viewsShownFrom`. */
  views?: number
  /** What a browser can do with it, below its head. */
  tools?: Child
}

/** A new article with one reader, its author, needs no number. */
const viewsShownFrom = 10

/** An article: what it is, when, the sapo, the picture, the text, and who stands behind it. */
export const ArticleView: FC<ArticleViewProps> = (props) => {
  const { content, files, say, addressOf, base } = props
  const genre = genreLabel(content.genre)
  const opening = firstFilm(content)
  const story = storyOf(content)
  return (
    <article class="article" lang={content.language === 'vi' ? undefined : content.language}>
      <header class="article-head">
        {genre && <p class="label">{say(genre)}</p>}
        <h1>{content.title || say(messages.untitled)}</h1>
        <Times {...props} />
        {props.translation && <OtherVersion translation={props.translation} />}
        {content.summary && <p class="sapo">{content.summary}</p>}
      </header>
      {props.tools}
      {props.corrections.length > 0 && <Corrections {...props} />}
      {opening && (
        <div class="article-film">
          {opening.film ? (
            <FilmView film={opening.film} files={files} say={say} base={base} isFirst />
          ) : (
            <BodyView body={opening.body} media={files} say={say} addressOf={addressOf} base={base} />
          )}
        </div>
      )}
      {content.lead && !opening?.film && (
        <div class="article-lead">
          <Figure picture={content.lead} files={files} say={say} base={base} eager />
        </div>
      )}
      <BodyView
        body={opening?.rest ?? content.body}
        media={files}
        say={say}
        addressOf={addressOf}
        base={base}
        story={story}
      />
      {content.gallery.length > 0 &&
        (story ? (
          <PhotoStory
            pictures={content.gallery}
            files={files}
            say={say}
            base={base}
            from={story.total - content.gallery.length}
            total={story.total}
            opens={story.opens}
          />
        ) : (
          <Gallery pictures={content.gallery} files={files} say={say} base={base} />
        ))}
      <Credits {...props} />
      {content.attachments.length > 0 && <Attachments {...props} />}
      <Labels {...props} />
    </article>
  )
}

const genreLabel = (code: string): { vi: string; en: string } | undefined =>
  Object.hasOwn(genres, code) ? genres[code as keyof typeof genres].label : undefined

const Times: FC<ArticleViewProps> = ({ publishedAt, updatedAt, views = 0, content, say }) => {
  if (!publishedAt) return <p class="article-time">{say(messages.previewTime)}</p>
  const changed = updatedAt && updatedAt.getTime() - publishedAt.getTime() >= 60_000 ? updatedAt : undefined
  return (
    <p class="article-time">
      <time
        datetime={publishedAt.toISOString()}
      >{`${longDateOf(publishedAt, content.language)}, ${timeOf(publishedAt)}`}</time>
      {changed && (
        <span class="article-updated">
          <time datetime={changed.toISOString()}>
            {fill(say(messages.updated), { at: dateTimeOf(changed, content.language) })}
          </time>
        </span>
      )}
      {views >= viewsShownFrom && (
        <span class="article-views" title={say(toolMessages.viewsHow)}>
          {fill(say(toolMessages.views), { n: views.toLocaleString(content.language === 'en' ? 'en-GB' : 'vi-VN') })}
        </span>
      )}
    </p>
  )
}

const Corrections: FC<ArticleViewProps> = ({ corrections, content, say }) => (
  <aside class="notice notice-warn corrections" aria-label={say(messages.correction)}>
    {corrections.map(({ note, at }) => (
      <p>
        <strong>
          {at
            ? fill(say(messages.correctionAt), { at: dateTimeOf(at, content.language) })
            : `${say(messages.correction)}:`}
        </strong>
        {` ${note}`}
      </p>
    ))}
  </aside>
)

const Credits: FC<ArticleViewProps> = ({ content, authors, home, say, to }) => {
  const { source, sourceUrl, credits } = content
  if (credits.length === 0 && !source && !home) return null
  return (
    <footer class="credits">
      {credits.length > 0 && (
        <ul class="credits-people plain" aria-label={say(messages.authors)}>
          {credits.map((credit) => {
            const page = authors.find((author) => author.id === credit.authorId)
            return (
              <li>
                <span class="credits-part">{`${say(creditLabels[credit.part])}: `}</span>
                {page ? (
                  <a href={to(`/tac-gia/${page.slug}`)} rel="author">
                    {credit.name}
                  </a>
                ) : (
                  credit.name
                )}
              </li>
            )
          })}
        </ul>
      )}
      {source && (
        <p class="credits-source">
          {`${say(messages.source)}: `}
          {/^https?:\/\//i.test(sourceUrl) ? (
            <a href={sourceUrl} rel="noopener">
              {source}
            </a>
          ) : (
            source
          )}
        </p>
      )}
      {home && (
        <p class="credits-home">
          {`${say(messages.copyOf)} `}
          <a href={home.url}>{home.name}</a>
        </p>
      )}
    </footer>
  )
}

const Attachments: FC<ArticleViewProps> = ({ content, files, say, base }) => (
  <section class="attachments" aria-labelledby="tep-dinh-kem">
    <h2 id="tep-dinh-kem">{say(messages.attachments)}</h2>
    <ul class="plain">
      {content.attachments.map(({ mediaId, name }) => (
        <li>
          <AttachmentLink mediaId={mediaId} name={name} files={files} base={base} />
        </li>
      ))}
    </ul>
  </section>
)

const Labels: FC<ArticleViewProps> = ({ content, topics, say, to }) =>
  topics.length + content.tags.length > 0 ? (
    <nav class="labels" aria-label={say(messages.tags)}>
      <ul class="plain">
        {topics.map(({ slug, name, lang }) => (
          <li>
            <a class="tag tag-topic" href={to(`/chuyen-de/${slug}`)} lang={lang?.name}>
              {name}
            </a>
          </li>
        ))}
        {content.tags.map((tag) => (
          <li>
            <a class="tag" href={to(`/tim-kiem?q=${encodeURIComponent(tag)}`)}>
              {tag}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  ) : null
