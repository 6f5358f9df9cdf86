import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { caseDesk, someAnswer, type CaseDesk } from '../../tests/support/cases.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import {
  asJson,
  definition,
  discovery,
  errors,
  parse,
  receipt,
  request,
  service,
} from '../../tests/support/georeport.ts'
import { hostileText } from '../../tests/support/hostile.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { approveAnswer } from '../cases/approve-answer.ts'
import { assignCase } from '../cases/assign-case.ts'
import { saveAnswer } from '../cases/save-answer.ts'
import { submitAnswer } from '../cases/submit-answer.ts'
import { publishFeedback } from '../feedback/publish-feedback.ts'
import { Forbidden, Refused } from '../refusals.ts'
import { open } from '../sealing/seal.ts'
import { issueKey } from './issue-key.ts'
import { open311PublicRoutes } from './public.tsx'
import { revokeKey } from './revoke-key.ts'

let database: TestDatabase
let d: CaseDesk
let read: Reader
let key: string
let made = 0

beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
  read = reader(database.delivery, open311PublicRoutes)
  key = (await issue()).key
})
afterAll(() => database.drop())

const issue = (part: { siteId?: number; dailyLimit?: number } = {}) =>
  d.act((tx) =>
    issueKey(tx, d.networkAdmin, {
      name: 'Ứng dụng thử',
      contact: 'Công ty thử, 024.0000.0000',
      siteId: null,
      dailyLimit: 200,
      ...part,
    }),
  )
