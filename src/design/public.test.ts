import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { liveBuilder } from '../../tests/support/live.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { designPublicRoutes } from './public.tsx'

let database: TestDatabase
let sites: TestNetwork
let read: Reader

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  read = reader(database.delivery, designPublicRoutes)
  await database.owner
    .updateTable('site')
    .set({ isDemo: true })
    .where('id', 'in', [sites.ward.id, sites.otherWard.id])
    .execute()
  const live = await liveBuilder(database.db)
  const picture = await live.picture(sites.ward)
  await live.publish(sites.ward, { title: 'Tin có ảnh', lead: { mediaId: picture, alt: 'a', caption: '', source: '' } })
}, 60_000)
afterAll(() => database.drop())

const address = '/he-thong-thiet-ke'

test('a reader of a portal in use finds no page of samples, in either language', async () => {
  for (const path of [address, `/en${address}`]) expect((await read(sites.city, path)).status).not.toBe(200)
  expect((await read(sites.city, address)).status).toBe(404)
})

test('whoever works on the look finds every component on a demo portal, with and without a picture at hand', async () => {
  for (const site of [sites.ward, sites.otherWard]) {
    const answer = await read(site, address)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(await htmlFaults(page)).toEqual([])
    for (const part of ['card-lead', 'card-card', 'card-line', 'card-title', 'banners', 'pager', 'empty', 'form-error'])
      expect(page).toMatch(new RegExp(`class="[^"]*\\b${part}\\b`))
    expect(page).toMatch(/10,33 ≥ 4,5/)
  }
})

test('the page of samples says in its address bar and to search engines that it is no news', async () => {
  const answer = await read(sites.ward, address)
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page).toContain('<meta name="robots" content="noindex"')
  expect(page).not.toContain('rel="canonical"')
})
