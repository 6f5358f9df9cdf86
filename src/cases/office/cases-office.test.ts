import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../people/actor.ts'
import { seal } from '../../sealing/seal.ts'
import { someAnswer, someCase, type CaseDesk, type CasePart, type CaseStage } from '../../../tests/support/cases.ts'
import { casesOffice, type CasesOffice } from '../../../tests/support/cases-office.ts'
import type { TestDatabase } from '../../../tests/support/database.ts'
import { caseFiles } from '../attachments/case-files.ts'
import { encryptedName } from '../attachments/attachment.ts'
import { encryptFile } from '../attachments/file-cipher.ts'
import { caseById } from '../load-case.ts'
import { saveAnswer } from '../save-answer.ts'
import { submitAnswer } from '../submit-answer.ts'

let it: CasesOffice
let desk: CaseDesk
let database: TestDatabase
beforeAll(async () => {
  it = await casesOffice()
  ;({ desk, database } = it)
})
afterAll(() => database.drop())

const get: CasesOffice['get'] = (...asked) => it.get(...asked)
const textOf: CasesOffice['textOf'] = (...asked) => it.textOf(...asked)
const post: CasesOffice['post'] = (...asked) => it.post(...asked)
const stateOf = async (caseId: number): Promise<string> => (await caseById(database.db, caseId))!.state
const looks = async (caseId: number) =>
  database.db.selectFrom('caseLook').select(['personId', 'what', 'reason']).where('caseId', '=', caseId).execute()
const received = (part?: CasePart) => someCase(database.db, desk.key, { siteId: desk.ward.id, ...part })

