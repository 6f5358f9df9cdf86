import type { Child, FC } from 'hono/jsx'
import { calendarOf } from '../../calendar/calendar-queries.ts'
import { startOfDay } from '../../calendar/deadline.ts'
import { caseKinds } from '../../case-kinds.ts'
import { caseOutcomes, caseStates } from '../../cases/case.ts'
import { Thanks } from '../../cases/public/thanks.tsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { dateOf, dateTimeOf } from '../../web/dates.ts'
import { fill, type Message } from '../../web/message.ts'
import { dueOf, type Due } from '../due-of.ts'
import { messages } from '../messages.ts'
import type { TrackedCase } from '../queries.ts'
import { Acts } from './act-forms.tsx'
import { Answers } from './answers.tsx'
import { privatePage } from './private-page.tsx'
import { TimeLine } from './time-line.tsx'
import { Why } from './why.tsx'

/** An act of the sender that was not done: why, beside its field or above all, and what was typed. */
export interface ActRefusal {
  act: 'words' | 'reopen' | 'rate' | 'withdraw'
  status: 409 | 422 | 429
  message: string
  typed: string
  /** The token of the form, and how many files lie under it already. */
  token?: string
  files?: number
}

/** What the parts of the page are drawn from. */
export interface CaseScreen {
  c: DeliveryContext
  found: TrackedCase
  code: string
  due: Due | undefined
  now: Date
  refusal?: ActRefusal
}

/** The page of a case for who holds its code. Nothing the sender typed is on it. */
export async function casePage(
  c: DeliveryContext,
  { found, code, refusal }: { found: TrackedCase; code: string; refusal?: ActRefusal },
): Promise<Response> {
  const { say } = c.var
  const now = new Date()
  const due = dueOf(found, await calendarOf(c.var.db), now)
  const isNew = c.req.query('moi') === '1' && !refusal
  // Copies the code at the press of a button.
  if (isNew) c.var.page.scripts.add('case-form.js')
  const screen: CaseScreen = { c, found, code, due, now, refusal }
  return privatePage(c, {
    status: refusal?.status,
    title: fill(say(messages.head), { number: found.number }),
    path: `/theo-doi/${code}`,
    children: (
      <>
        {refusal && (
          <div class="notice notice-warn form-summary" role="alert">
            <p class="form-summary-title">{say(messages.refused)}</p>
            <p>{refusal.message}</p>
          </div>
        )}
        <Done {...screen} />
        {isNew && <Thanks c={c} number={found.number} code={code} hasEmail={found.hasEmail} />}
        <Facts {...screen} />
        <p class="form-hint">{say(messages.hidden)}</p>
        {found.siteId !== c.var.site.id && <p class="form-hint">{say(messages.onOther)}</p>}
        <Answers {...screen} />
        <Acts {...screen} />
        <TimeLine {...screen} />
        <p class="form-hint unprinted">{say(messages.printHint)}</p>
      </>
    ),
  })
}

const done: Record<string, Message> = {
  'bo-sung': messages.doneAdd,
  'xu-ly-lai': messages.doneReopen,
  'danh-gia': messages.doneRate,
  'rut-lai': messages.doneWithdraw,
}

const Done: FC<CaseScreen> = ({ c, refusal }) => {
  const key = c.req.query('xong') ?? ''
  if (refusal || !Object.hasOwn(done, key)) return null
  return (
    <div class="notice" role="status">
      <p>{c.var.say(done[key] as Message)}</p>
    </div>
  )
}

const Facts: FC<CaseScreen> = (screen) => {
  const { c, found } = screen
  const { say, language } = c.var
  const kind = caseKinds.get(found.kind)
  const field = language === 'en' && found.fieldEn ? found.fieldEn : found.field
  // Names of agencies and divisions are in Vietnamese wherever they stand.
  const named = (name: string): Child => <span lang={language === 'en' ? 'vi' : undefined}>{name}</span>
  const rows: [Message, Child][] = [
    [messages.state, <StateWords {...screen} />],
    [messages.kind, kind ? say(kind.label) : found.kind],
    ...(field ? ([[messages.field, field]] satisfies [Message, Child][]) : []),
    [messages.handler, named(found.handler)],
    ...(found.division ? ([[messages.division, named(found.division)]] satisfies [Message, Child][]) : []),
    [messages.receivedAt, dateTimeOf(found.receivedAt, language)],
  ]
  return (
    <>
      <dl class="receipt">
        {rows.map(([label, value]) => (
          <div>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <DueRow {...screen} />
      </dl>
      <Why {...screen} />
    </>
  )
}

const StateWords: FC<CaseScreen> = ({ c, found }) => {
  const { say } = c.var
  if (found.state === 'closed' && found.outcome) return <strong>{say(caseOutcomes[found.outcome])}</strong>
  // Whether a case was held back is for those who look at it; its sender reads that it was received.
  return <strong>{say(found.state === 'quarantined' ? caseStates.received : caseStates[found.state])}</strong>
}

const DueRow: FC<CaseScreen> = ({ c, found, due, now }) => {
  if (!due) return null
  const { say, language } = c.var
  const { deadline, clock } = due
  const day = dateOf(startOfDay(deadline.lastDay), language)
  const running = clock.state === 'running'
  const late = running && !deadline.provisional && now >= deadline.dueAt
  const note = running
    ? deadline.provisional
      ? say(messages.provisional)
      : late
        ? say(messages.overdue)
        : ''
    : found.answeredAt
      ? fill(say(clock.state === 'met' ? messages.answeredInTime : messages.answeredLate), {
          day: dateOf(found.answeredAt, language),
        })
      : ''
  return (
    <div>
      <dt>{say(running ? messages.due : messages.dueWas)}</dt>
      <dd>
        <strong>{fill(say(messages.dueDay), { day })}</strong>
        {note && <p class={late ? 'form-error' : 'form-hint'}>{note}</p>}
      </dd>
    </div>
  )
}
