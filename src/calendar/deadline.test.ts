import { execFileSync } from 'node:child_process'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlineOf, startOfDay, workingDaysLeft, type ClockFacts, type Duration, type Pause } from './deadline.ts'
import { builtInDays } from './holidays/built-in-days.ts'
import {
  addWorkingDays,
  isWeekend,
  isWorkingDay,
  lastDayToTell,
  shiftDay,
  workingDaysBetween,
  type Calendar,
  type DayOff,
} from './working-days.ts'

const known = builtInDays().filter(({ verified }) => verified !== 'unverified')
const ofKind = (kind: string): Map<string, DayOff> =>
  new Map(known.filter((one) => one.kind === kind).map((one) => [one.day, one]))
/** The days this software comes with, as they count. */
const vietnam: Calendar = { version: 1, holidays: ofKind('off'), workdays: ofKind('work') }

const at = (text: string): Date => new Date(`${text}+07:00`)
const now = at('2026-06-01T08:00')
const clock = (start: string, duration: Duration, rest: Partial<ClockFacts> = {}): ClockFacts => ({
  startedAt: at(start.includes('T') ? start : `${start}T09:30`),
  duration,
  pauses: [],
  extensions: [],
  ...rest,
})
const workingDays = (amount: number): Duration => ({ amount, unit: 'working_days' })
const days = (amount: number): Duration => ({ amount, unit: 'days' })
const due = (facts: ClockFacts): string => deadlineOf(facts, vietnam, now).lastDay

describe('worked out by hand around Tết 2026, off from Monday 16 to Friday 20 February', () => {
  test('working days leave Tết and weekends out', () => {
    const deadline = deadlineOf(clock('2026-02-11', workingDays(3)), vietnam, now)
    expect(deadline.lastDay).toBe('2026-02-23')
    expect(deadline.dueAt).toEqual(at('2026-02-24T00:00'))
    expect(deadline.counted).toBe(3)
    expect(deadline.provisional).toBe(false)
    expect(deadline.steps.map((step) => ('day' in step ? step.day : step.kind))).toEqual([
      'weekend',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      'weekend',
    ])
    expect(due(clock('2026-02-13', workingDays(15)))).toBe('2026-03-13')
  })

  test('calendar days run through it, and end on the first working day after', () => {
    const deadline = deadlineOf(clock('2026-02-06', days(10)), vietnam, now)
    expect(deadline.lastDay).toBe('2026-02-23')
    expect(deadline.steps.at(-1)).toEqual({ kind: 'moved', from: '2026-02-16', to: '2026-02-23' })
    expect(due(clock('2026-02-06', days(7)))).toBe('2026-02-13')
    // The eighth day is a Saturday, and after it comes Tết.
    expect(due(clock('2026-02-06', days(8)))).toBe('2026-02-23')
  })

  test('hours run on whatever the day', () => {
    const deadline = deadlineOf(clock('2026-02-13T22:30', { amount: 72, unit: 'hours' }), vietnam, now)
    expect(deadline.dueAt).toEqual(at('2026-02-16T22:30'))
    expect(deadline.lastDay).toBe('2026-02-16')
  })

  test('a Saturday worked in exchange is counted', () => {
    expect(due(clock('2026-01-09', workingDays(1)))).toBe('2026-01-10')
    expect(due(clock('2025-12-31', workingDays(1)))).toBe('2026-01-05')
  })

  test('a pause adds the days at whose end it lasted', () => {
    const pause = { from: at('2026-03-04T10:00'), to: at('2026-03-06T15:00') }
    expect(due(clock('2026-03-02', workingDays(5)))).toBe('2026-03-09')
    const deadline = deadlineOf(clock('2026-03-02', workingDays(5), { pauses: [pause] }), vietnam, now)
    expect(deadline.lastDay).toBe('2026-03-11')
    expect(deadline.steps).toContainEqual({ kind: 'pause', ...pause, days: ['2026-03-04', '2026-03-05'] })
  })

  test('a pause within one day adds nothing to days, and its length to hours', () => {
    const pauses = [{ from: at('2026-03-03T09:00'), to: at('2026-03-03T11:30') }]
    expect(due(clock('2026-03-02', workingDays(5), { pauses }))).toBe('2026-03-09')
    const inHours = deadlineOf(clock('2026-03-03T08:00', { amount: 4, unit: 'hours' }, { pauses }), vietnam, now)
    expect(inHours.dueAt).toEqual(at('2026-03-03T14:30'))
  })

  test('while a pause is open the deadline is provisional, as if the clock went on now', () => {
    const facts = clock('2026-03-02', workingDays(5), { pauses: [{ from: at('2026-03-04T10:00'), to: null }] })
    const on = (text: string) => deadlineOf(facts, vietnam, at(text))
    expect(on('2026-03-05T08:00')).toMatchObject({ lastDay: '2026-03-10', provisional: true })
    expect(on('2026-03-12T08:00')).toMatchObject({ lastDay: '2026-03-17', provisional: true })
  })

  test('an extension is counted on from the last day counted', () => {
    const facts = clock('2026-02-13', workingDays(15), { extensions: [days(15)] })
    const deadline = deadlineOf(facts, vietnam, now)
    expect(deadline.steps).toContainEqual({ kind: 'extension', ...days(15), after: '2026-03-13' })
    // 28 March is a Saturday.
    expect(deadline.lastDay).toBe('2026-03-30')
    expect(deadline.counted).toBe(30)
  })

  test('who looks knows how many working days are left, or for how many it is late', () => {
    const deadline = deadlineOf(clock('2026-02-11', workingDays(3)), vietnam, now)
    const left = (text: string): number => workingDaysLeft(deadline, at(text), vietnam)
    expect(left('2026-02-11T10:00')).toBe(3)
    expect(left('2026-02-14T10:00')).toBe(1)
    expect(left('2026-02-23T23:59')).toBe(0)
    expect(left('2026-02-24T00:00')).toBe(-1)
    expect(left('2026-02-26T10:00')).toBe(-3)
    const friday = deadlineOf(clock('2026-03-05', workingDays(1)), vietnam, now)
    expect(workingDaysLeft(friday, at('2026-03-07T08:00'), vietnam)).toBe(-1)
  })

  test('what must be told five working days before has a last day for it', () => {
    const last = lastDayToTell('2026-02-25', 5, vietnam)
    expect(last).toBe('2026-02-10')
    expect(workingDaysBetween(last, '2026-02-24', vietnam)).toBe(5)
  })
})