describe('each act is done through its form, and leads on', () => {
  interface Act {
    does: string
    from: CaseStage
    who: (d: CaseDesk) => Actor
    slug: string
    typed?: Record<string, string>
    to: string
  }
  const acts: readonly Act[] = [
    { does: 'a coordinator assigns', from: 'received', who: (d) => d.coordinator, slug: 'phan-cong', to: 'assigned' },
    {
      does: 'a coordinator closes spam',
      from: 'received',
      who: (d) => d.coordinator,
      slug: 'thu-rac',
      typed: { note: 'Quảng cáo.' },
      to: 'closed',
    },
    {
      does: 'a coordinator shows who is competent',
      from: 'received',
      who: (d) => d.coordinator,
      slug: 'huong-dan',
      typed: { agency: 'Công ty Điện lực', how: 'Tổng đài 1900 0000.' },
      to: 'closed',
    },
    {
      does: 'an officer gives it back',
      from: 'assigned',
      who: (d) => d.officer,
      slug: 'tra-lai',
      typed: { reason: 'Không thuộc phòng.' },
      to: 'received',
    },
    {
      does: 'an officer asks the sender',
      from: 'assigned',
      who: (d) => d.officer,
      slug: 'bo-sung',
      typed: { question: 'Xin cho biết số cột đèn?' },
      to: 'clarifying',
    },
    {
      does: 'an officer takes the draft back',
      from: 'submitted',
      who: (d) => d.officer,
      slug: 'rut-du-thao',
      to: 'assigned',
    },
    {
      does: 'a leader returns the draft',
      from: 'submitted',
      who: (d) => d.leader,
      slug: 'tra-du-thao',
      typed: { reason: 'Nêu căn cứ.' },
      to: 'assigned',
    },
    { does: 'a leader approves', from: 'submitted', who: (d) => d.leader, slug: 'duyet', to: 'answered' },
    { does: 'a coordinator closes it', from: 'answered', who: (d) => d.coordinator, slug: 'ket-thuc', to: 'closed' },
  ]
  test.each(acts)('$does', async ({ from, who, slug, typed = {}, to }) => {
    const { caseId } = await desk.upTo(from)
    const body = slug === 'phan-cong' ? { to: `${desk.urban}:${desk.officer.id}` } : typed
    // Who may act is shown the form for it.
    expect(await textOf(who(desk), `/ho-so/${caseId}`)).toContain(`action="/ho-so/${caseId}/${slug}"`)
    const answer = await post(who(desk), `/ho-so/${caseId}/${slug}`, body)
    expect(answer.status).toBe(303)
    expect(await stateOf(caseId)).toBe(to)
    const back = await get(who(desk), answer.headers.get('location')!)
    expect(back.status).toBe(200)
  })

  test('a case asked about goes on, or ends when nothing came', async () => {
    for (const [slug, who, state] of [
      ['tiep-tuc', desk.officer, 'assigned'],
      ['khong-bo-sung', desk.coordinator, 'closed'],
    ] as const) {
      const { caseId } = await desk.upTo('assigned')
      await post(desk.officer, `/ho-so/${caseId}/bo-sung`, { question: 'Xin cho biết số cột đèn?' })
      expect((await post(who, `/ho-so/${caseId}/${slug}`)).status).toBe(303)
      expect(await stateOf(caseId)).toBe(state)
    }
  })

  test('a case is handed over, taken up, and passed on to another portal', async () => {
    const { caseId } = await desk.upTo('assigned')
    const handed = await post(desk.officer, `/ho-so/${caseId}/ban-giao`, {
      officerId: desk.colleague.id,
      note: 'Đi vắng.',
    })
    expect(handed.status).toBe(303)
    expect((await caseById(database.db, caseId))!.officerId).toBe(desk.colleague.id)
    const passed = await post(desk.coordinator, `/ho-so/${caseId}/chuyen`, {
      siteId: String(desk.city.id),
      agency: '',
      reason: 'Thuộc thẩm quyền thành phố.',
    })
    expect(passed.status).toBe(303)
    expect((await caseById(database.db, caseId))!.handlingSiteId).toBe(desk.city.id)
    // Whoever passed it on sees it no more, and is led to their own work.
    expect(passed.headers.get('location')).toMatch(/^\/ho-so\?/)
    expect((await get(desk.coordinator, `/ho-so/${caseId}`)).status).toBe(404)
    expect((await get(desk.cityCoordinator, `/ho-so/${caseId}`)).status).toBe(200)

    const nobodys = await received()
    await post(desk.coordinator, `/ho-so/${nobodys.caseId}/phan-cong`, { to: String(desk.urban) })
    expect((await post(desk.colleague, `/ho-so/${nobodys.caseId}/nhan`)).status).toBe(303)
    expect((await caseById(database.db, nobodys.caseId))!.officerId).toBe(desk.colleague.id)
  })

  test('what is refused is told beside its field, and what was typed stays', async () => {
    const { caseId } = await received()
    const answer = await post(desk.coordinator, `/ho-so/${caseId}/huong-dan`, {
      agency: 'Công ty <b>Điện lực</b>',
      how: '',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Hãy ghi cách liên hệ cơ quan đó')
    expect(page).toContain('Công ty &lt;b&gt;Điện lực&lt;/b&gt;')
    expect(await stateOf(caseId)).toBe('received')
  })

  test('a case joined to another by its number, and one joined with one press', async () => {
    const [main, one, two] = [await received(), await received(), await received()]
    expect((await post(desk.coordinator, `/ho-so/${one.caseId}/gop`, { number: main.number })).status).toBe(303)
    const joined = await post(desk.coordinator, `/ho-so/${main.caseId}/gop-vao-day`, { others: String(two.caseId) })
    expect(joined.status).toBe(303)
    for (const { caseId } of [one, two]) expect((await caseById(database.db, caseId))!.mergedInto).toBe(main.caseId)
    const unknown = await post(desk.coordinator, `/ho-so/${main.caseId}/gop`, { number: 'HN-2026-999999' })
    expect(unknown.status).toBe(422)
  })
})

describe('who is not of a case', () => {
  test('an officer of another division, and everyone of another portal, finds no such case', async () => {
    const { caseId } = await desk.upTo('submitted')
    const before = await desk.events()
    for (const who of [desk.socialOfficer, desk.cityCoordinator, desk.otherLeader]) {
      expect((await get(who, `/ho-so/${caseId}`)).status).toBe(404)
      for (const slug of ['phan-cong', 'duyet', 'du-thao', 'nguoi-gui', 'tim-bai', 'duyet-va-dang'])
        expect((await post(who, `/ho-so/${caseId}/${slug}`, { reason: 'contact' })).status, slug).toBe(404)
    }
    expect(await desk.events()).toBe(before)
  })

  test('whoever sees it takes only the steps of their part', async () => {
    const { caseId } = await desk.upTo('submitted')
    const before = await desk.events()
    expect((await post(desk.officer, `/ho-so/${caseId}/duyet`)).status).toBe(403)
    expect((await post(desk.coordinator, `/ho-so/${caseId}/duyet`)).status).toBe(403)
    expect((await post(desk.officer, `/ho-so/${caseId}/phan-cong`, { to: String(desk.social) })).status).toBe(403)
    expect(await desk.events()).toBe(before)
    expect(await textOf(desk.coordinator, `/ho-so/${caseId}`)).not.toContain(`/ho-so/${caseId}/duyet"`)
  })

  test('a sealed letter is on no screen of those who are not named for it', async () => {
    const { caseId, number } = await received({ kind: 'sealed_letter', title: 'Tố cáo giả để thử' })
    for (const who of [desk.coordinator, desk.leader, desk.officer]) {
      expect((await get(who, `/ho-so/${caseId}`)).status).toBe(404)
      expect((await post(who, `/ho-so/${caseId}/nguoi-gui`, { reason: 'contact' })).status).toBe(404)
      expect(await textOf(who, `/cong/${desk.ward.id}/ho-so`)).not.toContain(number)
      expect(await textOf(who, '/ho-so')).not.toContain(number)
    }
    await database.db.insertInto('caseHandler').values({ caseId, personId: desk.leader.id }).execute()
    expect((await get(desk.leader, `/ho-so/${caseId}`)).headers.get('location')).toBe(`/don-niem-phong/${caseId}`)
  })
})

describe('who sent a case', () => {
  test('is shown once on the answer to a press with a reason, and every press is recorded', async () => {
    const { caseId, code } = await desk.upTo('assigned')
    const page = await textOf(desk.officer, `/ho-so/${caseId}`)
    expect(page).not.toContain('nguoi.gui@thu.example')
    const without = await post(desk.officer, `/ho-so/${caseId}/nguoi-gui`, { reason: '' })
    expect(without.status).toBe(422)
    expect(await without.text()).not.toContain('nguoi.gui@thu.example')
    expect(await looks(caseId)).toEqual([])

    const shown = await post(desk.officer, `/ho-so/${caseId}/nguoi-gui`, { reason: 'contact' })
    expect(shown.status).toBe(200)
    expect(shown.headers.get('cache-control')).toContain('no-store')
    const words = await shown.text()
    expect(words).toContain('nguoi.gui@thu.example')
    expect(words).toContain('0900 000 000')
    expect(words).not.toContain(code)
    expect(await looks(caseId)).toEqual([{ personId: desk.officer.id, what: 'sender', reason: 'contact' }])
    expect(await textOf(desk.officer, `/ho-so/${caseId}`)).not.toContain('nguoi.gui@thu.example')
    await post(desk.leader, `/ho-so/${caseId}/nguoi-gui`, { reason: 'supervise' })
    expect(await looks(caseId)).toHaveLength(2)
    // Leaders see who looked; officers do not.
    expect(await textOf(desk.leader, `/ho-so/${caseId}`)).toContain('Ai đã xem')
    expect(await textOf(desk.officer, `/ho-so/${caseId}`)).not.toContain('Ai đã xem')
  })

  test('is not in the audit log', async () => {
    const rows = await database.db
      .selectFrom('auditEvent')
      .selectAll()
      .where('action', '=', 'case.sender-read')
      .execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/thu\.example|0900|Người gửi thử/)
  })
})

describe('files of a case', () => {
  test('open only once they are cleaned, for those who see the case, and every opening is recorded', async () => {
    const { caseId } = await desk.upTo('assigned')
    const files = caseFiles(it.office.config)
    const put: string[] = []
    const attach = async (state: 'clean' | 'quarantined', reason = ''): Promise<number> => {
      const stored = randomBytes(32).toString('hex')
      const { body, key } = encryptFile(Buffer.from('tệp thử'), stored)
      await files.put(encryptedName(stored), body)
      put.push(encryptedName(stored))
      const { id } = await database.db
        .insertInto('caseAttachment')
        .values({
          caseId,
          stored,
          mime: 'application/pdf',
          bytes: body.length,
          sha256: '',
          keySealed: await seal(desk.key, { key }),
          nameSealed: await seal(desk.key, { name: 'đơn của ông Thử.pdf' }),
          state,
          reason,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    }
    const [clean, held] = [await attach('clean'), await attach('quarantined', 'Tệp có đặt mật khẩu.')]
    const page = await textOf(desk.officer, `/ho-so/${caseId}`)
    expect(page).toContain(`/ho-so/${caseId}/tep/${clean}"`)
    expect(page).not.toContain(`/ho-so/${caseId}/tep/${held}"`)
    expect(page).toContain('Cách ly: Tệp có đặt mật khẩu.')
    expect(page).not.toContain('đơn của ông Thử')
    expect((await get(desk.officer, `/ho-so/${caseId}/tep/${held}`)).status).toBe(404)
    expect((await get(desk.socialOfficer, `/ho-so/${caseId}/tep/${clean}`)).status).toBe(404)
    expect(await looks(caseId)).toEqual([])
    const opened = await get(desk.officer, `/ho-so/${caseId}/tep/${clean}`)
    expect(await opened.text()).toBe('tệp thử')
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(await looks(caseId)).toEqual([{ personId: desk.officer.id, what: 'attachment', reason: '' }])
    for (const name of put) await files.remove(name)
  })
})

describe('the queue of a portal', () => {
  test('a coordinator assigns a line with its own button, and many as the lines say, without opening them', async () => {
    const cases = [await received(), await received(), await received()]
    const [one, two, three] = cases as [(typeof cases)[0], (typeof cases)[0], (typeof cases)[0]]
    const queue = `/cong/${desk.ward.id}/ho-so`
    const lines = Object.fromEntries(cases.map(({ caseId }) => [`cho-${caseId}`, String(desk.urban)]))
    expect((await post(desk.coordinator, `${queue}/phan-cong`, { ...lines, mot: String(one.caseId) })).status).toBe(303)
    expect(await Promise.all(cases.map(({ caseId }) => stateOf(caseId)))).toEqual(['assigned', 'received', 'received'])
    const many = await post(desk.coordinator, `${queue}/phan-cong`, {
      ...lines,
      chon: [two, three].map(({ caseId }) => String(caseId)),
      'giao-cho': `${desk.social}:${desk.socialOfficer.id}`,
    })
    expect(many.headers.get('location')).toContain('n=2')
    expect((await caseById(database.db, three.caseId))!.officerId).toBe(desk.socialOfficer.id)
    const none = await post(desk.coordinator, `${queue}/phan-cong`, lines)
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('Hãy đánh dấu ít nhất một hồ sơ')
  })

  test('a case that cannot be assigned is named, stays ticked, and holds up no other', async () => {
    const [good, over] = [await received(), await desk.upTo('answered')]
    const answer = await post(desk.coordinator, `/cong/${desk.ward.id}/ho-so/phan-cong`, {
      chon: [String(good.caseId), String(over.caseId)],
      'giao-cho': String(desk.urban),
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(over.number)
    expect(await stateOf(good.caseId)).toBe('assigned')
  })

  test('the chosen are joined, or answered together; a leader approves them together', async () => {
    const cases = [await received(), await received(), await received()]
    const ids = cases.map(({ caseId }) => String(caseId))
    const queue = `/cong/${desk.ward.id}/ho-so`
    const review = await post(desk.coordinator, `${queue}/da-chon`, { chon: ids })
    const screen = await textOf(desk.coordinator, review.headers.get('location')!)
    for (const { number } of cases) expect(screen).toContain(number)
    await post(desk.coordinator, `${queue}/gop`, { chon: ids.slice(0, 2).join(','), main: ids[0]! })
    expect((await caseById(database.db, cases[1]!.caseId))!.mergedInto).toBe(cases[0]!.caseId)
    const open = [ids[0]!, ids[2]!]
    await post(desk.coordinator, `${queue}/phan-cong`, { chon: open, 'giao-cho': `${desk.urban}:${desk.officer.id}` })
    const chon = open.join(',')
    const empty = await post(desk.officer, `${queue}/tra-loi-chung`, { chon, kind: 'answer', body: '' })
    expect(empty.status).toBe(422)
    const answered = await post(desk.officer, `${queue}/tra-loi-chung`, { chon, kind: 'answer', body: 'Đã sửa đèn.' })
    expect(answered.status).toBe(303)
    expect((await post(desk.officer, `${queue}/duyet-chung`, { chon })).status).toBe(403)
    expect((await post(desk.leader, `${queue}/duyet-chung`, { chon })).status).toBe(303)
    expect(await Promise.all(open.map((id) => stateOf(Number(id))))).toEqual(['answered', 'answered'])
  })

  test('what a sender typed is shown as words, never as markup', async () => {
    const { caseId } = await received({
      title: '<script>alert(1)</script> hỏi về đèn',
      body: '<img src=x onerror=alert(1)> Đèn hỏng.',
    })
    for (const path of [`/cong/${desk.ward.id}/ho-so`, '/ho-so', `/ho-so/${caseId}`]) {
      const page = await textOf(desk.coordinator, path)
      expect(page).not.toMatch(/<script>alert|<img src=x/)
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    }
  })

  test('an officer sees the cases of their divisions and no others, and nothing that is held back', async () => {
    const held = await received({ suspicion: { score: 9, reasons: ['nhiều liên kết'], quarantine: true } })
    const other = await desk.upTo('assigned')
    const tab = (muc: string) => `/cong/${desk.ward.id}/ho-so?muc=${muc}`
    expect(await textOf(desk.coordinator, tab('cach-ly'))).toContain(held.number)
    expect(await textOf(desk.socialOfficer, tab('cach-ly'))).not.toContain(held.number)
    expect(await textOf(desk.socialOfficer, tab('dang-xu-ly'))).not.toContain(other.number)
    expect(await textOf(desk.officer, tab('dang-xu-ly'))).toContain(other.number)
    expect((await post(desk.coordinator, `/ho-so/${held.caseId}/vao-hang-cho`)).status).toBe(303)
    expect(await stateOf(held.caseId)).toBe('received')
  })

  test('is narrowed by words, kind and division', async () => {
    const { number } = await received({ title: 'Cây xà cừ nghiêng ở đầu ngõ Thử', body: 'Xin cắt tỉa trước mùa bão.' })
    const found = await textOf(desk.coordinator, `/cong/${desk.ward.id}/ho-so?q=xa+cu`)
    expect(found).toContain(number)
    expect(await textOf(desk.coordinator, `/cong/${desk.ward.id}/ho-so?q=xa+cu&loai=feedback`)).not.toContain(number)
    expect(await textOf(desk.coordinator, `/cong/${desk.ward.id}/ho-so?q=${number}`)).toContain(number)
  })
})

describe('my work', () => {
  test('counts what waits for me in the menu, and leads people of the desk there at once', async () => {
    const quiet = await desk.upTo('submitted')
    const page = await textOf(desk.deputy, '/ho-so')
    expect(page).toContain(quiet.number)
    expect(page).toMatch(/hồ sơ chờ bạn/)
    expect((await get(desk.officer, '/')).headers.get('location')).toBe('/ho-so')
    // What I wrote waits for somebody else.
    expect(await textOf(desk.officer, '/ho-so')).not.toContain(quiet.number)
    expect(await textOf(desk.siteAdmin, '/')).not.toContain('href="/ho-so"')
  })
})

describe('an answer', () => {
  const words = { kind: 'answer', body: 'Đèn đã được sửa ngày 20. Hỏi thêm: 024 3733 1234.', saves: '0' }

  test('is saved, handed in with a template and a link, and what was typed is never lost', async () => {
    const { caseId } = await desk.upTo('assigned')
    const at = (slug: string) => `/ho-so/${caseId}/${slug}`
    await post(desk.officer, `/cong/${desk.ward.id}/ho-so/mau`, { title: 'Lời chào', body: 'Kính gửi ông/bà,' })
    const { id } = await database.db.selectFrom('answerTemplate').select('id').executeTakeFirstOrThrow()
    const inserted = await (await post(desk.officer, at('chen-mau'), { ...words, template: String(id) })).text()
    expect(inserted).toContain(`${words.body}\n\nKính gửi ông/bà,`)
    const searched = await post(desk.officer, at('tim-bai'), { ...words, search: 'không có bài này' })
    expect(await searched.text()).toContain(words.body)
    expect(await database.db.selectFrom('caseAnswer').select('id').where('caseId', '=', caseId).execute()).toEqual([])

    expect((await post(desk.officer, at('du-thao'), words)).status).toBe(303)
    expect(await textOf(desk.officer, `/ho-so/${caseId}`)).toContain(words.body)
    // A second tab that was opened before the first was saved.
    const stale = await post(desk.officer, at('du-thao'), { ...words, body: 'Bản gõ ở trang khác.' })
    expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('Bản gõ ở trang khác.')])
    expect(await textOf(desk.officer, `/ho-so/${caseId}`)).toContain(words.body)
    const refused = await post(desk.officer, at('trinh-duyet'), { ...words, kind: 'refusal', saves: '1' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Từ chối phải nêu căn cứ')
    expect((await post(desk.officer, at('trinh-duyet'), { ...words, saves: '2' })).status).toBe(303)
    expect(await stateOf(caseId)).toBe('submitted')
  })

  test('is published masked, and a find stands only when somebody says why', async () => {
    const { caseId } = await desk.upTo('assigned', {
      body: 'Tôi là ông Nguyễn Văn Thử, số 0912 345 678, hỏi về đèn đường.',
      publicWanted: true,
    })
    const editor = await textOf(desk.officer, `/ho-so/${caseId}`)
    const publicQuestion = /name="publicQuestion"[^>]*>([^<]*)</.exec(editor)![1]!
    expect(publicQuestion).toContain('[số điện thoại]')
    expect(publicQuestion).not.toContain('0912')
    const typed = {
      ...words,
      publish: 'on',
      publicTitle: 'Khi nào sửa đèn đường?',
      publicQuestion,
      publicAnswer: words.body,
    }
    expect((await post(desk.officer, `/ho-so/${caseId}/trinh-duyet`, typed)).status).toBe(303)

    const panel = await textOf(desk.leader, `/ho-so/${caseId}`)
    expect(panel).toContain('<mark class="case-find">024 3733 1234</mark>')
    const refused = await post(desk.leader, `/ho-so/${caseId}/duyet-va-dang`)
    expect(refused.status).toBe(422)
    // Both or neither: nothing went to the sender.
    expect(await stateOf(caseId)).toBe('submitted')
    const done = await post(desk.leader, `/ho-so/${caseId}/duyet-va-dang`, {
      'tim-thay-0': '024 3733 1234',
      'de-nguyen-0': 'Số trực ban của phường.',
    })
    expect(done.status).toBe(303)
    const found = (await caseById(database.db, caseId))!
    expect(found.state).toBe('answered')
    expect(found.publishedEntryId).not.toBeNull()
  })

  test('that went to the sender alone may be published later, with why it is of general interest', async () => {
    const { caseId } = await desk.upTo('assigned', { publicWanted: false })
    await desk.act(async (tx) => {
      const publicWords = {
        publicTitle: 'Khi nào sửa đèn?',
        publicQuestion: 'Đèn tắt đã lâu.',
        publicAnswer: 'Đã sửa.',
      }
      await saveAnswer(tx, desk.officer, { ...someAnswer, ...publicWords, publish: true, caseId })
      await submitAnswer(tx, desk.officer, { caseId })
    })
    expect((await post(desk.leader, `/ho-so/${caseId}/duyet`)).status).toBe(303)
    const without = await post(desk.leader, `/ho-so/${caseId}/cong-khai`)
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('nêu vì sao câu trả lời có ích')
    const interest = 'Nhiều hộ cùng hỏi.'
    expect((await post(desk.leader, `/ho-so/${caseId}/cong-khai`, { interest })).status).toBe(303)
    expect((await caseById(database.db, caseId))!.publishedEntryId).not.toBeNull()
  })
})
