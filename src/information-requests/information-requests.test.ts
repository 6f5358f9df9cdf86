import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, someAnswer, someCase, type CaseDesk, type SomeCase } from '../../tests/support/cases.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { approveAnswer } from '../cases/approve-answer.ts'
import { assignCase } from '../cases/assign-case.ts'
import type { Sender } from '../cases/receive-case.ts'
import { saveAnswer } from '../cases/save-answer.ts'
import { submitAnswer } from '../cases/submit-answer.ts'
import type { Actor } from '../people/actor.ts'
import { open } from '../sealing/seal.ts'
import { trackingPublicRoutes } from '../tracking/public.tsx'
import { classifyRequest } from './classify-request.ts'
import { deliverInformation, type Delivering } from './deliver-information.ts'
import { emptyDeliveries } from './empty-deliveries.ts'
import { informationRequestOfficeRoutes } from './office/routes.ts'
import { decryptWithCode, digestOfCode, encryptForCode, newOneTimeCode, readOneTimeCode } from './one-time-code.ts'
import { informationRequestPublicRoutes } from './public.tsx'

let database: TestDatabase
let desk: CaseDesk
let read: Reader
let office: TestOffice
let made = 0

const canary = {
  name: 'Chim Hoàng Yến',
  email: 'hoang.yen@canary.example',
  address: '77 ngõ Chim Yến',
  identity: '001099012345',
}

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  read = reader(database.delivery, [...informationRequestPublicRoutes, ...trackingPublicRoutes])
  office = testOffice({ db: database.db, routes: informationRequestOfficeRoutes, keyring: desk.keyring })
})
afterAll(() => database.drop())

const look = (address: string): Promise<Response> =>
  read(desk.ward, address, { headers: { 'user-agent': `doc-${++made}` } })
const press = (address: string, fields: Record<string, string>, who = `doc-${++made}`): Promise<Response> =>
  read(desk.ward, address, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': who },
  })
const screen = async (who: Actor, address: string): Promise<Response> => office.get(address, await office.cookieOf(who))
const save = async (who: Actor, address: string, fields: Record<string, string>): Promise<Response> =>
  office.post(address, fields, await office.cookieOf(who))
