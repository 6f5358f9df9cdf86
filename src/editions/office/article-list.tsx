import type { FC } from 'hono/jsx'
import { Empty, Field, Paging, ScreenHead, Select, StateTag, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { stateMessages } from '../why-not-messages.ts'
import { states, type State } from '../edition.ts'
import { readState } from '../work-lists.ts'
import { countByState, countedAtMost, searchArticles, type ArticleSearch, type FoundArticle } from './article-search.ts'
import { DueTag } from './due-tag.tsx'
import { allGenres, genreName } from './genre-names.ts'
import { messages } from './messages.ts'
import { sectionsOfSites, sitesToRead, sitesToWriteFor, type SectionName, type SiteName } from './newsroom-queries.ts'
import { WriteNew } from './write-new.tsx'

/** The address's part that says what the list is narrowed to. */
interface Query {
  q: string
  'trang-thai': string
  cong: string
  'chuyen-muc': string
  'the-loai': string
  'nguoi-viet': string
  tu: string
  den: string
}
const names: readonly (keyof Query)[] = ['q', 'trang-thai', 'cong', 'chuyen-muc', 'the-loai', 'nguoi-viet', 'tu', 'den']

const queryOf = (c: OfficeContext): Query =>
  Object.fromEntries(names.map((name) => [name, (c.req.query(name) ?? '').trim().slice(0, 200)])) as unknown as Query

const dayMilliseconds = 86_400_000
/** The start of a day in Vietnam; undefined for what is no date. */
const dayOf = (text: string): Date | undefined => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00+07:00`) : undefined
  return at && !Number.isNaN(at.getTime()) ? at : undefined
}
const numberOf = (text: string): number | undefined => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined)

const searchOf = (query: Query): ArticleSearch => {
  const to = dayOf(query.den)
  return {
    q: query.q || undefined,
    state: readState(query['trang-thai']),
    siteId: numberOf(query.cong),
    sectionId: numberOf(query['chuyen-muc']),
    genre: query['the-loai'] || undefined,
    author: query['nguoi-viet'] || undefined,
    from: dayOf(query.tu),
    to: to && new Date(to.getTime() + dayMilliseconds),
  }
}

/** An address of the list with some of its parts changed; empty parts are left out. */
const listAddress = (query: Query, change: Partial<Query> & { sau?: string }): string => {
  const parts = Object.entries({ ...query, ...change }).filter(([, value]) => value)
  const text = new URLSearchParams(parts as [string, string][]).toString()
  return text ? `/bai-viet?${text}` : '/bai-viet'
}

/** GET /bai-viet: every text the person may read, found, narrowed and walked by key. */
export async function showArticles(c: OfficeContext) {
  const { db, actor, say } = c.var
  const query = queryOf(c)
  const search = searchOf(query)
  const [page, counts, sites, writable] = await Promise.all([
    searchArticles(db, actor, search, c.req.query('sau')),
    countByState(db, actor, search),
    sitesToRead(db, actor),
    sitesToWriteFor(db, actor),
  ])
  const sections = await sectionsOfSites(
    db,
    search.siteId ? [search.siteId] : sites.length <= 3 ? sites.map((site) => site.id) : [],
  )
  const filtered = names.some((name) => query[name])
  return c.html(
    <Page c={c} title={say(messages.listTitle)} styles={['office/newsroom.css']}>
      <ScreenHead title={say(messages.listTitle)}>
        <WriteNew c={c} sites={writable} />
      </ScreenHead>
      <Filters c={c} query={query} sites={sites} sections={sections} />
      <States c={c} query={query} counts={counts} />
      {page.rows.length === 0 && <Nothing c={c} filtered={filtered} />}
      {page.rows.length > 0 && <ArticleTable c={c} rows={page.rows} many={sites.length > 1} />}
      <Paging
        say={say}
        next={page.next && listAddress(query, { sau: page.next })}
        first={c.req.query('sau') ? listAddress(query, {}) : undefined}
      />
    </Page>,
  )
}

const Nothing: FC<{ c: OfficeContext; filtered: boolean }> = ({ c, filtered }) => {
  const { say } = c.var
  return filtered ? (
    <Empty title={say(messages.nothingFound)}>
      <p>{say(messages.nothingFoundWhat)}</p>
      <p>
        <a class="button" href="/bai-viet">
          {say(messages.clear)}
        </a>
      </p>
    </Empty>
  ) : (
    <Empty title={say(messages.nothingYet)}>
      <p>{say(messages.nothingYetWhat)}</p>
    </Empty>
  )
}

interface FilterProps {
  c: OfficeContext
  query: Query
  sites: readonly SiteName[]
  sections: readonly SectionName[]
}

const Filters: FC<FilterProps> = ({ c, query, sites, sections }) => {
  const { say, kinds } = c.var
  const any = { value: '', label: say(messages.any) }
  const genres = allGenres(kinds)
  const more = ['chuyen-muc', 'the-loai', 'nguoi-viet', 'tu', 'den'].some((name) => query[name as keyof Query])
  return (
    <form class="filters newsroom-filters" method="get" action="/bai-viet" role="search">
      {query['trang-thai'] && <input type="hidden" name="trang-thai" value={query['trang-thai']} />}
      <Field
        label={say(messages.search)}
        name="q"
        type="search"
        value={query.q}
        placeholder={say(messages.searchHint)}
      />
      {sites.length > 1 && (
        <Select
          label={say(messages.site)}
          name="cong"
          value={query.cong}
          options={[any, ...sites.map((site) => ({ value: site.id, label: site.shortName }))]}
        />
      )}
      <div class="row">
        <button type="submit" class="button button-primary">
          {say(messages.filter)}
        </button>
      </div>
      <details class="filters-more" open={more}>
        <summary>{say(messages.moreFilters)}</summary>
        <div class="filters-grid">
          {sections.length > 0 && (
            <Select
              label={say(messages.section)}
              name="chuyen-muc"
              value={query['chuyen-muc']}
              options={[any, ...sections.map((section) => ({ value: section.id, label: section.name }))]}
            />
          )}
          {genres.length > 0 && (
            <Select
              label={say(messages.genre)}
              name="the-loai"
              value={query['the-loai']}
              options={[any, ...genres.map(({ value, label }) => ({ value, label: say(label) }))]}
            />
          )}
          <Field label={say(messages.author)} name="nguoi-viet" value={query['nguoi-viet']} />
          <Field label={say(messages.from)} name="tu" type="date" value={query.tu} />
          <Field label={say(messages.to)} name="den" type="date" value={query.den} />
          {more && (
            <p>
              <a href={listAddress(query, { 'chuyen-muc': '', 'the-loai': '', 'nguoi-viet': '', tu: '', den: '' })}>
                {say(messages.clear)}
              </a>
            </p>
          )}
        </div>
      </details>
    </form>
  )
}

const States: FC<{ c: OfficeContext; query: Query; counts: Partial<Record<State, number>> }> = ({
  c,
  query,
  counts,
}) => {
  const { say } = c.var
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const chosen = readState(query['trang-thai'])
  const shown = states.filter((state) => (counts[state] ?? 0) > 0 || state === chosen)
  return (
    <nav class="states" aria-label={say(messages.statesLabel)}>
      <ul>
        <li>
          <a href={listAddress(query, { 'trang-thai': '' })} aria-current={chosen ? undefined : 'true'}>
            {say(messages.inAllStates)} <span class="count">{countText(all)}</span>
          </a>
        </li>
        {shown.map((state) => (
          <li>
            <a href={listAddress(query, { 'trang-thai': state })} aria-current={chosen === state ? 'true' : undefined}>
              {say(stateMessages[state])} <span class="count">{countText(counts[state] ?? 0)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const countText = (n: number): string => (n >= countedAtMost ? `${countedAtMost - 1}+` : String(n))

const ArticleTable: FC<{ c: OfficeContext; rows: readonly FoundArticle[]; many: boolean }> = ({ c, rows, many }) => {
  const { say } = c.var
  return (
    <table class="table articles">
      <caption class="visually-hidden">{say(messages.listTitle)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(messages.title)}</th>
          <th scope="col">{say(messages.state)}</th>
          {many && <th scope="col">{say(messages.site)}</th>}
          <th scope="col">{say(messages.author)}</th>
          <th scope="col">{say(messages.updated)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ArticleRow c={c} row={row} many={many} />
        ))}
      </tbody>
    </table>
  )
}

const ArticleRow: FC<{ c: OfficeContext; row: FoundArticle; many: boolean }> = ({ c, row, many }) => {
  const { say, language, actor, kinds } = c.var
  const mine = row.authorId === actor.id && (row.state === 'draft' || row.state === 'returned')
  return (
    <tr>
      <th scope="row">
        <a href={mine ? `/ban-thao/${row.id}` : `/ban-thao/${row.id}/duyet`} data-item>
          {row.title || say(messages.untitled)}
        </a>
        <span class="articles-facts">
          {say(genreName(kinds, row.kind, row.genre))}
          {row.sectionNames && ` · ${row.sectionNames}`}
          {row.version > 1 && ` · ${say(messages.version)} ${row.version}`}
          {' · '}
          <a href={`/muc/${row.entryId}`}>
            {say(messages.overview)}
            <span class="visually-hidden">: {row.title}</span>
          </a>
        </span>
      </th>
      <td>
        <StateTag state={row.state} chain={row.chain} say={say} />
        {row.stepDueAt && (
          <>
            {' '}
            <DueTag at={row.stepDueAt} now={new Date()} say={say} />
          </>
        )}
        {row.state === 'scheduled' && row.scheduledFor && (
          <span class="articles-facts">
            <When at={row.scheduledFor} language={language} exact />
          </span>
        )}
        {row.emergencyReason && !row.confirmedBy && row.publishedBy && (
          <>
            {' '}
            <span class="tag tag-danger">{say(messages.emergencyTag)}</span>
          </>
        )}
      </td>
      {many && <td data-label={say(messages.site)}>{row.siteName}</td>}
      <td data-label={say(messages.author)}>{row.authorName}</td>
      <td data-label={say(messages.updated)}>
        <When at={row.updatedAt} language={language} />
      </td>
    </tr>
  )
}
