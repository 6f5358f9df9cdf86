import { expect, test } from 'vitest'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { sayIn, type Language } from '../web/message.ts'
import { deadlineOf, type ClockFacts } from './deadline.ts'
import { builtInDays } from './holidays/built-in-days.ts'
import { ruleOn } from './rules.ts'
import { WhyThisDay } from './why-this-day.tsx'
import type { Calendar } from './working-days.ts'

const ofKind = (kind: string) =>
  new Map(
    builtInDays()
      .filter((one) => one.kind === kind && one.verified !== 'unverified')
      .map((one) => [one.day, one]),
  )
const calendar: Calendar = { version: 1, holidays: ofKind('off'), workdays: ofKind('work') }
const at = (text: string): Date => new Date(`${text}+07:00`)

/** The whole element as a page would hold it. */
function drawn(facts: ClockFacts, language: Language, withOverride = false): string {
  const { rule } = ruleOn('information.complex', '2026-02-13')
  const override = withOverride ? { duration: facts.duration, document: 'Quyết định 12/QĐ-UBND' } : undefined
  return String(
    WhyThisDay({
      say: sayIn(language),
      language,
      deadline: deadlineOf(facts, calendar, at('2026-02-20T08:00')),
      rule,
      override,
      startedAt: facts.startedAt,
      extensions: facts.extensions,
    }),
  )
}
const facts: ClockFacts = {
  startedAt: at('2026-02-11T16:40'),
  duration: { amount: 3, unit: 'working_days' },
  pauses: [],
  extensions: [],
}
const page = (body: string): string =>
  `<!DOCTYPE html><html lang="vi"><head><title>Vì sao</title></head><body>${body}</body></html>`

test('a citizen reads from when, by which article, what was left out and why, and until when', async () => {
  const html = drawn(facts, 'vi', true)
  for (const words of [
    '16:40 11/02/2026 (không tính vào thời hạn)',
    'Luật Tiếp cận thông tin số 104/2016/QH13, Điều 30',
    'Theo bản pháp điển',
    '3 ngày làm việc thay cho 15 ngày làm việc, theo Quyết định 12/QĐ-UBND',
    'Nghỉ cuối tuần: 14/02/2026 – 15/02/2026; 21/02/2026 – 22/02/2026',
    '16/02/2026 – 20/02/2026: Tết Nguyên đán (Bộ luật Lao động 2019, Điều 112)',
    'hết ngày 23/02/2026',
  ])
    expect(html).toContain(words)
  // Day by day: Thursday is the first, Monday after Tết the third and last.
  expect(html).toMatch(/Thứ Năm, ngày 12\/02\/2026<\/th><td>1<\/td>/)
  expect(html).toMatch(/Thứ Hai, ngày 23\/02\/2026<\/th><td>3<\/td>/)
  expect(await htmlFaults(page(html))).toEqual([])
})

test('pauses, extensions and a last day that was moved are told, in English too', async () => {
  const html = drawn(
    {
      ...facts,
      duration: { amount: 3, unit: 'days' },
      pauses: [{ from: at('2026-02-12T09:00'), to: null }],
      extensions: [{ amount: 2, unit: 'days' }],
    },
    'en',
  )
  expect(html).toContain('Paused from 09:00 12 February 2026 to now')
  expect(html).toContain('2 days more, counted after 22 February 2026')
  expect(html).toContain('Provisional')
  expect(await htmlFaults(page(html))).toEqual([])
  // Two days after Thursday the 12th: Saturday, before Tết.
  const moved = drawn({ ...facts, startedAt: at('2026-02-12T09:00'), duration: { amount: 2, unit: 'days' } }, 'vi')
  expect(moved).toContain('Ngày cuối rơi vào 14/02/2026, không phải ngày làm việc: chuyển sang 23/02/2026')
  expect(moved).toMatch(/23\/02\/2026<\/th><td>Hạn chót chuyển sang ngày này/)
})

test('hours end at their moment, and a long period lists no days', () => {
  expect(drawn({ ...facts, duration: { amount: 72, unit: 'hours' } }, 'vi')).toContain('<strong>16:40 14/02/2026')
  expect(drawn({ ...facts, duration: { amount: 60, unit: 'working_days' } }, 'vi')).not.toContain('<table>')
})
