import type { FC } from 'hono/jsx'
import { dateOf, dateTimeOf, isoDayOf, longDateOf } from '../web/dates.ts'
import { fill, type Language, type Message, type Messages, type Say } from '../web/message.ts'
import { startOfDay, type Deadline, type DeadlineStep, type Duration } from './deadline.ts'
import { basisText, durationText, markNames, statusNames } from './rule-words.ts'
import type { Rule } from './rules.ts'
import { shiftDay } from './working-days.ts'

/** Of an override, what a reader is told: by what decision it stands. */
export interface OverrideShown {
  duration: Duration
  document: string
}

interface WhyThisDayProps {
  say: Say
  language: Language
  deadline: Deadline
  rule: Rule
  override?: OverrideShown | undefined
  startedAt: Date
  extensions: readonly (Duration & { reason?: string })[]
}

const messages = {
  title: { vi: 'Vì sao là ngày này?', en: 'Why this day?' },
  start: { vi: 'Ngày nhận', en: 'Received' },
  startNote: { vi: 'không tính vào thời hạn', en: 'not counted' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  override: { vi: 'Điều chỉnh', en: 'Override' },
  overrideBy: { vi: '{duration} thay cho {law}, theo {document}', en: '{duration} instead of {law}, by {document}' },
  extension: { vi: 'Gia hạn', en: 'Extension' },
  extensionAfter: { vi: 'thêm {duration}, tính tiếp sau ngày {day}', en: '{duration} more, counted after {day}' },
  notCounted: { vi: 'Không tính', en: 'Not counted' },
  nothing: { vi: 'Không có ngày nghỉ nào trong khoảng này', en: 'No day off in between' },
  weekends: { vi: 'Nghỉ cuối tuần: {days}', en: 'Weekends: {days}' },
  swapped: { vi: '{day}: được tính, vì là ngày làm bù', en: '{day}: counted, as it is worked in exchange' },
  pause: { vi: 'Tạm dừng từ {from} đến {to}: {days} ngày không tính', en: 'Paused from {from} to {to}: {days} days' },
  pauseTime: { vi: 'Tạm dừng từ {from} đến {to}', en: 'Paused from {from} to {to}' },
  openPause: { vi: 'nay', en: 'now' },
  moved: {
    vi: 'Ngày cuối rơi vào {from}, không phải ngày làm việc: chuyển sang {to}',
    en: 'The last day, {from}, is no working day: it is moved on to {to}',
  },
  last: { vi: 'Hạn chót', en: 'Last day' },
  lastDay: { vi: 'hết ngày {day}', en: 'the end of {day}' },
  provisional: {
    vi: 'Hạn tạm tính: việc đang tạm dừng, ngày này còn lùi cho đến khi tính tiếp.',
    en: 'Provisional: while it is paused, the day moves on.',
  },
  days: { vi: 'Từng ngày', en: 'Day by day' },
  day: { vi: 'Ngày', en: 'Day' },
  counted: { vi: 'Được tính là ngày thứ', en: 'Counted as day' },
  isWeekend: { vi: 'Nghỉ cuối tuần', en: 'Weekend' },
  isPaused: { vi: 'Tạm dừng', en: 'Paused' },
  isMoved: { vi: 'Hạn chót chuyển sang ngày này', en: 'The last day is moved here' },
} as const satisfies Messages

/** How a deadline came about: the start, the rule with its article and mark, what was not counted and why, and the result. */
export const WhyThisDay: FC<WhyThisDayProps> = (props) => {
  const { say, language, deadline, startedAt } = props
  const moved = deadline.steps.find((step) => step.kind === 'moved')
  const day = (iso: string): string => dateOf(startOfDay(iso), language)
  return (
    <details class="why-day">
      <summary>{say(messages.title)}</summary>
      <dl>
        <dt>{say(messages.start)}</dt>
        <dd>
          {dateTimeOf(startedAt, language)} ({say(messages.startNote)})
        </dd>
        <RuleWords {...props} />
        <dt>{say(messages.notCounted)}</dt>
        <dd>
          <Skipped say={say} language={language} steps={deadline.steps} />
        </dd>
        <dt>{say(messages.last)}</dt>
        <dd>
          {moved && `${fill(say(messages.moved), { from: day(moved.from), to: day(moved.to) })}. `}
          <strong>
            {endsAtMidnight(deadline)
              ? fill(say(messages.lastDay), { day: day(deadline.lastDay) })
              : dateTimeOf(deadline.dueAt, language)}
          </strong>
        </dd>
      </dl>
      {deadline.provisional && <p>{say(messages.provisional)}</p>}
      {endsAtMidnight(deadline) && <DayTable {...props} />}
    </details>
  )
}

const endsAtMidnight = ({ dueAt, lastDay }: Deadline): boolean =>
  dueAt.getTime() === startOfDay(shiftDay(lastDay, 1)).getTime()

const RuleWords: FC<WhyThisDayProps> = ({ say, language, deadline, rule, override, extensions }) => {
  const law = durationText(rule.duration, say)
  const extended = deadline.steps.filter((step) => step.kind === 'extension')
  return (
    <>
      <dt>{say(messages.rule)}</dt>
      <dd>
        {say(rule.label)}: {law}. {basisText(rule.basis, language)} ({say(statusNames[rule.status])};{' '}
        {say(markNames[rule.verified])})
      </dd>
      {override && (
        <>
          <dt>{say(messages.override)}</dt>
          <dd>
            {fill(say(messages.overrideBy), {
              duration: durationText(override.duration, say),
              law,
              document: override.document,
            })}
          </dd>
        </>
      )}
      {extended.map((step, index) => (
        <>
          <dt>{say(messages.extension)}</dt>
          <dd>
            {fill(say(messages.extensionAfter), {
              duration: durationText(step, say),
              day: dateOf(startOfDay(step.after), language),
            })}
            {extensions[index]?.reason && `. ${extensions[index].reason}`}
          </dd>
        </>
      ))}
    </>
  )
}

interface StepsProps {
  say: Say
  language: Language
  steps: readonly DeadlineStep[]
}

/** What was not counted: weekends in one line, then days off by name and source, days that follow one another together. */
const Skipped: FC<StepsProps> = ({ say, language, steps }) => {
  const span = ({ from, to }: { from: string; to: string }): string =>
    from === to
      ? dateOf(startOfDay(from), language)
      : `${dateOf(startOfDay(from), language)} – ${dateOf(startOfDay(to), language)}`
  const weekends = steps.filter((step) => step.kind === 'weekend')
  const words = [
    ...(weekends.length > 0 ? [fill(say(messages.weekends), { days: weekends.map(span).join('; ') })] : []),
    ...runsOf(steps).map((run) => `${span(run)}: ${say(run.name)} (${run.source})`),
    ...steps.flatMap((step) => wordsOf(step, say, language) ?? []),
  ]
  if (words.length === 0) return say(messages.nothing)
  return (
    <ul>
      {words.map((each) => (
        <li>{each}</li>
      ))}
    </ul>
  )
}

interface Run {
  from: string
  to: string
  name: Message
  source: string
}

/** Days off one after the other by the same source and of the same feast, as one. What stands in brackets tells days of a feast apart. */
function runsOf(steps: readonly DeadlineStep[]): Run[] {
  const runs: Run[] = []
  for (const step of steps) {
    if (step.kind !== 'holiday') continue
    const { day, off } = step
    const feast = (text: string): string => text.replace(/ \([^)]*\)$/, '')
    const name = { vi: feast(off.name.vi), en: feast(off.name.en) }
    const last = runs.at(-1)
    if (last && last.to === shiftDay(day, -1) && last.source === off.source && last.name.vi === name.vi) last.to = day
    else runs.push({ from: day, to: day, name, source: off.source })
  }
  return runs
}

