import type { Message } from '../../web/message.ts'
import { hungKingsOf, tetOf } from '../lunar.ts'
import { isWeekend, shiftDay, type DayMark } from '../working-days.ts'
import { cultureDay, nationalDayBlocks, swaps, tetBlocks, type Announcement } from './announced.ts'

/** A day as this software comes with it. */
export interface BuiltInDay {
  day: string
  kind: 'off' | 'work'
  name: Message
  source: string
  announcedOn: string | null
  /** The other day of an exchange. */
  swappedWith?: string
  verified: DayMark
}

export const firstYear = 2014
export const lastYear = 2027

/**
 * Days off and swapped days of the years known here. What follows from the labour code alone is `computed`: fixed days, days by
 * the lunar calendar, days off in exchange for those on a weekend, and of Tết and the National Day, whose place is announced
 * each year, the days that are off whichever way is chosen. The rest bears the mark of its announcement.
 */
export function builtInDays(): BuiltInDay[] {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  const swapped = swaps.flatMap(({ off, work, ...announcement }): BuiltInDay[] => [
    { day: off, kind: 'off', name: exchange.off, swappedWith: work, ...announcement },
    { day: work, kind: 'work', name: exchange.work, swappedWith: off, ...announcement },
  ])
  const { since, date, ...culture } = cultureDay
  const cultureDays = years
    .filter((year) => year >= since)
    .map((year): BuiltInDay => ({ day: `${year}-${date}`, kind: 'off', ...culture }))
  return [...years.flatMap(statutoryDays), ...swapped, ...cultureDays].toSorted((a, b) => a.day.localeCompare(b.day))
}

/** What the two days of an exchange are called. */
export const exchange = {
  off: { vi: 'Nghỉ hoán đổi', en: 'Off in exchange' },
  work: { vi: 'Làm bù', en: 'Worked in exchange' },
} as const satisfies Record<string, Message>

interface Named {
  day: string
  name: Message
  source: string
}

function statutoryDays(year: number): BuiltInDay[] {
  const code = year < 2021 ? 'Bộ luật Lao động 2012, Điều 115' : 'Bộ luật Lao động 2019, Điều 112'
  const on = (day: string, vi: string, en: string): Named => ({ day, name: { vi, en }, source: code })
  const tet = tetOf(year)
  const national = on(`${year}-09-02`, 'Quốc khánh', 'National Day')
  const beside = (day: string): Named => on(day, 'Quốc khánh (ngày liền kề)', 'National Day (adjoining day)')
  return [
    ...decide([[on(`${year}-01-01`, 'Tết Dương lịch', 'New Year')]]),
    ...decide([fiveDays(tet, -1, on), fiveDays(tet, -2, on)], tetBlocks[year]),
    ...decide([
      [
        on(hungKingsOf(year), 'Giỗ Tổ Hùng Vương', 'Hung Kings Commemoration'),
        on(`${year}-04-30`, 'Ngày Chiến thắng', 'Reunification Day'),
        on(`${year}-05-01`, 'Ngày Quốc tế lao động', 'Labour Day'),
      ].toSorted((a, b) => a.day.localeCompare(b.day)),
    ]),
    ...decide(
      year < 2021
        ? [[national]]
        : [
            [beside(`${year}-09-01`), national],
            [national, beside(`${year}-09-03`)],
          ],
      nationalDayBlocks[year],
    ),
  ]
}

/** Tết as it may be chosen: five days from one or two days before the first of the lunar year. */
const fiveDays = (tet: string, from: number, on: (day: string, vi: string, en: string) => Named): Named[] =>
  Array.from({ length: 5 }, (_, index) => from + index).map((after) =>
    after < 0
      ? on(shiftDay(tet, after), 'Tết Nguyên đán (trước Tết)', 'Lunar New Year (before)')
      : on(shiftDay(tet, after), `Tết Nguyên đán (mùng ${after + 1})`, `Lunar New Year (day ${after + 1})`),
  )

/** Days off by one of several choices: what all of them have in common is computed, the rest is as the announced one has it. */
function decide(choices: readonly Named[][], announced?: Announcement & { from: string }): BuiltInDay[] {
  const observed = choices.map(withExchange)
  const chosen = observed.find(([first]) => first?.day === announced?.from) ?? observed[0]!
  const sure = (day: string): boolean => observed.every((days) => days.some((one) => one.day === day))
  return chosen.flatMap((one): BuiltInDay[] => {
    if (sure(one.day)) return [{ ...one, kind: 'off', announcedOn: null, verified: 'computed' }]
    if (!announced) return []
    const { source, announcedOn, verified } = announced
    return [{ ...one, kind: 'off', source, announcedOn, verified }]
  })
}

/** The days, and for each on a weekend the next working day off in exchange (Bộ luật Lao động 2019, Điều 111 khoản 3). */
function withExchange(days: readonly Named[]): Named[] {
  const all = [...days]
  for (const { day, name } of days) {
    if (!isWeekend(day)) continue
    let next = shiftDay(day, 1)
    while (isWeekend(next) || all.some((one) => one.day === next)) next = shiftDay(next, 1)
    all.push({
      day: next,
      name: { vi: `Nghỉ bù ${name.vi}`, en: `In lieu of ${name.en}` },
      source:
        next < '2021-01-01' ? 'Bộ luật Lao động 2012, Điều 115 khoản 3' : 'Bộ luật Lao động 2019, Điều 111 khoản 3',
    })
  }
  return all
}
