import { expect, test } from 'vitest'
import { hungKingsOf, tetOf } from './lunar.ts'

/** Tết of each year as it was, and as calendars have it. */
const tet: Readonly<Record<number, string>> = {
  2007: '2007-02-17',
  2010: '2010-02-14',
  2011: '2011-02-03',
  2012: '2012-01-23',
  2013: '2013-02-10',
  2014: '2014-01-31',
  2015: '2015-02-19',
  2016: '2016-02-08',
  2017: '2017-01-28',
  2018: '2018-02-16',
  2019: '2019-02-05',
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-02',
}
/** The tenth of the third month, likewise. */
const hungKings: Readonly<Record<number, string>> = {
  2010: '2010-04-23',
  2011: '2011-04-12',
  2012: '2012-03-31',
  2013: '2013-04-19',
  2014: '2014-04-09',
  2015: '2015-04-28',
  2016: '2016-04-16',
  2017: '2017-04-06',
  2018: '2018-04-25',
  2019: '2019-04-14',
  2020: '2020-04-02',
  2021: '2021-04-21',
  2022: '2022-04-10',
  2023: '2023-04-29',
  2024: '2024-04-18',
  2025: '2025-04-07',
  2026: '2026-04-26',
  2027: '2027-04-16',
  2028: '2028-04-04',
  2029: '2029-04-23',
  2030: '2030-04-12',
}

test('Tết falls on the day Vietnam keeps, in 2007 and 2030 a day before China', () => {
  for (const [year, day] of Object.entries(tet)) expect(tetOf(Number(year))).toBe(day)
})

test('the day of the founding kings falls on the day Vietnam keeps', () => {
  for (const [year, day] of Object.entries(hungKings)) expect(hungKingsOf(Number(year))).toBe(day)
})

test('in 1968 and 1985, long before, Tết was a day and a month apart from China', () => {
  expect([tetOf(1968), tetOf(1985)]).toEqual(['1968-01-29', '1985-01-21'])
})
