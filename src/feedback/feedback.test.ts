import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, someAnswer, type CaseDesk } from '../../tests/support/cases.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { allPublicRoutes, reader, type Reader } from '../../tests/support/reader.ts'
import { assignCase } from '../cases/assign-case.ts'
import { saveAnswer } from '../cases/save-answer.ts'
import { submitAnswer } from '../cases/submit-answer.ts'
import { approveAnswer } from '../cases/approve-answer.ts'
import { rejectCase } from '../cases/reject-case.ts'
import { inTransaction } from '../database/connect.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import { open } from '../sealing/seal.ts'
import { forgetFeedbackVoices } from './forget-voices.ts'
import { placeFeedback } from './place-feedback.ts'
import { feedbackPublicRoutes } from './public.tsx'
import { publishFeedback } from './publish-feedback.ts'
import { withdrawFeedback } from './withdraw-feedback.ts'

let database: TestDatabase
let d: CaseDesk
let read: Reader
let ward: { id: number; code: string }
let made = 0

const routes = [...allPublicRoutes, ...feedbackPublicRoutes]
/** Words of a sender that must turn up nowhere in public. */
const canary = {
  name: 'Chim Hoàng Yến',
  email: 'hoang.yen@canary.example',
  phone: '0912 345 678',
  home: 'Nhà số 7 ngách 12',
}
const lake = { latitude: 21.045432, longitude: 105.839217 }

beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
  // The wards of the test network stand below the city's unit, as wards do.
  await sql`update unit set kind = 'province' where id = (select unit_id from site where id = ${d.city.id})`.execute(
    database.owner,
  )
  await sql`update unit set parent_id = (select unit_id from site where id = ${d.city.id})
    where id in (select unit_id from site where id in (${d.ward.id}, ${d.otherWard.id}))`.execute(database.owner)
  ward = await database.owner
    .selectFrom('unit as u')
    .innerJoin('site as s', 's.unitId', 'u.id')
    .select(['u.id', 'u.code'])
    .where('s.id', '=', d.ward.id)
    .executeTakeFirstOrThrow()
  read = reader(database.delivery, routes)
})
afterAll(() => database.drop())

const post = (address: string, fields: Record<string, string>, who = `doc-${++made}`): Promise<Response> =>
  read(d.ward, address, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': who },
  })
const page = async (address: string, site = d.ward): Promise<string> => (await read(site, address)).text()

/** What a sender types, step by step. */
const matter = {
  'linh-vuc': 'cap-thoat-nuoc',
  'tieu-de': 'Đèn đường ven hồ không sáng',
  'noi-dung': 'Ba cột đèn liền nhau không sáng từ đầu tuần, buổi tối rất tối.',
}
const where = () => ({ phuong: ward.code, 'dia-diem': canary.home, 'vi-do': '21.045432', 'kinh-do': '105,839217' })
const sender = {
  'ho-ten': canary.name,
  'thu-dien-tu': canary.email,
  'dien-thoai': canary.phone,
  'dong-y-xu-ly': '1',
  'dong-y-dang': '1',
}
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** Opens the form and sends it with these fields, as a browser without script does. */
async function sendForm(fields: Record<string, string>, who?: string): Promise<Response> {
  const form = await page('/phan-anh/gui-phan-anh')
  return post(
    '/phan-anh/gui-phan-anh',
    { buoc: '3', di: 'gui', phieu: hidden(form, 'phieu'), luc: hidden(form, 'luc'), ...fields },
    who,
  )
}
const newest = () =>
  database.owner.selectFrom('citizenCase').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
const placeOf = (caseId: number) =>
  database.owner.selectFrom('feedbackPlace').selectAll().where('caseId', '=', caseId).executeTakeFirst()

