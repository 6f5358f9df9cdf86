import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { ask, startFront, type TestFront } from '../../../tests/support/front.ts'
import { liveBuilder, type LiveBuilder } from '../../../tests/support/live.ts'
import { network, type TestNetwork } from '../../../tests/support/sites.ts'
import { connect } from '../../database/connect.ts'
import { publicRoutes } from '../../public-app.ts'

let database: TestDatabase
let sites: TestNetwork
let live: LiveBuilder
let one: TestFront
let two: TestFront
let home: string

beforeAll(async () => {
  home = mkdtempSync(path.join(os.tmpdir(), 'khue-store-'))
  database = await freshDatabase()
  sites = await network(database.db)
  live = await liveBuilder(database.db)
  one = await startFront(database.delivery, publicRoutes)
  two = await startFront(database.delivery, publicRoutes)
}, 60_000)
afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const read = (front: TestFront, target: string, host = sites.ward.host): Promise<Response> =>
  ask({ port: front.port, path: target, headers: { host } })
const textOf = async (front: TestFront, target: string, host?: string): Promise<string> =>
  (await read(front, target, host)).text()
const bothUpToDate = async (): Promise<void> => {
  await Promise.all([one.upToDate(), two.upToDate()])
}
const until = async (what: () => boolean): Promise<void> => {
  for (const end = Date.now() + 15_000; !what(); await new Promise((resolve) => setTimeout(resolve, 20)))
    if (Date.now() > end) throw new Error('waited in vain')
}

describe('what an editor does', () => {
  test('is seen by the next reader, whichever process answers him', async () => {
    for (const front of [one, two]) expect(await textOf(front, '/')).not.toContain('Bài mới toanh')
    const { entryId, path: address } = await live.publish(sites.ward, { title: 'Bài mới toanh' })
    await bothUpToDate()
    for (const front of [one, two]) {
      expect(await textOf(front, '/')).toContain('Bài mới toanh')
      expect((await read(front, address)).status).toBe(200)
    }
    await live.withdraw(entryId, 'Đăng nhầm')
    await bothUpToDate()
    for (const front of [one, two]) {
      expect((await read(front, address)).status).toBe(410)
      expect(await textOf(front, '/')).not.toContain('Bài mới toanh')
    }
  })

  test('leaves the pages of other portals and what does not show it where they are', async () => {
    const { path: still } = await live.publish(sites.otherWard, { title: 'Không liên quan' })
    await bothUpToDate()
    await read(one, still, sites.otherWard.host)
    await read(one, '/so-do-cong')
    const before = one.drawn()
    await live.publish(sites.ward, { title: 'Tin của phường khác' })
    await bothUpToDate()
    await read(one, still, sites.otherWard.host)
    expect(one.drawn()).toBe(before)
  })

  test('to the name of a portal is seen on every page of it', async () => {
    await read(one, '/so-do-cong')
    await database.db
      .updateTable('site')
      .set({ agency: 'UBND phường tên mới' })
      .where('id', '=', sites.ward.id)
      .execute()
    await bothUpToDate()
    expect(await textOf(one, '/so-do-cong')).toContain('UBND phường tên mới')
  })

  test('while a page is being drawn keeps that page out of the store', async () => {
    const { entryId, path: address } = await live.publish(sites.ward, { title: 'Đang vẽ' })
    let letGo = (): void => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    let slow = true
    const routes = publicRoutes.map((route) =>
      route.path === '/bai-viet/:slug'
        ? {
            ...route,
            async handle(c: Parameters<typeof route.handle>[0]) {
              const answer = await route.handle(c)
              if (slow) await held
              return answer
            },
          }
        : route,
    )
    const front = await startFront(database.delivery, routes)
    const early = read(front, address)
    await until(() => front.drawn() === 1)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await live.withdraw(entryId, 'Sai')
    await front.upToDate()
    slow = false
    expect((await read(front, address)).status).toBe(410)
    letGo()
    expect((await early).status).toBe(200)
    expect((await read(front, address)).status).toBe(410)
  })
})

describe('when the connection that hears of changes is cut', () => {
  test('everything is dropped as soon as it is back, so that nothing missed stays', async () => {
    await read(one, '/')
    const { clearings } = one.held.store.figures()
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'khue page store' and datname = current_database()`.execute(
      database.owner,
    )
    await until(() => one.held.store.figures().clearings > clearings && one.held.hears() && two.held.hears())
    expect(one.held.store.figures().pages).toBe(0)
    await live.publish(sites.ward, { title: 'Sau khi nối lại' })
    await bothUpToDate()
    expect(await textOf(one, '/')).toContain('Sau khi nối lại')
  })
})

/** Shuts the door of the database and sends everyone out; `open` lets them in again. */
async function shut(): Promise<() => Promise<unknown>> {
  const name = new URL(database.url).pathname.slice(1)
  const server = new URL(database.url)
  server.pathname = '/postgres'
  const admin = connect(server.href, 'owner', 1)
  await sql`alter database ${sql.id(name)} allow_connections false`.execute(admin)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(admin)
  return async () => {
    await sql`alter database ${sql.id(name)} allow_connections true`.execute(admin)
    await admin.destroy()
  }
}

describe('while the database is away', () => {
  test('readers get what is held, others are asked to come back, and a restart goes on with the copy on disk', async () => {
    const folder = path.join(home, 'one')
    const { path: kept } = await live.publish(sites.ward, { title: 'Bài đã giữ' })
    const { entryId, path: gone } = await live.publish(sites.ward, { title: 'Bài phải biến mất' })
    const { path: never } = await live.publish(sites.ward, { title: 'Bài chưa ai đọc' })
    const front = await startFront(database.delivery, publicRoutes, { folder })
    const copies = (): number => readdirSync(folder).filter((name) => name.length === 40).length
    await read(front, gone)
    await until(() => copies() === 2)
    await live.withdraw(entryId, 'Sai')
    await front.upToDate()
    const shown = await textOf(front, kept)
    await read(front, '/')
    await until(() => copies() === 3)
    const onDisk = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1'))
    expect(onDisk.some((text) => text.includes(gone))).toBe(false)

    const open = await shut()
    try {
      await until(() => !front.held.hears())
      expect(await textOf(front, kept)).toBe(shown)
      const asked = await read(front, never)
      expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '30'])
      expect(await asked.text()).toContain('tạm thời')
      await front.close()

      const again = await startFront(database.delivery, publicRoutes, { folder })
      expect(again.held.recalled).toBeGreaterThan(0)
      expect(await textOf(again, kept)).toBe(shown)
      expect((await read(again, gone)).status).toBe(503)
      expect((await read(again, '/', 'khong-biet.test')).status).toBe(503)
      await open()
      await until(() => again.held.hears())
      expect(again.held.store.figures().pages).toBe(0)
      expect((await read(again, gone)).status).toBe(410)
      expect((await read(again, never)).status).toBe(200)
    } finally {
      await open().catch(() => {})
    }
    expect(existsSync(path.join(folder, 'heard'))).toBe(true)
  })
})
