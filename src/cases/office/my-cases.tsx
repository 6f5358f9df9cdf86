import type { FC } from 'hono/jsx'
import { calendarOf } from '../../calendar/calendar-queries.ts'
import type { Calendar } from '../../calendar/working-days.ts'
import { isNamedForLetters } from '../../denunciations/queries.ts'
import { Empty, ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import { deskWays } from '../../office/portal-ways.ts'
import type { OfficeContext } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import { isoDayOf } from '../../web/dates.ts'
import { fill, type Message } from '../../web/message.ts'
import { seesAll } from '../policy.ts'
import { CaseItem } from './case-line.tsx'
import { styles } from './form.tsx'
import { messages } from './messages.ts'
import { longestWork, workOfPerson, type Duty, type WorkLine } from './work-queries.ts'
import { desksOf, type Desk } from './desk-queries.ts'

type Group = 'late' | 'today' | 'approve' | 'assign' | 'in-hand' | 'clarifying'

const groups: readonly { group: Group; id: string; label: Message; tone: string }[] = [
  { group: 'late', id: 'qua-han', label: messages.groupLate, tone: 'glance-late' },
  { group: 'today', id: 'hom-nay', label: messages.groupToday, tone: '' },
  { group: 'approve', id: 'cho-duyet', label: messages.groupApprove, tone: '' },
  { group: 'assign', id: 'moi', label: messages.groupAssign, tone: '' },
  { group: 'in-hand', id: 'dang-xu-ly', label: messages.groupInHand, tone: '' },
  { group: 'clarifying', id: 'cho-bo-sung', label: messages.groupClarifying, tone: '' },
]

/** Under which heading a case stands: the pressing first, then by what it waits for. */
function groupOf(line: WorkLine, now: Date): Group {
  if (line.state === 'clarifying') return 'clarifying'
  if (line.dueAt && line.dueAt <= now) return 'late'
  if (line.dueAt && isoDayOf(new Date(line.dueAt.getTime() - 1)) === isoDayOf(now)) return 'today'
  if (line.duty === 'approve') return 'approve'
  return line.duty === 'assign' ? 'assign' : 'in-hand'
}

const dutyLabels: Record<Duty, Message> = {
  assign: messages.doAssign,
  answer: messages.doAnswer,
  approve: messages.doApprove,
}

/** GET /ho-so: what waits for me over all portals. */
export async function showMyCases(c: OfficeContext): Promise<Response> {
  const { db, actor, say } = c.var
  const now = new Date()
  const [lines, calendar, desks, sealed] = await Promise.all([
    workOfPerson(db, actor),
    calendarOf(db),
    desksOf(db, actor),
    isNamedForLetters(db, actor),
  ])
  const byGroup = Map.groupBy(lines, (line) => groupOf(line, now))
  const shown = groups.filter(({ group }) => byGroup.has(group))
  return c.html(
    <Page c={c} title={say(messages.cases)} styles={styles}>
      <ScreenHead title={say(messages.cases)}>
        {desks.length > 0 && lines.length > 0 && (
          <a class="button" href="#ho-so-theo-cong">
            {say(messages.otherScreens)}
          </a>
        )}
      </ScreenHead>
      <div class="glance">
        <p class="soft">{say(messages.workLead)}</p>
        {shown.length > 0 && (
          <ul class="glance-numbers">
            {shown.map(({ group, id, label, tone }) => (
              <li>
                <a class={tone} href={`#${id}`}>
                  <strong>{byGroup.get(group)!.length}</strong> {say(label)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      {lines.length === 0 && (
        <Empty title={say(messages.nothingWaits)}>
          <p>{say(messages.nothingWaitsWhat)}</p>
        </Empty>
      )}
      {shown.map(({ group, id, label }) => (
        <WorkGroup c={c} id={id} title={say(label)} lines={byGroup.get(group)!} now={now} calendar={calendar} />
      ))}
      {lines.length === longestWork && <p class="soft">{fill(say(messages.more), { n: longestWork })}</p>}
      <Desks c={c} desks={desks} sealed={sealed} />
    </Page>,
  )
}

interface WorkGroupProps {
  c: OfficeContext
  id: string
  title: string
  lines: readonly WorkLine[]
  now: Date
  calendar: Calendar
}

const WorkGroup: FC<WorkGroupProps> = ({ c, id, title, lines, now, calendar }) => {
  const { say } = c.var
  const many = new Set(lines.map((line) => line.handlingSiteId)).size > 1 || c.var.actor.memberships.length > 1
  return (
    <section id={id} aria-labelledby={`${id}-ten`} class="stack">
      <h2 id={`${id}-ten`}>
        {title} <span class="count">{lines.length}</span>
      </h2>
      <ul class="work-list">
        {lines.map((line) => (
          <CaseItem c={c} line={line} now={now} calendar={calendar} site={many}>
            <a class="button" href={`/ho-so/${line.id}#viec-can-lam`}>
              {say(line.state === 'clarifying' ? messages.doRead : dutyLabels[line.duty])}
              <span class="visually-hidden">{fill(say(messages.ofCase), { number: line.number })}</span>
            </a>
          </CaseItem>
        ))}
      </ul>
    </section>
  )
}

/** With more portals than this each has the way to its queue alone: the other screens are reached from there. */
const fewPortals = 5

/** The portals whose cases a person deals with, each with the way to its queue and to the other screens of its desk. */
const Desks: FC<{ c: OfficeContext; desks: readonly Desk[]; sealed: boolean }> = ({ c, desks, sealed }) => {
  const { say, actor } = c.var
  if (desks.length === 0) return null
  return (
    <nav class="case-desks" aria-labelledby="ho-so-theo-cong">
      <h2 id="ho-so-theo-cong">{say(messages.portals)}</h2>
      <ul>
        {sealed && (
          <li class="panel">
            <a class="case-desk" href="/don-niem-phong">
              {say(messages.sealedLetters)}
            </a>
            <span class="soft">{say(messages.sealedLettersWhat)}</span>
          </li>
        )}
        {desks.map(({ siteId, name, open }) => (
          <li class="panel">
            <a class="case-desk" href={`/cong/${siteId}/ho-so`}>
              {name}
            </a>
            {holds(actor, siteId, ...seesAll) && (
              <span class="soft">{fill(say(messages.openCases), { n: open.toLocaleString('vi-VN') })}</span>
            )}
            {desks.length <= fewPortals && (
              <ul class="ways-line">
                {deskWays(actor, siteId).map((way) => (
                  <li>
                    <a href={way.href}>{say(way.name)}</a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
