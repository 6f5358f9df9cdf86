import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { inTransaction } from '../database/connect.ts'
import { createLogger } from '../logger.ts'
import { queueSealedMail } from '../outbox/queue-sealed-mail.ts'
import { dropKey } from './drop-key.ts'
import { keyringFile, keyringOf, makePrivateKey, openKeyring, publicHalf } from './keyring.ts'
import { activeSealingKey, NoSealingKey, sealedByKey } from './queries.ts'
import { startKeyring } from './register-keyring.ts'
import { reseal } from './reseal.ts'
import { rotateKey } from './rotate-key.ts'
import { kidOf, open, seal, SealBroken, SealingKeyMissing } from './seal.ts'
import { sealedColumns } from './sealed-columns.ts'

const logger = createLogger('silent')
const person = { name: 'Người gửi thử', phone: '0900000000', note: 'Thửa 12, tờ 7 — “đất” 𝄞' }

describe('a sealed value', () => {
  test('is opened by its key alone, and looks different each time', async () => {
    const [one, other] = [await makePrivateKey(), await makePrivateKey()]
    const sealed = await seal(publicHalf(one), person)
    expect(await open(keyringOf([other, one]), sealed)).toEqual(person)
    expect(await seal(publicHalf(one), person)).not.toBe(sealed)
    expect(kidOf(sealed)).toBe(one.kid)
    for (const text of [sealed, Buffer.from(sealed.split('.')[3]!, 'base64url').toString('latin1')])
      expect(text).not.toMatch(/0900000000|Người gửi/)
    await expect(open(keyringOf([other]), sealed)).rejects.toThrow(SealingKeyMissing)
    await expect(open(keyringOf([other]), sealed)).rejects.toMatchObject({ kid: one.kid })
    // A key that only bears the name.
    await expect(open(keyringOf([{ ...other, kid: one.kid }]), sealed)).rejects.toThrow(SealBroken)
  })

  test('that was changed anywhere, cut or made up is refused by name', async () => {
    const key = await makePrivateKey()
    const ring = keyringOf([key])
    const sealed = await seal(publicHalf(key), person)
    // The last letter of a part may hold bits that mean nothing; changing those changes nothing.
    for (let at = 0; at < sealed.length; at += 7) {
      if ([sealed[at], sealed[at + 1]].includes('.') || at === sealed.length - 1) continue
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'Q' : 'A') + sealed.slice(at + 1)
      await expect(open(ring, changed), String(at)).rejects.toSatisfy(
        (error) => error instanceof SealBroken || error instanceof SealingKeyMissing,
      )
    }
    for (const nothing of ['', 'x', 'a.b.c.d.e', '{}', sealed.slice(0, -9), `${sealed}.x`, 'null'])
      await expect(open(ring, nothing), nothing).rejects.toThrow(SealBroken)
    const none = `${Buffer.from(JSON.stringify({ alg: 'none', enc: 'A256GCM', kid: key.kid })).toString('base64url')}....`
    await expect(open(ring, none)).rejects.toThrow(SealBroken)
  })

  test('holds any JSON, and the public half holds nothing private', async () => {
    const key = await makePrivateKey()
    for (const value of [null, 0, '', [], { a: [1, 'hai', null] }, 'ờ'.repeat(50_000)])
      expect(await open(keyringOf([key]), await seal(publicHalf(key), value))).toEqual(value)
    await expect(seal(publicHalf(key), undefined)).rejects.toThrow('nothing to seal')
    expect(JSON.stringify(publicHalf(key))).not.toContain(key.d)
  })
})

