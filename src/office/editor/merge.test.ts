import { expect, test } from 'vitest'
import { plainText } from '../../editions/body/plain-text.ts'
import type { Content } from '../../editions/content.ts'
import { differencesOf, mergeOf } from './merge.ts'

const content = (paragraphs: string[], more: Partial<Content> = {}): Content => ({
  title: 'Ra quân',
  summary: 'Sáng nay.',
  genre: 'news',
  language: 'vi',
  slug: '',
  lead: null,
  gallery: [],
  attachments: [],
  credits: [],
  source: '',
  sourceUrl: '',
  sectionIds: [],
  topicIds: [],
  tags: [],
  relatedIds: [],
  body: { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
  ...more,
})
const base = content(['Mở đầu.', 'Đoạn giữa.', 'Kết bài.'])

test('what only one of them changed is chosen already, wherever it stands', () => {
  const mine = content(['Mở đầu.', 'Đoạn giữa.', 'Kết bài của Lan.'], { tags: ['xuân'] })
  const theirs = content(['Mở đầu của Minh.', 'Đoạn giữa.', 'Kết bài.'], { title: 'Ra quân đầu xuân' })
  const merge = mergeOf({ mine, theirs, base })
  expect(differencesOf(merge).map(({ changed }) => changed)).toEqual(['theirs', 'theirs', 'mine', 'mine'])
  expect(plainText(merge.chosen().body)).toBe('Mở đầu của Minh.\nĐoạn giữa.\nKết bài của Lan.')
  expect(merge.chosen()).toMatchObject({ title: 'Ra quân đầu xuân', tags: ['xuân'] })
})

test('a paragraph one deleted and the other left is deleted; one that either added stands', () => {
  const mine = content(['Mở đầu.', 'Kết bài.', 'Lan viết thêm về chợ.'])
  const theirs = content(['Minh mở khác hẳn.', 'Mở đầu.', 'Đoạn giữa.', 'Kết bài.'])
  expect(plainText(mergeOf({ mine, theirs, base }).chosen().body)).toBe(
    'Minh mở khác hẳn.\nMở đầu.\nKết bài.\nLan viết thêm về chợ.',
  )
})

test('two new paragraphs at one place are both kept; of two forms of one, mine is offered', () => {
  const mine = content(['Mở đầu.', 'Đoạn giữa có thêm số liệu mới.', 'Kết bài.', 'Liên hệ bộ phận một cửa.'])
  const theirs = content(['Mở đầu.', 'Đoạn giữa có thêm ảnh.', 'Kết bài.', 'Hai trăm người tham gia.'])
  const merge = mergeOf({ mine, theirs, base })
  expect(differencesOf(merge).map(({ choice }) => choice)).toEqual(['mine', 'both'])
  expect(plainText(merge.chosen().body)).toBe(
    'Mở đầu.\nĐoạn giữa có thêm số liệu mới.\nKết bài.\nLiên hệ bộ phận một cửa.\nHai trăm người tham gia.',
  )
})

test('where both put something into a list, both stand in it', () => {
  const merge = mergeOf({
    mine: content([], { tags: ['a', 'b'] }),
    theirs: content([], { tags: ['a', 'c'] }),
    base: content([], { tags: ['a'] }),
  })
  expect(merge.chosen().tags).toEqual(['a', 'b', 'c'])
})

test('without knowing what both began from, no paragraph of either is left out unasked', () => {
  const merge = mergeOf({ mine: content(['Một.', 'Hai.']), theirs: content(['Một.', 'Ba bốn năm.', 'Sáu.']) })
  const words = plainText(merge.chosen().body)
  for (const word of ['Một.', 'Hai.', 'Ba bốn năm.', 'Sáu.']) expect(words).toContain(word)
})
