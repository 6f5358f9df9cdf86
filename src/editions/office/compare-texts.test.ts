import { expect, test } from 'vitest'
import { noteKind, paragraphs } from '../../../tests/support/kind.ts'
import type { Content } from '../content.ts'
import { compareTexts } from './compare-texts.ts'

const names = { sections: new Map([[1, 'Tin tức']]), topics: new Map<number, string>() }
const content = (given: Partial<Content>): Content => ({ ...noteKind.empty(), title: 'Họp tổ dân phố', ...given })
const compare = (older: Partial<Content>, newer: Partial<Content>) =>
  compareTexts(content(older), content(newer), names)
const marks = (runs: readonly { kind: string; text: string }[]): string =>
  runs
    .map((run) => (run.kind === 'added' ? `{+${run.text}}` : run.kind === 'removed' ? `{-${run.text}}` : run.text))
    .join('')

test('a reader of two equal texts sees no change', () => {
  const same = { body: paragraphs('Sáng nay họp.') }
  expect(compare(same, same)).toMatchObject({ changes: 0, fields: [] })
})

test('a changed word is marked within its paragraph, whole Vietnamese words at a time', () => {
  const { body } = compare(
    { body: paragraphs('Cuộc họp bắt đầu lúc bảy giờ tối.') },
    { body: paragraphs('Cuộc họp bắt đầu lúc tám giờ tối.') },
  )
  expect(body).toHaveLength(1)
  expect(marks(body[0]!.runs)).toBe('Cuộc họp bắt đầu lúc {-bảy}{+tám} giờ tối.')
})

test('neighbouring changed words are read as one change', () => {
  const { body } = compare(
    { body: paragraphs('Ống lắp từ nhiều chục năm trước.') },
    { body: paragraphs('Ống lắp từ gần ba năm trước.') },
  )
  expect(marks(body[0]!.runs)).toBe('Ống lắp từ {-nhiều chục}{+gần ba} năm trước.')
})

test('a new paragraph between two kept ones is added, not mixed into them', () => {
  const { body } = compare(
    { body: paragraphs('Đoạn đầu.', 'Đoạn cuối.') },
    { body: paragraphs('Đoạn đầu.', 'Hoàn toàn mới ở giữa.', 'Đoạn cuối.') },
  )
  expect(body.map((block) => block.change)).toEqual(['same', 'added', 'same'])
})

test('a paragraph replaced by an unlike one is shown as left out and added', () => {
  const { body } = compare(
    { body: paragraphs('Trời mưa to suốt đêm qua.') },
    { body: paragraphs('Lớp học bơi khai giảng sáng mai.') },
  )
  expect(body.map((block) => block.change).toSorted()).toEqual(['added', 'removed'])
})

test('sections are compared by name, and pictures by what stands with them', () => {
  const { fields } = compare(
    {},
    { sectionIds: [1], lead: { mediaId: 5, alt: 'Lễ khai mạc', caption: '', source: 'UBND' } },
  )
  expect(fields.map(({ field, runs }) => [field, marks(runs)])).toEqual([
    ['lead', '{+#5 · Lễ khai mạc · UBND}'],
    ['sectionIds', '{+Tin tức}'],
  ])
})

test('two long texts with nothing in common are told apart at once', { timeout: 3000 }, () => {
  const words = (sign: string): string => Array.from({ length: 20_000 }, (_, at) => `${sign}${at}`).join(' ')
  const [one] = compare({ summary: words('a') }, { summary: words('b') }).fields
  expect(one?.runs.map((run) => run.kind)).toEqual(['removed', 'added'])
  const lines = (sign: string): string[] => Array.from({ length: 5000 }, (_, at) => `${sign}${at}`)
  const { body } = compare({ body: paragraphs(...lines('a')) }, { body: paragraphs(...lines('b')) })
  expect(new Set(body.map((block) => block.change))).toEqual(new Set(['removed', 'added']))
})
