import type { FC } from 'hono/jsx'
import { Page } from '../delivery/components/page.tsx'
import { keepUntil, showing, type DeliveryContext, type PublicRoute } from '../delivery/route.ts'
import { ruleOf } from '../error-reports/live-queries.ts'
import { dateOf } from '../web/dates.ts'
import { fill } from '../web/message.ts'
import { Contact } from './public/contact.tsx'
import { messages } from './public/messages.ts'
import { assessmentsOf, channelsOf, type AssessmentRow } from './queries.ts'
import { channelKindNames, resultNames, securityExpiry, statementRules } from './statement.ts'

export const statementsPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/tuyen-bo-tiep-can', handle: showAccessibility },
  { method: 'GET', path: '/quyen-rieng-tu', handle: showPrivacy },
  { method: 'GET', path: '/kenh-thong-tin', handle: showChannels },
  { method: 'GET', path: '/.well-known/security.txt', handle: showSecurity, inEnglish: false },
]

const day = 86_400_000

/** What the portal says of its own accessibility (Law 148/2025, art. 35, cl. 2). */
async function showAccessibility(c: DeliveryContext): Promise<Response> {
  const { db, site, say } = c.var
  const [last, ...older] = await assessmentsOf(db, site.id)
  showing(c, `statements:${site.id}`)
  const expires = last && new Date(dayOf(last).getTime() + statementRules.assessmentLasts * day)
  const outdated = expires !== undefined && expires <= new Date()
  if (expires && !outdated) keepUntil(c, expires)
  const { standard } = statementRules
  const named = { standard: standard.name, level: standard.level }
  const intro = fill(say(messages.accessIntro), { agency: site.agency || site.name, site: site.name })
  return c.html(
    <Page
      c={c}
      title={say(messages.accessTitle)}
      description={intro}
      canonical="/tuyen-bo-tiep-can"
      crumbs={[{ name: say(messages.accessTitle) }]}
    >
      <div class="wrap statement">
        <h1>{say(messages.accessTitle)}</h1>
        <p class="statement-intro">{intro}</p>
        <h2>{say(messages.standardHead)}</h2>
        <p>{fill(say(messages.standardText), named)}</p>
        <p>
          <a href={standard.url} hreflang="en">
            {fill(say(messages.standardLink), named)}
          </a>
        </p>
        <h2>{say(messages.resultHead)}</h2>
        <p>{fill(say(messages.resultBasis), { source: say(statementRules.assessment.source) })}</p>
        {last ? (
          <>
            {outdated && <p class="notice notice-warn">{say(messages.outdated)}</p>}
            <Assessed c={c} row={last} />
          </>
        ) : (
          <div class="empty">
            <p class="empty-title">{say(messages.notYet)}</p>
            <p>{say(messages.notYetText)}</p>
          </div>
        )}
        <h2>{say(messages.gapsHead)}</h2>
        {last && <Gaps c={c} text={last.gaps} />}
        <p>{say(messages.contentGaps)}</p>
        {older.length > 0 && <Older c={c} rows={older} />}
        <h2>{say(messages.complainHead)}</h2>
        <p>{say(messages.complainText)}</p>
        <Contact c={c} />
      </div>
    </Page>,
  )
}

const dayOf = ({ assessedOn }: AssessmentRow): Date => new Date(`${assessedOn}T00:00:00+07:00`)

/** What the office wrote stands in Vietnamese on an English page. */
const vietnamese = (c: DeliveryContext): 'vi' | undefined => (c.var.language === 'vi' ? undefined : 'vi')

const Assessed: FC<{ c: DeliveryContext; row: AssessmentRow }> = ({ c, row }) => {
  const { say, language } = c.var
  return (
    <dl class="facts">
      <div>
        <dt>{say(messages.assessedOn)}</dt>
        <dd>
          <time datetime={row.assessedOn}>{dateOf(dayOf(row), language)}</time>
        </dd>
      </div>
      <div>
        <dt>{say(messages.result)}</dt>
        <dd>
          <strong>{say(resultNames[row.result])}</strong>
        </dd>
      </div>
      <div>
        <dt>{say(messages.method)}</dt>
        <dd lang={vietnamese(c)}>{row.method}</dd>
      </div>
    </dl>
  )
}

const Gaps: FC<{ c: DeliveryContext; text: string }> = ({ c, text }) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return <p>{c.var.say(messages.noGaps)}</p>
  return (
    <ul lang={vietnamese(c)}>
      {lines.map((line) => (
        <li>{line.replace(/^[-–•*]\s*/, '')}</li>
      ))}
    </ul>
  )
}

