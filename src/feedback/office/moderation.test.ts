import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, someCase, type CaseDesk, type SomeCase } from '../../../tests/support/cases.ts'
import { htmlFaults } from '../../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { reader, type Reader } from '../../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../../tests/support/session.ts'
import { officeRoutes } from '../../app.ts'
import { caseFiles } from '../../cases/attachments/case-files.ts'
import { cleanAttachments } from '../../cases/attachments/clean-attachments.ts'
import { takeAttachment } from '../../cases/attachments/take-attachment.ts'
import { newFormToken } from '../../cases/tracking.ts'
import { createLogger } from '../../logger.ts'
import { removeMedia } from '../../media/remove-media.ts'
import { feedbackPublicRoutes } from '../public.tsx'
import { mediaPublicRoutes } from '../../media/public.ts'
import type { Actor } from '../../people/actor.ts'

let database: TestDatabase
let d: CaseDesk
let office: TestOffice
let read: Reader
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-feedback-test-'))

beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
  office = testOffice({ db: database.db, routes: officeRoutes, keyring: d.keyring, env: { KHUE_HOME: home } })
  read = reader(database.delivery, [...feedbackPublicRoutes, ...mediaPublicRoutes])
})
afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

const body = 'Xe 29A-123.45 đỗ chắn vỉa hè, gọi 0912 345 678 không ai nghe. Mong phường xử lý.'
const report = (part: object = {}): Promise<SomeCase> =>
  someCase(database.delivery, d.key, {
    kind: 'feedback',
    siteId: d.ward.id,
    title: 'Xe đỗ chắn vỉa hè',
    body,
    publicWanted: true,
    visitor: '',
    taking: {
      by: 'take_feedback',
      more: {
        place: { unitId: null, address: 'Ngõ 7', latitude: 21.045432, longitude: 105.839217, precision: 'device' },
      },
    },
    ...part,
  })
const screen = async (who: Actor, address: string): Promise<Response> => office.get(address, await office.cookieOf(who))
const press = async (who: Actor, address: string, fields: Record<string, string> = {}): Promise<Response> =>
  office.post(address, fields, await office.cookieOf(who))