const clocksOf = (caseId: number) =>
  database.owner
    .selectFrom('caseClock')
    .select(['purpose', 'ruleId', 'state', 'startedAt', 'dueAt'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute()
const caseOf = (caseId: number) =>
  database.owner.selectFrom('citizenCase').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()

/** A request in the officer's hands. */
async function request(sender: Sender = canary): Promise<SomeCase> {
  const found = await someCase(database.db, desk.key, {
    kind: 'information_request',
    siteId: desk.ward.id,
    sender,
    details: { form: '01a', wanted: 'code' },
  })
  const { caseId } = found
  await desk.act((tx) =>
    assignCase(tx, desk.coordinator, { caseId, divisionId: desk.urban, officerId: desk.officer.id }),
  )
  return found
}

async function answered(sender?: Sender): Promise<SomeCase> {
  const found = await request(sender)
  const { caseId } = found
  await desk.act((tx) => saveAnswer(tx, desk.officer, { ...someAnswer, caseId }))
  await desk.act((tx) => submitAnswer(tx, desk.officer, { caseId }))
  await desk.act((tx) => approveAnswer(tx, desk.leader, { caseId }))
  return found
}

const file = { name: 'Quy hoạch khu A.pdf', mime: 'application/pdf', body: Buffer.from('%PDF-1.7 bản quy hoạch') }
const place = () => ({ keyring: desk.keyring, key: desk.key, origin: 'http://ba-dinh.test', siteName: 'Cổng thử' })
const deliver = (caseId: number, part: Partial<Delivering> = {}): Promise<void> =>
  desk.act((tx) => deliverInformation(tx, desk.officer, { caseId, means: 'code', file, note: '', ...part }, place()))
/** The code a mail brought to who asked. */
async function mailedCode(caseId: number): Promise<string> {
  const { sealed } = await database.owner
    .selectFrom('outboxMail')
    .select('sealed')
    .where('caseId', '=', caseId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const { body } = await open<{ body: string }>(desk.keyring, sealed!)
  return /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}/.exec(body)![0]
}
async function delivered(): Promise<{ caseId: number; code: string }> {
  const { caseId } = await answered()
  await deliver(caseId)
  return { caseId, code: await mailedCode(caseId) }
}
const fetchFile = (ma: string, who?: string): Promise<Response> => press('/tiep-can-thong-tin/nhan', { ma }, who)

describe('a citizen asks for information', () => {
  const typed = {
    mau: '01a',
    'thong-tin': 'Bản quy hoạch chi tiết khu dân cư số 3, phê duyệt năm 2024.',
    'van-ban': 'Quyết định 12/QĐ-UBND',
    'ly-do': 'Để sửa nhà cho đúng chỉ giới.',
    'hinh-thuc': 'code',
    'ho-ten': canary.name,
    'dia-chi': canary.address,
    'so-giay-to': canary.identity,
    'so-fax': '024 1111 2222',
    'thu-dien-tu': canary.email,
    'dong-y-xu-ly': '1',
  }

  test('the section of the portal names contact, list, forms, times with their marks, and says what is not known', async () => {
    const form = {
      contactUnit: 'Văn phòng HĐND và UBND phường',
      listHref: '/chuyen-muc/danh-muc',
      guidance: 'Gửi qua cổng.\n\nHoặc đến quầy 3.',
    }
    expect(
      (await save(desk.coordinator, `/cong/${desk.ward.id}/tiep-can-thong-tin`, { ...form, listHref: 'javascript:1' }))
        .status,
    ).toBe(422)
    expect(await (await look('/tiep-can-thong-tin')).text()).toContain('Cơ quan chưa ghi đầu mối riêng')
    expect((await save(desk.coordinator, `/cong/${desk.ward.id}/tiep-can-thong-tin`, form)).status).toBe(303)
    const page = await look('/tiep-can-thong-tin')
    const html = await page.text()
    for (const words of [
      form.contactUnit,
      'href="/chuyen-muc/danh-muc"',
      'Hoặc đến quầy 3.',
      '3 ngày làm việc',
      '15 ngày làm việc',
      'có hiệu lực từ ngày 01/9/2026',
      'giữ làm mặc định',
      'không mất phí',
      'href="/tiep-can-thong-tin/gui-yeu-cau"',
    ])
      expect(html).toContain(words)
    expect(await htmlFaults(html)).toEqual([])
    expect(await htmlFaults(await (await look('/en/tiep-can-thong-tin')).text())).toEqual([])
    expect(await (await read(desk.otherWard, '/tiep-can-thong-tin')).text()).toContain('Cơ quan chưa ghi đầu mối riêng')
  })

  test('the form asks what the decree asks, keeps what was typed, and seals who asks', async () => {
    const at = '/tiep-can-thong-tin/gui-yeu-cau'
    const first = await look(at)
    expect(await htmlFaults(await first.text())).toEqual([])
    const without = { ...typed, mau: '' }
    for (const wrong of [without, { ...typed, 'thong-tin': 'ngắn' }, { ...typed, 'hinh-thuc': 'constructor' }]) {
      const refused = await press(at, { ...wrong, buoc: '1', di: '2' })
      expect(refused.status).toBe(422)
      expect(await htmlFaults(await refused.text())).toEqual([])
    }
    for (const wrong of [
      { ...typed, 'so-giay-to': '12ab' },
      { ...typed, 'dia-chi': '' },
      { ...typed, 'thu-dien-tu': '' },
      { ...typed, 'dong-y-xu-ly': '' },
      { ...typed, mau: '01b', 'ten-to-chuc': '' },
    ]) {
      const refused = await press(at, { ...wrong, buoc: '2', di: '3' })
      expect(refused.status, JSON.stringify(wrong)).toBe(422)
    }
    const check = await press(at, { ...typed, buoc: '2', di: '3' })
    const html = await check.text()
    expect(html).toContain(canary.identity)
    expect(await htmlFaults(html)).toEqual([])
    const sent = await press(at, { ...typed, buoc: '3', di: 'gui' })
    expect(sent.status).toBe(303)
    const code = /\/theo-doi\/([0-9A-Z-]+)\?moi=1/.exec(sent.headers.get('location')!)![1]!
    const row = await database.owner
      .selectFrom('citizenCase')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(row.details).toEqual({ form: '01a', wanted: 'code' })
    expect(row.body).toContain('Lý do, mục đích: Để sửa nhà cho đúng chỉ giới.')
    for (const secret of Object.values(canary)) expect(JSON.stringify(row)).not.toContain(secret)
    const { sealed } = await database.owner
      .selectFrom('caseSender')
      .select('sealed')
      .where('caseId', '=', row.id)
      .executeTakeFirstOrThrow()
    expect(await open(desk.keyring, sealed!)).toMatchObject({ ...canary, fax: '024 1111 2222' })
    const clocks = await clocksOf(row.id)
    expect(clocks.map(({ purpose, ruleId }) => [purpose, ruleId])).toEqual([
      ['acknowledge', 'information.simple'],
      ['answer', 'information.complex'],
    ])
    const page = await (await look(`/theo-doi/${code}`)).text()
    for (const secret of [...Object.values(canary), 'quy hoạch', 'chỉ giới']) expect(page).not.toContain(secret)
  })
})

describe('the office deals with a request', () => {
  test('simple: the short clock counts from the day it came; complex: the notice is given, the long one goes on', async () => {
    const [simple, complex] = [await request(), await request()]
    const at = (one: SomeCase): string => `/ho-so/${one.caseId}/thong-tin`
    const shown = await screen(desk.officer, at(simple))
    expect(shown.status).toBe(200)
    expect(await htmlFaults(await shown.text())).toEqual([])
    const refused = await save(desk.officer, `${at(simple)}/phan-loai`, {
      complexity: 'constructor',
      subject: 'Gọi 0912345678',
    })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('Hãy chọn loại')
    expect(html).toContain('hãy bỏ đi')
    expect(await htmlFaults(html)).toEqual([])
    expect(
      (await save(desk.officer, `${at(simple)}/phan-loai`, { complexity: 'simple', subject: 'Quy hoạch khu dân cư' }))
        .status,
    ).toBe(303)
    expect(
      (await save(desk.officer, `${at(complex)}/phan-loai`, { complexity: 'complex', subject: 'Số liệu đất đai' }))
        .status,
    ).toBe(303)
    const row = await caseOf(simple.caseId)
    const short = (await clocksOf(simple.caseId)).map(({ purpose, ruleId, state }) => [purpose, ruleId, state])
    expect(short).toEqual([
      ['acknowledge', 'information.simple', 'met'],
      ['answer', 'information.complex', 'stopped'],
      ['answer', 'information.simple', 'running'],
    ])
    const running = (await clocksOf(simple.caseId)).at(-1)!
    expect(running.startedAt).toEqual(row.receivedAt)
    expect(row.dueAt).toEqual(running.dueAt)
    expect(row.dueAt! < simple.dueAt!).toBe(true)
    expect((await clocksOf(complex.caseId)).map(({ ruleId, state }) => [ruleId, state])).toEqual([
      ['information.simple', 'met'],
      ['information.complex', 'running'],
    ])
    expect((await caseOf(complex.caseId)).dueAt).toEqual(complex.dueAt)
    expect(await (await look(`/theo-doi/${complex.code}`)).text()).toContain('thông tin phải tập hợp')
    // Changed back, it has its long time again, counted from the same day.
    await desk.act((tx) =>
      classifyRequest(tx, desk.officer, { caseId: simple.caseId, complexity: 'complex', subject: 'Quy hoạch' }),
    )
    expect((await caseOf(simple.caseId)).dueAt).toEqual(simple.dueAt)
  })

  test('is refused with a ground of the law, through the hands of a leader', async () => {
    const found = await request()
    const at = `/ho-so/${found.caseId}/thong-tin/tu-choi`
    expect((await save(desk.officer, at, { ground: 'z', words: 'ngắn' })).status).toBe(422)
    const words = 'Thông tin này đã đăng trên cổng từ tháng 5, mục Quy hoạch.'
    expect((await save(desk.officer, at, { ground: 'b', words })).status).toBe(303)
    expect((await save(desk.officer, at, { ground: 'b', words })).status).toBe(422)
    const { caseId } = found
    await desk.act((tx) => submitAnswer(tx, desk.officer, { caseId }))
    await desk.act((tx) => approveAnswer(tx, desk.leader, { caseId }))
    const page = await (await look(`/theo-doi/${found.code}`)).text()
    for (const part of ['Điều 28, khoản 1, điểm b', words, 'quyền khiếu nại']) expect(page).toContain(part)
    await expect(deliver(caseId)).rejects.toMatchObject({ codes: ['form:refusal'] })
  })

  test('nobody of another portal or division gets in, and a case of another kind is led to its own page', async () => {
    const found = await request()
    const at = `/ho-so/${found.caseId}/thong-tin`
    expect((await screen(desk.otherOfficer, at)).status).toBe(404)
    expect((await screen(desk.socialOfficer, at)).status).toBe(404)
    expect(
      (await save(desk.socialOfficer, `${at}/phan-loai`, { complexity: 'simple', subject: 'Quy hoạch' })).status,
    ).toBe(404)
    expect((await screen(desk.auditor, at)).status).toBe(403)
    const question = await desk.upTo('assigned')
    expect((await screen(desk.officer, `/ho-so/${question.caseId}/thong-tin`)).headers.get('location')).toBe(
      `/ho-so/${question.caseId}`,
    )
    expect(
      (
        await save(desk.officer, `/ho-so/${question.caseId}/thong-tin/phan-loai`, {
          complexity: 'simple',
          subject: 'A',
        })
      ).status,
    ).toBe(404)
  })
})

describe('a file is handed over with a one-time code', () => {
  test('only after the answer is approved; the code is in a sealed mail and nowhere else', async () => {
    const early = await request()
    await expect(deliver(early.caseId)).rejects.toMatchObject({ codes: ['form:not-answered'] })
    const silent = await answered({ name: 'Không thư', phone: '0900000000' })
    await expect(deliver(silent.caseId)).rejects.toMatchObject({ codes: ['means:no-email'] })
    await deliver(silent.caseId, { means: 'counter', file: undefined, note: 'Đã nhận tại quầy.' })
    const { caseId } = await answered()
    await expect(deliver(caseId, { file: undefined })).rejects.toMatchObject({ codes: ['file:missing'] })
    const form = new FormData()
    form.append('means', 'code')
    form.append('file', new Blob([file.body]), file.name)
    const sent = await office.office.request(`http://localhost:3001/ho-so/${caseId}/thong-tin/giao`, {
      method: 'POST',
      body: form,
      headers: { origin: 'http://localhost:3001', cookie: await office.cookieOf(desk.officer) },
    })
    expect(sent.status).toBe(303)
    const code = await mailedCode(caseId)
    const rows = await database.owner
      .selectFrom('informationDelivery')
      .selectAll()
      .where('caseId', '=', caseId)
      .execute()
    const mails = await database.owner.selectFrom('outboxMail').selectAll().where('caseId', '=', caseId).execute()
    const events = await database.owner.selectFrom('auditEvent').selectAll().execute()
    const shown = await (await screen(desk.officer, `/ho-so/${caseId}/thong-tin`)).text()
    for (const kept of [JSON.stringify(rows), JSON.stringify(mails), JSON.stringify(events), shown])
      for (const secret of [code, code.replaceAll('-', ''), canary.email, file.name, 'bản quy hoạch'])
        expect(kept).not.toContain(secret)
    expect(rows[0]!.content!.includes(file.body)).toBe(false)
    expect(await htmlFaults(shown)).toEqual([])
  })

  test('is fetched once, byte for byte; the same reader may go on after a broken download, another may not', async () => {
    const { caseId, code } = await delivered()
    const page = await look('/tiep-can-thong-tin/nhan')
    expect(await htmlFaults(await page.text())).toEqual([])
    const got = await fetchFile(code.toLowerCase().replaceAll('-', ' '), 'nguoi-nhan')
    expect(got.status).toBe(200)
    expect(Buffer.from(await got.arrayBuffer())).toEqual(file.body)
    expect(got.headers.get('cache-control')).toContain('no-store')
    expect(got.headers.get('content-type')).toBe('application/octet-stream')
    expect(got.headers.get('content-disposition')).toBe(
      `attachment; filename="thong-tin.pdf"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    expect((await fetchFile(code, 'nguoi-khac')).status).toBe(410)
    for (let n = 0; n < 4; n++) expect((await fetchFile(code, 'nguoi-nhan')).status).toBe(200)
    expect((await fetchFile(code, 'nguoi-nhan')).status).toBe(410)
    const fetched = await database.owner
      .selectFrom('auditEvent')
      .select('id')
      .where('action', '=', 'case.information-fetched')
      .where('subjectId', '=', String(caseId))
      .execute()
    expect(fetched.length).toBe(1)
  })

  test('ten minutes later it is gone for everybody, from the database too', async () => {
    const { caseId, code } = await delivered()
    expect((await fetchFile(code, 'cham')).status).toBe(200)
    expect((await emptyDeliveries(database.db)).emptied).toBe(0)
    await database.owner
      .updateTable('informationDelivery')
      .set({ takenAt: new Date(Date.now() - 601_000) })
      .where('caseId', '=', caseId)
      .execute()
    expect((await fetchFile(code, 'cham')).status).toBe(410)
    expect((await emptyDeliveries(database.db)).emptied).toBeGreaterThan(0)
    const row = await database.owner
      .selectFrom('informationDelivery')
      .selectAll()
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    expect([row.content, row.taker]).toEqual([null, null])
    expect(row.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect((await fetchFile(code, 'cham')).status).toBe(410)
  })

  test('of readers who send the code at the same moment, one wins', async () => {
    const { code } = await delivered()
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => fetchFile(code, `cung-luc-${n}`)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410, 410, 410, 410, 410, 410])
  })

  test('wrong codes open nothing and are counted; one whose time is over is gone', async () => {
    const { caseId, code } = await delivered()
    const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    for (const ma of [wrong, '', 'không', '<script>', 'A'.repeat(5000)]) expect((await fetchFile(ma)).status).toBe(422)
    for (let n = 0; n < 30; n++) expect((await fetchFile(wrong, 'do-mai')).status).toBe(422)
    expect((await fetchFile(code, 'do-mai')).status).toBe(429)
    await database.owner
      .updateTable('informationDelivery')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where('caseId', '=', caseId)
      .execute()
    expect((await fetchFile(code)).status).toBe(410)
    expect((await emptyDeliveries(database.db)).emptied).toBeGreaterThan(0)
    expect((await fetchFile(code)).status).toBe(410)
  })

  test('the code alone opens the file, and a changed byte is noticed', () => {
    const code = newOneTimeCode()
    const sealed = encryptForCode(file, code)
    expect(decryptWithCode(sealed, code)).toEqual(file)
    expect(() => decryptWithCode(sealed, newOneTimeCode())).toThrow()
    const broken = Buffer.from(sealed.content)
    broken[broken.length - 1]! ^= 1
    expect(() => decryptWithCode({ ...sealed, content: broken }, code)).toThrow()
    expect(readOneTimeCode(code.replaceAll('0', 'O').replaceAll('1', 'i'))).toBe(code)
    expect(readOneTimeCode('thiếu')).toBeUndefined()
    expect(digestOfCode(code)).toHaveLength(32)
  })
})

describe('the register of requests', () => {
  test('lists number, day, kind in general words, result and days, and names nobody; so does its spreadsheet', async () => {
    const found = await answered()
    await database.owner
      .insertInto('informationRequest')
      .values({
        caseId: found.caseId,
        complexity: 'complex',
        classifiedAt: new Date(),
        subject: '=Quy hoạch, khu dân cư',
      })
      .execute()
    await deliver(found.caseId)
    const at = `/cong/${desk.ward.id}/so-cung-cap-thong-tin`
    const page = await screen(desk.auditor, at)
    const html = await page.text()
    for (const part of [found.number, '=Quy hoạch, khu dân cư', 'Đã cung cấp: tệp qua mã một lần', 'Đúng hạn'])
      expect(html).toContain(part)
    expect(await htmlFaults(html)).toEqual([])
    const csv = await (await screen(desk.auditor, `${at}/ban-xuat.csv`)).text()
    const line = csv.split('\r\n').find((each) => each.startsWith(found.number))!
    expect(line).toContain(`"'=Quy hoạch, khu dân cư"`)
    expect(line).toContain('Đúng hạn')
    for (const secret of [...Object.values(canary), 'Đèn đường']) {
      expect(html).not.toContain(secret)
      expect(csv).not.toContain(secret)
    }
    expect(await (await screen(desk.auditor, `${at}?nam=2019`)).text()).toContain('Năm này chưa có yêu cầu nào')
    expect((await screen(desk.otherCoordinator, at)).status).toBe(404)
    const other = await (await screen(desk.otherCoordinator, `/cong/${desk.otherWard.id}/so-cung-cap-thong-tin`)).text()
    expect(other).not.toContain(found.number)
  })
})
