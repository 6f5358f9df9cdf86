import type { FC } from 'hono/jsx'
import { Empty, Field, Notice, Paging, ScreenHead, Select, When } from '../office/components.tsx'
import { Page } from '../office/page.tsx'
import type { OfficeContext, OfficeRoute } from '../office/route.ts'
import { holdsOnNetwork, holdsSomewhere } from '../people/actor.ts'
import { NotFound } from '../refusals.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { willTryAgain, withoutSecretLinks } from './mail.ts'
import { messages } from './messages.ts'
import { mailById, mailsFor, type MailLine, type MailState, type MailView } from './queries.ts'

const readers = { who: ['site_admin', 'network_admin', 'auditor'], on: 'somewhere' } as const

/** Outgoing mail: what was written, sent, or could not be sent. */
export const outboxOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/thu-di', access: readers, handle: showMails },
  { method: 'GET', path: '/thu-di/:mail', access: readers, handle: showMail },
]

const states: Record<string, MailState> = { 'da-gui': 'sent', 'dang-cho': 'waiting', 'gui-hong': 'failed' }

async function showMails(c: OfficeContext): Promise<Response> {
  const { say } = c.var
  const q = cleanLine(c.req.query('q') ?? '').slice(0, 200)
  const asked = c.req.query('tinh-trang') ?? ''
  const state = Object.hasOwn(states, asked) ? asked : ''
  const after = c.req.query('sau')
  const page = await mailsFor(c.var.db, c.var.actor, { q, state: states[state] }, { after })
  const filtered = q !== '' || state !== '' || after !== undefined
  const address = (more: Record<string, string>): string =>
    `/thu-di?${new URLSearchParams({ ...(q && { q }), ...(state && { 'tinh-trang': state }), ...more })}`
  return c.html(
    <Page c={c} title={say(messages.outbox)} styles={['office/audit.css']}>
      <div class="stack">
        <ScreenHead title={say(messages.outbox)} />
        {!c.var.config.smtpUrl && <Notice kind="warn">{say(messages.noSmtp)}</Notice>}
        <form class="filters" method="get" action="/thu-di">
          <Field label={say(messages.search)} name="q" type="search" value={q} />
          <Select
            label={say(messages.state)}
            name="tinh-trang"
            value={state}
            options={[
              { value: '', label: say(messages.all) },
              ...Object.entries(states).map(([value, name]) => ({ value, label: say(messages[name]) })),
            ]}
          />
          <div class="row">
            <button type="submit" class="button">
              {say(messages.filter)}
            </button>
            {filtered && (
              <a class="button button-quiet" href="/thu-di">
                {say(messages.clearFilter)}
              </a>
            )}
          </div>
        </form>
        {page.rows.length > 0 ? (
          <ul class="log-list">
            {page.rows.map((mail) => (
              <MailItem c={c} mail={mail} />
            ))}
          </ul>
        ) : (
          <Empty title={say(filtered ? messages.nothing : messages.empty)}>
            <p>{say(filtered ? messages.nothingHint : messages.emptyHint)}</p>
          </Empty>
        )}
        <Paging say={say} next={page.next && address({ sau: page.next })} first={after ? address({}) : undefined} />
      </div>
    </Page>,
  )
}

const MailItem: FC<{ c: OfficeContext; mail: MailLine }> = ({ c, mail }) => (
  <li>
    <p class="log-title">
      <a href={`/thu-di/${mail.id}`}>{mail.subject}</a> <MailTag c={c} mail={mail} />
    </p>
    <p class="log-facts">
      <Recipient c={c} mail={mail} /> <span>{mail.siteName ?? c.var.say(messages.network)}</span>{' '}
      <When at={mail.createdAt} language={c.var.language} />
    </p>
  </li>
)

const Recipient: FC<{ c: OfficeContext; mail: MailLine }> = ({ c, mail }) => (
  <span>{mail.isSealed ? c.var.say(messages.recipientSealed) : mail.recipient}</span>
)

const tones: Record<MailState, string> = { sent: 'tag tag-ok', waiting: 'tag', failed: 'tag tag-danger' }
const MailTag: FC<{ c: OfficeContext; mail: MailLine }> = ({ c, mail }) => (
  <span class={tones[mail.state]}>{c.var.say(messages[mail.state])}</span>
)

async function showMail(c: OfficeContext): Promise<Response> {
  const id = Number(c.req.param('mail'))
  const mail =
    Number.isSafeInteger(id) && id > 0 && id <= 2_147_483_647 ? await mailById(c.var.db, c.var.actor, id) : undefined
  if (!mail) throw new NotFound()
  const { say } = c.var
  const body = mayOpenLinks(c) ? mail.body : withoutSecretLinks(mail.body)
  return c.html(
    <Page c={c} title={mail.subject} styles={['office/audit.css']}>
      <div class="stack">
        <ScreenHead title={mail.subject}>
          <a class="button" href="/thu-di">
            {say(messages.back)}
          </a>
        </ScreenHead>
        <div class="panel">
          <MailFacts c={c} mail={mail} />
        </div>
        <section class="panel" aria-labelledby="noi-dung-thu">
          <h2 id="noi-dung-thu">{say(messages.body)}</h2>
          {body !== mail.body && <p class="hint">{say(messages.linksHidden)}</p>}
          {mail.isSealed ? <p>{say(messages.bodySealed)}</p> : <div class="mail-body">{body}</div>}
        </section>
      </div>
    </Page>,
  )
}

/**
 * Links of a mail let whoever opens them act as its recipient. They are shown only where a mail server is missing, so that an
 * administrator can hand them over, and never to someone who only reads.
 */
const mayOpenLinks = (c: OfficeContext): boolean =>
  !c.var.config.smtpUrl && (holdsOnNetwork(c.var.actor, 'network_admin') || holdsSomewhere(c.var.actor, 'site_admin'))

const MailFacts: FC<{ c: OfficeContext; mail: MailView }> = ({ c, mail }) => {
  const { say, language } = c.var
  return (
    <dl class="log-fact-list">
      <div>
        <dt>{say(messages.state)}</dt>
        <dd>
          <MailTag c={c} mail={mail} />
        </dd>
      </div>
      <div>
        <dt>{say(messages.recipient)}</dt>
        <dd>
          <Recipient c={c} mail={mail} />
        </dd>
      </div>
      <div>
        <dt>{say(messages.site)}</dt>
        <dd>{mail.siteName ?? say(messages.network)}</dd>
      </div>
      <div>
        <dt>{say(messages.written)}</dt>
        <dd>
          <When at={mail.createdAt} language={language} />
        </dd>
      </div>
      {mail.sentAt && (
        <div>
          <dt>{say(messages.sentAt)}</dt>
          <dd>
            <When at={mail.sentAt} language={language} />
          </dd>
        </div>
      )}
      {mail.attempts > 0 && (
        <div>
          <dt>{say(messages.attempts)}</dt>
          <dd>{mail.attempts}</dd>
        </div>
      )}
      {mail.state === 'failed' && mail.attemptedAt && (
        <div>
          <dt>{say(messages.lastTry)}</dt>
          <dd>
            <When at={mail.attemptedAt} language={language} />
          </dd>
        </div>
      )}
      {mail.lastError && (
        <div>
          <dt>{say(messages.lastError)}</dt>
          <dd>{mail.lastError}</dd>
        </div>
      )}
      {mail.state === 'failed' && (
        <div>
          <dt>{say(messages.nextTry)}</dt>
          <dd>{say(willTryAgain(mail) ? messages.againLater : messages.givenUp)}</dd>
        </div>
      )}
    </dl>
  )
}