/** A report that arrived through the form and is not held back. */
async function sent(fields: Record<string, string> = {}): Promise<{ id: number; number: string }> {
  const answer = await sendForm({ ...matter, ...where(), ...sender, ...fields })
  expect(answer.status).toBe(303)
  const { id, number } = await newest()
  await sql`update citizen_case set state = 'received' where id = ${id} and state = 'quarantined'`.execute(
    database.owner,
  )
  return { id, number }
}
const words = {
  title: 'Đèn đường ven hồ không sáng',
  words: 'Ba cột đèn liền nhau không sáng.',
  place: 'Đường ven hồ',
  answer: '',
  stand: '',
}
const publish = (caseId: number, part: Partial<typeof words & { exact: boolean }> = {}) =>
  d.act((tx) => publishFeedback(tx, d.coordinator, { caseId, exact: false, ...words, ...part }))
async function published(part: Parameters<typeof publish>[1] = {}, fields: Record<string, string> = {}) {
  const one = await sent(fields)
  await publish(one.id, part)
  return one
}
const assign = (caseId: number) =>
  d.act((tx) => assignCase(tx, d.coordinator, { caseId, divisionId: d.urban, officerId: d.officer.id }))
const refusal = async (work: Promise<unknown>): Promise<readonly string[]> => {
  const error = await work.catch((one: unknown) => one)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).codes
}

describe('somebody reports a matter', () => {
  test('in three steps without script, with a place, and the sender is sealed', async () => {
    const first = await read(d.ward, '/phan-anh/gui-phan-anh')
    const html = await first.text()
    expect(first.headers.get('cache-control')).toContain('no-store')
    expect(first.headers.get('set-cookie')).toBeNull()
    expect(await htmlFaults(html)).toEqual([])
    const carried = { phieu: hidden(html, 'phieu'), luc: hidden(html, 'luc') }
    const second = await (await post('/phan-anh/gui-phan-anh', { ...carried, ...matter, buoc: '1', di: '2' })).text()
    expect(second).toContain('Nơi xảy ra')
    expect(second).toContain(`<option value="${ward.code}" selected`)
    expect(await htmlFaults(second)).toEqual([])
    const third = await (
      await post('/phan-anh/gui-phan-anh', { ...carried, ...matter, ...where(), buoc: '2', di: '3' })
    ).text()
    expect(third).toContain('Kiểm tra và gửi')
    expect(third).toContain('21.04543, 105.83922')
    expect(await htmlFaults(third)).toEqual([])
    const done = await post('/phan-anh/gui-phan-anh', {
      ...carried,
      ...matter,
      ...where(),
      ...sender,
      buoc: '3',
      di: 'gui',
    })
    expect(done.status).toBe(303)
    expect(done.headers.get('location')).toMatch(/^\/theo-doi\/[0-9A-Z-]{19}/)
    const row = await newest()
    expect(row).toMatchObject({
      kind: 'feedback',
      channel: 'web',
      title: matter['tieu-de'],
      publicWanted: true,
      siteId: d.ward.id,
    })
    expect(row.dueAt).not.toBeNull()
    expect(await placeOf(row.id)).toMatchObject({ unitId: ward.id, address: canary.home, ...lake, precision: 'point' })
    const kept = await database.owner
      .selectFrom('caseSender')
      .selectAll()
      .where('caseId', '=', row.id)
      .executeTakeFirstOrThrow()
    expect(await open(d.keyring, kept.sealed!)).toMatchObject({ name: canary.name, email: canary.email })
  })

  test('what is wrong stands beside its field at its step, and what was typed is kept', async () => {
    const wrong = await sendForm({ ...matter, ...where(), 'tieu-de': 'Ngắn', 'linh-vuc': 'khong-co' })
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(html).toContain('Hãy chọn lĩnh vực')
    expect(html).toContain('value="Ngắn"')
    expect(await htmlFaults(html)).toEqual([])
    for (const [fields, message] of [
      [{ 'vi-do': '105.8', 'kinh-do': '21.0' }, 'Tọa độ chưa đúng'],
      [{ 'vi-do': '21.0', 'kinh-do': '' }, 'Tọa độ chưa đúng'],
      [{ 'dia-diem': '', 'vi-do': '', 'kinh-do': '' }, 'Hãy ghi địa điểm'],
      [{ phuong: 'khong-co' }, 'Hãy chọn phường, xã'],
      [{ 'dia-diem': 'x'.repeat(301) }, 'Dài quá 300 ký tự'],
    ] as const) {
      const answer = await sendForm({ ...matter, ...where(), ...fields })
      expect(answer.status, message).toBe(422)
      expect(await answer.text(), message).toContain(message)
    }
  })

  test('what looks like a denunciation arrives sealed: its words and its place are readable in no table', async () => {
    const accused = 'Tôi tố cáo ông Mỗ nhận tiền khi cấp phép xây dựng'
    const answer = await sendForm({ ...matter, ...where(), ...sender, 'tieu-de': accused, 'noi-dung': `${accused}.` })
    expect(answer.status).toBe(303)
    const { id, kind, title, body } = await newest()
    expect({ kind, title, body, place: await placeOf(id) }).toEqual({
      kind: 'sealed_letter',
      title: '',
      body: '',
      place: undefined,
    })
  })

  test('a form sent twice is one case with one place', async () => {
    const form = await page('/phan-anh/gui-phan-anh')
    const fields = {
      buoc: '3',
      di: 'gui',
      phieu: hidden(form, 'phieu'),
      luc: hidden(form, 'luc'),
      ...matter,
      ...where(),
    }
    const [one, other] = [await post('/phan-anh/gui-phan-anh', fields), await post('/phan-anh/gui-phan-anh', fields)]
    expect(one.headers.get('location')).toBe(other.headers.get('location'))
    const { count } = await database.owner
      .selectFrom('feedbackPlace')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('caseId', '=', (await newest()).id)
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })

  test('the place of a case and its public words cannot be read or written by the public face', async () => {
    for (const query of [
      'select 1 from feedback_place',
      'select 1 from public_feedback',
      'select 1 from open311_key',
      'select 1 from feedback_voice',
    ])
      await expect(sql.raw(query).execute(database.delivery), query).rejects.toThrow('permission denied')
    const forged = JSON.stringify({ kind: 'question', siteId: d.ward.id })
    await expect(sql`select take_feedback(${forged}::jsonb)`.execute(database.delivery)).rejects.toThrow('not feedback')
  })
})