describe('the keyring of an installation', () => {
  let database: TestDatabase
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-keys-'))
  const place = { home }
  const file = keyringFile(place)!
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(async () => {
    await database.drop()
    rmSync(home, { recursive: true, force: true })
  })
  const mails = (count: number) =>
    inTransaction(database.db, async (tx) => {
      const key = await activeSealingKey(tx)
      for (let n = 0; n < count; n++)
        await queueSealedMail(tx, key, {
          to: `nguoi${n}@thu.example`,
          subject: 'Hồ sơ đã có trả lời',
          body: `Thư ${n}`,
        })
    })
  const letTimePass = () =>
    sql`update sealing_key set retired_at = retired_at - interval '1 hour'`.execute(database.owner)
  const events = async (action: string) =>
    database.owner
      .selectFrom('auditEvent')
      .select(['summary', 'after', 'subjectId'])
      .where('action', '=', action)
      .orderBy('id')
      .execute()

  test('is made at the first start, for its owner alone, and its private half never reaches the database', async () => {
    await expect(activeSealingKey(database.delivery)).rejects.toThrow(NoSealingKey)
    // Six that start together make one key, whoever is first.
    await Promise.all(Array.from({ length: 6 }, () => startKeyring(database.db, place, logger)))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const ring = openKeyring(place)
    expect(ring.publicKeys()).toHaveLength(1)
    // The public face can seal with what it may read.
    const key = await activeSealingKey(database.delivery)
    expect(await open(ring, await seal(key, person))).toEqual(person)
    const { rows } = await sql<{ row: string }>`select t::text as row from sealing_key t`.execute(database.owner)
    expect(rows).toHaveLength(1)
    expect(rows[0]!.row).not.toContain('"d"')
    expect(await events('sealing-key.registered')).toHaveLength(1)
    await expect(
      sql`insert into sealing_key (kid, public_jwk, retired_at) values ('x', '{"x":"1","d":"2"}', now())`.execute(
        database.db,
      ),
    ).rejects.toThrow('check')
    await expect(sql`delete from sealing_key`.execute(database.delivery)).rejects.toThrow('permission denied')
  })

  test('a second active key is refused by the database', async () => {
    await expect(
      sql`insert into sealing_key (kid, public_jwk) values ('hai', '{"x":"1"}')`.execute(database.db),
    ).rejects.toThrow('sealing_key_active')
  })

  test('rotation seals with a new key at once, also for a process that is running, and still reads what is older', async () => {
    const running = openKeyring(place)
    await mails(3)
    const old = (await activeSealingKey(database.db)).kid
    const { kid } = await rotateKey(database.db, place)
    expect((await activeSealingKey(database.delivery)).kid).toBe(kid)
    await mails(2)
    expect(await sealedByKey(database.db)).toEqual(
      new Map([
        [old, 3],
        [kid, 2],
      ]),
    )
    const rows = await database.owner.selectFrom('outboxMail').select('sealed').orderBy('id').execute()
    for (const { sealed } of rows)
      expect(await open(running, sealed!)).toMatchObject({ to: expect.stringContaining('@thu.example') })
    await expect(dropKey(database.db, place, kid)).rejects.toThrow('đang được dùng')
    await letTimePass()
    await expect(dropKey(database.db, place, old)).rejects.toThrow('Còn 3 nội dung')
    await expect(rotateKey(database.db, place, 'khong-co')).rejects.toThrow('không có khóa khong-co')
  })

  test('rotations at once lose no key', async () => {
    const twin = { home: mkdtempSync(path.join(os.tmpdir(), 'khue-keys-')) }
    const other = await freshDatabase()
    await startKeyring(other.db, twin, logger)
    const made = await Promise.all(Array.from({ length: 5 }, () => rotateKey(other.db, twin)))
    const held = openKeyring(twin)
      .publicKeys()
      .map(({ kid }) => kid)
    expect(new Set(held)).toEqual(new Set([held[0], ...made.map(({ kid }) => kid)]))
    expect(held).toHaveLength(6)
    await other.drop()
    rmSync(twin.home, { recursive: true })
  })

  test('resealing carries everything over and names numbers alone; then the old key can go', async () => {
    const [old, kid] = [openKeyring(place).publicKeys()[0]!.kid, (await activeSealingKey(database.db)).kid]
    // Many more than one batch, and one nobody can open.
    await rotateKey(database.db, place, old)
    await mails(410)
    await rotateKey(database.db, place, kid)
    const stranger = await makePrivateKey()
    await inTransaction(database.db, (tx) =>
      queueSealedMail(tx, publicHalf(stranger), { to: 'la@thu.example', subject: 'x', body: 'x' }),
    )
    expect(await reseal(database.db, openKeyring(place))).toEqual({ resealed: 413, unopened: 1 })
    expect(await reseal(database.db, openKeyring(place))).toEqual({ resealed: 0, unopened: 1 })
    expect(await sealedByKey(database.db)).toEqual(
      new Map([
        [kid, 415],
        [stranger.kid, 1],
      ]),
    )
    const [event] = await events('sealing-key.resealed')
    expect(event).toMatchObject({ subjectId: kid, after: { resealed: 413, unopened: 1 } })
    expect(JSON.stringify(event)).not.toContain('@')
    await expect(dropKey(database.db, place, old)).rejects.toThrow('10 phút')
    await letTimePass()
    await dropKey(database.db, place, old)
    await expect(dropKey(database.db, place, old)).rejects.toThrow('Không có khóa')
    expect(
      openKeyring(place)
        .publicKeys()
        .map((key) => key.kid),
    ).toEqual([kid])
    const rows = await database.owner
      .selectFrom('outboxMail')
      .select('sealed')
      .where(sql<boolean>`sealed_with(sealed) = ${kid}`)
      .execute()
    const bodies = await Promise.all(rows.map(({ sealed }) => open<{ body: string }>(openKeyring(place), sealed!)))
    expect(new Set(bodies.map(({ body }) => body))).toEqual(new Set(Array.from({ length: 410 }, (_, n) => `Thư ${n}`)))
  })

  test('a second home on the same database makes no key of its own; one that lost the keys says so and starts', async () => {
    const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'khue-keys-'))
    const said: string[] = []
    const listening = { error: (_: unknown, text: string) => said.push(text) } as never
    const ring = await startKeyring(database.db, { home: elsewhere }, listening)
    expect(ring.publicKeys()).toEqual([])
    expect(said.join()).toContain('thiếu khóa đang dùng')
    rmSync(elsewhere, { recursive: true })
  })

  test('can be told by the environment; what is no key set is refused without quoting it', async () => {
    const key = await makePrivateKey()
    const told = { home, sealingKeys: JSON.stringify({ keys: [key] }) }
    expect(await open(openKeyring(told), await seal(publicHalf(key), person))).toEqual(person)
    await expect(rotateKey(database.db, told)).rejects.toThrow('SEALING_KEYS')
    for (const wrong of ['{}', 'x', '{"keys":[]}', JSON.stringify({ keys: [{ ...key, kty: 'EC', d: 'bi-mat' }] })])
      expect(() => openKeyring({ home, sealingKeys: wrong })).toThrow(/^SEALING_KEYS không chứa(?!.*bi-mat)/)
  })
})

describe('the list of sealed columns', () => {
  test('names every column the database seals', async () => {
    const database = await freshDatabase()
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and column_name ~ '(^sealed|_sealed$)' and data_type = 'text' order by 1`.execute(
      database.owner,
    )
    await database.drop()
    expect(rows.map(({ name }) => name)).toEqual(
      sealedColumns.map(({ table, column }) => `${table}.${column}`).toSorted(),
    )
  })
})
