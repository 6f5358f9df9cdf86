import { expect, test } from 'vitest'
import { fromLocalInput, toLocalInput } from './dates.ts'

test('what an input of date and time says is Vietnamese time, there and back', () => {
  const at = fromLocalInput('2026-11-23T08:30') as Date
  expect(at.toISOString()).toBe('2026-11-23T01:30:00.000Z')
  expect(toLocalInput(at)).toBe('2026-11-23T08:30')
})

test.each([
  '2026-02-30T08:00',
  '2026-13-01T08:00',
  '2026-11-23T24:00',
  '2026-11-23T08:60',
  '0000-01-01T00:00',
  '2026-11-23',
  '',
  ' 2026-11-23T08:30',
  '12026-11-23T08:30',
])('%j is no time, rather than another day', (text) => expect(fromLocalInput(text)).toBeUndefined())