const get = (address: string, site = d.ward): Promise<Response> => read(site, `/open311/v2/${address}`)
/** Both forms of an answer, checked to say the same. */
async function both<T>(address: string, shape: z.ZodType<T>, status = 200): Promise<T> {
  const [path, query = ''] = address.split('?')
  const at = (format: string): Promise<Response> => get(`${path}.${format}${query && `?${query}`}`)
  const [json, xml] = [await at('json'), await at('xml')]
  expect([json.status, xml.status], address).toEqual([status, status])
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  for (const answer of [json, xml]) expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const said = shape.parse(await json.json())
  const inXml = asJson(parse(await xml.text()))
  const plain = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (_, one: unknown) => (one === '' ? null : one)))
  expect(plain(inXml), address).toEqual(plain(said))
  return said
}
const report = {
  service_code: 'cap-thoat-nuoc',
  lat: '21.045432',
  long: '105.839217',
  address_string: 'Nhà số 7 ngách 12 đường ven hồ',
  email: 'hoang.yen@canary.example',
  first_name: 'Yến',
  last_name: 'Chim Hoàng',
  phone: '0912 345 678',
  device_id: 'tt222111',
  description: 'Ba cột đèn liền nhau không sáng.\nBuổi tối rất tối.',
}
const post = (fields: Record<string, string>, format = 'json', site = d.ward): Promise<Response> =>
  read(site, `/open311/v2/requests.${format}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  })
const refused = async (answer: Response, status: number): Promise<string> => {
  expect(answer.status).toBe(status)
  return errors
    .parse(await answer.json())
    .map(({ description }) => description)
    .join('; ')
}
const newest = () =>
  database.owner.selectFrom('citizenCase').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
const countCases = async (): Promise<number> =>
  (
    await database.owner
      .selectFrom('citizenCase')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n
/** A report a program sent, each with words of its own. */
async function sent(fields: Record<string, string> = {}): Promise<{ id: string; caseId: number; number: string }> {
  const answer = await post({ api_key: key, ...report, description: `${report.description} Lần ${++made}.`, ...fields })
  const [{ service_request_id: id }] = receipt.parse(await answer.json())
  const { id: caseId, number } = await newest()
  return { id, caseId, number }
}
const words = {
  title: 'Đèn đường ven hồ không sáng',
  words: 'Ba cột đèn <b>liền nhau</b> & tối.',
  place: 'Đường ven hồ',
  answer: '',
  stand: '',
  exact: false,
}
async function published(fields: Record<string, string> = {}) {
  const one = await sent({ 'attribute[cong-khai]': 'co', ...fields })
  await d.act((tx) => publishFeedback(tx, d.coordinator, { caseId: one.caseId, ...words }))
  return one
}

describe('a program looks around', () => {
  test('discovery, services and a definition have every field of the standard in both forms', async () => {
    const found = await both('discovery', discovery)
    expect(found.endpoints[0]!.url).toBe('http://ba-dinh.test:3000/open311/v2')
    const services = await both('services', z.array(service))
    expect(services.map(({ service_code }) => service_code)).toContain('cap-thoat-nuoc')
    // Fields in which nothing is reported are no services.
    expect(services.map(({ service_code }) => service_code)).not.toContain('ho-tich')
    const one = await both('services/cap-thoat-nuoc', definition)
    expect(one.attributes[0]!.code).toBe('cong-khai')
    await both('requests', z.array(request))
  })

  test('what does not exist is 404, what cannot be understood 400, in the form of the standard', async () => {
    for (const none of [
      'services/khong-co',
      'services/ho-tich',
      'requests/HN-2026-999999',
      'requests/0123456789AB',
      'tokens/123456',
      'gi-do',
      'gi-do/1',
      'services?jurisdiction_id=city.gov',
      'constructor',
      'toString/1',
    ])
      await both(none, errors, 404)
    for (const wrong of [
      'requests?status=lost',
      'requests?start_date=yesterday',
      'requests?start_date=2026-02-30T00:00:00Z',
      'requests?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z',
      'requests?start_date=2026-06-01T00:00:00Z&end_date=2026-01-01T00:00:00Z',
      'requests?end_date=2026-01-01T00:00:00',
      'tokens',
    ])
      await both(wrong, errors, 400)
    expect((await get('requests.yaml')).status).toBe(404)
    expect((await get('services')).headers.get('content-type')).toBe('text/xml; charset=utf-8')
  })

  test('its portal may be named by key or host; an empty argument is none', async () => {
    for (const named of ['', 'ba-dinh', 'ba-dinh.test', 'BA-DINH'])
      expect((await get(`services.json?jurisdiction_id=${named}`)).status, named).toBe(200)
    await both('requests?status=&start_date=&service_code=&service_request_id=', z.array(request))
  })
})

/** Hostile, and short enough to be read whole. */
const odd = hostileText.map((text) => text.toWellFormed().slice(0, 4500))

describe('a program sends a report', () => {
  test('and gets its number; case, place and clock are there, the sender is sealed, nothing else is kept', async () => {
    const { id, caseId } = await sent()
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    const row = await newest()
    expect(row).toMatchObject({
      kind: 'feedback',
      channel: 'open311',
      siteId: d.ward.id,
      fieldId: d.fields['cap-thoat-nuoc'],
      publicWanted: false,
      state: 'received',
    })
    expect(row.dueAt).not.toBeNull()
    const place = await database.owner
      .selectFrom('feedbackPlace')
      .selectAll()
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(place).toMatchObject({ latitude: 21.045432, longitude: 105.839217, address: report.address_string })
    const sender = await database.owner
      .selectFrom('caseSender')
      .selectAll()
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(await open(d.keyring, sender.sealed!)).toMatchObject({
      name: 'Chim Hoàng Yến',
      email: report.email,
      phone: report.phone,
    })
    const tables = [row, place, sender, ...(await database.owner.selectFrom('auditEvent').selectAll().execute())]
    for (const secret of [report.email, report.phone, 'Chim Hoàng', report.device_id, key])
      expect(JSON.stringify(tables)).not.toContain(secret)
  })

  test('a denunciation it passes on is sealed, and its place with it', async () => {
    const { caseId } = await sent({ description: 'Tôi xin tố cáo cán bộ nhận tiền khi cấp phép xây dựng nhà ở.' })
    const row = await newest()
    expect(row).toMatchObject({ kind: 'sealed_letter', title: '', body: '', details: {} })
    const place = await database.owner.selectFrom('feedbackPlace').selectAll().where('caseId', '=', caseId).execute()
    expect(place).toEqual([])
  })

  test('in XML too, by address alone, and in another encoding of the same form', async () => {
    const answer = await post({ api_key: key.toLowerCase(), ...report, lat: '', long: '' }, 'xml')
    expect(answer.status).toBe(200)
    receipt.parse(asJson(parse(await answer.text())))
    expect(
      await database.owner
        .selectFrom('feedbackPlace')
        .select('precision')
        .where('caseId', '=', (await newest()).id)
        .executeTakeFirst(),
    ).toEqual({ precision: 'none' })
  })

  test('the same again on the same day is one report with one number', async () => {
    const fields = { api_key: key, ...report, description: 'Gửi hai lần vì mất mạng giữa chừng.' }
    const [one, other] = await Promise.all([post(fields), post(fields)])
    const before = await countCases()
    expect(receipt.parse(await one.json())[0].service_request_id).toBe(
      receipt.parse(await other.json())[0].service_request_id,
    )
    await post(fields)
    expect(await countCases()).toBe(before)
  })

  test('only with a key that was given, is not taken back, is for this portal and has room today', async () => {
    const before = await countCases()
    for (const wrong of ['', 'xyz', 'A'.repeat(32)])
      expect(await refused(await post({ ...report, api_key: wrong }), 403)).toContain('api_key')
    const elsewhere = await issue({ siteId: d.otherWard.id })
    await refused(await post({ ...report, api_key: elsewhere.key }), 403)
    const { key: gone, keyId } = await issue()
    await d.act((tx) => revokeKey(tx, d.networkAdmin, { keyId }))
    await refused(await post({ ...report, api_key: gone }), 403)
    const { key: small } = await issue({ dailyLimit: 2 })
    for (let i = 0; i < 2; i++)
      expect((await post({ ...report, description: `Phản ánh số ${i} của ứng dụng nhỏ`, api_key: small })).status).toBe(
        200,
      )
    const full = await post({ ...report, description: 'Phản ánh thứ ba của ứng dụng nhỏ', api_key: small })
    expect(await refused(full, 400)).toContain('today')
    expect(await countCases()).toBe(before + 2)
  })

  test('everything that is wrong with it is said at once, and nothing is taken', async () => {
    const before = await countCases()
    const say = async (fields: Record<string, string>, status = 400): Promise<string> =>
      refused(await post({ api_key: key, ...report, ...fields }), status)
    expect(await say({ service_code: '' })).toContain('service_code was not provided')
    expect(await say({ service_code: 'khong-co' }, 404)).toContain('service_code was not found')
    expect(await say({ jurisdiction_id: 'city.gov' }, 404)).toContain('jurisdiction_id')
    expect(await say({ lat: '', long: '', address_string: '' })).toContain('lat and long, or address_string')
    expect(await say({ lat: '', long: '', address_string: '', address_id: '7' })).toContain('address_id is not known')
    expect(await say({ lat: '37.76', long: '-122.42' })).toContain('within Vietnam')
    expect(await say({ long: '' })).toContain('both in degrees')
    expect(await say({ description: 'x'.repeat(4001) })).toContain('at most 4000')
    expect(await say({ media_url: 'javascript:alert(1)' })).toContain('media_url')
    const all = await say({ description: '', email: 'không phải thư', phone: 'gọi tôi' })
    for (const part of ['description', 'email', 'phone']) expect(all).toContain(part)
    expect(await countCases()).toBe(before)
    const { caseId } = await sent({ media_url: 'https://anh.example/1.jpg' })
    const { body } = await database.owner
      .selectFrom('citizenCase')
      .select('body')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(body).toContain('https://anh.example/1.jpg')
    expect(body).toContain('không tải về')
  })

  test('nothing it may send is answered with a failure of ours', async () => {
    const before = (type: string, body: string): Promise<Response> =>
      read(d.ward, '/open311/v2/requests.json', { method: 'POST', body, headers: { 'content-type': type } })
    for (const [type, body] of [
      ['application/json', '{}'],
      ['multipart/form-data; boundary=x', '--x--'],
      ['text/plain', 'x'],
      ['application/x-www-form-urlencoded; charset=utf-16', 'a=b'],
      ['application/x-www-form-urlencoded', `description=${'x'.repeat(120_000)}`],
    ] as const)
      expect([(await before(type, body)).status, type]).toEqual([400, type])
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(...Object.keys(report), 'jurisdiction_id', 'attribute[cong-khai]', 'media_url'),
          odd,
        ),
        async (fields) => {
          const answer = await post({ ...report, api_key: key, ...fields })
          expect([200, 400, 403, 404]).toContain(answer.status)
          await answer.text()
        },
      ),
      { numRuns: 60 },
    )
    await fc.assert(
      fc.asyncProperty(
        odd.map((text) => text.slice(0, 150)),
        fc.constantFrom(
          'requests.xml?status=',
          'requests.json?start_date=',
          'requests/',
          'services/',
          'requests.xml?service_request_id=',
          'requests.json?service_code=',
        ),
        async (text, at) => {
          const answer = await get(`${at}${encodeURIComponent(text)}`)
          expect([200, 400, 404, 414]).toContain(answer.status)
          if (answer.headers.get('content-type')?.startsWith('text/xml')) parse(await answer.text())
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a program reads reports', () => {
  test('those made public, with the words and the rounded point of the moderator', async () => {
    const { id } = await published()
    const [one] = await both(`requests/${id}`, z.tuple([request]))
    expect(one).toMatchObject({
      service_request_id: id,
      status: 'open',
      service_code: 'cap-thoat-nuoc',
      description: `${words.title}\n\n${words.words}`,
      lat: 21.0455,
      long: 105.839,
      media_url: null,
    })
    expect(one.address).toContain('Đường ven hồ')
    expect(Date.parse(one.expected_datetime!)).toBeGreaterThan(Date.parse(one.requested_datetime))
    const list = await both('requests', z.array(request))
    expect(list.map(({ service_request_id }) => service_request_id)).toContain(id)
    for (const secret of ['canary', 'Nhà số 7', '0912', 'Chim', '21.0454'])
      expect(JSON.stringify(list)).not.toContain(secret)
  })

  test('one that is not public tells where it stands to who has its number, and nothing to anybody else', async () => {
    const { id, number, caseId } = await sent()
    const [one] = await both(`requests/${id}`, z.tuple([request]))
    expect(one).toMatchObject({ service_request_id: id, status: 'open', service_code: 'cap-thoat-nuoc' })
    for (const empty of [
      'description',
      'address',
      'lat',
      'long',
      'media_url',
      'agency_responsible',
      'zipcode',
      'address_id',
    ] as const)
      expect(one[empty]).toBeNull()
    // The number of the case counts up: it opens nothing that is not public.
    await both(`requests/${number}`, errors, 404)
    expect(await both(`requests?service_request_id=${number}`, z.array(request))).toEqual([])
    const list = await both('requests', z.array(request))
    expect(list.map(({ service_request_id }) => service_request_id)).not.toContain(id)
    expect((await get(`requests/${id}.json`, d.otherWard)).status).toBe(404)
    expect((await get(`requests/${id}.json`, d.city)).status).toBe(200)
    // Held back as spam, it looks like any other that was received.
    await database.owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`update citizen_case set state = 'quarantined' where id = ${caseId}`.execute(tx)
    })
    expect((await both(`requests/${id}`, z.tuple([request])))[0].status).toBe('open')
  })

  test('by number, state, service and time', async () => {
    const [first, second, third] = [await published(), await published({ service_code: 'giao-thong' }), await sent()]
    const ids = async (query: string): Promise<string[]> =>
      (await both(`requests?${query}`, z.array(request))).map(({ service_request_id }) => service_request_id)
    expect(new Set(await ids(`service_request_id=${first.id},${third.id},${first.id}&status=closed`))).toEqual(
      new Set([first.id, third.id]),
    )
    expect(await ids('service_code=giao-thong')).toContain(second.id)
    expect(await ids('service_code=giao-thong')).not.toContain(first.id)
    expect(await ids('service_code=giao-thong,cap-thoat-nuoc')).toEqual(expect.arrayContaining([first.id, second.id]))
    expect(await ids('service_code=khong-co')).toEqual([])
    expect(await ids('end_date=2025-01-01T00:00:00Z')).toEqual([])
    // Whole seconds: this one is not over yet.
    const now = new Date(Date.now() + 1000).toISOString().slice(0, 19)
    expect(
      await ids(`start_date=${new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)}Z&end_date=${now}Z`),
    ).toContain(first.id)
    expect(await ids('start_date=2024-01-01T00:00:00%2B07:00&end_date=2024-01-02T00:00:00 07:00')).toEqual([])
    expect(await ids('status=closed')).not.toContain(first.id)
    expect(await ids('status=open,closed')).toContain(first.id)
    expect(
      (await get(`requests.json?service_request_id=${Array.from({ length: 101 }, () => first.id).join(',')}`)).status,
    ).toBe(400)
  })

  test('closed once it was answered, with the answer where that is public', async () => {
    const { id, caseId } = await published()
    await d.act((tx) => assignCase(tx, d.coordinator, { caseId, divisionId: d.urban, officerId: d.officer.id }))
    await d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId }))
    await d.act((tx) => submitAnswer(tx, d.officer, { caseId }))
    await d.act((tx) => approveAnswer(tx, d.leader, { caseId }))
    const [one] = await both(`requests/${id}`, z.tuple([request]))
    expect(one).toMatchObject({ status: 'closed', status_notes: 'Đã xử lý' })
    await d.act((tx) => publishFeedback(tx, d.coordinator, { caseId, ...words, answer: 'Đèn đã được thay.' }))
    expect((await both(`requests/${id}`, z.tuple([request])))[0].status_notes).toBe('Đèn đã được thay.')
  })
})

describe('a key', () => {
  test('is given by the administrator of the network alone, once, and the database cannot give it back', async () => {
    for (const by of [d.siteAdmin, d.leader, d.auditor])
      await expect(
        d.act((tx) => issueKey(tx, by, { name: 'x', contact: 'y', siteId: null, dailyLimit: 1 })),
      ).rejects.toThrow(Forbidden)
    const before = await d.events()
    const { key: given, keyId } = await issue()
    expect(await d.events()).toBe(before + 1)
    const all = JSON.stringify([
      await database.owner.selectFrom('open311Key').selectAll().execute(),
      await database.owner.selectFrom('auditEvent').selectAll().execute(),
    ])
    expect(all).not.toContain(given)
    await d.act((tx) => revokeKey(tx, d.networkAdmin, { keyId }))
    await expect(d.act((tx) => revokeKey(tx, d.networkAdmin, { keyId }))).rejects.toThrow(Refused)
    const wrong = await d
      .act((tx) => issueKey(tx, d.networkAdmin, { name: ' ', contact: '', siteId: 999_999, dailyLimit: 0 }))
      .catch((error: unknown) => error)
    expect((wrong as Refused).codes).toEqual(['name:missing', 'contact:missing', 'limit:range', 'site:unknown'])
  })
})
