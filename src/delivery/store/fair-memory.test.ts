import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodingChooser } from './encoding.ts'
import { fairMemory, type Kept } from './fair-memory.ts'
import { readPageAddress } from './page-address.ts'
import { createTurns, TooManyWaiting } from './turns.ts'

const budget = 1000

type Step = { siteId: number; name: string; bytes: number; does: 'keep' | 'find' | 'drop' }
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    siteId: fc.nat(5),
    name: fc.nat(20).map(String),
    bytes: fc.integer({ min: 1, max: 300 }),
    does: fc.constantFrom('keep', 'keep', 'keep', 'find', 'drop'),
  }),
  { maxLength: 200 },
)

describe('the memory for pages', () => {
  test('stays within its budget, and takes nothing from a portal that uses less than its share', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const here = new Map<string, Kept>()
        const memory = fairMemory<Kept>(budget, (thing) => void here.delete(`${thing.siteId} ${thing.name}`))
        for (const { siteId, name, bytes, does } of all) {
          const thing: Kept = { siteId, name, bytes }
          const before = [...here.values()]
          const found = memory.find(siteId, name)
          if (does === 'drop' && found) memory.drop(found)
          if (does !== 'keep') continue
          if (memory.keep(thing)) here.set(`${siteId} ${name}`, thing)
          const sum = [...here.values()].reduce((total, one) => total + one.bytes, 0)
          expect(memory.figures()).toMatchObject({ things: here.size, bytes: sum })
          expect(sum).toBeLessThanOrEqual(budget)
          const portals = new Set([...before, thing].map((one) => one.siteId)).size
          for (const portal of new Set(before.map((one) => one.siteId))) {
            if (portal === siteId) continue
            const had = before.filter((one) => one.siteId === portal)
            const used = had.reduce((total, one) => total + one.bytes, 0)
            if (used <= budget / portals) for (const one of had) expect(memory.find(portal, one.name)).toBe(one)
          }
        }
        memory.clear()
        expect(memory.figures()).toEqual({ things: 0, bytes: 0, portals: 0 })
        expect(here.size).toBe(0)
      }),
    )
  })

  test('a crawler on one portal takes that portal’s oldest pages and nobody else’s', () => {
    const memory = fairMemory<Kept>(budget, () => {})
    for (let n = 0; n < 4; n++) memory.keep({ siteId: 1, name: `tin ${n}`, bytes: 100 })
    for (let n = 0; n < 500; n++) memory.keep({ siteId: 2, name: `lưu trữ ${n}`, bytes: 100 })
    expect([memory.bytesOf(1), memory.bytesOf(2)]).toEqual([400, 600])
    expect(memory.find(2, 'lưu trữ 499')).toBeDefined()
    expect(memory.find(2, 'lưu trữ 0')).toBeUndefined()
  })
})

test('a portal with many requests waits for its own, others go between', async () => {
  const turns = createTurns(1, 50)
  const order: number[] = []
  const work = (siteId: number): Promise<void> =>
    turns.take(siteId, async () => {
      await Promise.resolve()
      order.push(siteId)
    })
  const all = [...Array.from({ length: 20 }, () => work(1)), work(2)]
  await Promise.all(all)
  expect(order.indexOf(2)).toBeLessThan(4)
  const full = createTurns(1, 1)
  const never = new Promise<void>(() => {})
  void full.take(1, () => never)
  void full.take(1, () => never)
  await expect(full.take(1, () => never)).rejects.toBeInstanceOf(TooManyWaiting)
})

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0.5, gzip;q=1', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['gzip;q=x', 'identity'],
  ['GZIP', 'gzip'],
])('Accept-Encoding %s is answered with %s', (accepted, chosen) => {
  expect(encodingChooser()(accepted)).toBe(chosen)
})

test.each([
  ['/', '/'],
  ['/bai-viet/a', '/bai-viet/a'],
  ['/bai-viet/a?', '/bai-viet/a'],
  ['/x?utm_source=%C3%A1&truoc=1-2&fbclid=z', '/x?truoc=1-2'],
  ['/tim-kiem?trang=2&q=a', '/tim-kiem?q=a&trang=2'],
  ['/.well-known/security.txt', '/.well-known/security.txt'],
  ['/bai-viet/', undefined],
  ['//a', undefined],
  ['/a//b', undefined],
  ['/a/../b', undefined],
  ['/%61', undefined],
  ['/a?p=1', undefined],
  ['/a?q=1&q=2', undefined],
  ['/a?q=%41', undefined],
  ['/a?q', undefined],
  ['/a#b', undefined],
  ['*', undefined],
])('%s is kept as %s', (target, name) => {
  expect(readPageAddress(target)?.address).toBe(name)
})