function wordsOf(step: DeadlineStep, say: Say, language: Language): string | undefined {
  if (step.kind === 'swapped') return fill(say(messages.swapped), { day: dateOf(startOfDay(step.day), language) })
  if (step.kind !== 'pause') return undefined
  return fill(say(step.days.length > 0 ? messages.pause : messages.pauseTime), {
    from: dateTimeOf(step.from, language),
    to: step.to ? dateTimeOf(step.to, language) : say(messages.openPause),
    days: step.days.length,
  })
}

/** Of a period of so many days at most, each day is listed. */
const longestTable = 31

const DayTable: FC<WhyThisDayProps> = ({ say, language, deadline, startedAt }) => {
  const first = shiftDay(isoDayOf(startedAt), 1)
  const days: string[] = []
  for (let day = first; day <= deadline.lastDay && days.length <= longestTable; day = shiftDay(day, 1)) days.push(day)
  if (days.length === 0 || days.length > longestTable) return null
  let counted = 0
  return (
    <details>
      <summary>{say(messages.days)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(messages.day)}</th>
            <th scope="col">{say(messages.counted)}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => {
            const why = whyNotCounted(day, deadline.steps)
            if (!why && counted < deadline.counted) counted += 1
            return (
              <tr>
                <th scope="row">{longDateOf(startOfDay(day), language)}</th>
                <td>{why ? say(why) : counted}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}

function whyNotCounted(day: string, steps: readonly DeadlineStep[]): Message | undefined {
  for (const step of steps) {
    if (step.kind === 'holiday' && step.day === day) return step.off.name
    if (step.kind === 'weekend' && step.from <= day && day <= step.to) return messages.isWeekend
    if (step.kind === 'pause' && step.days.includes(day)) return messages.isPaused
    if (step.kind === 'moved' && step.to === day) return messages.isMoved
  }
  return undefined
}
