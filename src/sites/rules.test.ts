import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf } from './changes.ts'
import { deepest, flatOf, movedAmong, treeOf, whyNotBelow, type SectionPlace } from './section-tree.ts'
import { readHost, whyNotDescription, type SiteDescription } from './site.ts'
import {
  contrastRatio,
  ink,
  leastContrast,
  themeCss,
  themeNames,
  themes,
  tokensOf,
  white,
  whyNotAccent,
} from './themes.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

describe('contrast', () => {
  test('black on white is 21, a colour on itself 1', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastRatio('#777777', '#777777')).toBe(1)
    expect(contrastRatio('#767676', white)).toBeGreaterThanOrEqual(4.5)
    expect(contrastRatio('#777777', white)).toBeLessThan(4.5)
  })

  test('is the same both ways and never leaves 1 to 21', () => {
    fc.assert(
      fc.property(color, color, (a, b) => {
        const ratio = contrastRatio(a, b)
        expect(ratio).toBe(contrastRatio(b, a))
        expect(ratio).toBeGreaterThanOrEqual(1)
        expect(ratio).toBeLessThanOrEqual(21.0001)
      }),
    )
  })

  test('every theme can be read: accent and strong with white, ink on the tint', () => {
    for (const name of themeNames) {
      const { accent, strong, soft } = themes[name]
      expect(contrastRatio(accent, white)).toBeGreaterThanOrEqual(leastContrast)
      expect(contrastRatio(strong, white)).toBeGreaterThanOrEqual(leastContrast)
      expect(contrastRatio(ink, soft)).toBeGreaterThanOrEqual(leastContrast)
      expect(contrastRatio(accent, soft)).toBeGreaterThanOrEqual(leastContrast)
    }
  })

  test('a colour is accepted exactly when all that is made of it can be read', () => {
    fc.assert(
      fc.property(color, (accent) => {
        const { strong, soft } = tokensOf('lotus', accent)
        const readable =
          contrastRatio(accent, white) >= leastContrast &&
          contrastRatio(strong, white) >= leastContrast &&
          contrastRatio(ink, soft) >= leastContrast
        expect(whyNotAccent(accent) === undefined).toBe(readable)
      }),
    )
  })

  test('an administrator who picks yellow is told how far it falls short', () => {
    expect(whyNotAccent('#ffcc00')?.vi).toContain('1,51:1')
    expect(whyNotAccent('red')?.vi).toContain('#rrggbb')
    expect(themeCss('jade', 'red;}body{display:none')).not.toContain('display')
  })
})

const rows = fc.integer({ min: 1, max: 25 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, i) =>
      fc.record({
        id: fc.constant(i + 1),
        parentId: i === 0 ? fc.constant(null) : fc.option(fc.integer({ min: 1, max: i })),
        position: fc.integer({ min: 0, max: 5 }),
      }),
    ),
  ),
)

describe('the tree of sections', () => {
  test('holds every row once, below its parent, in the order of positions', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const flat = flatOf(treeOf<number, SectionPlace>(list))
        expect(flat.map((row) => row.id).toSorted((a, b) => a - b)).toEqual(list.map((row) => row.id))
        for (const row of flat) {
          const parent = flat.find((one) => one.id === row.parentId)
          expect(row.depth).toBe(parent ? parent.depth + 1 : 1)
          const places = row.children.map((child) => child.position)
          expect(places).toEqual([...places].toSorted((a, b) => a - b))
        }
      }),
    )
  })

  test('moving up and then down leaves the order as it was, and never loses a sibling', () => {
    fc.assert(
      fc.property(rows, fc.nat(24), (list, pick) => {
        const row = list[pick % list.length] as SectionPlace
        const up = movedAmong(list, row.id, 'up')
        const siblings = list.filter((one) => one.parentId === row.parentId)
        expect([...up].toSorted()).toEqual(siblings.map((one) => one.id).toSorted())
        const renumbered = siblings.map((one) => ({ ...one, position: up.indexOf(one.id) }))
        const before = movedAmong(
          siblings.map((one, i, all) => ({
            ...one,
            position: [...all].toSorted((a, b) => a.position - b.position || a.id - b.id).indexOf(one),
          })),
          row.id,
          'up',
        )
        expect(up).toEqual(before)
        const wasFirst = up[0] === row.id && movedAmong(renumbered, row.id, 'up')[0] === row.id
        if (!wasFirst) expect(movedAmong(renumbered, row.id, 'down')).toHaveLength(siblings.length)
      }),
    )
  })

  test('whatever is allowed below something keeps the tree a tree of three levels', () => {
    fc.assert(
      fc.property(rows, fc.nat(24), fc.nat(24), (list, a, b) => {
        const shallow = list.map((row) => ({
          ...row,
          parentId:
            row.parentId !== null && (list[row.parentId - 1] as SectionPlace).parentId === null ? row.parentId : null,
        }))
        const moved = shallow[a % shallow.length] as SectionPlace
        const target = shallow[b % shallow.length] as SectionPlace
        if (whyNotBelow(shallow, moved.id, target.id).length > 0) return
        const after = flatOf(
          treeOf<number, SectionPlace>(
            shallow.map((row) => (row.id === moved.id ? { ...row, parentId: target.id } : row)),
          ),
        )
        expect(after).toHaveLength(shallow.length)
        expect(Math.max(...after.map((row) => row.depth))).toBeLessThanOrEqual(deepest)
      }),
    )
  })
})

describe('what is typed about a portal', () => {
  const whole: SiteDescription = {
    name: 'Cổng',
    shortName: 'Cổng',
    tagline: '',
    agency: 'UBND',
    governingBody: 'UBND',
    responsiblePerson: 'Bà A',
    address: '1 Phố B',
    phone: '024.3825.1234',
    email: 'a@b.vn',
  }

  test('each part of the identity that is missing has its own message', () => {
    expect(whyNotDescription(whole)).toEqual([])
    const empty = Object.fromEntries(Object.keys(whole).map((key) => [key, ''])) as unknown as SiteDescription
    expect(whyNotDescription(empty).map((fault) => fault.code)).toEqual([
      'name:missing',
      'shortName:missing',
      'agency:missing',
      'governingBody:missing',
      'responsiblePerson:missing',
      'address:missing',
      'phone:missing',
      'email:missing',
    ])
    expect(whyNotDescription({ ...whole, phone: 'gọi tôi', email: 'thư' }).map((fault) => fault.code)).toEqual([
      'phone:form',
      'email:form',
    ])
  })

  test.each([
    ['BaDinh.Hanoi.gov.vn', 'badinh.hanoi.gov.vn'],
    ['https://ba-dinh.localhost:3000/tin?x=1', 'ba-dinh.localhost'],
    ['localhost', 'localhost'],
    ['tên-miền.vn', 'xn--tn-min-iva0322d.vn'],
    ['không phải', undefined],
    ['', undefined],
    ['a..b', undefined],
    ['-a.vn', undefined],
    ["x'; drop", undefined],
  ])('the host %s is read as %s', (typed, host) => {
    expect(readHost(typed)).toBe(host)
  })

  test('only what differs is named as changed', () => {
    expect(changesOf({ a: 1, b: 'x' }, { a: 1, b: 'x' })).toBeUndefined()
    expect(changesOf({ a: 1, b: 'x' }, { a: 2 })).toEqual({ before: { a: 1 }, after: { a: 2 } })
  })
})
