import type { Child, FC } from 'hono/jsx'
import { fill, type Language, type Message, type Say } from '../../web/message.ts'
import { deviceMessages, messages, method, referrerMessages } from '../messages.ts'
import { daysIn, type Period } from '../period.ts'
import type { EntryTotals, SectionTotals, Shares, SiteTotals, Totals } from '../queries.ts'
import { changeOf, countOf, percentOf } from './numbers.ts'

interface In {
  say: Say
  language: Language
}

/** The four sums of a period, beside those of the period before. */
export const Cards: FC<In & { now: Totals; before: Totals; period: Period }> = ({ now, before, period, ...words }) => {
  const { say, language } = words
  const cards = [
    [messages.visits, now.visits, before.visits],
    [messages.views, now.views, before.views],
    [messages.visitors, now.visitors, before.visitors],
    [messages.bots, now.botViews, before.botViews],
  ] as const
  return (
    <dl class="figures">
      {cards.map(([label, count, earlier]) => (
        <div class="figure">
          <dt>{say(label)}</dt>
          <dd class="figure-count">{countOf(count, language)}</dd>
          <dd>
            {changeOf(count, earlier, words)}
            {earlier > 0 && ` (${countOf(earlier, language)})`}
          </dd>
          <dd class="soft">
            {fill(say(messages.perDay), { count: countOf(Math.round(count / daysIn(period)), language) })}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Share: FC<In & { part: number; whole: number }> = ({ part, whole, language }) => (
  <span class="share">
    <svg class="share-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={whole === 0 ? 0 : ((part / whole) * 100).toFixed(2)} height="1" />
    </svg>
    <span>{percentOf(part, whole, language)}</span>
  </span>
)

const ShareTable: FC<In & { title: Message; rows: readonly (readonly [Message, number])[]; id: string }> = ({
  title,
  rows,
  id,
  ...words
}) => {
  const { say, language } = words
  const whole = rows.reduce((sum, [, count]) => sum + count, 0)
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{say(title)}</h2>
      <table class="table table-kept">
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{say(title)}</th>
            <th scope="col">{say(messages.views)}</th>
            <th scope="col">{say(messages.share)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count]) => (
            <tr>
              <th scope="row">{say(name)}</th>
              <td class="number">{countOf(count, language)}</td>
              <td>
                <Share part={count} whole={whole} {...words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Where readers came from and what they read on. */
export const Divisions: FC<In & { shares: Shares }> = ({ shares, ...words }) => {
  const rows = <Name extends keyof Shares>(names: Record<Name, Message>) =>
    (Object.entries(names) as [Name, Message][]).map(([column, name]) => [name, shares[column]] as const)
  return (
    <div class="statistics-pair">
      <ShareTable id="nguon" title={messages.referrers} rows={rows(referrerMessages)} {...words} />
      <ShareTable id="thiet-bi" title={messages.devices} rows={rows(deviceMessages)} {...words} />
    </div>
  )
}

export const Sections: FC<In & { rows: readonly SectionTotals[] }> = ({ rows, say, language }) => (
  <section class="panel" aria-labelledby="chuyen-muc">
    <h2 id="chuyen-muc">{say(messages.sections)}</h2>
    <ol class="ranking">
      {rows.map((row) => (
        <li>
          <span>
            {row.name ?? say(messages.goneSection)}
            {row.parentName && <span class="soft"> – {row.parentName}</span>}
          </span>
          <span class="number">{countOf(row.views, language)}</span>
        </li>
      ))}
    </ol>
  </section>
)

/** `addressOf`: the public address of a live entry. `withSite`: names the portal each was read on. */
export const Entries: FC<
  In & { rows: readonly EntryTotals[]; addressOf: (row: EntryTotals) => string | undefined; withSite: boolean }
> = ({ rows, addressOf, withSite, say, language }) => (
  <section class="panel" aria-labelledby="bai">
    <h2 id="bai">{say(messages.entries)}</h2>
    <ol class="ranking">
      {rows.map((row) => {
        const address = addressOf(row)
        const title = row.title ?? say(messages.goneEntry)
        return (
          <li>
            <span>
              {address ? <a href={address}>{title}</a> : title}
              {withSite && <span class="soft"> – {row.siteName}</span>}
            </span>
            <span class="number">{countOf(row.views, language)}</span>
          </li>
        )
      })}
    </ol>
  </section>
)

interface SitesProps extends In {
  rows: readonly SiteTotals[]
  before: readonly SiteTotals[]
  query: string
}

/** Portal by portal; each name leads to its own statistics of the same period. */
export const Sites: FC<SitesProps> = ({ rows, before, query, ...words }) => {
  const { say, language } = words
  const earlier = new Map(before.map((row) => [row.siteId, row.visits]))
  const cell = (label: Message, text: Child) => (
    <td class="number" data-label={say(label)}>
      {text}
    </td>
  )
  return (
    <section class="stack" aria-labelledby="tung-cong">
      <h2 id="tung-cong">{say(messages.sites)}</h2>
      <table class="table sites-read">
        <thead>
          <tr>
            <th scope="col">{say(messages.site)}</th>
            {[messages.visits, messages.views, messages.visitorsShort, messages.botsShort].map((label) => (
              <th scope="col" class="number">
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <a href={`/cong/${row.siteId}/thong-ke?${query}`}>{row.name}</a>
              </th>
              {cell(
                messages.visits,
                <>
                  {countOf(row.visits, language)}{' '}
                  <span class="change">{changeOf(row.visits, earlier.get(row.siteId) ?? 0, words)}</span>
                </>,
              )}
              {cell(messages.views, countOf(row.views, language))}
              {cell(messages.visitorsShort, countOf(row.visitors, language))}
              {cell(messages.botsShort, countOf(row.botViews, language))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The method in words, and since when there are figures. */
export const Method: FC<In & { since: string | undefined }> = ({ since, say }) => (
  <section class="panel method" aria-labelledby="cach-dem">
    <h2 id="cach-dem">{say(messages.method)}</h2>
    <ul>
      {method.map((sentence) => (
        <li>{say(sentence)}</li>
      ))}
      {since && <li>{fill(say(messages.since), { day: since })}</li>}
    </ul>
  </section>
)
