import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { sealingFor, type TestSealing } from '../../tests/support/sealing.ts'
import { testOffice } from '../../tests/support/session.ts'
import { inTransaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { keyringOf } from '../sealing/keyring.ts'
import { maxAttempts, withoutSecretLinks } from './mail.ts'
import { outboxOfficeRoutes } from './office.tsx'
import { emptySealedMails } from './empty-sealed-mails.ts'
import { queueMail, type Mail } from './queue-mail.ts'
import { queueSealedMail } from './queue-sealed-mail.ts'
import { sendMail } from './send-mail.ts'

let database: TestDatabase
let desk: Newsroom
let sealing: TestSealing
let server: SMTPServer
let received: { to: string[]; text: string }[]
/** What the mail server answers; undefined takes the mail. */
let trouble: string | undefined

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  sealing = await sealingFor(database)
})
afterAll(() => database.drop())

beforeEach(async () => {
  received = []
  trouble = undefined
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const body: Buffer[] = []
      stream.on('data', (part: Buffer) => body.push(part))
      stream.on('end', () => {
        if (trouble) return done(new Error(trouble))
        received.push({ to: session.envelope.rcptTo.map((each) => each.address), text: Buffer.concat(body).toString() })
        return done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
})
afterEach(async () => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  await database.owner.deleteFrom('outboxMail').execute()
})

const config = () => ({
  smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
  mailFrom: 'Cổng Ba Đình <cong@ba-dinh.example>',
})
const queue = (mail: Partial<Mail> = {}) =>
  inTransaction(database.db, (tx) =>
    queueMail(tx, {
      to: 'lan@khue.example',
      subject: 'Bài của chị đã được duyệt',
      body: 'Chào chị Lan,\nbài đã duyệt.',
      ...mail,
    }),
  )
const rows = () => database.owner.selectFrom('outboxMail').selectAll().orderBy('id').execute()
const letTimePass = () =>
  database.owner
    .updateTable('outboxMail')
    .set({ attemptedAt: new Date(Date.now() - 5 * 3_600_000) })
    .execute()

describe('a mail on its way', () => {
  test('exists only with the commit of what it speaks of', async () => {
    await expect(
      inTransaction(database.db, async (tx) => {
        await queueMail(tx, { to: 'lan@khue.example', subject: 'x', body: 'x' })
        throw new Error('thôi')
      }),
    ).rejects.toThrow('thôi')
    expect(await rows()).toEqual([])
  })

  test('reaches the mail server once, in exact Vietnamese, and is marked as sent', async () => {
    await queue({ subject: 'Duyệt\r\nBcc: ke@gian.example' })
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 1, failed: 0 })
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 0, failed: 0 })
    expect(received).toHaveLength(1)
    expect(received[0]?.to).toEqual(['lan@khue.example'])
    expect(received[0]?.text).toMatch(/^Message-ID: <khue-\d+-\d+@ba-dinh\.example>\r$/m)
    expect(received[0]?.text).not.toMatch(/^Bcc:/m)
    expect(
      decodeURIComponent(
        (received[0]?.text ?? '')
          .split('\r\n\r\n')[1]!
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, '%$1'),
      ),
    ).toContain('bài đã duyệt.')
    expect((await rows())[0]).toMatchObject({ attempts: 1, lastError: null, sentAt: expect.any(Date) })
  })

  test('an address that would send it to others is refused', async () => {
    for (const to of ['lan@khue.example, ke@gian.example', 'lan', 'Lan <lan@khue.example>', 'a@b@c'])
      await expect(queue({ to }), to).rejects.toThrow('not a mail address')
  })

  test('three workers share a queue and send nothing twice', async () => {
    for (let n = 0; n < 12; n++) await queue({ to: `nguoi${n}@khue.example` })
    await Promise.all([
      sendMail(database.db, config(), sealing.keyring),
      sendMail(database.db, config(), sealing.keyring),
      sendMail(database.db, config(), sealing.keyring),
    ])
    expect(received.map((mail) => mail.to[0]).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, n) => `nguoi${n}@khue.example`).toSorted(),
    )
  })

  test('is tried again after a failure, later each time, and given up after the last', async () => {
    await queue()
    trouble = 'hộp thư đầy'
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 0, failed: 1 })
    expect((await rows())[0]).toMatchObject({
      attempts: 1,
      sentAt: null,
      lastError: expect.stringContaining('hộp thư đầy'),
    })
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 0, failed: 0 })
    await database.owner
      .updateTable('outboxMail')
      .set({ attempts: 3, attemptedAt: new Date(Date.now() - 3 * 60_000) })
      .execute()
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 0, failed: 0 })
    await database.owner
      .updateTable('outboxMail')
      .set({ attemptedAt: new Date(Date.now() - 5 * 60_000) })
      .execute()
    trouble = undefined
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 1, failed: 0 })
    await queue()
    trouble = 'hỏng'
    for (let n = 0; n < maxAttempts + 3; n++) {
      await sendMail(database.db, config(), sealing.keyring)
      await letTimePass()
    }
    expect((await rows()).at(-1)).toMatchObject({ attempts: maxAttempts, sentAt: null })
  })

  test('one bad mail does not hold up the others; a silent server is noted, without a mail server nothing is tried', async () => {
    await queue()
    expect(await sendMail(database.db, { mailFrom: 'x@y.example' }, sealing.keyring)).toEqual({ sent: 0, failed: 0 })
    expect((await rows())[0]).toMatchObject({ attempts: 0, lastError: null })
    expect(
      await sendMail(database.db, { smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'x@y.example' }, sealing.keyring),
    ).toEqual({
      sent: 0,
      failed: 1,
    })
    expect((await rows())[0]?.lastError).toContain('ECONNREFUSED')
    await queue({ to: 'hai@khue.example' })
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 1, failed: 0 })
  })
})