const from = Date.UTC(2014, 0, 1)
const someDay = fc.integer({ min: 0, max: 4500 }).map((n) => shiftDay('2014-01-01', n))
const moment = fc.integer({ min: 0, max: 4500 * 24 * 60 }).map((minutes) => new Date(from + minutes * 60_000))
const duration = fc.record({
  amount: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom<Duration['unit']>('working_days', 'days', 'hours'),
})
const off: DayOff = { name: { vi: 'Nghỉ', en: 'Off' }, source: 'Thử', announcedOn: null, verified: 'text' }
const calendarWith = (daysOff: readonly string[], worked: readonly string[]): Calendar => ({
  version: 1,
  holidays: new Map([...vietnam.holidays, ...daysOff.map((day) => [day, off] as const)]),
  workdays: new Map([...vietnam.workdays, ...worked.filter(isWeekend).map((day) => [day, off] as const)]),
})
const calendars = fc
  .tuple(fc.array(someDay, { maxLength: 40 }), fc.array(someDay, { maxLength: 40 }))
  .map(([daysOff, worked]) => calendarWith(daysOff, worked))
const pauses = fc.array(
  fc
    .tuple(moment, fc.integer({ min: 0, max: 20 * 24 * 60 }))
    .map(([start, minutes]): Pause => ({ from: start, to: new Date(start.getTime() + minutes * 60_000) })),
  { maxLength: 3 },
)
const facts = fc.record({
  startedAt: moment,
  duration,
  pauses,
  extensions: fc.array(duration, { maxLength: 2 }),
})
const dueAt = (given: ClockFacts, calendar: Calendar, when = now): number =>
  deadlineOf(given, calendar, when).dueAt.getTime()

