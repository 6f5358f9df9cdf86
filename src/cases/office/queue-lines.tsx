import type { FC } from 'hono/jsx'
import type { Calendar } from '../../calendar/working-days.ts'
import type { OfficeContext } from '../../office/route.ts'
import { fill } from '../../web/message.ts'
import type { CaseLine } from '../queries.ts'
import { CaseItem, titleOf } from './case-line.tsx'
import type { DivisionDesk } from './desk-queries.ts'
import { messages } from './messages.ts'
import { queueAddress, type QueueView } from './queue-address.ts'
import type { QueueRefusal } from './queue-screen.tsx'

interface QueueLinesProps {
  c: OfficeContext
  view: QueueView
  lines: readonly CaseLine[]
  parts: {
    desks: readonly DivisionDesk[]
    /** The division each field goes to first. */
    routing: ReadonlyMap<number, number>
    calendar: Calendar
    /** Whether the person assigns cases of this portal. */
    handsOut: boolean
    refusal: QueueRefusal | undefined
    /** Every box is ticked. */
    all: boolean
  }
}

/** Tabs whose cases may be assigned, joined, answered or approved from the list. */
const workable = ['moi', 'dang-xu-ly', 'cho-bo-sung', 'cho-duyet']

/**
 * The lines of a queue. Where something may be done with them they stand in one form: a box to tick before each, and for who assigns
 * the division it would go to with a button of its own. Nothing here is typed, so that no key sends the form by itself.
 */
export const QueueLines: FC<QueueLinesProps> = ({ c, view, lines, parts }) => {
  const { siteId } = c.var
  const now = new Date()
  if (!workable.includes(view.tab))
    return (
      <ul class="work-list">
        {lines.map((line) => (
          <CaseItem c={c} line={line} now={now} calendar={parts.calendar} />
        ))}
      </ul>
    )
  const assigns = parts.handsOut && parts.desks.length > 0 && ['moi', 'dang-xu-ly'].includes(view.tab)
  return (
    <form method="post" action={`/cong/${siteId}/ho-so/da-chon`} class="stack">
      <input type="hidden" name="xem" value={queueAddress(siteId, view).split('?')[1] ?? ''} />
      <WithChosen c={c} view={view} parts={parts} assigns={assigns} />
      <ul class="work-list">
        {lines.map((line) => (
          <CaseItem
            c={c}
            line={line}
            now={now}
            calendar={parts.calendar}
            before={
              <Tick c={c} line={line} ticked={parts.all || (parts.refusal?.ticked.has(String(line.id)) ?? false)} />
            }
          >
            {assigns && <AssignLine c={c} line={line} parts={parts} />}
          </CaseItem>
        ))}
      </ul>
    </form>
  )
}

const Tick: FC<{ c: OfficeContext; line: CaseLine; ticked: boolean }> = ({ c, line, ticked }) => (
  <label class="case-tick">
    <input type="checkbox" name="chon" value={line.id} checked={ticked} />
    <span class="visually-hidden">
      {fill(c.var.say(messages.choose), { number: line.number })}: {titleOf(line, c.var.say)}
    </span>
  </label>
)

type PartsProps = Pick<QueueLinesProps, 'c' | 'parts'>

/** What may be done with all that are ticked, above them. */
const WithChosen: FC<PartsProps & { view: QueueView; assigns: boolean }> = ({ c, view, parts, assigns }) => {
  const { say, siteId } = c.var
  return (
    <div class="case-bar" role="group" aria-label={say(messages.withChosen)}>
      <a href={queueAddress(siteId, view, { chon: parts.all ? undefined : 'tat-ca', sau: c.req.query('sau') })}>
        {say(parts.all ? messages.chooseNone : messages.chooseAll)}
      </a>
      <button type="submit" class="button">
        {say(messages.toReview)}
      </button>
      {assigns && (
        <>
          <label for="giao-cho">{say(messages.assignTo)}</label>
          <select id="giao-cho" name="giao-cho">
            <option value="">{say(messages.asOnLines)}</option>
            {parts.desks.map((desk) => (
              <optgroup label={desk.name}>
                <option value={desk.id} selected={parts.refusal?.chosen['giao-cho'] === String(desk.id)}>
                  {fill(say(messages.wholeDivision), { name: desk.name })}
                </option>
                {desk.officers.map((officer) => (
                  <option
                    value={`${desk.id}:${officer.id}`}
                    selected={parts.refusal?.chosen['giao-cho'] === `${desk.id}:${officer.id}`}
                  >
                    {officer.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <button type="submit" class="button button-primary" formaction={`/cong/${siteId}/ho-so/phan-cong`}>
            {say(messages.assignChosen)}
          </button>
        </>
      )}
      {parts.handsOut && parts.desks.length === 0 && (
        <p>
          {say(messages.noDivisionsYet)} <a href={`/cong/${siteId}/ho-so/cai-dat`}>{say(messages.makeDivisions)}</a>
        </p>
      )}
    </div>
  )
}

/** The division a case would go to, and the button that gives it to them. */
const AssignLine: FC<PartsProps & { line: CaseLine }> = ({ c, line, parts }) => {
  const { say, siteId } = c.var
  const suggested = line.divisionId ?? (line.fieldId === null ? undefined : parts.routing.get(line.fieldId))
  const chosen = parts.refusal?.chosen[`cho-${line.id}`] ?? String(suggested ?? '')
  return (
    <>
      <label class="visually-hidden" for={`cho-${line.id}`}>
        {fill(say(messages.lineHandler), { number: line.number })}
      </label>
      <select id={`cho-${line.id}`} name={`cho-${line.id}`}>
        <option value="">{say(messages.noDivision)}</option>
        {parts.desks.map(({ id, name }) => (
          <option value={id} selected={chosen === String(id)}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" class="button" name="mot" value={line.id} formaction={`/cong/${siteId}/ho-so/phan-cong`}>
        {say(messages.assign)}
        <span class="visually-hidden">{fill(say(messages.assignOne), { number: line.number })}</span>
      </button>
    </>
  )
}
