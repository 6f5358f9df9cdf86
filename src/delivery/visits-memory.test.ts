import { expect, test } from 'vitest'
import { visitsMemory } from './visits-memory.ts'

test('pages drawn within the hour ask once for the visits of their portal', async () => {
  const asked: number[] = []
  const visitsOf = visitsMemory((siteId) => Promise.resolve(asked.push(siteId) * 100))
  expect(await Promise.all([visitsOf(7), visitsOf(7), visitsOf(8)])).toEqual([100, 100, 200])
  expect(asked).toEqual([7, 8])
})

test('a page whose visits nobody can tell is drawn without them', async () => {
  const visitsOf = visitsMemory(() => Promise.reject(new Error('database unreachable')))
  expect(await visitsOf(7)).toBeUndefined()
  expect(await visitsOf(7)).toBeUndefined()
})