describe('a sealed mail', () => {
  const canary = 'chi.hoa.to-giac@hop-thu.example'
  const queueSealed = (more: { body?: string; siteId?: number } = {}) =>
    inTransaction(database.db, (tx) =>
      queueSealedMail(tx, sealing.key, {
        to: canary,
        subject: 'Hồ sơ HN-2026-000001 đã có trả lời',
        body: 'Mã tra cứu: BIMAT-7788',
        ...more,
      }),
    )
  const whole = async (): Promise<string> => {
    const { rows } = await sql<{ row: string }>`select t::text as row from outbox_mail t`.execute(database.owner)
    return rows.map(({ row }) => row).join('\n')
  }

  test('reaches its reader, while the database never holds their address or a word of it', async () => {
    await queueSealed()
    expect(await whole()).not.toMatch(/chi\.hoa|BIMAT/)
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 1, failed: 0 })
    expect(received[0]?.to).toEqual([canary])
    expect(received[0]?.text).toMatch(/BIMAT-7788/)
    expect(await whole()).not.toMatch(/chi\.hoa|BIMAT/)
  })

  test('that is refused leaves the codes of the mail server, not the address it quotes', async () => {
    await queueSealed()
    trouble = `5.1.1 <${canary}> user unknown; xin chao chi.hoa.to-giac=40hop-thu.example`
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 0, failed: 1 })
    expect((await rows())[0]?.lastError).toMatch(/^Máy chủ thư từ chối: \d{3}/)
    expect(await whole()).not.toMatch(/chi\.hoa|hop-thu/)
  })

  test('that cannot be opened is noted, holds up nothing, and goes out once the key is back', async () => {
    await queueSealed()
    await queue()
    expect(await sendMail(database.db, config(), keyringOf([]))).toEqual({ sent: 1, failed: 1 })
    expect((await rows())[0]).toMatchObject({
      sentAt: null,
      attempts: 1,
      lastError: expect.stringContaining(sealing.key.kid),
    })
    for (let n = 0; n < maxAttempts + 2; n++) {
      await letTimePass()
      await sendMail(database.db, config(), keyringOf([]))
    }
    await letTimePass()
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 1, failed: 0 })
  })

  test('loses its sealed part a week after it was sent, and a month after it was given up; a waiting one keeps it', async () => {
    const ids = [
      await queueSealed(),
      await queueSealed(),
      await queueSealed(),
      await queueSealed(),
      await queueSealed(),
    ].map(({ mailId }) => mailId)
    const age = (id: number, set: Record<string, unknown>) =>
      database.owner.updateTable('outboxMail').set(set).where('id', '=', id).execute()
    const ago = (days: number): Date => new Date(Date.now() - days * 86_400_000)
    await age(ids[0]!, { sentAt: ago(8), attempts: 1 })
    await age(ids[1]!, { sentAt: ago(6), attempts: 1 })
    await age(ids[2]!, { attempts: maxAttempts, attemptedAt: ago(31) })
    await age(ids[3]!, { attempts: maxAttempts, attemptedAt: ago(8) })
    expect(await emptySealedMails(database.db)).toEqual({ emptied: 2 })
    expect(await emptySealedMails(database.db)).toEqual({ emptied: 0 })
    expect((await rows()).map((mail) => mail.sealed !== null)).toEqual([false, true, false, true, true])
    expect(await sendMail(database.db, config(), sealing.keyring)).toEqual({ sent: 1, failed: 0 })
  })

  test('is either plain or sealed, never both', async () => {
    await queueSealed()
    for (const set of [{ body: 'x' }, { recipient: 'a@b.example' }, { sealed: null }, { sealed: 'khong niem phong' }])
      await expect(database.owner.updateTable('outboxMail').set(set).execute(), JSON.stringify(set)).rejects.toThrow(
        'check',
      )
    await expect(queueSealedTo('lan, ke@gian.example')).rejects.toThrow('not a mail address')
  })
  const queueSealedTo = (to: string) =>
    inTransaction(database.db, (tx) => queueSealedMail(tx, sealing.key, { to, subject: 'x', body: 'x' }))

  test('is in the list of the office by subject and times, and nowhere by its address', async () => {
    const { mailId } = await queueSealed({ siteId: desk.ward.id })
    const office = testOffice({ db: database.db, routes: outboxOfficeRoutes, keyring: sealing.keyring })
    const cookie = await office.cookieOf(desk.networkAdmin)
    for (const path of ['/thu-di', `/thu-di/${mailId}`]) {
      const text = await (await office.get(path, cookie)).text()
      expect(text).toContain('Hồ sơ HN-2026-000001 đã có trả lời')
      expect(text).toContain('Người nhận được niêm phong')
      expect(text).not.toMatch(/chi\.hoa|BIMAT|eyJ/)
    }
  })
})

