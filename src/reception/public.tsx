import { createHash } from 'node:crypto'
import ical, { ICalEventStatus } from 'ical-generator'
import type { FC } from 'hono/jsx'
import { basisText, durationText } from '../calendar/rule-words.ts'
import { Empty } from '../delivery/components/lists.tsx'
import { Page } from '../delivery/components/page.tsx'
import { keepUntil, showing, type DeliveryContext, type PublicRoute } from '../delivery/route.ts'
import { dateOf, longDateOf, timeOf } from '../web/dates.ts'
import { fill } from '../web/message.ts'
import { messages } from './public-messages.ts'
import { placeOf, receptionRule, sessionsAfter, sessionsBefore, type ReceptionSession } from './queries.ts'

const path = '/lich-tiep-cong-dan'
const pastShown = 20
const day = 86_400_000

/** When the agency receives citizens: a page, and the same as a calendar that phones subscribe to. */
export const receptionPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path, handle: showReception },
  { method: 'GET', path: `${path}.ics`, handle: sendCalendar, inEnglish: false },
]

async function showReception(c: DeliveryContext): Promise<Response> {
  const { db, site, say, language } = c.var
  const now = new Date()
  const [place, coming, past, { rule, duration }] = await Promise.all([
    placeOf(db, site.id),
    sessionsAfter(db, site.id, now),
    sessionsBefore(db, site.id, now, pastShown),
    receptionRule(db, site.id, now),
  ])
  showing(c, `reception:${site.id}`)
  if (coming[0])
    keepUntil(
      c,
      coming.reduce((soonest, { endsAt }) => (endsAt < soonest ? endsAt : soonest), coming[0].endsAt),
    )
  const intro = fill(say(messages.intro), {
    duration: durationText(duration, say),
    source: basisText(rule.basis, language),
  })
  return c.html(
    <Page
      c={c}
      title={say(messages.title)}
      description={intro}
      canonical={path}
      crumbs={[{ name: say(messages.title) }]}
    >
      <div class="wrap statement">
        <h1>{say(messages.title)}</h1>
        <p class="statement-intro">{intro}</p>
        {place && (
          <section aria-labelledby="noi-tiep">
            <h2 id="noi-tiep">{say(messages.where)}</h2>
            <dl class="facts" lang={vietnamese(c)}>
              {[
                [say(messages.place), place.place],
                [say(messages.hours), place.hours],
                [say(messages.phone), place.phone],
                [say(messages.note), place.note],
              ].map(
                ([name, value]) =>
                  value && (
                    <div>
                      <dt lang={language}>{name}</dt>
                      <dd>{value}</dd>
                    </div>
                  ),
              )}
            </dl>
          </section>
        )}
        <section aria-labelledby="sap-toi">
          <h2 id="sap-toi">{say(messages.coming)}</h2>
          {coming.length === 0 ? (
            <Empty title={say(messages.noneComing)}>
              <p>{say(messages.noneComingText)}</p>
            </Empty>
          ) : (
            <Sessions c={c} rows={coming} />
          )}
          <p>
            <a href={`${path}.ics`}>{say(messages.subscribe)}</a>
          </p>
        </section>
        {past.length > 0 && (
          <section aria-labelledby="da-qua">
            <h2 id="da-qua">{say(messages.past)}</h2>
            <Sessions c={c} rows={past} />
          </section>
        )}
        <p>
          <a href={c.var.to('/khieu-nai-to-cao')}>{say(messages.complaints)}</a>
        </p>
      </div>
    </Page>,
  )
}

const vietnamese = (c: DeliveryContext): 'vi' | undefined => (c.var.language === 'vi' ? undefined : 'vi')

const Sessions: FC<{ c: DeliveryContext; rows: readonly ReceptionSession[] }> = ({ c, rows }) => (
  <ul class="outages plain">
    {rows.map((row) => (
      <li class={row.cancelledAt ? 'outage outage-overdue' : 'outage'} id={`buoi-${row.id}`}>
        <h3>
          <time datetime={row.startsAt.toISOString()}>{longDateOf(row.startsAt, c.var.language)}</time>
        </h3>
        <SessionFacts c={c} row={row} />
      </li>
    ))}
  </ul>
)

const SessionFacts: FC<{ c: DeliveryContext; row: ReceptionSession }> = ({ c, row }) => {
  const { say, language } = c.var
  const facts: [string, string][] = [
    [say(messages.time), `${timeOf(row.startsAt)} – ${timeOf(row.endsAt)}`],
    [say(messages.host), row.host],
    [say(messages.place), row.isOnline ? [say(messages.online), row.place].filter(Boolean).join(', ') : row.place],
    [say(messages.content), row.content],
    [say(messages.participants), row.participants],
  ]
  return (
    <>
      {row.cancelledAt && (
        <p class="outage-state">
          <strong>{say(messages.cancelled)}</strong>
          {`: ${row.cancelReason ?? ''}`}
        </p>
      )}
      {!row.cancelledAt && row.changedAt && (
        <p class="outage-state">
          {fill(say(messages.changed), { day: dateOf(row.changedAt, language), note: row.changeNote })}
        </p>
      )}
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div>
                <dt>{name}</dt>
                <dd lang={vietnamese(c)}>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {row.lateReason && <p class="small">{fill(say(messages.late), { reason: row.lateReason })}</p>}
    </>
  )
}

/** The calendar (RFC 5545): what is to come and the last 90 days, changes and calling off included. */
async function sendCalendar(c: DeliveryContext): Promise<Response> {
  const { db, site } = c.var
  const now = new Date()
  const rows = await sessionsAfter(db, site.id, new Date(now.getTime() - 90 * day))
  showing(c, `reception:${site.id}`)
  const calendar = ical({
    name: `${messages.title.vi} – ${site.name}`,
    prodId: { company: 'Khue', product: 'reception', language: 'VI' },
    url: `${site.origin}${path}`,
    ttl: 6 * 3600,
  })
  for (const row of rows)
    calendar.createEvent({
      id: `${createHash('sha256').update(`${site.key} ${row.id}`).digest('hex').slice(0, 24)}@${new URL(site.origin).hostname}`,
      start: row.startsAt,
      end: row.endsAt,
      stamp: row.cancelledAt ?? row.changedAt ?? row.publishedAt,
      summary: `${messages.title.vi}: ${row.host}`,
      location: row.isOnline ? [messages.online.vi, row.place].filter(Boolean).join(', ') : row.place,
      description: [row.content, row.participants, row.changeNote, row.cancelReason].filter(Boolean).join('\n'),
      url: `${site.origin}${path}#buoi-${row.id}`,
      sequence: row.sequence,
      status: row.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return c.body(calendar.toString(), 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
}
