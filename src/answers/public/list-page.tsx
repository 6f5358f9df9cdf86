import type { Child, FC } from 'hono/jsx'
import { Empty, Pager } from '../../delivery/components/lists.tsx'
import { NothingInEnglish } from '../../delivery/components/nothing-in-english.tsx'
import { laterPage, Page } from '../../delivery/components/page.tsx'
import { showing, type DeliveryContext } from '../../delivery/route.ts'
import { originOf } from '../../delivery/site-of-host.ts'
import { collection } from '../../delivery/structured-data.ts'
import { siteTakes } from '../../cases/live-queries.ts'
import { inOtherLanguage } from '../../editions/live.ts'
import { markWords, snippetOf, type Piece } from '../../search/mark-words.ts'
import { dateOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import type { Page as ListPage } from '../../web/paging.ts'
import {
  answeringSites,
  answerPace,
  answersOf,
  type AnsweringSite,
  type AnswerItem,
  type AnswerPace,
} from '../live-queries.ts'
import { Filters, numberOf, SearchForm } from './filters.tsx'
import { messages } from './messages.ts'
import { headsNetwork, listAddress, readList, type ListAsked } from './read-list.ts'

interface ListProps {
  c: DeliveryContext
  asked: ListAsked
  list: ListPage<AnswerItem>
  pace: AnswerPace | undefined
  takes: boolean
  sites: readonly AnsweringSite[]
}

/** GET /hoi-dap: what was answered, by field and by who answered, with words to look for. */
export async function showList(c: DeliveryContext): Promise<Response> {
  const { db, site, language } = c.var
  const asked = await readList(c)
  showing(c, asked.isNetwork ? 'answers:all' : `answers:${site.id}`, 'case-fields')
  // Counts of other portals stand below the list of the head of a network.
  if (headsNetwork(site)) showing(c, 'answers:all')
  const [list, pace, takes, sites, alsoInOther] = await Promise.all([
    answersOf(db, asked.of, { after: asked.after, query: asked.query }),
    asked.isNetwork ? undefined : answerPace(db, site.id),
    siteTakes(db, site.id, 'question'),
    headsNetwork(site) ? answeringSites(db, site.id, language) : [],
    inOtherLanguage(db, { siteId: site.id, answers: true, language }),
  ])
  const { say } = c.var
  const title = say(asked.isNetwork ? messages.networkTitle : messages.title)
  const [first, later] = [listAddress(asked), asked.after !== undefined]
  const narrowed = first !== '/hoi-dap'
  const summary = fill(say(asked.isNetwork ? messages.networkSummary : messages.summary), {
    agency: site.agency || site.name,
    site: site.name,
  })
  return c.html(
    <Page
      c={c}
      title={laterPage(
        c,
        asked.query ? `${fill(say(messages.found), { words: asked.query.typed })} – ${title}` : title,
        later,
      )}
      description={summary}
      canonical="/hoi-dap"
      here={first}
      noindex={later || narrowed || list.rows.length === 0}
      alone={!alsoInOther}
      crumbs={
        narrowed
          ? [{ name: say(messages.title), href: '/hoi-dap' }, ...(asked.isNetwork ? [{ name: title }] : [])]
          : [{ name: title }]
      }
      openGraph={{ type: 'website' }}
      feeds={{ stem: '/hoi-dap', title: `${say(messages.title)} – ${site.name}` }}
      jsonLd={collection(c, { name: title, description: summary, path: '/hoi-dap' })}
    >
      <div class="wrap list-page">
        <ListHead c={c} asked={asked} pace={pace} takes={takes} title={title} summary={summary} />
        <Answers c={c} asked={asked} list={list} takes={takes} />
        <Pager
          say={say}
          older={list.next && c.var.to(listAddress(asked, { after: list.next }))}
          newest={asked.after && c.var.to(first)}
        />
        {sites.length > 0 && <OtherPortals c={c} sites={sites} />}
      </div>
    </Page>,
  )
}

const ListHead: FC<Omit<ListProps, 'list' | 'sites'> & { title: string; summary: string }> = (props) => {
  const { c, asked, pace, takes } = props
  const { say, to, site } = c.var
  return (
    <header class="list-head">
      <h1>{props.title}</h1>
      <p class="list-summary">{props.summary}</p>
      {pace && (
        <p class="list-summary">
          <strong>
            {fill(say(messages.pace), {
              median: pace.median,
              share: Math.floor((pace.onTime * 100) / pace.answers),
            })}
          </strong>
        </p>
      )}
      {pace && (
        <details class="how">
          <summary>{say(messages.paceHow)}</summary>
          <p class="list-summary">{fill(say(messages.paceMethod), { count: numberOf(c, pace.answers) })}</p>
        </details>
      )}
      {(takes || headsNetwork(site)) && (
        <p class="pager">
          {takes && (
            <a class="pager-link pager-older" href={to('/hoi-dap/gui-cau-hoi')}>
              {say(messages.ask)}
            </a>
          )}
          {headsNetwork(site) && (
            <a href={to(listAddress({ ...asked, isNetwork: !asked.isNetwork, divisionId: undefined }))}>
              {say(asked.isNetwork ? messages.thisPortal : messages.wholeNetwork)}
            </a>
          )}
        </p>
      )}
      {asked.counts.total + asked.counts.fields.length > 0 && <SearchForm c={c} asked={asked} />}
      <Filters c={c} asked={asked} />
    </header>
  )
}

const Answers: FC<Pick<ListProps, 'c' | 'asked' | 'list' | 'takes'>> = ({ c, asked, list, takes }) => {
  const { say, to, language } = c.var
  if (list.rows.length === 0) {
    const narrowed = listAddress(asked) !== '/hoi-dap'
    if (language === 'en' && !narrowed) return <NothingInEnglish c={c} path="/hoi-dap" />
    return (
      <Empty title={say(narrowed ? messages.notFound : messages.none)}>
        <p>{say(narrowed ? messages.notFoundAdvice : messages.noneAdvice)}</p>
        {narrowed && (
          <p>
            <a href={to('/hoi-dap')}>{say(messages.clear)}</a>
          </p>
        )}
        {takes && (
          <p>
            <a href={to('/hoi-dap/gui-cau-hoi')}>{say(messages.ask)}</a>
          </p>
        )}
      </Empty>
    )
  }
  return (
    <section aria-labelledby="da-tra-loi">
      <h2 id="da-tra-loi" class="visually-hidden">
        {say(messages.list)}
      </h2>
      <p class="search-count">
        {asked.query
          ? fill(say(messages.found), { words: asked.query.typed })
          : fill(say(messages.count), { count: numberOf(c, asked.counts.total) })}
      </p>
      <ul class="findings plain">
        {list.rows.map((item) => (
          <li>
            <Answer c={c} item={item} asked={asked} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Answer: FC<{ c: DeliveryContext; item: AnswerItem; asked: ListAsked }> = ({ c, item, asked }) => {
  const { say, language, config } = c.var
  const marks = asked.query?.marks ?? []
  const snippet = asked.query ? snippetOf(item.words, marks) : []
  const href = item.host === null ? item.path : `${originOf(config, item.host)}${item.path}`
  const facts = [
    item.field && ((language === 'en' && item.field.nameEn) || item.field.name),
    asked.isNetwork ? item.agency : item.division,
    fill(say(messages.answeredOn), { day: dateOf(new Date(item.answeredOn), language) }),
  ]
  return (
    <article lang={item.language}>
      <h3>
        <a href={href}>
          <Marked pieces={markWords(item.title, marks)} />
        </a>
      </h3>
      <p class="card-date">{facts.filter(Boolean).join(' · ')}</p>
      <p class="finding-words">
        <Marked pieces={snippet.length > 0 ? snippet : markWords(item.summary, marks)} />
      </p>
    </article>
  )
}

const Marked: FC<{ pieces: readonly Piece[] }> = ({ pieces }) => (
  <>{pieces.map(({ text, hit }): Child => (hit ? <mark>{text}</mark> : text))}</>
)

const OtherPortals: FC<{ c: DeliveryContext; sites: readonly AnsweringSite[] }> = ({ c, sites }) => (
  <section class="network" aria-labelledby="cong-khac">
    <h2 id="cong-khac">{c.var.say(messages.portals)}</h2>
    <ul class="network-list plain">
      {sites.map(({ host, shortName, answers }) => (
        <li>
          <a
            href={`${originOf(c.var.config, host)}${c.var.to('/hoi-dap')}`}
          >{`${shortName} (${numberOf(c, answers)})`}</a>
        </li>
      ))}
    </ul>
  </section>
)
