import type { Child } from 'hono/jsx'
import { readCursor, type Cursor, type LiveItem } from '../../editions/live.ts'
import { NotFound } from '../../refusals.ts'
import type { Page as ListPage } from '../../web/paging.ts'
import { ItemList, Pager } from '../components/lists.tsx'
import { NothingInEnglish } from '../components/nothing-in-english.tsx'
import { laterPage, Page } from '../components/page.tsx'
import { liveFiles } from '../live-media.ts'
import type { DeliveryContext } from '../route.ts'
import { collection, type Crumb } from '../structured-data.ts'

/** A list of entries as a page of its own. */
export interface List {
  title: string
  /** The title as its heading shows it, where parts of it are in another language. */
  heading?: Child
  /** What kind of list it is, above its title. */
  label?: string
  summary: string
  /** What it is to search engines, where it has no summary. */
  description?: string
  /** Which of its words are Vietnamese on an English page. */
  lang?: { title?: 'vi'; summary?: 'vi' }
  /** Its Vietnamese address. */
  path: string
  /** Where feeds of it stand: their names are put behind it. */
  feeds?: string
  crumbs: readonly Crumb[]
  section?: string
  after: Cursor | undefined
  list: ListPage<LiveItem>
  /** Whether the same list holds something in the other language. */
  alsoInOther: boolean
  before?: Child
  /** Below the list. */
  ways?: Child
}

/** Draws a list. An empty one is kept from search engines; an English one that is empty shows the way to the Vietnamese one. */
export async function drawList(c: DeliveryContext, given: List): Promise<Response> {
  const { title, label, summary, lang = {}, path, crumbs, after, list } = given
  const { say, to } = c.var
  const files = await liveFiles(
    c.var.db,
    list.rows.flatMap((item) => item.leadMediaId ?? []),
  )
  const empty = list.rows.length === 0
  return c.html(
    <Page
      c={c}
      title={laterPage(c, title, after !== undefined)}
      description={summary || given.description}
      canonical={path}
      section={given.section}
      noindex={after !== undefined || empty}
      alone={!given.alsoInOther}
      crumbs={[...crumbs, { name: title, lang: lang.title }]}
      openGraph={{ type: 'website' }}
      feeds={given.feeds === undefined ? undefined : { stem: given.feeds, title: `${title} – ${c.var.site.name}` }}
      jsonLd={collection(c, { name: title, description: summary, path })}
    >
      <div class="wrap list-page">
        <header class="list-head">
          {label && <p class="label">{label}</p>}
          <h1 lang={lang.title}>{given.heading ?? title}</h1>
          {summary && (
            <p class="list-summary" lang={lang.summary}>
              {summary}
            </p>
          )}
          {given.before}
        </header>
        {empty && c.var.language === 'en' ? (
          <NothingInEnglish c={c} path={path} />
        ) : (
          <ItemList items={list.rows} files={files} say={say} />
        )}
        <Pager say={say} older={list.next && `${to(path)}?truoc=${list.next}`} newest={after && to(path)} />
        {given.ways}
      </div>
    </Page>,
  )
}

/** The place a list goes on from. An address with a place that cannot be is no page. */
export function cursorOf(c: DeliveryContext): Cursor | undefined {
  const text = c.req.query('truoc')
  if (text === undefined) return undefined
  const cursor = readCursor(text)
  if (!cursor) throw new NotFound()
  return cursor
}
