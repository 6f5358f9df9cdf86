import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDesk, type CaseDesk, type CasePart, type SomeCase } from '../../tests/support/cases.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { caseKinds } from '../case-kinds.ts'
import { askSender } from '../cases/ask-sender.ts'
import { approveAnswer } from '../cases/approve-answer.ts'
import { mergeCases } from '../cases/merge-cases.ts'
import { saveAnswer } from '../cases/save-answer.ts'
import { submitAnswer } from '../cases/submit-answer.ts'
import { sentenceOf } from './sentences.ts'
import { trackingPublicRoutes } from './public.tsx'

let database: TestDatabase
let desk: CaseDesk
let read: Reader
let made = 0

/** Told by the sender; must turn up on no page of their own case. */
const canary = {
  title: 'Chim hoàng yến hỏi về đèn đường',
  body: 'Hoàng Yến ở số 77 ngõ Chim Yến, căn cước 001099012345, hỏi về đèn đường.',
  sender: {
    name: 'Hoàng Thị Yến',
    email: 'hoang.yen@canary.example',
    phone: '0912 345 678',
    address: '77 ngõ Chim Yến',
    identity: '001099012345',
  },
  details: { place: '77 ngõ Chim Yến' },
} satisfies CasePart
const told = ['hoàng yến', 'Hoàng Yến', 'Chim Yến', 'canary', '0912', '001099012345', 'Thị Yến', 'đèn đường'] as const

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  read = reader(database.delivery, trackingPublicRoutes)
})
afterAll(() => database.drop())

const look = (address: string, who = `doc-${++made}`): Promise<Response> =>
  read(desk.ward, address, { headers: { 'user-agent': who } })
const press = (address: string, fields: Record<string, string> = {}, who = `doc-${++made}`): Promise<Response> =>
  read(desk.ward, address, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': who },
  })
const page = async ({ code }: { code: string }, rest = ''): Promise<string> =>
  (await look(`/theo-doi/${code}${rest}`)).text()
const caseOf = ({ caseId }: SomeCase) =>
  database.owner.selectFrom('citizenCase').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()

describe('a sender finds the way to a case', () => {
  test('by code alone or with its number, grouped in any way, in either language', async () => {
    const { code, number } = await desk.upTo('received')
    const form = await look('/theo-doi')
    expect(form.status).toBe(200)
    expect(await htmlFaults(await form.text())).toEqual([])
    const typed = [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' '),
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]
    for (const ma of typed) {
      const answer = await press('/theo-doi', { ma })
      expect([answer.status, answer.headers.get('location')], ma).toEqual([303, `/theo-doi/${code}`])
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    expect((await press('/theo-doi', { ma: code, so: number.toLowerCase().replaceAll('-', ' ') })).status).toBe(303)
    const english = await look(`/en/theo-doi/${code}`)
    expect(await english.text()).toContain('Answer due by')
    expect((await press('/en/theo-doi', { ma: code })).headers.get('location')).toBe(`/en/theo-doi/${code}`)
    // The code of a case works on every portal of the network.
    expect((await read(desk.city, `/theo-doi/${code}`)).status).toBe(200)
  })

  test('what is wrong is answered alike, whether number or code is', async () => {
    const { code } = await desk.upTo('received')
    const wrong: Record<string, string>[] = [
      { ma: '0000-0000-0000-0000' },
      { ma: code, so: 'KH-2026-999999' },
      { ma: 'không phải mã' },
      { ma: '' },
      {},
    ]
    const answers = await Promise.all(wrong.map((fields) => press('/theo-doi', fields)))
    const words = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422])
    for (const html of words) expect(html.split('Không tìm thấy hồ sơ với số và mã đã nhập.').length).toBe(2)
    expect((await look('/theo-doi/0000-0000-0000-0000')).status).toBe(404)
    expect((await look('/theo-doi/%3Cscript%3E')).status).toBe(404)
  })

  test('after thirty wrong tries of a day a reader is answered 429, right codes included; others go on', async () => {
    const { code } = await desk.upTo('received')
    for (let n = 0; n < 30; n++)
      expect((await press('/theo-doi', { ma: '1111-1111-1111-1111' }, 'thu-mai')).status).toBe(422)
    expect((await press('/theo-doi', { ma: code }, 'thu-mai')).status).toBe(429)
    expect((await look(`/theo-doi/${code}`, 'thu-mai')).status).toBe(429)
    expect((await press(`/theo-doi/${code}/danh-gia`, { muc: 'hai-long' }, 'thu-mai')).status).toBe(429)
    expect((await look(`/theo-doi/${code}`, 'nguoi-khac')).status).toBe(200)
  })
})