describe('a moderator makes a report public', () => {
  test('with words of the office, a rounded point, and nothing of the sender', async () => {
    const { number } = await published({ title: 'Đèn ven hồ tắt' })
    const shown = await read(d.ward, `/phan-anh/${number}`)
    const html = await shown.text()
    expect(shown.status).toBe(200)
    expect(html).toContain('Đèn ven hồ tắt')
    expect(html).toContain('Hạn trả lời: hết ngày')
    // 21.045432 and 105.839217, to a 2000th of a degree.
    expect(html).toContain('21.04550, 105.83900')
    expect(html).toContain('làm tròn khoảng 50 m')
    for (const secret of [...Object.values(canary), '21.0454', '105.8392', matter['noi-dung']])
      expect(html).not.toContain(secret)
    expect(await htmlFaults(html)).toEqual([])
    const points = await (await read(d.ward, '/phan-anh/diem.json')).text()
    expect(points).toContain('[105.839,21.0455]')
    expect(points).not.toContain(canary.home)
  })

  test('the exact point of a street matter only when it is said to be one', async () => {
    const { id, number } = await published({ exact: true, title: 'Ổ gà giữa đường' })
    expect(await page(`/phan-anh/${number}`)).toContain('21.04543, 105.83922')
    await publish(id, { exact: false })
    expect(await page(`/phan-anh/${number}`)).not.toContain('21.04543')
    // The database holds to it too.
    const unrounded = sql`update public_feedback set latitude = 21.045432 where case_id = ${id}`.execute(database.db)
    await expect(unrounded).rejects.toThrow('rounded')
  })

  test('not without the sender’s agreement, nor while it is held back, nor with something personal left in it', async () => {
    const unwanted = await sent({ 'dong-y-dang': '' })
    expect(await refusal(publish(unwanted.id))).toContain('form:not-wanted')
    const spam = await sent()
    await d.act((tx) => rejectCase(tx, d.coordinator, { caseId: spam.id, note: 'Thư rác' }))
    expect(await refusal(publish(spam.id))).toContain('form:state')
    const { id } = await sent()
    expect(await refusal(publish(id, { words: `Gọi cho tôi: ${canary.phone}` }))).toEqual(['words:personal'])
    expect(await refusal(publish(id, { title: '', words: '' }))).toEqual(['title:missing', 'words:missing'])
    expect(await refusal(publish(id, { words: `Gọi ${canary.phone}`, stand: 'ngắn' }))).toEqual(['stand:short'])
    await publish(id, { words: 'Đường dây nóng của phường: 0912 345 678', stand: 'Số đường dây nóng của phường' })
    const row = await database.owner
      .selectFrom('publicFeedback')
      .selectAll()
      .where('caseId', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.letStand).toMatchObject([{ field: 'words', reason: 'Số đường dây nóng của phường' }])
    expect(row.moderatedBy).toBe(d.coordinator.id)
  })

  test('only who deals with it; each act leaves one event, and none when it is refused', async () => {
    const { id } = await sent()
    const as = (by: CaseDesk['officer']) =>
      d.act((tx) => publishFeedback(tx, by, { caseId: id, exact: false, ...words }))
    for (const stranger of [d.otherLeader, d.socialOfficer, d.siteAdmin, d.auditor, d.networkAdmin])
      await expect(as(stranger), stranger.name).rejects.toSatisfy(
        (error) => error instanceof NotFound || error instanceof Forbidden,
      )
    const before = await d.events()
    await refusal(publish(id, { title: '' }))
    expect(await d.events()).toBe(before)
    await as(d.leader)
    expect(await d.events()).toBe(before + 1)
    await assign(id)
    await as(d.officer)
    const events = await database.owner.selectFrom('auditEvent').selectAll().orderBy('id', 'desc').limit(1).execute()
    expect(events[0]).toMatchObject({ action: 'feedback.changed', subjectKind: 'case', subjectId: String(id) })
    const text = JSON.stringify(await database.owner.selectFrom('auditEvent').selectAll().execute())
    for (const secret of [...Object.values(canary), String(lake.latitude)]) expect(text).not.toContain(secret)
  })

  test('a question is no report, and its address shows nothing', async () => {
    const { caseId } = await d.upTo('received')
    await expect(publish(caseId)).rejects.toThrow(NotFound)
  })

  test('says where it is and of which field; the point stays unsaid in the log', async () => {
    const { id } = await sent()
    const place = (part: object) =>
      d.act((tx) =>
        placeFeedback(tx, d.coordinator, {
          caseId: id,
          unitId: ward.id,
          fieldId: d.fields['moi-truong']!,
          latitude: '',
          longitude: '',
          ...part,
        }),
      )
    await place({ latitude: '21.1', longitude: '105.9' })
    expect(await placeOf(id)).toMatchObject({ latitude: 21.1, longitude: 105.9, address: canary.home, unitId: ward.id })
    expect((await newest()).fieldId).toBe(d.fields['moi-truong'])
    expect(await refusal(place({ latitude: '1', longitude: '2', unitId: 0, fieldId: d.fields['ho-tich'] }))).toEqual([
      'latitude:wrong',
      'unit:unknown',
      'field:unknown',
    ])
    await place({})
    expect(await placeOf(id)).toMatchObject({ latitude: null, precision: 'none' })
  })
})

