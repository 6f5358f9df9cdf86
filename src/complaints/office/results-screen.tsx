import type { FC } from 'hono/jsx'
import { BackToPortal } from '../../office/back-to-portal.tsx'
import { Empty, Notice, Paging, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { siteById } from '../../sites/queries.ts'
import { dateOf } from '../../web/dates.ts'
import { highestRow } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { resultKinds, resultStates } from '../complaint-result.ts'
import { mayWriteResults } from '../policy.ts'
import { publishDeadline, resultsOf, shownUntil, type ResultRow } from '../queries.ts'
import { messages } from './messages.ts'

/** GET /cong/:site/ket-qua-giai-quyet: what was signed, with the clock of its publication. */
export async function showResults(c: OfficeContext): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const after = Number(c.req.query('sau'))
  const [site, page] = await Promise.all([
    siteById(db, siteId),
    resultsOf(db, siteId, Number.isInteger(after) && after > 0 && after <= highestRow ? after : undefined),
  ])
  if (!site) throw new NotFound()
  const title = fill(say(messages.title), { site: site.shortName })
  const at = `/cong/${siteId}/ket-qua-giai-quyet`
  const lines = await Promise.all(page.rows.map(async (row) => ({ row, clock: await clockOf(c, row) })))
  return c.html(
    <Page c={c} title={title} styles={['office/newsroom.css']}>
      <div class="stack">
        <ScreenHead title={title}>
          <BackToPortal c={c} name={site.shortName} />
          {mayWriteResults(actor, siteId) && (
            <a class="button button-primary" href={`${at}/moi`}>
              {say(messages.new)}
            </a>
          )}
        </ScreenHead>
        {c.req.query('da-luu') && <Notice kind="ok">{say(messages.saved)}</Notice>}
        <p class="soft">{say(messages.intro)}</p>
        {lines.length === 0 ? (
          <Empty title={say(messages.none)}>
            <p>{say(messages.noneText)}</p>
          </Empty>
        ) : (
          <ul class="work-list">
            {lines.map(({ row, clock }) => (
              <ResultLine c={c} row={row} clock={clock} />
            ))}
          </ul>
        )}
        <Paging say={say} next={page.next && `${at}?sau=${page.next}`} first={c.req.query('sau') ? at : undefined} />
      </div>
    </Page>,
  )
}

/** What the clock of a result says, and how pressing it is. */
export interface ResultClock {
  words: string
  tone: '' | 'tag-ok' | 'tag-warn' | 'tag-danger'
}

/** The clock of publication, and afterwards of how long it must stay. */
export async function clockOf(c: OfficeContext, row: ResultRow, now = new Date()): Promise<ResultClock[]> {
  const { db, say, language } = c.var
  const day = (end: Date): string => dateOf(new Date(end.getTime() - 1), language)
  const due = await publishDeadline(db, row)
  const clocks: ResultClock[] = []
  if (!due) clocks.push({ words: say(messages.noRule), tone: '' })
  else if (row.publishedAt)
    clocks.push(
      row.publishedAt < due.deadline.dueAt
        ? { words: say(messages.onTime), tone: 'tag-ok' }
        : { words: say(messages.publishedLate), tone: 'tag-danger' },
    )
  else
    clocks.push(
      now < due.deadline.dueAt
        ? { words: fill(say(messages.due), { day: day(due.deadline.dueAt) }), tone: 'tag-warn' }
        : { words: fill(say(messages.overdue), { day: day(due.deadline.dueAt) }), tone: 'tag-danger' },
    )
  if (row.publishedAt && due) {
    const until = await shownUntil(db, row.siteId, row.publishedAt)
    if (row.withdrawnAt)
      clocks.push({
        words: fill(say(row.withdrawnAt < until ? messages.goneEarly : messages.gone), {
          day: dateOf(row.withdrawnAt, language),
        }),
        tone: row.withdrawnAt < until ? 'tag-danger' : '',
      })
    else if (now < until) clocks.push({ words: fill(say(messages.shown), { day: day(until) }), tone: '' })
  }
  return clocks
}

const ResultLine: FC<{ c: OfficeContext; row: ResultRow; clock: readonly ResultClock[] }> = ({ c, row, clock }) => {
  const { say, siteId, language } = c.var
  return (
    <li class="work-item">
      <p class="work-title">
        <a href={`/cong/${siteId}/ket-qua-giai-quyet/${row.id}`} data-item>
          {row.title}
        </a>
      </p>
      <p class="work-facts">
        <span class="tag">{say(resultStates[row.state])}</span>
        {clock.map(({ words, tone }) => (
          <span class={`tag ${tone}`.trim()}>{words}</span>
        ))}
        <span>{say(resultKinds[row.kind].label)}</span>
        <span>{row.documentNumber}</span>
        <span>{dateOf(new Date(`${row.signedOn}T12:00:00+07:00`), language)}</span>
      </p>
    </li>
  )
}
