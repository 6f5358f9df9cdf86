import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeHref, videoOf } from './address.ts'
import { plainText, wordCount } from './plain-text.ts'
import { emptyBody, readBody } from './read-body.ts'
import { contentOf, markTypes } from './schema.ts'

const readTwice = (raw: unknown): void => {
  const first = readBody(raw)
  const second = readBody(JSON.parse(JSON.stringify(first.body)))
  expect(second.body).toEqual(first.body)
  expect(second.dropped).toEqual([])
}

/** Texts that are nearly right: known and unknown types anywhere, wild attributes, marks, depth. */
const nearlyBody = fc.letrec((tie) => ({
  node: fc.record(
    {
      type: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...Object.keys(contentOf)) },
        { weight: 1, arbitrary: fc.string() },
      ),
      text: fc.string({ unit: 'grapheme' }),
      attrs: fc.oneof(
        fc.record(
          {
            mediaId: fc.oneof(fc.nat(), fc.double(), fc.string()),
            level: fc.integer(),
            start: fc.integer(),
            colspan: fc.integer(),
            rowspan: fc.anything(),
            textAlign: fc.constantFrom('left', 'center', 'x'),
            alt: fc.string(),
            pictures: fc.array(fc.record({ mediaId: fc.nat(), alt: fc.anything() })),
            provider: fc.constantFrom('youtube', 'vimeo'),
            videoId: fc.constantFrom('dQw4w9WgXcQ', '12345678', '"><x'),
            film: fc.record({ mediaId: fc.oneof(fc.nat(), fc.string()) }),
            captions: fc.array(fc.oneof(fc.record({ mediaId: fc.nat(), language: fc.string() }), fc.anything())),
            transcript: fc.array(fc.oneof(fc.record({ text: fc.string() }), fc.anything())),
          },
          { requiredKeys: [] },
        ),
        fc.anything(),
      ),
      marks: fc.array(
        fc.record({
          type: fc.constantFrom(...markTypes, 'textStyle'),
          attrs: fc.record({ href: fc.oneof(fc.webUrl(), fc.string()), entryId: fc.integer() }, { requiredKeys: [] }),
        }),
      ),
      content: tie('nodes'),
    },
    { requiredKeys: ['type'] },
  ),
  nodes: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constant([]),
    fc.array(tie('node'), { maxLength: 4 }),
  ),
}))

test('whatever is sent, reading never throws, and reading the result again changes and drops nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => readTwice(raw)),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(nearlyBody.node, (node) => readTwice({ type: 'doc', content: [node] })),
    { numRuns: 1500 },
  )
  fc.assert(
    fc.property(fc.array(nearlyBody.node), (content) => readTwice({ type: 'doc', content })),
    { numRuns: 500 },
  )
})

test('a text nested a hundred thousand times neither overflows nor is believed', () => {
  let deep: unknown = { type: 'paragraph', content: [{ type: 'text', text: 'đáy' }] }
  for (let level = 0; level < 100_000; level++) deep = { type: level % 2 ? 'bulletList' : 'listItem', content: [deep] }
  const { dropped } = readBody({ type: 'doc', content: [deep] })
  expect(dropped).toContain('phần lồng quá sâu')
  readTwice({ type: 'doc', content: [deep] })
})

test('lists nested fourteen deep are flattened, no word is lost', () => {
  let deep: unknown = { type: 'paragraph', content: [{ type: 'text', text: 'ý trong cùng' }] }
  for (let level = 0; level < 14; level++)
    deep = { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }, deep] }] }
  const { body, dropped } = readBody({ type: 'doc', content: [deep] })
  expect(plainText(body)).toBe('ý trong cùng')
  expect(dropped).toContain('phần lồng quá sâu')
  readTwice({ type: 'doc', content: [deep] })
})

test('an endless text is cut and the cut is named', () => {
  const content = Array.from({ length: 30_000 }, () => ({ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }))
  const { body, dropped } = readBody({ type: 'doc', content })
  expect(body.content.length).toBeLessThan(20_001)
  expect(dropped).toEqual(['phần vượt quá độ dài cho phép'])
  readTwice({ type: 'doc', content })
})

test('words in a block nobody knows are kept, the block is named', () => {
  const { body, dropped } = readBody({
    type: 'doc',
    content: [{ type: 'codeBlock', attrs: { language: 'js' }, content: [{ type: 'text', text: 'let x' }] }],
  })
  expect(plainText(body)).toBe('let x')
  expect(dropped).toEqual(['khối “codeBlock”'])
})

