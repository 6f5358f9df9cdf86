import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultBlocks, rowsOf, shapeOf } from './arrange.ts'
import { blockKindNames, blockKinds, mostBlocks, newBlock, readBlocks, widths, type Block } from './block.ts'
import { pickItems, turnOf } from './pick-items.ts'
import { readHref } from '../web/link.ts'

const kind = fc.constantFrom(...blockKindNames)
/** Something like a block, with anything in its fields. */
const roughBlock = fc.record(
  {
    id: fc.oneof(fc.integer({ min: -2, max: 60 }), fc.anything()),
    kind: fc.oneof({ weight: 4, arbitrary: kind }, fc.anything()),
    hidden: fc.anything(),
    width: fc.oneof(fc.constantFrom('third', 'half', '__proto__', 'constructor'), fc.anything()),
    title: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
    sectionId: fc.oneof(fc.integer(), fc.double(), fc.anything()),
    count: fc.oneof(fc.integer(), fc.double(), fc.anything()),
    look: fc.anything(),
    links: fc.oneof(fc.array(fc.record({ words: fc.string(), href: fc.webUrl() })), fc.anything()),
  },
  { requiredKeys: ['id', 'kind'] },
)

test('whatever stands in the database, what is read of it is blocks within their bounds, and reads the same again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(roughBlock, { maxLength: 60 }), fc.anything()), (raw) => {
      const blocks = readBlocks(raw)
      expect(blocks.length).toBeLessThanOrEqual(mostBlocks)
      expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length)
      for (const block of blocks) {
        const [least, , most] = blockKinds[block.kind].count
        expect(block.count >= least && block.count <= most).toBe(true)
        expect(Object.keys(widths)).toContain(block.width)
        expect(blockKinds[block.kind].looks).toContain(block.look)
        for (const { href } of block.links) expect(href).toMatch(/^(\/(?!\/)|https:\/\/)/)
      }
      expect(readBlocks(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks)
      for (const row of rowsOf(blocks)) expect(shapeOf(row)).toMatch(/^(6|4-2|2-4|3-3|3-2|2-3|2-2|2-2-2)$/)
    }),
    { numRuns: 400 },
  )
})

test('a link leads to a page of the portal or to https, and nowhere else', () => {
  expect(readHref('/chuyen-muc/tin-tuc?truoc=1#a')).toBe('/chuyen-muc/tin-tuc?truoc=1#a')
  expect(readHref('https://dichvucong.gov.vn')).toBe('https://dichvucong.gov.vn/')
  for (const bad of [
    '//evil.example',
    '/\\evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'http://a.vn',
    'https://u:p@a.vn',
    'data:,x',
    'tin-tuc',
    'https://a b',
    '/\u0000',
    '',
    5,
  ])
    expect(readHref(bad), String(bad)).toBeUndefined()
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.webUrl(),
        fc.string().map((s) => `/${s}`),
      ),
      (text) => {
        const href = readHref(text)
        if (href === undefined) return
        const url = new URL(href, 'https://portal.test')
        expect(url.protocol).toBe('https:')
        if (href.startsWith('/')) expect(url.origin).toBe('https://portal.test')
      },
    ),
  )
})

test('no article stands twice on a front page, however its blocks are arranged', () => {
  const item = fc.record({ entryId: fc.integer({ min: 1, max: 30 }), publishedAt: fc.date({ noInvalidDate: true }) })
  const list = fc.uniqueArray(item, { selector: ({ entryId }) => entryId, maxLength: 20 })
  const blocks = fc
    .array(kind, { maxLength: 14 })
    .map((kinds) => readBlocks(kinds.map((each, index) => newBlock(index + 1, each, { sectionId: (index % 3) + 1 }))))
  fc.assert(
    fc.property(blocks, list, list, fc.array(list, { minLength: 3, maxLength: 3 }), (page, featured, newest, lists) => {
      const found = {
        featured,
        newest,
        bySection: new Map(lists.map((items, index) => [index + 1, items])),
        byGenre: new Map([
          ['notice', lists[0]!],
          ['video', lists[1]!],
        ]),
        answers: lists[2]!,
      }
      const picked = pickItems(page, found, { taken: new Set(), turns: [0, 1, 2, 3], sections: [1, 2, 3] })
      const shown = [...picked.ofBlock.values(), ...picked.ofSection.values()].flat().map(({ entryId }) => entryId)
      expect(new Set(shown).size).toBe(shown.length)
      for (const block of page.filter((one) => turnOf(one) === 0))
        expect(picked.ofBlock.get(block.id)!.length).toBe(
          Math.min(block.count, new Set([...featured, ...newest].map(({ entryId }) => entryId)).size),
        )
    }),
  )
})

test('a portal that nobody arranged has the page of its template, made of the sections it has', () => {
  const sections = [
    { id: 4, slug: 'hoat-dong-lanh-dao' },
    { id: 9, slug: 'chi-dao-dieu-hanh' },
  ]
  const kinds = (template: string, with_ = sections): Block['kind'][] =>
    defaultBlocks(template, with_).map((block) => block.kind)
  expect(kinds('city').slice(0, 4)).toEqual(['featured', 'newest', 'leaders', 'documents'])
  expect(defaultBlocks('city', sections).find((block) => block.kind === 'documents')?.sectionId).toBe(9)
  expect(kinds('ward', [])).not.toContain('documents')
  expect(kinds('ward')[1]).toBe('notices')
  expect(kinds('something else', [])).toContain('portals')
  for (const template of ['city', 'department', 'ward'])
    expect(readBlocks(defaultBlocks(template, sections))).toEqual(defaultBlocks(template, sections))
})
