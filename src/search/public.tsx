import type { FC } from 'hono/jsx'
import { Moment } from '../delivery/components/lists.tsx'
import { Page } from '../delivery/components/page.tsx'
import { addressIn } from '../delivery/language.ts'
import type { DeliveryContext, PublicRoute } from '../delivery/route.ts'
import { NotFound } from '../refusals.ts'
import { fill, type Messages } from '../web/message.ts'
import { markWords, snippetOf, type Piece } from './mark-words.ts'
import { countedUpTo, findLive, pageSize, type Findings, type FoundItem } from './queries.ts'
import { readQuery, type Query } from './read-query.ts'

export const searchPublicRoutes: readonly PublicRoute[] = [{ method: 'GET', path: '/tim-kiem', handle: showSearch }]

const messages = {
  title: { vi: 'Tìm kiếm', en: 'Search' },
  titleOf: { vi: 'Tìm “{words}”', en: 'Search “{words}”' },
  words: { vi: 'Từ khóa', en: 'Words' },
  hint: {
    vi: 'Gõ có dấu hoặc không dấu đều được. Đặt cụm từ trong ngoặc kép để tìm đúng cụm.',
    en: 'With or without diacritics. Put words in quotes to find them in a row.',
  },
  submit: { vi: 'Tìm', en: 'Search' },
  found: { vi: 'Có {count} kết quả cho “{words}”.', en: '{count} results for “{words}”.' },
  foundMany: {
    vi: 'Có hơn {count} kết quả cho “{words}”; cổng xếp {count} bài mới nhất.',
    en: 'More than {count} results for “{words}”; the newest {count} are shown.',
  },
  none: { vi: 'Không tìm thấy bài nào cho “{words}”', en: 'Nothing found for “{words}”' },
  adviceFewer: {
    vi: 'Bớt từ khóa: kết quả phải có đủ mọi từ đã gõ.',
    en: 'Use fewer words: a result must have all of them.',
  },
  adviceSpelling: { vi: 'Xem lại chính tả, hoặc gõ không dấu.', en: 'Check the spelling, or type without diacritics.' },
  adviceSections: { vi: 'Xem theo chuyên mục ở sơ đồ cổng.', en: 'Look through the sections on the site map.' },
  advice: { vi: 'Mời bạn thử', en: 'You could try' },
  results: { vi: 'Kết quả', en: 'Results' },
  pages: { vi: 'Trang kết quả', en: 'Pages of results' },
  previous: { vi: 'Trang trước', en: 'Previous page' },
  next: { vi: 'Trang sau', en: 'Next page' },
  inEnglish: { vi: 'Tìm “{words}” trong các bài tiếng Anh', en: 'Search entries in English for “{words}”' },
  inVietnamese: { vi: 'Tìm “{words}” trong các bài tiếng Việt', en: 'Search entries in Vietnamese for “{words}”' },
  pageOf: { vi: 'Trang {page}/{pages}', en: 'Page {page} of {pages}' },
} as const satisfies Messages

/** Searching what is live on the portal. */
async function showSearch(c: DeliveryContext): Promise<Response> {
  const query = readQuery(c.req.query('q') ?? '')
  const page = pageAsked(c.req.query('trang'))
  const findings = await findLive(c.var.db, c.var, query, page)
  const { say } = c.var
  const title = query.typed ? fill(say(messages.titleOf), { words: query.typed }) : say(messages.title)
  return c.html(
    <Page
      c={c}
      title={title}
      canonical="/tim-kiem"
      here={query.typed ? `/tim-kiem?q=${encodeURIComponent(query.typed)}` : '/tim-kiem'}
      noindex
      crumbs={[{ name: say(messages.title) }]}
    >
      <div class="wrap search-page">
        <h1>{say(messages.title)}</h1>
        <form class="search-large" action={c.var.to('/tim-kiem')} method="get">
          <label for="tu-khoa">{say(messages.words)}</label>
          <div class="search-row">
            <input
              id="tu-khoa"
              type="search"
              name="q"
              value={query.typed}
              maxlength={200}
              aria-describedby="tu-khoa-goi-y"
            />
            <button type="submit">{say(messages.submit)}</button>
          </div>
          <p id="tu-khoa-goi-y" class="hint">
            {say(messages.hint)}
          </p>
        </form>
        {query.typed && <Results c={c} query={query} page={page} findings={findings} />}
        {query.typed && <OtherLanguage c={c} query={query} />}
      </div>
    </Page>,
  )
}