test('links that would run script are taken off, their words stay', () => {
  for (const href of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' \u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '\\\\evil.example',
    'http://',
  ]) {
    const { body, dropped } = readBody({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'bấm', marks: [{ type: 'link', attrs: { href } }] }] },
      ],
    })
    expect(body.content[0]?.content).toEqual([{ type: 'text', text: 'bấm' }])
    expect(dropped).toEqual(['liên kết không dùng được'])
  }
})

test('addresses people type are completed', () => {
  expect(safeHref('www.hanoi.gov.vn/tin')).toBe('https://www.hanoi.gov.vn/tin')
  expect(safeHref('//hanoi.gov.vn')).toBe('https://hanoi.gov.vn')
  expect(safeHref('/bai-viet/a b')).toBe('/bai-viet/a%20b')
  expect(safeHref('mailto:ubnd@hanoi.gov.vn')).toBe('mailto:ubnd@hanoi.gov.vn')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = safeHref(text)
      expect(once === undefined || safeHref(once) === once).toBe(true)
      expect(once ?? '').not.toMatch(/^\s*(javascript|data|vbscript):/i)
    }),
  )
})

test('decomposed letters become exact, and pieces with the same marks become one', () => {
  const { body } = readBody({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Tie' },
          { type: 'text', text: '\u0302\u0301ng Vie\u0323\u0302t\u200b' },
        ],
      },
    ],
  })
  expect(body.content[0]?.content).toEqual([{ type: 'text', text: 'Tiếng Việt' }])
})

test('characters the database refuses never reach it', () => {
  const { body } = readBody({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a\u0000b\ud800c' }] }],
  })
  expect(plainText(body)).toBe('ab\ufffdc')
})

test('a picture without a file and a video of another house are named', () => {
  const { body, dropped } = readBody({
    type: 'doc',
    content: [
      { type: 'image', attrs: { src: 'https://x.example/a.png' } },
      { type: 'video', attrs: { provider: 'other', videoId: '1' } },
      { type: 'image', attrs: { mediaId: 7, alt: ' Cổng  chợ ', caption: '', source: 'TTXVN' } },
    ],
  })
  expect(dropped).toEqual(['thuộc tính của hình “src”', 'hình không có trong thư viện', 'video không nhận ra địa chỉ'])
  expect(body.content).toEqual([
    { type: 'image', attrs: { mediaId: 7, alt: 'Cổng chợ', caption: '', source: 'TTXVN' } },
  ])
})

test('a film keeps its files, one caption file a language and the paragraphs of what is said; nothing else', () => {
  const attrs = {
    film: { mediaId: 5, path: '/etc/passwd' },
    poster: { mediaId: 'x' },
    captions: [{ mediaId: 7, language: 'en' }, { mediaId: 6, language: 'vi' }, { mediaId: 8, language: 'vi' }, null],
    title: ' Lễ  hội ',
    transcript: [{ text: ' Trống hội. ' }, { text: '' }, 'x', { text: 'Hết.', mediaId: 3 }],
    autoplay: true,
  }
  const { body, dropped } = readBody({
    type: 'doc',
    content: [
      { type: 'film', attrs },
      { type: 'film', attrs: {} },
    ],
  })
  expect(body.content).toEqual([
    {
      type: 'film',
      attrs: {
        film: { mediaId: 5 },
        poster: null,
        captions: [
          { mediaId: 6, language: 'vi' },
          { mediaId: 7, language: 'en' },
        ],
        title: 'Lễ hội',
        transcript: [{ text: 'Trống hội.' }, { text: 'Hết.' }],
      },
    },
  ])
  expect(dropped).toEqual([
    'thuộc tính của phim của thư viện “autoplay”',
    'phụ đề không dùng được',
    'phim không có trong thư viện',
  ])
  expect(plainText(body)).toBe('Lễ hội\nTrống hội.\nHết.')
})

test('videos are known by any link people copy', () => {
  for (const link of [
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1',
    'youtu.be/dQw4w9WgXcQ',
    'https://m.youtube.com/shorts/dQw4w9WgXcQ',
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
  ]) {
    expect(videoOf(link)).toEqual({ provider: 'youtube', videoId: 'dQw4w9WgXcQ' })
  }
  expect(videoOf('https://player.vimeo.com/video/123456789')).toEqual({ provider: 'vimeo', videoId: '123456789' })
  expect(videoOf('https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ')).toBeUndefined()
})

test('words are counted as newsrooms count them', () => {
  expect(wordCount(emptyBody())).toBe(0)
  const { body } = readBody({
    type: 'doc',
    content: [
      { type: 'heading', content: [{ type: 'text', text: 'Đường Đội Cấn – mới' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Thông xe.' }] },
    ],
  })
  expect(wordCount(body)).toBe(6)
})
