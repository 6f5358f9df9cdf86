import type { FC } from 'hono/jsx'
import { monthNameOf } from '../../web/dates.ts'
import { fill, type Language, type Say } from '../../web/message.ts'
import type { CalendarDayRow } from '../calendar-queries.ts'
import { isWeekend, isWorkingDay, shiftDay, type Calendar } from '../working-days.ts'
import { messages } from './messages.ts'

interface MonthProps {
  year: number
  month: number
  today: string
  calendar: Calendar
  /** Days of the list, by date: those that were not withdrawn. */
  listed: ReadonlyMap<string, CalendarDayRow>
  say: Say
  language: Language
}

/** A month as a small table, Monday first; what stands in the list of days leads there. */
export const Month: FC<MonthProps> = ({ year, month, today, calendar, listed, say, language }) => {
  const days = daysOf(year, month)
  const working = days.filter((day) => isWorkingDay(day, calendar)).length
  return (
    <table class="calendar-month">
      <caption>
        {monthNameOf({ year, month }, language)}{' '}
        <span class="soft small">{fill(say(messages.workingDays), { count: working })}</span>
      </caption>
      <thead>
        <tr>
          {weekdays[language].map(([short, long]) => (
            <th scope="col">
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr>
            {week.map((day) =>
              day === undefined ? (
                <td></td>
              ) : (
                <td
                  class={isWeekend(day) ? 'calendar-weekend' : undefined}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <DayNumber day={day} row={listed.get(day)} say={say} language={language} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayNumberProps {
  day: string
  row: CalendarDayRow | undefined
  say: Say
  language: Language
}

const DayNumber: FC<DayNumberProps> = ({ day, row, say, language }) => {
  const number = Number(day.slice(8))
  if (!row) return number
  const name = language === 'en' && row.nameEn ? row.nameEn : row.name
  return (
    <a
      class={`calendar-day ${row.counts ? `calendar-${row.kind}` : 'calendar-waiting'}`}
      href={`#ngay-${day}`}
      title={name}
    >
      {number}
      <span class="visually-hidden">
        {`, ${name}`}
        {!row.counts && `, ${say(messages.waiting)}`}
      </span>
    </a>
  )
}

const weekdays = {
  vi: [
    ['T2', 'Thứ Hai'],
    ['T3', 'Thứ Ba'],
    ['T4', 'Thứ Tư'],
    ['T5', 'Thứ Năm'],
    ['T6', 'Thứ Sáu'],
    ['T7', 'Thứ Bảy'],
    ['CN', 'Chủ nhật'],
  ],
  en: [
    ['Mo', 'Monday'],
    ['Tu', 'Tuesday'],
    ['We', 'Wednesday'],
    ['Th', 'Thursday'],
    ['Fr', 'Friday'],
    ['Sa', 'Saturday'],
    ['Su', 'Sunday'],
  ],
} as const

function daysOf(year: number, month: number): string[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const days: string[] = []
  for (let day = first; day.startsWith(first.slice(0, 8)); day = shiftDay(day, 1)) days.push(day)
  return days
}

/** Rows of seven, Monday first; undefined where a place belongs to another month. */
function weeksOf(days: readonly string[]): (string | undefined)[][] {
  const before = (new Date(days[0]!).getUTCDay() + 6) % 7
  const places: (string | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days]
  while (places.length % 7 !== 0) places.push(undefined)
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7))
}
