import type { FC } from 'hono/jsx'
import { fieldsFor } from '../../cases/field-queries.ts'
import { publicAddress } from '../../editions/office/public-address.ts'
import { Empty, ErrorSummary, Notice, Paging, ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { siteById } from '../../sites/queries.ts'
import { dateOf, dateTimeOf, isoDayOf } from '../../web/dates.ts'
import { highestRow, type Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import type { LoggedCall } from '../log-call.ts'
import { messages } from '../messages.ts'
import { mayLogCalls } from '../policy.ts'
import { callCounts, callsOf, suggestAnswers, type CallFilter, type CallLine, type Suggestion } from '../queries.ts'
import { followUps } from '../why-not-call.ts'
import { CallForm, type CallScreenState } from './call-form.tsx'

/** GET /cong/:site/tong-dai, and what a form of it answers with. */
export async function showCalls(c: OfficeContext, state: CallScreenState = {}): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const filter: CallFilter = c.req.query('loc') === 'cho-goi-lai' ? 'call-back' : 'all'
  const after = Number(c.req.query('sau'))
  const typed: Typed = state.typed ?? {}
  const [site, fields, page, counts, found] = await Promise.all([
    siteById(db, siteId),
    fieldsFor(db, 'call'),
    callsOf(db, siteId, {
      filter,
      after: Number.isInteger(after) && after > 0 && after <= highestRow ? after : undefined,
    }),
    callCounts(db, siteId, isoDayOf(new Date())),
    suggestAnswers(db, siteId, (typed.question ?? '').slice(0, 2000)),
  ])
  if (!site) throw new NotFound()
  const title = `${say(messages.title)}: ${site.shortName}`
  const at = `/cong/${siteId}/tong-dai`
  const query = filter === 'call-back' ? 'loc=cho-goi-lai&' : ''
  if (state.logged?.opened) c.header('Cache-Control', 'no-store')
  return c.html(
    <Page c={c} title={title} styles={['office/newsroom.css', 'office/hotline.css']} scripts={['office/hotline.js']}>
      <div class="stack">
        <ScreenHead title={title}>
          <a class="button" href={`${at}/tong-hop`}>
            {say(messages.summary)}
          </a>
        </ScreenHead>
        {state.errors && <ErrorSummary errors={state.errors} />}
        <Done c={c} logged={state.logged} />
        {mayLogCalls(actor, siteId) && (
          <div class="hotline">
            <CallForm c={c} fields={fields} state={{ ...state, typed }} />
            <section class="panel" aria-labelledby="goi-y-ten">
              <h2 id="goi-y-ten">{say(messages.suggestions)}</h2>
              <div id="goi-y" data-suggest={`${at}/goi-y`} aria-live="polite">
                <Suggestions c={c} typed={typed.question ?? ''} found={found} />
              </div>
            </section>
          </div>
        )}
        <CallTabs c={c} filter={filter} counts={counts} />
        {page.rows.length > 0 ? (
          <ul class="work-list">
            {page.rows.map((call) => (
              <CallItem c={c} call={call} />
            ))}
          </ul>
        ) : (
          <Empty title={say(filter === 'all' ? messages.empty : messages.emptyWaiting)}>
            {filter === 'all' && <p>{say(messages.emptyHint)}</p>}
          </Empty>
        )}
        <Paging
          say={say}
          next={page.next && `${at}?${query}sau=${page.next}`}
          first={c.req.query('sau') ? `${at}?${query}` : undefined}
        />
      </div>
    </Page>,
    state.errors ? 422 : 200,
  )
}

const Done: FC<{ c: OfficeContext; logged?: LoggedCall }> = ({ c, logged }) => {
  const { say, language } = c.var
  if (!logged) return c.req.query('da') === 'luu' ? <Notice kind="ok">{say(messages.saved)}</Notice> : null
  const { opened } = logged
  if (!opened) return <Notice kind="ok">{say(messages.saved)}</Notice>
  return (
    <Notice kind="ok">
      <p>
        <strong>{fill(say(messages.opened), { number: opened.number })}</strong>.{' '}
        {opened.dueAt && fill(say(messages.openedDue), { day: dateOf(new Date(opened.dueAt.getTime() - 1), language) })}
      </p>
      <p class="hotline-code">{fill(say(messages.openedCode), { code: opened.code })}</p>
    </Notice>
  )
}

/** Answers to read out: drawn with the screen, and alone for the script while the operator types. */
export const Suggestions: FC<{ c: OfficeContext; typed: string; found: readonly Suggestion[] }> = ({
  c,
  typed,
  found,
}) => {
  const { say, config } = c.var
  if (typed.trim() === '') return <p class="soft">{say(messages.suggestionsWait)}</p>
  if (found.length === 0) return <p class="soft">{say(messages.noSuggestions)}</p>
  return (
    <ol class="hotline-found">
      {found.map((one, index) => (
        <li>
          <p>
            <strong>{one.title}</strong> <span class="soft small">{one.siteName}</span>
          </p>
          {one.summary && <p class="small">{one.summary}</p>}
          <p class="row">
            <button
              type="button"
              class="button"
              hidden
              data-use={String(one.entryId)}
              data-title={one.title}
              data-words={one.summary || one.title}
              aria-keyshortcuts={`Alt+${index + 1}`}
            >
              {`${index + 1}. ${say(messages.use)}`}
            </button>
            <a href={publicAddress(config, one.host, one.path)} target="_blank" rel="noopener">
              {say(messages.open)}
              <span class="visually-hidden">{`: ${one.title}`}</span>
            </a>
          </p>
        </li>
      ))}
    </ol>
  )
}

const CallTabs: FC<{ c: OfficeContext; filter: CallFilter; counts: { today: number; waiting: number } }> = ({
  c,
  filter,
  counts,
}) => {
  const { say, siteId } = c.var
  const at = `/cong/${siteId}/tong-dai`
  return (
    <nav class="states" aria-label={say(messages.latest)}>
      <ul>
        <li>
          <a href={at} aria-current={filter === 'all' ? 'true' : undefined}>
            {say(messages.latest)}
          </a>
        </li>
        <li>
          <a href={`${at}?loc=cho-goi-lai`} aria-current={filter === 'call-back' ? 'true' : undefined}>
            {say(messages.waiting)} <span class="count">{counts.waiting}</span>
          </a>
        </li>
      </ul>
      <p class="soft hotline-today">{fill(say(messages.today), { n: counts.today })}</p>
    </nav>
  )
}

const CallItem: FC<{ c: OfficeContext; call: CallLine }> = ({ c, call }) => {
  const { say, language, siteId, actor } = c.var
  return (
    <li class="work-item">
      <p class="work-title said">{call.question}</p>
      <p class="work-facts">
        <span class="tag">{call.fieldName ?? say(messages.noField)}</span>
        {call.followUp !== 'none' && <span class="tag tag-warn">{say(followUps[call.followUp])}</span>}
        {call.caseId !== null && call.caseNumber && <a href={`/ho-so/${call.caseId}`}>{call.caseNumber}</a>}
        <span>{fill(say(messages.minutesN), { n: call.minutes })}</span>
        {call.operatorName && <span>{call.operatorName}</span>}
        <When at={call.at} language={language} />
        {call.calledBackAt && (
          <span>{fill(say(messages.calledBackAt), { at: dateTimeOf(call.calledBackAt, language) })}</span>
        )}
      </p>
      {call.guidance && <p class="work-word said">{call.guidance}</p>}
      {call.followUp === 'call-back' && !call.calledBackAt && mayLogCalls(actor, siteId) && (
        <form method="post" action={`/cong/${siteId}/tong-dai/${call.id}/goi-lai`}>
          <button type="submit" class="button">
            {say(messages.calledBack)}
          </button>
        </form>
      )}
    </li>
  )
}
