import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BodyNode, Content } from '../editions/content.ts'
import { articleKind } from './article.ts'

const article = (change: Partial<Content>): Content => ({ ...articleKind.empty(), ...change })
const body = (...content: BodyNode[]): Content['body'] => ({ type: 'doc', content })
const words: BodyNode = { type: 'paragraph', content: [{ type: 'text', text: 'Sáng nay.' }] }
const codes = (content: Content): string[] => articleKind.whyNotPublish(content).map(({ code }) => code)
const picture = (mediaId: number): Content['gallery'][number] => ({ mediaId, alt: 'a', caption: '', source: '' })

test('a new article reads as itself', () => {
  expect(articleKind.read(articleKind.empty())).toEqual({ content: articleKind.empty(), dropped: [] })
})

test('whatever is sent, an article is read, and what was read stands a second reading', () => {
  const wild = fc.record(
    {
      title: fc.string({ unit: 'binary' }),
      summary: fc.anything(),
      tags: fc.array(fc.string({ unit: 'grapheme' })),
      slug: fc.string(),
      sectionIds: fc.anything(),
      credits: fc.anything(),
      gallery: fc.anything(),
      sourceUrl: fc.oneof(fc.webUrl(), fc.string()),
      lead: fc.anything(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.anything(), wild), (raw) => {
      const { content } = articleKind.read(raw)
      expect(articleKind.read(content)).toEqual({ content, dropped: [] })
      expect(content.title).toBe(content.title.normalize('NFC'))
    }),
    { numRuns: 800 },
  )
})

test('what an article does not know is named', () => {
  const { content, dropped } = articleKind.read({
    ...articleKind.empty(),
    price: 3,
    sourceUrl: 'javascript:alert(1)',
    sectionIds: [1, 1, 'x'],
    title: `Tin${'!'.repeat(400)}`,
  })
  expect(dropped).toEqual([
    'phần tiêu đề dài quá 300 ký tự',
    'địa chỉ nguồn không dùng được',
    'mục không đọc được trong danh sách chuyên mục',
    'mục “price”',
  ])
  expect(content.sectionIds).toEqual([1])
})

test('a chosen address becomes one without diacritics', () => {
  expect(articleKind.read({ slug: 'Đường Hoà Bình ' }).content.slug).toBe('duong-hoa-binh')
})

test('news needs words, a photo story three pictures, a video article a video', () => {
  expect(codes(article({}))).toEqual(['body-missing'])
  expect(codes(article({ body: body(words) }))).toEqual([])
  const twoInText = body(
    { type: 'image', attrs: { ...picture(1) } },
    { type: 'gallery', attrs: { pictures: [picture(2)] } },
  )
  expect(codes(article({ genre: 'photo', body: twoInText }))).toEqual(['article-needs-three-pictures'])
  expect(codes(article({ genre: 'photo', body: twoInText, gallery: [picture(3)] }))).toEqual([])
  expect(codes(article({ genre: 'video', body: body(words) }))).toEqual(['article-needs-video'])
  expect(
    codes(
      article({
        genre: 'video',
        body: body({ type: 'video', attrs: { provider: 'youtube', videoId: 'dQw4w9WgXcQ', title: '' } }),
      }),
    ),
  ).toEqual([])
  const own = { film: { mediaId: 5 }, poster: null, captions: [], title: 'Lễ hội', transcript: [] }
  expect(codes(article({ genre: 'video', body: body({ type: 'film', attrs: own }) }))).toEqual([])
  expect(codes(article({ genre: 'press-release', body: body(words) }))).toEqual(['article-needs-source'])
})
