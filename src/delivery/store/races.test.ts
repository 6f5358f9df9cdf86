import { expect, test } from 'vitest'
import { createLogger } from '../../logger.ts'
import type { Fetch } from '../reading.ts'
import type { PublicSite } from '../route.ts'
import { createDrawings } from './drawings.ts'
import { readPageAddress, type PageAddress } from './page-address.ts'
import { createPageStore } from './page-store.ts'
import { siteMemory } from './site-memory.ts'

const site = { id: 1, origin: 'http://ba-dinh.test' } as PublicSite
const at = (path: string): PageAddress => readPageAddress(path) as PageAddress
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

test('a page that waited for its turn while the portal was renamed is not kept with the old name', async () => {
  const store = createPageStore(1_000_000)
  let letGo = (): void => {}
  const busy = new Promise<void>((resolve) => (letGo = resolve))
  const fetch: Fetch = async (request, { reading }) => {
    if (request.url.includes('/ban-')) await busy
    reading.page = {
      tags: new Set(['site:1']),
      counts: {},
      scripts: new Set(),
      styles: new Set(),
      frames: new Set(),
      images: new Set(),
      position: false,
    }
    return new Response('Tên cũ', { headers: { 'content-type': 'text/html' } })
  }
  const drawings = createDrawings({ fetch, store, hears: () => true, logger: createLogger('silent') })
  const others = Array.from({ length: 12 }, (_, index) => drawings.draw(site, at(`/ban-${index}`)))
  await soon()
  const waiting = drawings.draw(site, at('/'))
  await soon()
  drawings.purge(['frame:1'])
  letGo()
  await Promise.all([...others, waiting])
  expect(store.find(1, '/')).toBeUndefined()
  await drawings.draw(site, at('/'))
  expect(store.find(1, '/')).toBeDefined()
})

test('a portal that is renamed while it is looked up is looked up again, so that no page is drawn with its old name', async () => {
  let answer: (name: PublicSite) => void = () => {}
  let asked = 0
  const sites = siteMemory({
    ask: () => {
      asked++
      return new Promise((resolve) => (answer = resolve))
    },
  })
  const found = sites.find('ba-dinh.test')
  sites.purge(['frame:1'])
  answer({ ...site, name: 'Tên cũ' })
  await soon()
  expect(asked).toBe(2)
  answer({ ...site, name: 'Tên mới' })
  expect((await found)?.name).toBe('Tên mới')
  expect(sites.known('ba-dinh.test')?.name).toBe('Tên mới')
})

test('a page that found no room after all leaves no copy on disk', () => {
  const copies = new Set<string>()
  const name = (page: { siteId: number; name: string }): string => `${page.siteId} ${page.name}`
  const store = createPageStore(4000, {
    kept: (page) => copies.add(name(page)),
    gone: (page) => copies.delete(name(page)),
    cleared: () => copies.clear(),
  })
  const page = (siteId: number, bytes: number) => ({
    siteId,
    name: '/',
    bytes,
    tags: [`site:${siteId}`],
    counts: {},
    isPage: true,
    freshUntil: 0,
    usableUntil: 0,
    redrawing: false,
    etag: '""',
    gzip: '',
    brotli: '',
    heads: { br: [], gzip: [], identity: [], notModified: [] },
  })
  for (const siteId of [1, 2, 3, 4]) store.keep(page(siteId, 900))
  store.keep(page(5, 1000))
  expect(copies).toEqual(new Set(Array.from(store.values(), name)))
})
