import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealingFinding } from '../bin/commands/doctor-sealing.ts'
import { readConfig, type Config } from '../src/config.ts'
import { inTransaction } from '../src/database/connect.ts'
import { createLogger } from '../src/logger.ts'
import { queueSealedMail } from '../src/outbox/queue-sealed-mail.ts'
import { makePrivateKey } from '../src/sealing/keyring.ts'
import { activeSealingKey } from '../src/sealing/queries.ts'
import { startKeyring } from '../src/sealing/register-keyring.ts'
import { freshDatabase, type TestDatabase } from './support/database.ts'

let database: TestDatabase
let config: Config
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-doctor-'))
const file = path.join(home, 'sealing-keys.json')

beforeAll(async () => {
  database = await freshDatabase()
  config = readConfig({ KHUE_HOME: home })
})
afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})
const look = (env: Record<string, string> = {}) => sealingFinding(database.db, readConfig({ KHUE_HOME: home, ...env }))

test('the doctor says what is wrong with the sealing keys, and when all is well', async () => {
  expect(await look()).toMatchObject({ warning: expect.stringContaining('chưa có khóa') })
  await startKeyring(database.db, config, createLogger('silent'))
  expect(await look()).toEqual({ what: `Khóa niêm phong (${file})` })
  chmodSync(file, 0o644)
  expect((await look()).fault).toContain('chmod 600')
  chmodSync(file, 0o600)

  const key = await activeSealingKey(database.db)
  await inTransaction(database.db, (tx) => queueSealedMail(tx, key, { to: 'ai@thu.example', subject: 'x', body: 'x' }))
  expect((await look()).fault).toBeUndefined()
  const another = JSON.stringify({ keys: [await makePrivateKey()] })
  expect((await look({ SEALING_KEYS: another })).fault).toContain(`1 nội dung bằng khóa ${key.kid}`)
  await database.owner.deleteFrom('outboxMail').execute()
  expect((await look({ SEALING_KEYS: another })).fault).toContain(`thiếu khóa đang dùng ${key.kid}`)
  expect((await look({ SEALING_KEYS: '{}' })).fault).toContain('không chứa chùm khóa')

  const elsewhere = path.join(home, 'noi-khac.json')
  writeFileSync(elsewhere, another, { mode: 0o600 })
  expect((await look({ SEALING_KEYS_FILE: elsewhere })).what).toContain('noi-khac.json')
})
