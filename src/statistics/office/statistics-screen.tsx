import type { FC } from 'hono/jsx'
import { publicAddress } from '../../editions/office/public-address.ts'
import { Empty, Field, Notice, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { isoDayOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { messages, periodMessages } from '../messages.ts'
import { periodNames } from '../period.ts'
import { readableSites } from '../policy.ts'
import {
  countedSince,
  daysRead,
  entriesRead,
  peakOf,
  placeOf,
  sectionsRead,
  sitesRead,
  totalsIn,
  type Place,
  type Places,
} from '../queries.ts'
import { Chart, StepTable, stepsOf } from './chart.tsx'
import { Cards, Divisions, Entries, Method, Sections, Sites } from './figures.tsx'
import { countOf, dayOf, rangeOf } from './numbers.ts'
import { readRange, type Range } from './read-range.ts'

/** GET /thong-ke: all portals whose statistics the person reads; of one portal alone, its own screen. */
export async function showNetworkStatistics(c: OfficeContext): Promise<Response> {
  const places = readableSites(c.var.actor)
  if (places !== 'all' && places.length === 1)
    return c.redirect(`/cong/${places[0]}/thong-ke${new URL(c.req.url).search}`, 303)
  return draw(c, { places, place: undefined, base: '/thong-ke' })
}

/** GET /cong/:site/thong-ke */
export async function showSiteStatistics(c: OfficeContext): Promise<Response> {
  const place = await placeOf(c.var.db, c.var.siteId)
  if (!place) throw new NotFound()
  return draw(c, { places: [place.id], place, base: `/cong/${place.id}/thong-ke` })
}

interface Scope {
  places: Places
  /** The one portal it is about. */
  place: Place | undefined
  base: string
}

async function draw(c: OfficeContext, scope: Scope): Promise<Response> {
  const { db, say, actor, demo } = c.var
  const range = readRange(c, isoDayOf(new Date()))
  const mine = readableSites(actor)
  const [now, before, since] = await Promise.all([
    totalsIn(db, scope.places, range.period),
    totalsIn(db, scope.places, range.before),
    countedSince(db, scope.places),
  ])
  const name = scope.place?.name ?? say(mine === 'all' ? messages.network : messages.yours)
  const refused = range.errors.tu !== undefined || range.errors.den !== undefined
  return c.html(
    <Page c={c} title={`${say(messages.title)}: ${name}`} styles={['office/statistics.css']}>
      <div class="stack">
        <ScreenHead title={`${say(messages.title)}: ${name}`}>
          {scope.place && (mine === 'all' || mine.length > 1) && (
            <a class="button" href={`/thong-ke?${range.query}`}>
              {say(mine === 'all' ? messages.network : messages.yours)}
            </a>
          )}
          <a class="button" href={`${scope.base}/ban-xuat.csv?${range.query}`} download>
            {say(messages.download)}
          </a>
        </ScreenHead>
        {(scope.place?.isDemo ?? demo) && <Notice kind="warn">{say(messages.demo)}</Notice>}
        <Picker c={c} range={range} base={scope.base} />
        <RangeLine c={c} range={range} />
        {now.views + now.botViews === 0 ? (
          <Empty title={say(messages.nothing)}>
            <p>{say(messages.nothingHint)}</p>
          </Empty>
        ) : (
          <>
            <Cards say={say} language={c.var.language} now={now} before={before} period={range.period} />
            {await Figures({ c, scope, range })}
            <Divisions say={say} language={c.var.language} shares={now} />
          </>
        )}
        <Method say={say} language={c.var.language} since={since && dayOf(since, c.var.language)} />
      </div>
    </Page>,
    refused ? 422 : 200,
  )
}

const RangeLine: FC<{ c: OfficeContext; range: Range }> = ({ c, range: { period, before } }) => {
  const { say, language } = c.var
  const [from, to] = [dayOf(before.from, language), dayOf(before.to, language)]
  const compared = fill(say(from === to ? messages.comparedOne : messages.compared), { from, to })
  return (
    <p class="statistics-range">
      <strong>{rangeOf(period, c.var)}</strong>, {compared}
    </p>
  )
}

/** The periods leaders ask for, and any other. */
const Picker: FC<{ c: OfficeContext; range: Range; base: string }> = ({ c, range, base }) => {
  const { say } = c.var
  const { typed, errors } = range
  return (
    <div class="panel statistics-picker">
      <nav aria-label={say(messages.period)}>
        <ul class="period-list">
          {periodNames.map((name) => (
            <li>
              <a href={`${base}?ky=${name}`} aria-current={range.name === name ? 'true' : undefined}>
                {say(periodMessages[name])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <details open={range.name === undefined || errors.tu !== undefined || errors.den !== undefined}>
        <summary>{say(messages.own)}</summary>
        <form class="row own-period" method="get" action={base}>
          <Field
            label={say(messages.from)}
            name="tu"
            type="date"
            required
            value={typed.tu ?? range.period.from}
            error={errors.tu && say(errors.tu)}
          />
          <Field
            label={say(messages.to)}
            name="den"
            type="date"
            required
            value={typed.den ?? range.period.to}
            error={errors.den && say(errors.den)}
          />
          <button type="submit" class="button">
            {say(messages.show)}
          </button>
        </form>
      </details>
    </div>
  )
}

/** What is asked of the database beyond the sums: days, sections, articles, portals. */
async function Figures({ c, scope, range }: { c: OfficeContext; scope: Scope; range: Range }) {
  const { db, config, say, language } = c.var
  const { places, place } = scope
  const [days, entries, sections, sites, sitesBefore] = await Promise.all([
    daysRead(db, places, range.period),
    entriesRead(db, places, range.period),
    place ? sectionsRead(db, place.id, range.period) : [],
    place ? [] : sitesRead(db, places, range.period),
    place ? [] : sitesRead(db, places, range.before),
  ])
  const words = { say, language }
  const { steps, by } = stepsOf(days, range.period)
  const peak = peakOf(days, 'visits')
  return (
    <>
      <section class="panel" aria-labelledby="theo-ngay">
        <h2 id="theo-ngay">{say(by === 'day' ? messages.byDay : messages.byMonth)}</h2>
        {peak && (
          <p>
            {say(messages.peak)}{' '}
            <strong>
              {fill(say(messages.peakIs), {
                day: dayOf(peak.day, language),
                visits: countOf(peak.visits, language),
                views: countOf(peak.views, language),
                visitors: countOf(peak.visitors, language),
              })}
            </strong>
          </p>
        )}
        <Chart steps={steps} by={by} {...words} />
        <StepTable steps={steps} by={by} {...words} />
      </section>
      {!place && <Sites rows={sites} before={sitesBefore} query={range.query} {...words} />}
      <div class={place && sections.length > 0 ? 'statistics-pair' : 'stack'}>
        {sections.length > 0 && <Sections rows={sections} {...words} />}
        {entries.length > 0 && (
          <Entries
            rows={entries}
            withSite={!place}
            addressOf={(row) => (row.path && row.host ? publicAddress(config, row.host, row.path) : undefined)}
            {...words}
          />
        )}
      </div>
    </>
  )
}