describe('outgoing mail in the office', () => {
  const get = async (
    who: Actor,
    path: string,
    env: Record<string, string> = {},
  ): Promise<{ status: number; text: string }> => {
    const office = testOffice({ db: database.db, routes: outboxOfficeRoutes, env })
    const answer = await office.office.request(`http://localhost:3001${path}`, {
      headers: { cookie: await office.cookieOf(who) },
    })
    return { status: answer.status, text: await answer.text() }
  }

  test('is read by administrators of the portal and of the network and by auditors, each what is theirs', async () => {
    const ward = await queue({ siteId: desk.ward.id, subject: 'Thư của Ba Đình' })
    const other = await queue({ siteId: desk.otherWard.id, subject: 'Thư của Ngọc Hà' })
    const network = await queue({ subject: 'Thư chung' })
    const seen = async (who: Actor): Promise<string[]> =>
      ['Thư của Ba Đình', 'Thư của Ngọc Hà', 'Thư chung'].filter(
        (
          (text) => (each: string) =>
            text.includes(each)
        )((await get(who, '/thu-di')).text),
      )
    expect(await seen(desk.admin)).toEqual(['Thư của Ba Đình'])
    expect(await seen(desk.networkAdmin)).toHaveLength(3)
    expect(await seen(desk.auditor)).toHaveLength(3)
    for (const id of [other.mailId, network.mailId]) expect((await get(desk.admin, `/thu-di/${id}`)).status).toBe(404)
    expect((await get(desk.admin, `/thu-di/${ward.mailId}`)).status).toBe(200)
    for (const who of [desk.writer, desk.editor, desk.chief]) expect((await get(who, '/thu-di')).status).toBe(403)
  })

  test('is found by words and by state', async () => {
    await queue({ subject: 'Đặt lại mật khẩu' })
    await queue({ subject: 'Mời tham gia' })
    await database.owner
      .updateTable('outboxMail')
      .set({ attempts: 2, lastError: 'hỏng' })
      .where('subject', '=', 'Mời tham gia')
      .execute()
    const { text } = await get(desk.networkAdmin, '/thu-di?q=mat+khau')
    expect([text.includes('Đặt lại mật khẩu'), text.includes('Mời tham gia')]).toEqual([true, false])
    expect((await get(desk.networkAdmin, '/thu-di?tinh-trang=gui-hong')).text).toContain('Mời tham gia')
    expect((await get(desk.networkAdmin, '/thu-di?tinh-trang=da-gui')).text).toContain('Không có thư nào khớp')
  })

  test('a link that lets its opener act as the recipient is for administrators where no mail server is set, and for nobody else', async () => {
    const { mailId } = await queue({
      siteId: desk.ward.id,
      body: 'Mở http://localhost:3001/dat-lai-mat-khau/AbCdEfGhIjKlMnOpQrStUvWxYz01 trong một giờ.',
    })
    const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz01'
    expect((await get(desk.admin, `/thu-di/${mailId}`)).text).toContain(secret)
    expect((await get(desk.auditor, `/thu-di/${mailId}`)).text).not.toContain(secret)
    expect((await get(desk.admin, `/thu-di/${mailId}`, { SMTP_URL: 'smtp://127.0.0.1:25' })).text).not.toContain(secret)
    expect(withoutSecretLinks('Xem https://ba-dinh.example/bai-viet/cho-dong-xuan')).toBe(
      'Xem https://ba-dinh.example/bai-viet/cho-dong-xuan',
    )
    expect(withoutSecretLinks('Xem https://a.example/x?token=1')).not.toContain('token')
  })
})
