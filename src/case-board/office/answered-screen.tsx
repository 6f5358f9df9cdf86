import type { FC } from 'hono/jsx'
import { seesAll } from '../../cases/policy.ts'
import { Empty, Paging, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import { NotFound } from '../../refusals.ts'
import { siteById } from '../../sites/queries.ts'
import { dateOf } from '../../web/dates.ts'
import { highestRow } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { messages } from '../messages.ts'
import { answeredCases, type AnsweredAsked, type AnsweredLine } from '../queries.ts'
import { readMonths } from './read-months.ts'

const rowOf = (text: string | undefined): number | undefined => {
  const id = /^\d{1,10}$/.test(text ?? '') ? Number(text) : Number.NaN
  return Number.isInteger(id) && id <= highestRow ? id : undefined
}

function askedOf(c: OfficeContext): { asked: AnsweredAsked; query: URLSearchParams } {
  const range = readMonths(c)
  const [division, field, onTime] = [c.req.query('phong'), c.req.query('linh-vuc'), c.req.query('dung-han')]
  const query = new URLSearchParams(range.query)
  for (const [name, value] of [
    ['phong', division],
    ['linh-vuc', field],
    ['dung-han', onTime],
  ] as const)
    if (value !== undefined) query.set(name, value)
  return {
    asked: {
      siteId: c.var.siteId,
      from: range.from,
      until: range.until,
      kind: range.kind,
      divisionId: rowOf(division),
      fieldId: rowOf(field),
      onTime: onTime === '1' ? true : onTime === '0' ? false : undefined,
    },
    query,
  }
}

/** GET /cong/:site/dieu-hanh/ho-so: the answers behind a figure. Titles are the senders' words: who only reads figures sees numbers. */
export async function showAnswered(c: OfficeContext): Promise<Response> {
  const { say, db, siteId, actor } = c.var
  const { asked, query } = askedOf(c)
  const [site, page] = await Promise.all([
    siteById(db, siteId),
    answeredCases(db, asked, { after: rowOf(c.req.query('sau')) }),
  ])
  if (!site) throw new NotFound()
  const title = fill(say(messages.casesOf), { site: site.shortName })
  const at = `/cong/${siteId}/dieu-hanh`
  const reads = holds(actor, siteId, ...seesAll)
  return c.html(
    <Page c={c} title={title} styles={['office/newsroom.css']}>
      <div class="stack">
        <ScreenHead title={title}>
          <a class="button button-back" href={`${at}?${readMonths(c).query}`}>
            {say(messages.back)}
          </a>
        </ScreenHead>
        {page.rows.length === 0 ? (
          <Empty title={say(messages.noCases)} />
        ) : (
          <ul class="work-list">
            {page.rows.map((line) => (
              <AnsweredItem c={c} line={line} reads={reads} />
            ))}
          </ul>
        )}
        <Paging
          say={say}
          next={page.next && `${at}/ho-so?${query}&sau=${page.next}`}
          first={c.req.query('sau') ? `${at}/ho-so?${query}` : undefined}
        />
      </div>
    </Page>,
  )
}

const AnsweredItem: FC<{ c: OfficeContext; line: AnsweredLine; reads: boolean }> = ({ c, line, reads }) => {
  const { say, language } = c.var
  const day = (at: Date): string => dateOf(at, language)
  return (
    <li class="work-item">
      <p class="work-title">
        {reads && line.title !== '' ? (
          <a href={`/ho-so/${line.caseId}`}>{`${line.number}: ${line.title}`}</a>
        ) : (
          line.number
        )}
      </p>
      <p class="work-facts">
        <span class={`tag ${line.onTime ? 'tag-ok' : 'tag-danger'}`}>
          {say(line.onTime ? messages.onTime : messages.late)}
        </span>
        <span>{fill(say(messages.medianDays), { n: line.workingDays })}</span>
        <span>{`${say(messages.received)} ${day(line.receivedAt)}`}</span>
        <span>{`${say(messages.answeredAt)} ${day(line.endedAt)}`}</span>
        <span>{`${say(messages.due)} ${day(new Date(line.dueAt.getTime() - 1))}`}</span>
        {line.divisionName && <span>{line.divisionName}</span>}
        {line.fieldName && <span>{line.fieldName}</span>}
      </p>
    </li>
  )
}
