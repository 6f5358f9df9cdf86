import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { liveBuilder } from '../../tests/support/live.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { reportError } from '../error-reports/report-error.ts'
import { createLogger } from '../logger.ts'
import { createVisitCounter, type VisitCounting } from '../statistics/visit-counter.ts'
import { ratePage } from './rate-page.ts'

let database: TestDatabase
let sites: TestNetwork
let counter: VisitCounting
let page: string
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-one-machine-'))

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  page = (await (await liveBuilder(database.db)).publish(sites.ward, { title: 'Bài bị bầu' })).path
  counter = await createVisitCounter({ url: database.url, home, logger: createLogger('silent'), every: 0 })
}, 60_000)
afterAll(async () => {
  await counter.close()
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const rate = async (address: string, browser: string) =>
  ratePage(database.delivery, {
    siteId: sites.ward.id,
    page,
    choice: 'unsatisfied',
    words: '',
    visitor: await counter.visitorKey(address, browser),
  })
const report = async (address: string, browser: string) =>
  (
    await reportError(database.delivery, {
      siteId: sites.ward.id,
      path: page,
      kind: 'fact',
      what: 'Số liệu ở đoạn hai chưa đúng',
      passage: '',
      name: '',
      email: '',
      trapped: false,
      visitor: await counter.visitorKey(address, browser),
    })
  ).is

test('a machine that names another browser each time does not make the figure of a page', async () => {
  for (let number = 0; number < 100; number++) expect(await rate('203.0.113.7', `B/${number}`)).toBe('rated')
  expect(await rate('203.0.113.7', 'B/100')).toBe('enough')
  expect(await rate('203.0.113.7', 'B/1')).toBe('rated')
  expect(await rate('203.0.113.8', 'B/100')).toBe('rated')
})

test('nor does it use up the reports a portal takes within an hour', async () => {
  for (let number = 0; number < 30; number++) expect(await report('203.0.113.7', `B/${number}`)).toBe('received')
  expect(await report('203.0.113.7', 'B/30')).toBe('enough')
  expect(await report('203.0.113.8', 'B/30')).toBe('received')
})