describe('a public report', () => {
  test('follows its case from step to step, on time or late, without anybody publishing again', async () => {
    const { id, number } = await published()
    const look = async (): Promise<string> => page(`/phan-anh/${number}`)
    expect(await look()).toContain('Đã tiếp nhận')
    await assign(id)
    expect(await look()).toContain('Đang xử lý')
    await sql`update citizen_case set due_at = now() - interval '2 days 1 hour' where id = ${id}`.execute(database.db)
    expect(await look()).toContain('Quá hạn 2 ngày')
    expect(await page('/phan-anh?tinh-trang=qua-han')).toContain(number)
    await d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId: id }))
    await d.act((tx) => submitAnswer(tx, d.officer, { caseId: id }))
    await d.act((tx) => approveAnswer(tx, d.leader, { caseId: id }))
    const answered = await look()
    expect(answered).toContain('Đã xử lý')
    expect(answered).toContain('chậm 2 ngày')
    // What the sender was told is not public before a moderator says so.
    expect(answered).not.toContain(someAnswer.body)
    await publish(id, { answer: 'Đèn đã được thay.' })
    expect(await look()).toContain('Đèn đã được thay.')
    expect(await page('/phan-anh?tinh-trang=qua-han')).not.toContain(number)
  })

  test('is taken down at once when somebody says so, or when it is withdrawn or spam', async () => {
    const first = await published()
    expect((await read(d.ward, `/phan-anh/${first.number}`)).status).toBe(200)
    expect(
      await refusal(d.act((tx) => withdrawFeedback(tx, d.coordinator, { caseId: first.id, reason: 'vì thích' }))),
    ).toEqual(['reason:missing'])
    await d.act((tx) => withdrawFeedback(tx, d.coordinator, { caseId: first.id, reason: 'sender' }))
    expect((await read(d.ward, `/phan-anh/${first.number}`)).status).toBe(404)
    expect(await page('/phan-anh')).not.toContain(first.number)
    expect(await refusal(publish(first.id))).toContain('form:not-wanted')
    const second = await published()
    await d.act((tx) => rejectCase(tx, d.coordinator, { caseId: second.id, note: 'Thư rác' }))
    expect((await read(d.ward, `/phan-anh/${second.number}`)).status).toBe(404)
  })

  test('stands on its portal and those above it, and on no other', async () => {
    const { number } = await published()
    expect((await read(d.city, `/phan-anh/${number}`)).status).toBe(200)
    expect((await read(d.otherWard, `/phan-anh/${number}`)).status).toBe(404)
    expect(await page('/phan-anh', d.city)).toContain(number)
    expect(await page('/phan-anh', d.otherWard)).not.toContain(number)
    for (const odd of ['HN-2026-999999', 'x', `${number}0`, '%00', "HN-2026-000001'--"])
      expect([400, 404], odd).toContain((await read(d.ward, `/phan-anh/${odd}`)).status)
  })

  test('is found in the list by field, ward and state, page by page, and the map holds the same', async () => {
    const marked = new Set<string>()
    for (let i = 0; i < 23; i++)
      marked.add((await published({ title: `Cây đổ số ${i}` }, { 'linh-vuc': 'van-hoa' })).number)
    const seen = new Set<string>()
    let address: string | undefined = `/phan-anh?linh-vuc=van-hoa&phuong=${ward.code}&tinh-trang=tiep-nhan`
    for (let pages = 0; address && pages < 5; pages++) {
      const html: string = await page(address)
      expect(await htmlFaults(html)).toEqual([])
      for (const [, number] of html.matchAll(/href="\/phan-anh\/([A-Z]+-\d+-\d+)"/g)) {
        expect(seen.has(number!)).toBe(false)
        seen.add(number!)
      }
      address = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(marked)
    const map = (await (await read(d.ward, '/phan-anh/diem.json?linh-vuc=van-hoa')).json()) as {
      features: { id: string }[]
    }
    expect(new Set(map.features.map(({ id }) => id))).toEqual(marked)
    for (const none of ['?linh-vuc=khong-co', '?phuong=x', '?tinh-trang=x', '?truoc=x', '?linh-vuc=ho-tich'])
      expect((await read(d.ward, `/phan-anh${none}`)).status, none).toBe(404)
    expect((await read(d.ward, '/phan-anh?linh-vuc=&phuong=&tinh-trang=')).status).toBe(200)
    expect(await htmlFaults(await page('/en/phan-anh'))).toEqual([])
  })

  test('loses its address and point for good when the sender’s words are erased', async () => {
    const { id } = await sent()
    await sql`update citizen_case set erased_at = now() where id = ${id}`.execute(database.db)
    expect(await placeOf(id)).toMatchObject({ address: '', latitude: null, longitude: null, precision: 'none' })
  })
})

