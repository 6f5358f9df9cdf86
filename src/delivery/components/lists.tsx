import type { Child, FC } from 'hono/jsx'
import type { LiveItem } from '../../editions/live.ts'
import { lengthInWords } from '../../media/file-kinds.ts'
import { dateOf, timeOf } from '../../web/dates.ts'
import { fill, type Language, type Say } from '../../web/message.ts'
import type { LiveFiles } from '../live-media.ts'
import { messages } from '../messages.ts'
import { phoneWidth, Picture } from './picture.tsx'

interface CardProps {
  item: LiveItem
  files: LiveFiles
  /** Level of its heading: one below the heading the list stands under. */
  level: 2 | 3
  /** How it is drawn: the one lead of a page, a card of a grid, a line of a list, or the title alone. */
  look: 'lead' | 'card' | 'line' | 'title'
}

/** One entry of a list. The whole of it can be pressed; only the title is a link, so it is read once. */
export const Card: FC<CardProps> = ({ item, files, level, look }) => {
  const Heading = `h${level}` as 'h2' | 'h3'
  const file = look === 'title' || item.leadMediaId === null ? undefined : files.get(item.leadMediaId)
  const isFilm = item.genre === 'video'
  return (
    <article class={`card card-${look}${isFilm ? ' card-film' : ''}`} lang={item.language}>
      <div class="card-words">
        <Heading class="card-name">
          <a href={item.path}>{item.title}</a>
        </Heading>
        <p class="card-date">
          {isFilm && <FilmSign lengthMs={item.filmMs} />}
          <Moment at={item.publishedAt} language={item.language} />
        </p>
        {look !== 'title' && item.summary && <p class="card-summary">{item.summary}</p>}
      </div>
      {file?.kind === 'image' && (
        <div class="card-picture">
          <Picture file={file} alt="" eager={look === 'lead'} sizes={cardSizes[look]} />
        </div>
      )}
    </article>
  )
}

/** What a browser measures itself where it can (`auto`, for pictures loaded later): a card is as wide as the box it stands in. */
const cardSizes = {
  lead: `(min-width: 64em) 46rem, ${phoneWidth}`,
  card: 'auto, (min-width: 40em) 20rem, 7rem',
  line: 'auto, (min-width: 40em) 14rem, 7rem',
  title: '1px',
}

/** That an entry is a film, and how long it is where that is known. The word is the same in both languages. */
const FilmSign: FC<{ lengthMs: number | null }> = ({ lengthMs }) => (
  <span class="card-length">{lengthMs === null ? 'Video' : `Video ${lengthInWords(lengthMs)}`}</span>
)

/** A time as lists show it, the day first because lists are looked through by day: 23/11/2026, 14:05. */
export const Moment: FC<{ at: Date; language: Language }> = ({ at, language }) => (
  <time datetime={at.toISOString()}>{`${dateOf(at, language)}, ${timeOf(at)}`}</time>
)

/** Where a list goes on. Older pages are reached by key, so no page of a long archive is slower than the first. */
export const Pager: FC<{ older?: string; newest?: string; say: Say }> = ({ older, newest, say }) =>
  older || newest ? (
    <nav class="pager" aria-label={say(messages.pages)}>
      {newest && (
        <a class="pager-link" href={newest}>
          {say(messages.toNewest)}
        </a>
      )}
      {older && (
        <a class="pager-link pager-older" href={older} rel="next">
          {say(messages.older)}
        </a>
      )}
    </nav>
  ) : null

/** An honest empty list: what is so, and what to do. */
export const Empty: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
  </div>
)

/** Wraps what may be wider than the screen; reachable by keyboard so that it can be scrolled. */
export const Scrollable: FC<{ label: string; children?: Child }> = ({ label, children }) => (
  <section class="scrollable" tabindex={0} aria-label={label}>
    {children}
  </section>
)

/** A list of entries under each other, with its way on. */
export const ItemList: FC<{ items: readonly LiveItem[]; files: LiveFiles; say: Say; level?: 2 | 3 }> = ({
  items,
  files,
  say,
  level = 2,
}) =>
  items.length === 0 ? (
    <Empty title={say(messages.emptyList)}>
      <p>{say(messages.emptyListAdvice)}</p>
    </Empty>
  ) : (
    <ul class="lines plain">
      {items.map((item) => (
        <li>
          <Card item={item} files={files} level={level} look="line" />
        </li>
      ))}
    </ul>
  )

/** A heading of a block with its way to all of it. */
export const BlockHead: FC<{ title: string; lang?: 'vi'; href?: string; say: Say; id?: string }> = ({
  title,
  lang,
  href,
  say,
  id,
}) => (
  <div class="block-head">
    <h2 id={id} lang={lang}>
      {href ? <a href={href}>{title}</a> : title}
    </h2>
    {href && (
      <a class="block-all" href={href} aria-label={fill(say(messages.allOf), { name: title })}>
        {say(messages.all)}
      </a>
    )}
  </div>
)