/** Sends a picture with the form that carries files. */
async function bring(who: Actor, address: string, fields: Record<string, string>, picture?: Buffer): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (picture) form.set('picture', new File([new Uint8Array(picture)], 'anh.jpg', { type: 'image/jpeg' }))
  const { officeUrl } = office.config
  const cookie = await office.cookieOf(who)
  return office.office.request(`${officeUrl}${address}`, {
    method: 'POST',
    body: form,
    headers: { origin: officeUrl, cookie },
  })
}
/** Fine stripes, as a number plate is to a camera. */
async function stripes(): Promise<Buffer> {
  const raw = Buffer.alloc(600 * 400 * 3)
  for (let at = 0; at < raw.length; at++) raw[at] = Math.floor(at / 6) % 2 === 0 ? 0 : 255
  return sharp(raw, { raw: { width: 600, height: 400, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer()
}
const told = { moment: 'before', alt: 'Xe đỗ chắn hết vỉa hè', checked: 'on' }
const whole = { 'vung-1-trai': '0', 'vung-1-tren': '0', 'vung-1-rong': '100', 'vung-1-cao': '100' }
const mediaOf = async (caseId: number): Promise<number[]> =>
  (
    await database.owner
      .selectFrom('feedbackPhoto')
      .select('mediaId')
      .where('caseId', '=', caseId)
      .orderBy('id')
      .execute()
  ).map(({ mediaId }) => mediaId)
const detailOf = async (stored: { sha256: string; mime: string }): Promise<number> => {
  const file = path.join(office.config.home, 'test-files', stored.sha256.slice(0, 2), `${stored.sha256}.jpg`)
  return (await sharp(file).stats()).channels[0]!.stdev
}

describe('an officer looks at a report', () => {
  test('and finds the place, the words begun with what the machine hid, and the way back', async () => {
    const { caseId, number } = await report()
    const answer = await screen(d.coordinator, `/ho-so/${caseId}/phan-anh`)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain('Ngõ 7')
    expect(html).toContain('vị trí của máy người gửi')
    const begun = /name="words"[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
    expect(begun).toContain('đỗ chắn vỉa hè')
    expect(begun).not.toContain('0912')
    expect(begun).not.toContain('29A')
    expect(await htmlFaults(html)).toEqual([])
    expect(await (await screen(d.coordinator, `/ho-so/${caseId}`)).text()).toContain(`/ho-so/${caseId}/phan-anh`)
    for (const stranger of [d.otherCoordinator, d.socialOfficer, d.auditor])
      expect([403, 404], stranger.name).toContain((await screen(stranger, `/ho-so/${caseId}/phan-anh`)).status)
    const question = await d.upTo('received')
    expect((await screen(d.coordinator, `/ho-so/${question.caseId}/phan-anh`)).status).toBe(404)
    expect(
      (await press(d.coordinator, `/ho-so/${caseId}/phan-anh/dang`, { title: 'Xe đỗ chắn vỉa hè', words: begun }))
        .status,
    ).toBe(303)
    expect((await read(d.ward, `/phan-anh/${number}`)).status).toBe(200)
  })

  test('a refused form keeps what was typed and says what to do beside the field', async () => {
    const { caseId } = await report()
    const answer = await press(d.coordinator, `/ho-so/${caseId}/phan-anh/dang`, {
      title: 'Tiêu đề',
      words: body,
      exact: 'on',
    })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('hãy bỏ đi, hoặc nêu lý do để nguyên')
    expect(html).toContain('0912 345 678')
    expect(html).toMatch(/name="exact"[^>]*checked/)
    expect(await htmlFaults(html)).toEqual([])
    const place = await press(d.coordinator, `/ho-so/${caseId}/phan-anh/noi`, {
      unit: 'x',
      field: '',
      latitude: '1',
      longitude: '1',
    })
    expect(place.status).toBe(422)
    expect(await place.text()).toContain('Tọa độ chưa đúng')
    const unwanted = await report({ publicWanted: false })
    const shown = await (await screen(d.coordinator, `/ho-so/${unwanted.caseId}/phan-anh`)).text()
    expect(shown).toContain('không đồng ý đăng công khai')
    expect(shown).not.toContain('name="words"')
  })
})

describe('a picture of a report', () => {
  test('is public as the blurred copy alone, only with the tick, and only while the report is', async () => {
    const { caseId, number } = await report()
    const at = `/ho-so/${caseId}/phan-anh`
    const form = await (await screen(d.coordinator, `${at}/anh`)).text()
    expect(await htmlFaults(form)).toEqual([])
    expect(form).toContain('Đã kiểm tra khuôn mặt, biển số')
    for (const [fields, message] of [
      [{ ...told, checked: '' }, 'Hãy nhìn kỹ ảnh'],
      [{ ...told, alt: '' }, 'Hãy mô tả ảnh'],
      [{ ...told, alt: 'Xe của ông Nguyễn Văn Tài' }, 'Mô tả ảnh còn thông tin cá nhân'],
      [{ ...told, moment: 'x' }, 'trước hay sau'],
      [{ ...told, 'vung-2-trai': '5' }, 'Vùng làm mờ ghi bằng phần trăm'],
    ] as const) {
      const refused = await bring(d.coordinator, `${at}/anh`, fields, await stripes())
      expect(refused.status, message).toBe(422)
      expect(await refused.text(), message).toContain(message)
    }
    for (const broken of [undefined, Buffer.from('<svg/>'), (await stripes()).subarray(0, 200)])
      expect((await bring(d.coordinator, `${at}/anh`, told, broken)).status).toBe(422)
    expect(await mediaOf(caseId)).toEqual([])
    const added = await bring(d.coordinator, `${at}/anh`, { ...told, ...whole }, await stripes())
    expect(added.headers.get('location')).toBe(`${at}?da=anh`)
    const [mediaId] = await mediaOf(caseId)
    const media = await database.owner
      .selectFrom('media')
      .selectAll()
      .where('id', '=', mediaId!)
      .executeTakeFirstOrThrow()
    expect(media).toMatchObject({ siteId: d.ward.id, kind: 'image', alt: told.alt })
    expect(await detailOf(media)).toBeLessThan(15)
    const photo = await database.owner
      .selectFrom('feedbackPhoto')
      .selectAll()
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(photo).toMatchObject({ checkedBy: d.coordinator.id, moment: 'before' })
    expect((await screen(d.coordinator, `${at}/anh/${photo.id}`)).headers.get('content-type')).toContain('image/')
    const isPublic = async (): Promise<boolean> =>
      (await database.delivery.selectFrom('publicMedia').select('id').where('id', '=', mediaId!).executeTakeFirst()) !==
      undefined
    expect(await isPublic()).toBe(false)
    await press(d.coordinator, `${at}/dang`, { title: 'Xe đỗ chắn vỉa hè', words: 'Xe đỗ chắn vỉa hè.' })
    expect(await isPublic()).toBe(true)
    expect(await (await read(d.ward, `/phan-anh/${number}`)).text()).toContain(`alt="${told.alt}"`)
    await press(d.coordinator, `${at}/go`, { reason: 'personal' })
    expect(await isPublic()).toBe(false)
    await press(d.coordinator, `${at}/dang`, { title: 'Xe đỗ chắn vỉa hè', words: 'Xe đỗ chắn vỉa hè.' })
    expect((await press(d.coordinator, `${at}/anh/${photo.id}/bo`)).status).toBe(303)
    expect(await isPublic()).toBe(false)
    expect(await (await read(d.ward, `/phan-anh/${number}`)).text()).not.toContain(told.alt)
    expect((await press(d.coordinator, `${at}/anh/${photo.id}/bo`)).status).toBe(404)
  })

  test('of the sender is blurred from the sealed file, which never leaves the office', async () => {
    const formToken = newFormToken()
    const files = caseFiles(office.config)
    const place = { intake: database.delivery, files, key: d.key }
    await takeAttachment(place, { name: 'IMG_0001.jpg', body: await stripes(), formToken, visitor: '' })
    const { caseId } = await report({ formToken })
    await cleanAttachments({ db: database.db, files, keyring: d.keyring }, createLogger('silent'))
    const { id } = await database.owner
      .selectFrom('caseAttachment')
      .select('id')
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    const at = `/ho-so/${caseId}/phan-anh/anh`
    const form = await (await screen(d.coordinator, `${at}?tep=${id}`)).text()
    expect(form).toContain(`src="/ho-so/${caseId}/tep/${id}"`)
    expect(await htmlFaults(form)).toEqual([])
    const other = await report()
    expect((await screen(d.coordinator, `/ho-so/${other.caseId}/phan-anh/anh?tep=${id}`)).status).toBe(404)
    expect(
      (await bring(d.coordinator, `/ho-so/${other.caseId}/phan-anh/anh`, { ...told, tep: String(id) })).status,
    ).not.toBe(303)
    expect((await bring(d.coordinator, at, { ...told, ...whole, tep: String(id) })).status).toBe(303)
    const [mediaId] = await mediaOf(caseId)
    const media = await database.owner
      .selectFrom('media')
      .selectAll()
      .where('id', '=', mediaId!)
      .executeTakeFirstOrThrow()
    expect(await detailOf(media)).toBeLessThan(15)
    expect(media.name).not.toContain('IMG_0001')
    await d.act((tx) =>
      removeMedia(
        tx,
        { ...d.coordinator, memberships: [{ siteId: d.ward.id, role: 'editor' }] },
        { mediaId: mediaId! },
      ),
    )
    expect(await mediaOf(caseId)).toEqual([])
  })
})

describe('the administrator of the network', () => {
  test('gives a key to a program, sees it once, and takes it back', async () => {
    const empty = await (await screen(d.networkAdmin, '/open311')).text()
    expect(empty).toContain('Chưa cấp khóa nào')
    expect(await htmlFaults(empty)).toEqual([])
    const refused = await press(d.networkAdmin, '/open311/khoa', { name: '', contact: 'x', limit: '0' })
    expect(refused.status).toBe(422)
    const given = await press(d.networkAdmin, '/open311/khoa', {
      name: 'Ứng dụng thử',
      contact: 'Công ty thử',
      site: '',
      limit: '50',
    })
    const html = await given.text()
    const key = /<code>([0-9A-Z]{32})<\/code>/.exec(html)?.[1]
    expect(key).toBeDefined()
    expect(await htmlFaults(html)).toEqual([])
    expect(given.headers.get('cache-control')).toContain('no-store')
    const later = await (await screen(d.networkAdmin, '/open311')).text()
    expect(later).not.toContain(key)
    const [, id] = /\/open311\/khoa\/(\d+)\/thu-hoi/.exec(later) ?? []
    expect((await press(d.networkAdmin, `/open311/khoa/${id}/thu-hoi`)).status).toBe(303)
    expect(await (await screen(d.auditor, '/open311')).text()).toContain('Đã thu hồi')
    for (const stranger of [d.siteAdmin, d.leader]) expect((await screen(stranger, '/open311')).status).toBe(403)
  })
})