describe('somebody met the same', () => {
  test('is counted once a day for each reader, makes no case, and is forgotten', async () => {
    const { id, number } = await published()
    const cases = (await newest()).id
    const press = (who: string): Promise<Response> => post(`/phan-anh/${number}/cung-gap`, { 'bo-trong': '' }, who)
    expect(await (await press('doc-a')).text()).toContain('Đã ghi nhận')
    expect(await (await press('doc-a')).text()).toContain('chỉ tính một lần mỗi ngày')
    await press('doc-b')
    await post(`/phan-anh/${number}/cung-gap`, { 'bo-trong': 'x' }, 'may')
    expect(await page(`/phan-anh/${number}`)).toContain('2 người cũng gặp')
    expect((await newest()).id).toBe(cases)
    await sql`update feedback_voice set day = day - 1`.execute(database.owner)
    expect((await forgetFeedbackVoices(database.db)).forgotten).toBeGreaterThanOrEqual(2)
    expect(await page(`/phan-anh/${number}`)).toContain('2 người cũng gặp')
    await assign(id)
    await d.act((tx) => saveAnswer(tx, d.officer, { ...someAnswer, caseId: id }))
    await d.act((tx) => submitAnswer(tx, d.officer, { caseId: id }))
    await d.act((tx) => approveAnswer(tx, d.leader, { caseId: id }))
    expect((await press('doc-c')).status).toBe(404)
    expect((await post('/phan-anh/HN-2026-999999/cung-gap', {}, 'doc-c')).status).toBe(404)
  })

  test('is asked before sending when an open report lies within 300 m, and not when it is further or done', async () => {
    const { id, number } = await published(
      { title: 'Đường lún cạnh chợ' },
      { 'vi-do': '21.2', 'kinh-do': '105.7', 'linh-vuc': 'giao-thong' },
    )
    const lastStep = async (latitude: string): Promise<string> => {
      const fields = { ...matter, ...where(), 'vi-do': latitude, 'kinh-do': '105.7', 'linh-vuc': 'giao-thong' }
      return (await post('/phan-anh/gui-phan-anh', { ...fields, buoc: '2', di: '3' })).text()
    }
    // A thousandth of a degree is 111 m.
    const near = await lastStep('21.202')
    expect(near).toContain('Có thể việc này đã có người phản ánh')
    expect(near).toContain(`formaction="/phan-anh/${number}/cung-gap"`)
    expect(near).toContain('cách khoảng 220 m')
    expect(await htmlFaults(near)).toEqual([])
    expect(await lastStep('21.203')).not.toContain(number)
    await assign(id)
    await sql`update public_feedback set state = 'done' where case_id = ${id}`.execute(database.owner)
    expect(await lastStep('21.2')).not.toContain(number)
  })

  test('is asked by ward and words where there is no point', async () => {
    const { number } = await published(
      { title: 'Chó thả rông ở vườn hoa Vạn Xuân', words: 'Chó thả rông không rọ mõm.' },
      { 'vi-do': '', 'kinh-do': '' },
    )
    const lastStep = async (title: string): Promise<string> =>
      (
        await post('/phan-anh/gui-phan-anh', {
          ...matter,
          ...where(),
          'vi-do': '',
          'kinh-do': '',
          'tieu-de': title,
          'noi-dung': `${title}, mong phường xử lý.`,
          buoc: '2',
          di: '3',
        })
      ).text()
    expect(await lastStep('Cho tha rong khong ro mom')).toContain(number)
    expect(await lastStep('Xin cấp lại giấy khai sinh')).not.toContain(number)
  })
})

test('voices of many readers at once are each counted once', async () => {
  const { number } = await published()
  const who = Array.from({ length: 12 }, (_, i) => `cung-luc-${i % 6}`)
  await Promise.all(who.map((one) => post(`/phan-anh/${number}/cung-gap`, {}, one)))
  const { voices } = await inTransaction(database.db, (tx) =>
    tx.selectFrom('publicFeedback').select('voices').where('number', '=', number).executeTakeFirstOrThrow(),
  )
  expect(voices).toBe(6)
})
