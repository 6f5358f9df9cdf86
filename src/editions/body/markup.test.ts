import { expect, test } from 'vitest'
import { hasSecrecyMark } from '../personal-data.ts'
import { bodyFromMarkup, markupOf } from './markup.ts'

test('bold, italic and links are read, one within another', () => {
  const [paragraph] = bodyFromMarkup('Xem **[bảng *giá*](/gia)** và *hỏi* thêm').content
  expect(paragraph?.content).toEqual([
    { type: 'text', text: 'Xem ' },
    { type: 'text', text: 'bảng ', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: '/gia' } }] },
    {
      type: 'text',
      text: 'giá',
      marks: [{ type: 'bold' }, { type: 'italic' }, { type: 'link', attrs: { href: '/gia' } }],
    },
    { type: 'text', text: ' và ' },
    { type: 'text', text: 'hỏi', marks: [{ type: 'italic' }] },
    { type: 'text', text: ' thêm' },
  ])
})

test('signs without a partner are words', () => {
  const text = 'Giá 5 [chưa rõ] (2 - 3) ** hết'
  expect(bodyFromMarkup(text).content[0]?.content).toEqual([{ type: 'text', text }])
})

// Each of these took the process minutes, or its whole stack.
test.each([
  ['stars', '*'.repeat(300_000)],
  ['brackets', '['.repeat(300_000)],
  ['brackets with one end', `${'['.repeat(300_000)}](x`],
  ['beginnings of links', '[a]('.repeat(75_000)],
  ['beginnings of bold', '**a '.repeat(75_000)],
  ['words in bold', '**a** '.repeat(50_000)],
])('a line of nothing but %s is read at once', { timeout: 8000 }, (_, text) => {
  const body = bodyFromMarkup(text)
  expect(body.content.length).toBeGreaterThan(0)
  markupOf(body)
})

test.each([
  ['blanks', `x${' '.repeat(300_000)}x`],
  ['blanks behind the name of a stamp', `độ mật${' '.repeat(300_000)}x`],
  ['dots', `a${'.'.repeat(300_000)}a`],
])('a line of nothing but %s is looked through for marks of secrecy at once', { timeout: 4000 }, (_, line) => {
  expect(hasSecrecyMark(line)).toBe(false)
  expect(hasSecrecyMark(`${line}\n MẬT `)).toBe(true)
})