/** Pages from 1 on, as far as results are counted. */
function pageAsked(text: string | undefined): number {
  if (text === undefined) return 1
  const page = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : Number.NaN
  if (!(page <= countedUpTo / pageSize)) throw new NotFound()
  return page
}

interface ResultsProps {
  c: DeliveryContext
  query: Query
  page: number
  findings: Findings
}

const Results: FC<ResultsProps> = ({ c, query, page, findings: { items, total } }) => {
  const { say } = c.var
  if (total === 0) {
    return (
      <div class="empty">
        <h2 class="empty-title">{fill(say(messages.none), { words: query.typed })}</h2>
        <p>{`${say(messages.advice)}:`}</p>
        <ul>
          <li>{say(messages.adviceFewer)}</li>
          <li>{say(messages.adviceSpelling)}</li>
          <li>
            <a href={c.var.to('/so-do-cong')}>{say(messages.adviceSections)}</a>
          </li>
        </ul>
      </div>
    )
  }
  const many = total > countedUpTo
  const count = Math.min(total, countedUpTo).toLocaleString(c.var.language === 'vi' ? 'vi-VN' : 'en-GB')
  return (
    <section aria-labelledby="ket-qua">
      <h2 id="ket-qua" class="visually-hidden">
        {say(messages.results)}
      </h2>
      <p class="search-count">{fill(say(many ? messages.foundMany : messages.found), { count, words: query.typed })}</p>
      <ol class="findings plain" start={(page - 1) * pageSize + 1}>
        {items.map((item) => (
          <li>
            <Finding item={item} query={query} />
          </li>
        ))}
      </ol>
      <Pages c={c} query={query} page={page} pages={Math.ceil(Math.min(total, countedUpTo) / pageSize)} />
    </section>
  )
}

const Finding: FC<{ item: FoundItem; query: Query }> = ({ item, query }) => {
  const snippet = snippetOf(item.words, query.marks)
  return (
    <article lang={item.language}>
      <h3>
        <a href={item.path}>
          <Marked pieces={markWords(item.title, query.marks)} />
        </a>
      </h3>
      <p class="card-date">
        {item.kind === 'answer' && `${item.language === 'en' ? answerLabel.en : answerLabel.vi} · `}
        <Moment at={item.publishedAt} language={item.language} />
      </p>
      <p class="finding-words">
        <Marked pieces={snippet.length > 0 ? snippet : markWords(item.summary, query.marks)} />
      </p>
    </article>
  )
}

/** Said of published answers, in their own language. */
const answerLabel = { vi: 'Hỏi đáp', en: 'Question and answer' }

const Marked: FC<{ pieces: readonly Piece[] }> = ({ pieces }) => (
  <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>
)

/** Each language is searched on its own; this is the way to the same words in the other. */
const OtherLanguage: FC<{ c: DeliveryContext; query: Query }> = ({ c, query }) => {
  const other = c.var.language === 'vi' ? 'en' : 'vi'
  return (
    <p class="search-other">
      <a href={`${addressIn(other, '/tim-kiem')}?q=${encodeURIComponent(query.typed)}`} hreflang={other}>
        {fill(c.var.say(other === 'en' ? messages.inEnglish : messages.inVietnamese), { words: query.typed })}
      </a>
    </p>
  )
}

const Pages: FC<{ c: DeliveryContext; query: Query; page: number; pages: number }> = ({ c, query, page, pages }) => {
  const { say } = c.var
  const href = (to: number): string =>
    `${c.var.to('/tim-kiem')}?q=${encodeURIComponent(query.typed)}${to > 1 ? `&trang=${to}` : ''}`
  return pages > 1 ? (
    <nav class="pager" aria-label={say(messages.pages)}>
      {page > 1 && (
        <a class="pager-link" href={href(Math.min(page - 1, pages))} rel="prev">
          {say(messages.previous)}
        </a>
      )}
      <span class="pager-at">{fill(say(messages.pageOf), { page, pages })}</span>
      {page < pages && (
        <a class="pager-link pager-older" href={href(page + 1)} rel="next">
          {say(messages.next)}
        </a>
      )}
    </nav>
  ) : null
}