describe('whatever is asked', () => {
  test('the deadline is never earlier for a later start or a longer time', () => {
    fc.assert(
      fc.property(facts, calendars, fc.integer({ min: 0, max: 40_000 }), (given, calendar, minutes) => {
        const later = { ...given, startedAt: new Date(given.startedAt.getTime() + minutes * 60_000) }
        expect(dueAt(later, calendar)).toBeGreaterThanOrEqual(dueAt(given, calendar))
        const longer = { ...given, duration: { ...given.duration, amount: given.duration.amount + 1 } }
        expect(dueAt(longer, calendar)).toBeGreaterThanOrEqual(dueAt(given, calendar))
      }),
    )
  })

  test('a working days and then b are a + b, and counting back undoes counting on', () => {
    const amount = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(someDay, amount, amount, calendars, (day, a, b, calendar) => {
        const both = addWorkingDays(addWorkingDays(day, a, calendar), b, calendar)
        expect(both).toBe(addWorkingDays(day, a + b, calendar))
        expect(workingDaysBetween(day, both, calendar)).toBe(a + b)
        if (isWorkingDay(day, calendar)) expect(addWorkingDays(both, -(a + b), calendar)).toBe(day)
      }),
    )
  })

  test('the last day is a working day, and so many whole working days lie in between', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), calendars, (startedAt, amount, calendar) => {
        const given = { startedAt, duration: workingDays(amount), pauses: [], extensions: [] }
        const { lastDay, dueAt: end } = deadlineOf(given, calendar, now)
        expect(isWorkingDay(lastDay, calendar)).toBe(true)
        expect(end).toEqual(startOfDay(shiftDay(lastDay, 1)))
        const started = new Date(startedAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
        expect(workingDaysBetween(started, lastDay, calendar)).toBe(amount)
      }),
    )
  })

  test('the hour of the day of receipt makes no difference to days', () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 })
    const inDays = duration.filter(({ unit }) => unit !== 'hours')
    fc.assert(
      fc.property(someDay, fc.tuple(minutes, minutes), inDays, calendars, (day, [one, other], lasting, calendar) => {
        const on = (minute: number): number => {
          const startedAt = new Date(startOfDay(day).getTime() + minute * 60_000)
          return dueAt({ startedAt, duration: lasting, pauses: [], extensions: [] }, calendar)
        }
        expect(on(one)).toBe(on(other))
      }),
    )
  })

  test('worked out again later it is the same, as long as no pause is open', () => {
    fc.assert(
      fc.property(facts, calendars, moment, (given, calendar, when) => {
        expect(deadlineOf(given, calendar, when)).toEqual(deadlineOf(given, calendar, now))
      }),
    )
  })

  test('a pause never shortens, and neither does a day off that is added', () => {
    fc.assert(
      fc.property(facts, calendars, someDay, (given, calendar, day) => {
        const unpaused = dueAt({ ...given, pauses: [] }, calendar)
        expect(dueAt(given, calendar)).toBeGreaterThanOrEqual(unpaused)
        const more: Calendar = { ...calendar, holidays: new Map([...calendar.holidays, [day, off]]) }
        expect(dueAt(given, more)).toBeGreaterThanOrEqual(dueAt(given, calendar))
      }),
    )
  })
})

test('the time zone of the machine makes no difference', () => {
  const root = path.resolve(import.meta.dirname, '../..')
  const code = `
    import { deadlineOf } from '${root}/src/calendar/deadline.ts'
    import { weekdaysOnly } from '${root}/src/calendar/working-days.ts'
    import { tetOf } from '${root}/src/calendar/lunar.ts'
    const said = [tetOf(2007), tetOf(2030)]
    for (let hour = 0; hour < 24 * 20; hour += 1)
      for (const unit of ['working_days', 'days', 'hours']) {
        const startedAt = new Date(Date.UTC(2026, 2, 1, hour, 30))
        const pauses = [{ from: new Date(Date.UTC(2026, 2, 5, 17)), to: new Date(Date.UTC(2026, 2, 7, 16, 59)) }]
        const { dueAt, lastDay } = deadlineOf({ startedAt, duration: { amount: 9, unit }, pauses, extensions: [] }, weekdaysOnly, startedAt)
        said.push(dueAt.toISOString() + lastDay)
      }
    console.log(said.join(' '))`
  const inZone = (TZ: string): string =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      cwd: root,
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
  const [home, ...abroad] = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Asia/Tokyo', 'UTC'].map(inZone)
  expect(home!.length).toBeGreaterThan(40_000)
  for (const each of abroad) expect(each).toBe(home)
}, 60_000)
