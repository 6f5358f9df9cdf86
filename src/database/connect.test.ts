import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { network } from '../../tests/support/sites.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

test('the public face cannot read drafts, people or the audit log, whatever it asks', async () => {
  await network(database.db)
  for (const table of ['edition', 'entry', 'person', 'membership', 'auditEvent', 'placement', 'media'] as const) {
    await expect(database.delivery.selectFrom(table).selectAll().execute(), table).rejects.toThrow(/permission denied/)
  }
  await expect(database.delivery.selectFrom('liveItem').selectAll().execute()).resolves.toEqual([])
})

test('the public face cannot write what it may read', async () => {
  await expect(database.delivery.updateTable('site').set({ name: 'x' }).execute()).rejects.toThrow(/permission denied/)
  await expect(database.delivery.deleteFrom('liveItem').execute()).rejects.toThrow(/permission denied/)
})
