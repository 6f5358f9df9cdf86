import { expect, test } from 'vitest'
import { isDay } from '../web/dates.ts'
import { daysIn, daysOf, namedPeriod, periodBefore } from './period.ts'
import { monthsAndDays } from './queries.ts'

// 23 November 2026 is a Monday, when leaders ask for last week.
const monday = '2026-11-23'

test.each([
  ['tuan-nay', '2026-11-25', '2026-11-23 2026-11-25', '2026-11-16 2026-11-18'],
  ['tuan-truoc', monday, '2026-11-16 2026-11-22', '2026-11-09 2026-11-15'],
  ['tuan-truoc', '2026-11-29', '2026-11-16 2026-11-22', '2026-11-09 2026-11-15'],
  ['thang-nay', monday, '2026-11-01 2026-11-23', '2026-10-01 2026-10-23'],
  ['thang-nay', '2026-03-31', '2026-03-01 2026-03-31', '2026-02-01 2026-02-28'],
  ['thang-truoc', '2026-03-15', '2026-02-01 2026-02-28', '2026-01-01 2026-01-31'],
  ['thang-truoc', '2026-01-02', '2025-12-01 2025-12-31', '2025-11-01 2025-11-30'],
  ['nua-nam', monday, '2026-07-01 2026-11-23', '2026-01-01 2026-05-26'],
  ['nua-nam', '2026-06-30', '2026-01-01 2026-06-30', '2025-07-01 2025-12-28'],
  ['nua-nam-truoc', monday, '2026-01-01 2026-06-30', '2025-07-01 2025-12-31'],
  ['nam-nay', monday, '2026-01-01 2026-11-23', '2025-01-01 2025-11-23'],
] as const)('on %s asked on %s, a leader sees %s beside %s', (name, today, period, before) => {
  const found = namedPeriod(name, today)
  expect([`${found.period.from} ${found.period.to}`, `${found.before.from} ${found.before.to}`]).toEqual([
    period,
    before,
  ])
})

test('days of one’s own choice are compared with as many before them', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-10' })).toEqual({ from: '2026-02-19', to: '2026-02-28' })
  expect(daysIn({ from: '2026-02-28', to: '2026-03-01' })).toBe(2)
  expect(daysOf({ from: '2028-02-28', to: '2028-03-01' })).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
})

test.each([
  ['2026-02-28', true],
  ['2026-02-30', false],
  ['2026-2-3', false],
  ['28/02/2026', false],
  ['', false],
])('%s as a day: %s', (text, yes) => expect(isDay(text)).toBe(yes))

test.each([
  ['2026-01-01', '2026-06-30', ['2026-01-01 2026-06-30'], []],
  ['2026-01-10', '2026-07-20', ['2026-02-01 2026-06-30'], ['2026-01-10 2026-01-31', '2026-07-01 2026-07-20']],
  ['2026-11-16', '2026-11-22', [], ['2026-11-16 2026-11-22']],
  ['2026-01-31', '2026-02-28', ['2026-02-01 2026-02-28'], ['2026-01-31 2026-01-31']],
  ['2026-01-15', '2026-02-15', [], ['2026-01-15 2026-02-15']],
])('%s to %s is made of months %j and days %j', (from, to, months, days) => {
  const parts = monthsAndDays({ from, to })
  const said = (list: readonly { from: string; to: string }[]): string[] =>
    list.map((each) => `${each.from} ${each.to}`)
  expect([said(parts.months), said(parts.days)]).toEqual([months, days])
})