describe('the page of a case', () => {
  test('is kept nowhere, names no other place, and says when the answer is due and why', async () => {
    const found = await desk.upTo('assigned', { fieldId: desk.fields['moi-truong'] })
    const answer = await look(`/theo-doi/${found.code}`)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    const html = await answer.text()
    expect(html).toContain('<meta name="robots" content="noindex"')
    for (const words of [
      found.number,
      'Câu hỏi',
      'Môi trường, rác thải',
      'Phòng Đô thị',
      'Đang xử lý',
      'Vì sao là ngày này?',
    ])
      expect(html).toContain(words)
    const due = await caseOf(found)
    const day = new Date(due.dueAt!.getTime() - 1).toLocaleDateString('vi-VN', {
      timeZone: 'Asia/Ho_Chi_Minh',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    })
    expect(html).toContain(`hết ngày ${day}`)
    expect(html).toContain('Hồ sơ đã được giao cho Phòng Đô thị xử lý.')
    expect(await htmlFaults(html)).toEqual([])
    const fresh = await page(found, '?moi=1')
    expect(fresh.split(found.code).length).toBeGreaterThan(html.split(found.code).length)
    expect(await htmlFaults(fresh)).toEqual([])
  })

  test('shows no word the sender typed, whatever happens to the case', async () => {
    const found = await desk.upTo('assigned', canary)
    await press(`/theo-doi/${found.code}/bo-sung`, { 'noi-dung': `${canary.body} Thêm.` })
    await desk.act((tx) => askSender(tx, desk.officer, { caseId: found.caseId, question: 'Cột nào không sáng?' }))
    await press(`/theo-doi/${found.code}/bo-sung`, { 'noi-dung': canary.body })
    const pages = [
      await page(found),
      await page(found, '?moi=1'),
      await page(found, '/rut-lai'),
      await (await look(`/en/theo-doi/${found.code}`)).text(),
    ]
    for (const html of pages) for (const word of told) expect(html, word).not.toContain(word)
    expect(pages[0]).toContain('Vì lý do bảo mật, trang này không hiển thị nội dung bạn đã gửi.')
    expect(pages[0]).toContain('Cột nào không sáng?')
    const mails = await database.owner.selectFrom('outboxMail').select('subject').execute()
    const events = await database.owner.selectFrom('auditEvent').select(['summary', 'after', 'before']).execute()
    for (const text of [...mails.map(({ subject }) => subject), JSON.stringify(events)])
      for (const word of told) expect(text).not.toContain(word)
  })

  test('shows the answer as text with links, and a refusal with its ground and how to complain', async () => {
    const answered = await desk.upTo('assigned')
    const { caseId } = answered
    const body = 'Xem tại https://cong.example.vn/den-duong. <b>Không</b> phải thẻ.'
    await desk.act((tx) => saveAnswer(tx, desk.officer, { ...draft, caseId, body }))
    await desk.act((tx) => submitAnswer(tx, desk.officer, { caseId }))
    expect(await page(answered)).not.toContain('den-duong')
    await desk.act((tx) => approveAnswer(tx, desk.leader, { caseId }))
    const html = await page(answered)
    expect(html).toContain('<a href="https://cong.example.vn/den-duong">https://cong.example.vn/den-duong</a>.')
    expect(html).toContain('&lt;b&gt;Không&lt;/b&gt;')
    expect(html).toContain('đúng hạn')
    const refused = await desk.upTo('assigned')
    const act = {
      ...draft,
      caseId: refused.caseId,
      kind: 'refusal',
      ground: 'Luật số 1, Điều 2',
      body: 'Không thuộc diện.',
    }
    await desk.act((tx) => saveAnswer(tx, desk.officer, act))
    await desk.act((tx) => submitAnswer(tx, desk.officer, refused))
    await desk.act((tx) => approveAnswer(tx, desk.leader, refused))
    const words = await page(refused)
    for (const part of ['Luật số 1, Điều 2', 'quyền khiếu nại', 'href="/khieu-nai-to-cao"'])
      expect(words).toContain(part)
    expect(await htmlFaults(words)).toEqual([])
  })

  test('a case that was joined says where it goes on', async () => {
    const [main, other] = [await desk.upTo('assigned'), await desk.upTo('assigned')]
    const act = { caseId: main.caseId, others: [other.caseId] }
    await desk.act((tx) => mergeCases(tx, desk.coordinator, act, caseKinds))
    const html = await page(other)
    expect(html).toContain(`Hồ sơ của bạn được xử lý chung trong hồ sơ ${main.number}`)
  })
})

const draft = {
  saves: 0,
  kind: 'answer',
  ground: '',
  body: 'Đã sửa.',
  answerOn: '',
  publish: false,
  publicTitle: '',
  publicQuestion: '',
  publicAnswer: '',
}

