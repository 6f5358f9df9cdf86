import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import {
  childrenOf,
  commandOf,
  lives,
  pageOf,
  startProcess,
  untilSaid,
  untilTrue,
  type Started,
} from '../support/khue-process.ts'
import { freePort } from '../support/khue.ts'
import { network } from '../support/sites.ts'

let database: TestDatabase
let port: number
let env: Record<string, string>
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-workers-'))

beforeAll(async () => {
  database = await freshDatabase()
  await network(database.db)
  port = await freePort()
  env = { KHUE_HOME: home, DATABASE_URL: database.url, PORT: String(port), OFFICE_PORT: '0' }
})
afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const workersOf = (started: Started): number[] =>
  childrenOf(started.child.pid ?? 0).filter((pid) => commandOf(pid).includes('bin/delivery.ts'))
const page = (): Promise<number> => pageOf('ba-dinh.test', port).then(({ status }) => status)

async function end(started: Started): Promise<void> {
  started.child.kill('SIGKILL')
  await started.ended
}

describe('three processes serve the readers of one machine', () => {
  let khue: Started
  beforeAll(async () => {
    khue = startProcess(['serve', '--role', 'all', '--workers', '3'], env)
    await untilSaid(khue, 'Dữ liệu (data)')
  })
  afterAll(() => end(khue))

  test('behind one address, announced as one is', async () => {
    expect(workersOf(khue)).toHaveLength(3)
    expect(khue.output()).toContain(`Mặt công khai (public):  http://localhost:${port}`)
    expect(await Promise.all(Array.from({ length: 12 }, page))).toEqual(Array.from({ length: 12 }, () => 200))
  })

  test('one is killed hard: readers are answered by the others, and another takes its place', async () => {
    const [victim = 0, ...others] = workersOf(khue)
    process.kill(victim, 'SIGKILL')
    await untilTrue(
      () => !lives(victim),
      () => 'the end of the victim',
    )
    expect(await Promise.all(Array.from({ length: 12 }, page))).toEqual(Array.from({ length: 12 }, () => 200))
    await untilSaid(khue, 'another takes its place')
    await untilTrue(
      () => workersOf(khue).length === 3,
      () => 'three processes',
    )
    expect(workersOf(khue)).toEqual(expect.arrayContaining(others))
  })

  test('one that keeps dying is replaced after a growing pause, so that it does not eat the machine', async () => {
    const pauses = (): number[] => [...khue.output().matchAll(/"pause":(\d+)/g)].map(([, pause]) => Number(pause))
    for (let deaths = pauses().length; deaths < 3; deaths++) {
      const youngest = Math.max(...workersOf(khue))
      process.kill(youngest, 'SIGKILL')
      await untilTrue(
        () => pauses().length > deaths,
        () => 'the next death in the log',
      )
      await untilTrue(
        () => workersOf(khue).length === 3,
        () => 'three processes',
      )
    }
    const [first = 0, second = 0, third = 0] = pauses()
    expect([second > first, third > second], String(pauses())).toEqual([true, true])
  })

  test('told to end, they answer what is at work, and leave nothing behind', async () => {
    await untilTrue(
      async () => (await page()) === 200,
      () => 'an answer',
    )
    const workers = workersOf(khue)
    const late = createConnection(port, '127.0.0.1')
    late.write('GET / HTTP/1.1\r\nHost: ba-dinh.test\r\n')
    await new Promise((resolve) => setTimeout(resolve, 300))
    khue.child.kill('SIGTERM')
    late.write('Connection: close\r\n\r\n')
    let answer = ''
    for await (const chunk of late) answer += (chunk as Buffer).toString('latin1')
    expect(answer).toMatch(/^HTTP\/1\.1 200/)
    expect(await khue.ended).toBe(0)
    expect(workers.filter(lives)).toEqual([])
  })
})

test('the first process is killed hard: the others end by themselves, and it can be started again at once', async () => {
  const khue = startProcess(['serve', '--role', 'delivery', '--workers', '2'], env)
  await untilSaid(khue, 'Dữ liệu (data)')
  const workers = workersOf(khue)
  expect([workers.length, await page()]).toEqual([2, 200])
  await end(khue)
  const again = startProcess(['serve', '--role', 'delivery', '--workers', '2'], env)
  await untilSaid(again, 'Dữ liệu (data)')
  expect(await page()).toBe(200)
  await untilTrue(
    () => workers.every((worker) => !lives(worker)),
    () => 'the end of the orphans',
    { seconds: 15 },
  )
  again.child.kill('SIGINT')
  expect(await again.ended).toBe(0)
}, 60_000)

test('what was read last is counted when they are told to end', async () => {
  const counted = async (): Promise<number> => {
    const rows = await database.owner.selectFrom('siteDay').select(['views', 'botViews']).execute()
    return rows.reduce((sum, { views, botViews }) => sum + views + botViews, 0)
  }
  const khue = startProcess(['serve', '--role', 'delivery', '--workers', '2'], env)
  await untilSaid(khue, 'Dữ liệu (data)')
  const before = await counted()
  expect(await Promise.all(Array.from({ length: 20 }, page))).toEqual(Array.from({ length: 20 }, () => 200))
  khue.child.kill('SIGTERM')
  expect(await khue.ended).toBe(0)
  expect((await counted()) - before).toBe(20)
}, 60_000)

test('what stands in the way is said in one sentence by the first process alone', async () => {
  const busy = createServer()
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve))
  const { port: taken } = busy.address() as { port: number }
  for (const [args, said] of [
    [['--workers', '3'], /Cổng mạng \d+ đang có chương trình khác dùng/],
    [['--workers', 'nhiều'], /WORKERS không hợp lệ/],
    [['--workers', '0'], /WORKERS không hợp lệ/],
  ] as const) {
    const khue = startProcess(['serve', ...args], { ...env, PORT: String(taken) })
    expect(await khue.ended).toBe(1)
    expect(khue.output().trim()).not.toContain('\n')
    expect(khue.output()).toMatch(said)
  }
  busy.close()
}, 60_000)
