import { describe, expect, test } from 'vitest'
import { sayIn } from '../web/message.ts'
import { builtInDays } from './holidays/built-in-days.ts'
import { basisText, durationText } from './rule-words.ts'
import { packOn, packs, ruleIds, ruleOn, rulesOn, type Rule } from './rules.ts'
import { isWeekend, shiftDay } from './working-days.ts'

const all = packs.flatMap((pack) => pack.rules.map((rule) => ({ pack, rule })))
const endOf = (to: string | null): string => to ?? '9999-12-31'

describe('the packs', () => {
  test('follow one another without gap or overlap', () => {
    for (const [index, pack] of packs.entries())
      expect(pack.effectiveTo && shiftDay(pack.effectiveTo, 1)).toBe(packs[index + 1]?.effectiveFrom ?? null)
    expect([packOn('2022-08-14').id, packOn('2022-08-15').id]).toEqual(['vn-2011', 'vn-2022'])
    expect([packOn('2026-06-30').id, packOn('2026-07-01').id]).toEqual(['vn-2022', 'vn-2026'])
    expect(packOn('2009-01-01').id).toBe('vn-2011')
  })

  test('have no rule without basis, mark, label and a sound duration', () => {
    for (const { pack, rule } of all) {
      const name = `${pack.id} ${rule.id}`
      expect(rule.basis.instrument, name).not.toBe('')
      expect(['text', 'codified', 'second-hand', 'unverified'], name).toContain(rule.verified)
      expect(rule.label.vi && rule.label.en, name).toBeTruthy()
      expect(Number.isSafeInteger(rule.duration.amount) && rule.duration.amount > 0, name).toBe(true)
      expect(rule.effectiveFrom <= endOf(rule.effectiveTo), name).toBe(true)
      // Who sets a figure without a text says so; who claims the law names where it stands.
      if (rule.status === 'own') expect(rule.basis.note, name).toBeDefined()
      if (rule.status === 'law') expect(rule.basis.article ?? rule.basis.instrument, name).toMatch(/\d/)
    }
  })

  test('hold each rule once on any day', () => {
    for (const pack of packs)
      for (const one of pack.rules)
        for (const other of pack.rules)
          if (one !== other && one.id === other.id)
            expect(
              one.effectiveFrom > endOf(other.effectiveTo) || other.effectiveFrom > endOf(one.effectiveTo),
              `${pack.id} ${one.id}`,
            ).toBe(true)
  })
})

describe('what rules a day', () => {
  const on = (id: Rule['id'], day: string) => {
    const { pack, rule } = ruleOn(id, day)
    return [pack.id, rule.status, rule.duration.amount]
  }
  test('is found for every rule on any day', () => {
    for (const day of ['2010-01-01', '2015-06-01', '2022-08-14', '2025-01-01', '2026-08-31', '2026-11-23'])
      expect(rulesOn(day).map(({ rule }) => rule.id)).toEqual([...ruleIds])
  })
  test('is carried on as a preset where the newer decree names no figure', () => {
    expect(on('question.answer', '2020-01-01')).toEqual(['vn-2011', 'law', 15])
    expect(on('question.answer', '2023-01-01')).toEqual(['vn-2011', 'preset', 15])
    expect(on('question.answer', '2026-11-23')).toEqual(['vn-2011', 'preset', 15])
    expect(on('question.out-of-scope', '2026-11-23')).toEqual(['vn-2011', 'own', 1])
  })
  test('is a preset once its law is replaced by one that was not read', () => {
    expect(on('information.complex', '2026-08-31')).toEqual(['vn-2026', 'law', 15])
    expect(on('information.complex', '2026-09-01')).toEqual(['vn-2026', 'preset', 15])
    expect(on('information.complex', '2015-01-01')[1]).toBe('preset')
  })
  test('follows the decree on suspensions', () => {
    expect(ruleOn('outage.notice', '2026-06-30').rule.basis.instrument).toContain('64/2007')
    expect(ruleOn('outage.notice', '2026-07-01').rule).toMatchObject({ verified: 'text', status: 'law' })
  })
  test('reads in two languages', () => {
    const { rule } = ruleOn('petition.inform', '2026-11-23')
    expect(basisText(rule.basis, 'vi')).toBe('Luật Tiếp công dân số 42/2013/QH13, Điều 28 khoản 1')
    expect(basisText(rule.basis, 'en')).toBe('Law 42/2013/QH13, article 28, clause 1')
    expect(durationText(rule.duration, sayIn('vi'))).toBe('10 ngày làm việc')
    expect(durationText({ amount: 1, unit: 'days' }, sayIn('en'))).toBe('1 day')
  })
})

describe('the days off known here', () => {
  const days = builtInDays()
  const offIn = (from: string, to: string): string[] =>
    days.filter(({ day, kind }) => kind === 'off' && day >= from && day <= to).map(({ day }) => day)

  test('name each day once, with a source and a mark', () => {
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
    for (const one of days) {
      expect(one.source, one.day).not.toBe('')
      if (one.kind === 'work') expect(isWeekend(one.day), one.day).toBe(true)
    }
  })
  test('give days in lieu of those on a weekend, one after the other', () => {
    expect(offIn('2022-04-29', '2022-05-05')).toEqual(['2022-04-30', '2022-05-01', '2022-05-02', '2022-05-03'])
    expect(offIn('2023-04-28', '2023-05-05')).toEqual([
      '2023-04-29',
      '2023-04-30',
      '2023-05-01',
      '2023-05-02',
      '2023-05-03',
    ])
    expect(offIn('2024-02-01', '2024-02-28')).toEqual(
      Array.from({ length: 7 }, (_, index) => shiftDay('2024-02-08', index)),
    )
  })
  test('have of a Tết that was not announced only what any choice has in common', () => {
    expect(offIn('2027-02-01', '2027-02-28')).toEqual(
      Array.from({ length: 6 }, (_, index) => shiftDay('2027-02-05', index)),
    )
    expect(days.filter(({ day }) => day.startsWith('2027-02')).every(({ verified }) => verified === 'computed')).toBe(
      true,
    )
  })
  test('do not pass off what nobody verified', () => {
    const markOf = (wanted: string) => days.find(({ day }) => day === wanted)?.verified
    expect([markOf('2026-11-24'), markOf('2025-11-24')]).toEqual(['second-hand', undefined])
    // An exchange that was proposed, and of which no decision was found.
    expect([markOf('2026-11-23'), markOf('2026-11-28')]).toEqual(['unverified', 'unverified'])
    expect(days.filter(({ swappedWith }) => swappedWith).every((one) => one.verified !== 'computed')).toBe(true)
  })
})