describe('what a sender does on the page', () => {
  test('adds, answers a question (the clock runs on), and what is too short or too long stays in the form', async () => {
    const found = await desk.upTo('assigned')
    const at = `/theo-doi/${found.code}/bo-sung`
    for (const words of ['ngắn', 'x'.repeat(5001)]) {
      const refused = await press(at, { 'noi-dung': words })
      expect(refused.status).toBe(422)
      const html = await refused.text()
      expect(html).toContain(words)
      expect(await htmlFaults(html)).toEqual([])
    }
    const added = await press(at, { 'noi-dung': 'Đèn thứ hai cũng không sáng.' })
    expect([added.status, added.headers.get('location')]).toEqual([303, `/theo-doi/${found.code}?xong=bo-sung`])
    expect(await page(found, '?xong=bo-sung')).toContain('Đã gửi bổ sung đến người xử lý.')
    await desk.act((tx) => askSender(tx, desk.officer, { caseId: found.caseId, question: 'Cột số mấy?' }))
    expect((await caseOf(found)).state).toBe('clarifying')
    expect(await page(found)).toContain('Trả lời câu hỏi')
    expect((await press(at, { 'noi-dung': 'Cột số mười hai, gần chợ.' })).status).toBe(303)
    expect((await caseOf(found)).state).toBe('assigned')
    const said = await database.owner
      .selectFrom('caseMessage')
      .select('body')
      .where('caseId', '=', found.caseId)
      .where('direction', '=', 'from_sender')
      .orderBy('id')
      .execute()
    expect(said.map(({ body }) => body)).toEqual(['Đèn thứ hai cũng không sáng.', 'Cột số mười hai, gần chợ.'])
  })

  test('adds a file, which lies with the case; one that is no picture or document is refused beside the form', async () => {
    const found = await desk.upTo('assigned')
    const at = `/theo-doi/${found.code}/bo-sung`
    const token = /name="phieu" value="([0-9a-f]{32})"/.exec(await page(found))![1]!
    const send = (body: FormData, address = at): Promise<Response> => read(desk.ward, address, { method: 'POST', body })
    const filled = (words: string, file: Blob, name: string): FormData => {
      const form = new FormData()
      form.append('phieu', token)
      form.append('noi-dung', words)
      form.append('tep', file, name)
      return form
    }
    const picture = new Blob([
      await sharp({ create: { width: 9, height: 9, channels: 3, background: '#888' } })
        .png()
        .toBuffer(),
    ])
    const script = new Blob(['#!/bin/sh'])
    const refused = await send(filled('Gửi thêm một tệp lạ.', script, 'a.sh'))
    expect(refused.status).toBe(422)
    const short = await send(filled('Ảnh', picture, 'Chim Yến.png'))
    expect(short.status).toBe(422)
    const html = await short.text()
    expect(html).toContain('Đã giữ 1 tệp')
    expect(html).toContain(token)
    expect(html).not.toContain('Chim Yến')
    const form = new URLSearchParams({ phieu: token, 'noi-dung': 'Ảnh cột đèn không sáng.' })
    expect((await press(at, Object.fromEntries(form))).status).toBe(303)
    const files = await database.owner
      .selectFrom('caseAttachment')
      .select(['caseId', 'messageId', 'draftHash'])
      .where('caseId', '=', found.caseId)
      .execute()
    expect(files).toEqual([{ caseId: found.caseId, messageId: expect.any(Number), draftHash: null }])
    expect(
      (await send(filled('Không có mã đúng nào.', picture, 'a.png'), '/theo-doi/3333-3333-3333-3333/bo-sung')).status,
    ).toBe(422)
    const { n } = await database.owner
      .selectFrom('caseAttachment')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(n).toBe(1)
  })

  test('says once that the answer does not satisfy, within its days; a new clock runs', async () => {
    const found = await desk.upTo('answered')
    const at = `/theo-doi/${found.code}/chua-thoa-dang`
    expect(await page(found)).toContain('Bạn có thể đề nghị xử lý lại một lần, đến hết ngày')
    expect((await press(at, { 'noi-dung': 'ngắn' })).status).toBe(422)
    expect((await press(at, { 'noi-dung': 'Đèn vẫn chưa sáng từ hôm đó.' })).status).toBe(303)
    const row = await caseOf(found)
    expect([row.state, row.reopened]).toEqual(['assigned', 1])
    const clocks = await database.owner
      .selectFrom('caseClock')
      .select(['ruleId', 'state', 'dueAt'])
      .where('caseId', '=', found.caseId)
      .where('purpose', '=', 'answer')
      .orderBy('id')
      .execute()
    expect(clocks.map(({ ruleId, state }) => [ruleId, state])).toEqual([
      ['question.answer', 'met'],
      ['reopen.answer', 'running'],
    ])
    expect(row.dueAt).toEqual(clocks[1]!.dueAt)
    expect((await press(at, { 'noi-dung': 'Vẫn chưa thỏa đáng lần nữa.' })).status).toBe(409)
    const late = await desk.upTo('answered')
    await database.owner
      .updateTable('citizenCase')
      .set({ answeredAt: new Date(Date.now() - 16 * 86_400_000) })
      .where('id', '=', late.caseId)
      .execute()
    expect(await page(late)).not.toContain('Bạn có thể đề nghị xử lý lại')
    const refused = await press(`/theo-doi/${late.code}/chua-thoa-dang`, {
      'noi-dung': 'Quá muộn nhưng vẫn chưa xong.',
    })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Đã hết thời gian đề nghị xử lý lại')
  })

  test('rates, and may change it a few times but not without end', async () => {
    const open = await desk.upTo('assigned')
    expect((await press(`/theo-doi/${open.code}/danh-gia`, { muc: 'hai-long' })).status).toBe(409)
    const found = await desk.upTo('answered')
    const at = `/theo-doi/${found.code}/danh-gia`
    expect((await press(at, { muc: 'constructor' })).status).toBe(422)
    expect((await press(at, { muc: 'rat-hai-long' })).status).toBe(303)
    expect(await page(found)).toContain('Bạn đã chọn: Rất hài lòng.')
    const before = await desk.events()
    expect((await press(at, { muc: 'rat-hai-long' })).status).toBe(303)
    expect(await desk.events()).toBe(before)
    const slugs = ['hai-long', 'chua-hai-long', 'hai-long', 'chua-hai-long']
    for (const muc of slugs) expect((await press(at, { muc })).status).toBe(303)
    expect((await press(at, { muc: 'hai-long' })).status).toBe(429)
  })

  test('withdraws after being asked once more, and never when it is answered', async () => {
    const found = await desk.upTo('received')
    expect(await page(found, '/rut-lai')).toContain(`Rút hồ sơ ${found.number}?`)
    expect((await caseOf(found)).state).toBe('received')
    expect((await press(`/theo-doi/${found.code}/rut-lai`)).status).toBe(303)
    const row = await caseOf(found)
    expect([row.state, row.outcome]).toEqual(['closed', 'withdrawn'])
    expect(await page(found, '?xong=rut-lai')).toContain('Người gửi rút lại')
    const answered = await desk.upTo('answered')
    expect((await look(`/theo-doi/${answered.code}/rut-lai`)).status).toBe(303)
    expect((await press(`/theo-doi/${answered.code}/rut-lai`)).status).toBe(409)
  })

  test('no act without the code, none from another place, and nothing hostile breaks anything', async () => {
    const found = await desk.upTo('received')
    const acts = ['bo-sung', 'chua-thoa-dang', 'danh-gia', 'rut-lai']
    for (const act of acts) {
      expect(
        (await press(`/theo-doi/2222-2222-2222-2222/${act}`, { 'noi-dung': 'Lời dài hơn mười ký tự.' })).status,
      ).toBe(422)
      const elsewhere = await read(desk.ward, `/theo-doi/${found.code}/${act}`, {
        method: 'POST',
        body: 'noi-dung=abcdefghijklm',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      })
      expect(elsewhere.status).toBe(403)
    }
    for (const words of hostileSamples)
      for (const act of acts) {
        const { status } = await press(`/theo-doi/${found.code}/${act}`, { 'noi-dung': words, muc: words, ma: words })
        expect(status, `${act} ${JSON.stringify(words)}`).toBeLessThan(500)
        expect((await press('/theo-doi', { ma: words, so: words })).status).toBe(422)
      }
  }, 60_000)
})

const hostileSamples = [
  '\u0000',
  '\u202e'.repeat(50),
  'a'.repeat(30_000),
  "'; drop table citizen_case; --",
  '<script>x</script>'.repeat(20),
  '%00%ff',
  '\ud800',
]

test('every step has a sentence, and facts that are missing or strange leave a plain one', () => {
  const at = new Date()
  const said = (step: string, facts: Record<string, unknown>): string =>
    sentenceOf({ at, step, by: 'system', facts }, 'vi')
  expect(said('forward', { agency: 'Sở Xây dựng' })).toContain('Sở Xây dựng')
  expect(said('forward', { agency: { a: 1 } })).toBe('Hồ sơ được chuyển đến cơ quan có thẩm quyền.')
  expect(said('clock-moved', { from: '2026-11-24', to: '2026-11-25', why: 'calendar', reasons: ['Nghỉ bù'] })).toBe(
    'Thời hạn được tính lại: từ 24/11/2026 thành 25/11/2026. Lịch làm việc thay đổi: Nghỉ bù.',
  )
  expect(said('clock-moved', { from: 'hôm qua', to: 12 })).toBe('Thời hạn được tính lại.')
  expect(said('constructor', {})).toBe('Hồ sơ được cập nhật.')
})
