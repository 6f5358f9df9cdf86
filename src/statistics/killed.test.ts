import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { createLogger } from '../logger.ts'
import { createVisitCounter } from './visit-counter.ts'

let database: TestDatabase
let sites: TestNetwork
let home: string
const children: ChildProcess[] = []

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  home = mkdtempSync(path.join(os.tmpdir(), 'khue-killed-'))
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

interface Counting {
  /** What it said it noted, with the moment it was heard. */
  said: { noted: number; at: number }[]
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

function startCounting(url: string, siteId: number): Counting {
  const program = path.resolve(import.meta.dirname, '../../tests/support/count-until-told.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, url, home, String(siteId)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const said: Counting['said'] = []
  child.stdout.on('data', (text: Buffer) => {
    for (const line of text.toString().split('\n')) if (line) said.push({ noted: Number(line), at: Date.now() })
  })
  return {
    said,
    end: (signal) =>
      new Promise((resolve) => {
        child.once('close', () => resolve())
        child.kill(signal)
      }),
  }
}

async function heard(counting: Counting, count: number): Promise<void> {
  while (counting.said.length < count) await setTimeout(20)
}

const viewsOn = async (siteId: number): Promise<number> =>
  (await database.db.selectFrom('siteViews').select('views').where('siteId', '=', siteId).executeTakeFirst())?.views ??
  0

test('a counting process that is killed loses no more than its last five seconds', { timeout: 60_000 }, async () => {
  const counting = startCounting(database.url, sites.city.id)
  await heard(counting, 1200)
  await counting.end('SIGKILL')
  const killedAt = Date.now()
  const safe = counting.said.filter(({ at }) => at < killedAt - 5000).length
  const counted = await viewsOn(sites.city.id)
  expect(safe).toBeGreaterThan(0)
  expect(counted).toBeGreaterThanOrEqual(safe)
  expect(counted).toBeLessThanOrEqual(counting.said.at(-1)!.noted)
})

test('a counting process that is asked to end loses nothing', { timeout: 60_000 }, async () => {
  const counting = startCounting(database.url, sites.ward.id)
  await heard(counting, 300)
  await counting.end('SIGTERM')
  expect(await viewsOn(sites.ward.id)).toBe(counting.said.at(-1)!.noted)
})

test(
  'what was counted while the database was away waits on disk, and is taken in once at the next start',
  {
    timeout: 60_000,
  },
  async () => {
    const away = new URL(database.url)
    away.port = '1'
    const first = startCounting(away.href, sites.otherWard.id)
    const second = startCounting(away.href, sites.otherWard.id)
    await heard(first, 600)
    await first.end('SIGTERM')
    // Killed hard with the database away, it still loses only its last seconds.
    await second.end('SIGKILL')
    const killedAt = Date.now()
    expect(readdirSync(path.join(home, 'statistics')).length).toBeGreaterThan(1)
    expect(await viewsOn(sites.otherWard.id)).toBe(0)

    const noted = first.said.at(-1)!.noted
    const starts = await Promise.all(
      [1, 2].map(() => createVisitCounter({ url: database.url, home, logger: createLogger('silent') })),
    )
    while (readdirSync(path.join(home, 'statistics')).some((name) => name.endsWith('.json'))) await setTimeout(50)
    for (const counter of starts) await counter.close()
    const counted = await viewsOn(sites.otherWard.id)
    const safe = second.said.filter(({ at }) => at < killedAt - 5000).length
    expect(counted).toBeGreaterThanOrEqual(noted + safe)
    expect(counted).toBeLessThanOrEqual(noted + second.said.at(-1)!.noted)
  },
)