const Older: FC<{ c: DeliveryContext; rows: readonly AssessmentRow[] }> = ({ c, rows }) => (
  <>
    <h2>{c.var.say(messages.olderHead)}</h2>
    <ul>
      {rows.map((row) => (
        <li>
          <time datetime={row.assessedOn}>{dateOf(dayOf(row), c.var.language)}</time>
          {`: ${c.var.say(resultNames[row.result])}`}
        </li>
      ))}
    </ul>
  </>
)

/** What is recorded of readers and senders, and their rights (Law 91/2025). */
async function showPrivacy(c: DeliveryContext): Promise<Response> {
  const { db, site, say } = c.var
  const { keepDays } = await ruleOf(db, site.id)
  showing(c, `statements:${site.id}`)
  const intro = fill(say(messages.privacyIntro), { site: site.name })
  return c.html(
    <Page
      c={c}
      title={say(messages.privacyTitle)}
      description={intro}
      canonical="/quyen-rieng-tu"
      crumbs={[{ name: say(messages.privacyTitle) }]}
    >
      <div class="wrap statement">
        <h1>{say(messages.privacyTitle)}</h1>
        <p class="statement-intro">{intro}</p>
        <h2>{say(messages.readingHead)}</h2>
        <ul>
          {[messages.reading1, messages.reading2, messages.reading3, messages.reading4].map((line) => (
            <li>{say(line)}</li>
          ))}
        </ul>
        <h2>{say(messages.outsideHead)}</h2>
        <p>{say(messages.outsideText)}</p>
        <h2>{say(messages.formsHead)}</h2>
        <ul>
          {[messages.forms1, messages.forms2, messages.forms3].map((line) => (
            <li>{fill(say(line), { days: keepDays })}</li>
          ))}
        </ul>
        <h2>{say(messages.rightsHead)}</h2>
        <p>{fill(say(messages.rightsText), { source: say(statementRules.personalData.source) })}</p>
        <h2>{say(messages.contactHead)}</h2>
        <Contact c={c} />
        <h2>{say(messages.securityHead)}</h2>
        <p>
          {`${say(messages.securityText)} `}
          <a href="/.well-known/security.txt">/.well-known/security.txt</a>.
        </p>
      </div>
    </Page>,
  )
}

/** Where the agency may be found and asked (Decree 224/2026, art. 10, cl. 3). */
async function showChannels(c: DeliveryContext): Promise<Response> {
  const { db, site, say } = c.var
  const channels = await channelsOf(db, site.id)
  showing(c, `statements:${site.id}`)
  const intro = fill(say(messages.channelsIntro), {
    agency: site.agency || site.name,
    source: say(statementRules.channels.source),
  })
  return c.html(
    <Page
      c={c}
      title={say(messages.channelsTitle)}
      description={intro}
      canonical="/kenh-thong-tin"
      crumbs={[{ name: say(messages.channelsTitle) }]}
    >
      <div class="wrap statement">
        <h1>{say(messages.channelsTitle)}</h1>
        <p class="statement-intro">{intro}</p>
        <ul class="channels plain">
          <li>
            <p class="channels-kind">{say(messages.thisPortal)}</p>
            <p class="channels-name">
              <a href={c.var.to('/')} lang={site.lang.name}>
                {site.name}
              </a>
            </p>
          </li>
          {site.phone && (
            <li>
              <p class="channels-kind">{say(messages.phoneOfAgency)}</p>
              <p class="channels-name">
                <a href={`tel:${site.phone.replaceAll(/[^\d+]/g, '')}`}>{site.phone}</a>
              </p>
            </li>
          )}
          {channels.map(({ kind, name, href, purpose }) => (
            <li>
              <p class="channels-kind">{say(channelKindNames[kind])}</p>
              <p class="channels-name" lang={vietnamese(c)}>
                {href ? <a href={href}>{name}</a> : name}
              </p>
              {purpose && <p lang={vietnamese(c)}>{purpose}</p>}
            </li>
          ))}
        </ul>
      </div>
    </Page>,
  )
}

/** Whom to tell of a security problem (RFC 9116). */
function showSecurity(c: DeliveryContext): Response {
  const { site } = c.var
  const now = new Date()
  showing(c, `statements:${site.id}`)
  // The expiry moves on with each month, so the text does.
  keepUntil(c, new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)))
  const contacts = [
    site.email && `mailto:${encodeURI(site.email)}`,
    site.phone && `tel:${site.phone.replaceAll(/[^\d+]/g, '')}`,
    `${site.origin}/kenh-thong-tin`,
  ].filter(Boolean)
  const lines = [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${securityExpiry(now).toISOString()}`,
    'Preferred-Languages: vi, en',
    `Canonical: ${site.origin}/.well-known/security.txt`,
    `Policy: ${site.origin}/quyen-rieng-tu`,
  ]
  return c.body(`${lines.join('\n')}\n`, 200, { 'Content-Type': 'text/plain; charset=utf-8' })
}
