import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldsOf, formSender, openedForm, type FormSender } from '../../tests/support/case-form.ts'
import { caseDesk, type CaseDesk } from '../../tests/support/cases.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { hostileText } from '../../tests/support/hostile.ts'
import { reader } from '../../tests/support/reader.ts'

let database: TestDatabase
let desk: CaseDesk
let look: FormSender['look']
let send: FormSender['send']
let upload: FormSender['upload']
let made = 0

const form = '/hoi-dap/gui-cau-hoi'
/** Words of the sender that must turn up in nothing but the case, or nowhere. */
const canary = {
  name: 'Chim Hoàng Yến',
  email: 'hoang.yen@canary.example',
  phone: '0987 654 321',
  address: '7 ngõ Chim Yến',
}
const question = {
  'linh-vuc': 'dat-dai',
  'tieu-de': 'Thủ tục tách thửa đất ở cần giấy tờ gì?',
  'noi-dung': 'Gia đình tôi muốn tách thửa đất ở cho con. Xin hỏi cần chuẩn bị những giấy tờ nào?',
}
const sender = {
  'ho-ten': canary.name,
  'thu-dien-tu': canary.email,
  'dien-thoai': canary.phone,
  'dia-chi': canary.address,
  'dong-y-xu-ly': '1',
}

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  ;({ look, send, upload } = await formSender(database.delivery, desk.ward, form))
})
afterAll(() => database.drop())

const cases = () => database.owner.selectFrom('citizenCase').selectAll().orderBy('id').execute()
const newest = async () => (await cases()).at(-1)!
const opened = () => openedForm(database.delivery)
const whole = async (more: Record<string, string> = {}): Promise<Record<string, string>> => ({
  ...(await opened()),
  ...question,
  'noi-dung': `${question['noi-dung']} Lần hỏi thứ ${++made}.`,
  buoc: '3',
  di: 'gui',
  ...more,
})

describe('a citizen asks', () => {
  test('in three steps without script or cookie, and is led to the page of the case', async () => {
    const first = await look(form)
    expect(first.headers.get('cache-control')).toContain('no-store')
    expect(first.headers.get('set-cookie')).toBeNull()
    const one = await first.text()
    expect(one).toContain('Bước 1 trên 3: Câu hỏi')
    expect(one).toContain('<meta name="robots" content="noindex"')
    expect(await htmlFaults(one)).toEqual([])
    const second = await send({ ...fieldsOf(one), ...question, di: '2' })
    const two = await second.text()
    expect(second.status).toBe(200)
    expect(two).toContain('Bước 2 trên 3: Người gửi')
    expect(two).not.toMatch(/<input[^>]* checked/)
    expect(await htmlFaults(two)).toEqual([])
    const third = await send({ ...fieldsOf(two), ...sender, 'dong-y-dang': '1', di: '3' })
    const three = await third.text()
    expect(three).toContain('Bước 3 trên 3: Kiểm tra và gửi')
    for (const word of [question['noi-dung'], canary.name, canary.email, 'Khi được đăng công khai'])
      expect(three).toContain(word)
    expect(await htmlFaults(three)).toEqual([])
    const sent = await send({ ...fieldsOf(three), di: 'gui' })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('set-cookie')).toBeNull()
    expect(sent.headers.get('location')).toMatch(/^\/theo-doi\/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\?moi=1$/)
    const { id, title, body, kind, publicWanted, suspect, dueAt, language } = await newest()
    expect({ title, body, kind, publicWanted, language }).toEqual({
      title: question['tieu-de'],
      body: question['noi-dung'],
      kind: 'question',
      publicWanted: true,
      language: 'vi',
    })
    expect(dueAt!.getTime()).toBeGreaterThan(Date.now())
    // Pressed by a test within a second of opening it, without a proof: suspected, and below the threshold.
    expect(suspect).toEqual(['fast', 'no-proof'])
    const consents = await database.owner
      .selectFrom('caseConsent')
      .select(['purpose', 'given', 'textVersion'])
      .where('caseId', '=', id)
      .orderBy('purpose')
      .execute()
    expect(consents).toEqual([
      { purpose: 'process', given: true, textVersion: 'process-1/365' },
      { purpose: 'publish', given: true, textVersion: 'publish-1' },
    ])
    const after = await look(sent.headers.get('location')!)
    expect(after.status).toBe(200)
    const thanks = await after.text()
    expect(thanks).not.toContain(canary.name)
    expect(thanks).not.toContain('tách thửa')
  })

  test('two who open the form at once get forms of their own', async () => {
    const pages = await Promise.all(
      Array.from({ length: 6 }, async () => fieldsOf(await (await look(form)).text()).phieu),
    )
    expect(new Set(pages).size).toBe(6)
  })

  test('what is wrong stands beside its field at its step, with a way to it, and everything typed stays', async () => {
    const typed = { ...sender, 'tieu-de': 'Ngắn', 'noi-dung': 'Đoạn "trích" <b>', 'dien-thoai': 'không số' }
    const answer = await send({ ...typed, buoc: '3', di: 'gui' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Bước 1 trên 3')
    for (const [message, field] of [
      ['Hãy chọn lĩnh vực của câu hỏi.', 'linh-vuc'],
      ['“Câu hỏi ngắn gọn”: hãy viết ít nhất 10 ký tự', 'tieu-de'],
      ['“Nội dung chi tiết”: hãy viết ít nhất 20 ký tự', 'noi-dung'],
    ] as const) {
      expect(html.split(message).length, message).toBe(3)
      expect(html).toContain(`href="#o-${field}"`)
      expect(html).toContain(`id="o-${field}"`)
    }
    expect(fieldsOf(html)).toMatchObject(typed)
    expect(await htmlFaults(html)).toEqual([])
    const second = await send({ ...fieldsOf(html), ...question, 'dong-y-xu-ly': '', di: '2' })
    const two = await second.text()
    expect(second.status).toBe(200)
    expect(two).toContain('Bước 2 trên 3')
    const third = await send({ ...fieldsOf(two), 'dong-y-xu-ly': '', buoc: '2', di: '3' })
    const refused = await third.text()
    expect(third.status).toBe(422)
    expect(refused).toContain('từ 8 đến 15 chữ số')
    expect(refused).toContain('Hãy đánh dấu đồng ý')
    expect(fieldsOf(refused)).toMatchObject({ ...question, 'ho-ten': canary.name, 'dien-thoai': 'không số' })
  })

  test('back keeps everything, also what is not right yet', async () => {
    const typed = { ...(await opened()), ...question, 'ho-ten': 'Chỉ họ tên', 'thu-dien-tu': 'sai', buoc: '2' }
    const back = await send({ ...typed, di: '1' })
    const html = await back.text()
    expect(back.status).toBe(200)
    expect(html).toContain('Bước 1 trên 3')
    expect(fieldsOf(html)).toMatchObject({
      ...question,
      'ho-ten': 'Chỉ họ tên',
      'thu-dien-tu': 'sai',
      phieu: typed.phieu,
    })
  })

  test('at the longest that is allowed, through every step', async () => {
    const body = 'ắ'.repeat(10_000)
    const one = { ...(await opened()), ...question, 'noi-dung': body, buoc: '1', di: '2' }
    const two = fieldsOf(await (await send(one)).text())
    const three = fieldsOf(await (await send({ ...two, di: '3' })).text())
    expect((await send({ ...three, di: 'gui' })).status).toBe(303)
    expect((await newest()).body).toBe(body)
    expect((await send({ ...one, 'noi-dung': `${body}x` })).status).toBe(422)
  })

  test('without saying who they are; nobody is asked to agree to anything then', async () => {
    expect((await send(await whole())).status).toBe(303)
    const { id, suspect, publicWanted } = await newest()
    expect(suspect).toEqual(['no-proof'])
    expect(publicWanted).toBe(false)
    const consents = await database.owner
      .selectFrom('caseConsent')
      .select(['purpose', 'given'])
      .where('caseId', '=', id)
      .execute()
    expect(consents).toEqual([{ purpose: 'publish', given: false }])
  })

  test('in English, on English pages', async () => {
    const html = await (await look(`/en${form}`)).text()
    expect(html).toContain('Step 1 of 3: Your question')
    expect(await htmlFaults(html)).toEqual([])
    const sent = await send(await whole(), undefined, `/en${form}`)
    expect(sent.headers.get('location')).toMatch(/^\/en\/theo-doi\//)
    expect((await newest()).language).toBe('en')
  })

  test('sending twice is one case, with one number and one code', async () => {
    const fields = await whole(sender)
    const before = (await cases()).length
    const answers = await Promise.all([send(fields, 'hai-lan'), send(fields, 'hai-lan'), send(fields, 'hai-lan')])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect((await cases()).length).toBe(before + 1)
    const { id } = await newest()
    expect(await database.owner.selectFrom('outboxMail').select('id').where('caseId', '=', id).execute()).toHaveLength(
      1,
    )
  })

  test('what could be a denunciation is not sent: the page says why and where, and lets a question through', async () => {
    const typed = { ...question, 'tieu-de': 'Tôi tố cáo ông A nhận tiền của dân' }
    const before = (await cases()).length
    const answer = await send(await whole(typed))
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('href="/khieu-nai-to-cao"')
    expect(html).toContain('chưa có gì được gửi đi')
    expect(fieldsOf(html)).toMatchObject(typed)
    expect((await cases()).length).toBe(before)
    expect((await send(await whole({ 'tieu-de': 'Thủ tục tố cáo nộp ở đâu?', 'chi-hoi': '1' }))).status).toBe(303)
    expect((await send(await whole({ 'tieu-de': 'Việc to cao tầng có được phép?' }))).status).toBe(303)
  })

  test('a portal that takes no questions says so, and takes none', async () => {
    const row = { siteId: desk.ward.id, openKinds: ['feedback'] }
    await database.db.insertInto('caseSetting').values(row).execute()
    const before = (await cases()).length
    expect((await look(form)).status).toBe(404)
    expect((await send(await whole())).status).toBe(404)
    expect((await cases()).length).toBe(before)
    await database.db.deleteFrom('caseSetting').where('siteId', '=', desk.ward.id).execute()
  })

  test('words of who sends it stand nowhere in the database in plain', async () => {
    await send(await whole({ ...sender, 'bang-chung': 'x'.repeat(40) }))
    const tables = await database.owner
      .selectFrom('information_schema.tables' as never)
      .select('tableName' as never)
      .where('tableSchema' as never, '=', 'public' as never)
      .where('tableType' as never, '=', 'BASE TABLE' as never)
      .execute()
    const { sql } = await import('kysely')
    const found: string[] = []
    for (const { tableName } of tables as { tableName: string }[]) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(tableName)} t`.execute(
        database.owner,
      )
      const text = rows.map(({ row }) => row).join('\n')
      for (const word of [...Object.values(canary), '0987654321'])
        if (text.includes(word)) found.push(`${tableName}: ${word}`)
      if (!['citizen_case'].includes(tableName) && text.includes('tách thửa đất ở')) found.push(`${tableName}: words`)
    }
    expect(tables.length).toBeGreaterThan(50)
    expect(found).toEqual([])
  })

  test('whatever is typed is answered, never with a failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 10, maxLength: 10 }), fc.nat(4), async (typed, sound) => {
        const keys = [
          'tieu-de',
          'noi-dung',
          'linh-vuc',
          'ho-ten',
          'thu-dien-tu',
          'dien-thoai',
          'phieu',
          'luc',
          'bang-chung',
          'buoc',
        ]
        const fields = Object.fromEntries(keys.map((key, at) => [key, typed[at]!]))
        const sent = await send(
          sound === 0
            ? { ...fields, ...(await whole()), 'bang-chung': typed[8]! }
            : { ...fields, di: ['gui', '2', 'go-7', typed[9]!][sound - 1]! },
        )
        expect(sent.status, JSON.stringify(typed).slice(0, 300)).toBeLessThan(500)
        const similar = await look(`/hoi-dap/tuong-tu?q=${encodeURIComponent(typed[0]!.toWellFormed().slice(0, 500))}`)
        expect(similar.status).toBeLessThan(500)
      }),
      { numRuns: 60, seed: 43 },
    )
  })
})

describe('files', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )

  test('are taken one by one, listed by name, removed again, and go with the case', async () => {
    const start = { ...(await opened()), ...question, buoc: '1' }
    const first = await upload({ ...start, di: 'tai-len' }, [
      { name: 'ảnh nhà.png', body: png },
      { name: 'hai.png', body: png },
    ])
    const html = await first.text()
    expect(first.status).toBe(200)
    expect(html).toContain('ảnh nhà.png (1 KB)')
    expect(await htmlFaults(html)).toEqual([])
    const fields = fieldsOf(html)
    expect(fields).toMatchObject(question)
    const [id] = Object.entries(fields)
      .find(([, value]) => value === 'hai.png')![0]
      .match(/\d+/)!
    const removed = await (await upload({ ...fields, di: `go-${id}` }, [])).text()
    expect(removed).not.toContain('hai.png')
    const next = await (await upload({ ...fieldsOf(removed), di: '2' }, [])).text()
    expect(next).toContain('Bước 2 trên 3')
    const sent = await send({ ...fieldsOf(next), buoc: '3', di: 'gui' })
    expect(sent.status).toBe(303)
    const kept = await database.owner.selectFrom('caseAttachment').select(['caseId', 'mime', 'nameSealed']).execute()
    expect(kept).toMatchObject([{ caseId: (await newest()).id, mime: 'image/png' }])
    expect(kept[0]!.nameSealed).not.toContain('nhà')
  })

  test('that are none of ours, or too heavy, are refused beside the field; words and other files stay', async () => {
    const start = { ...(await opened()), ...question, buoc: '1', di: '2' }
    const wrong = await upload(start, [{ name: 'tep.exe', body: Buffer.from('MZ tep') }])
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(html).toContain('Chưa nhận tệp “tep.exe”.')
    expect(fieldsOf(html)).toMatchObject(question)
    expect(await htmlFaults(html)).toEqual([])
    const heavy = await upload(start, [
      { name: 'to.png', body: Buffer.concat([png, Buffer.alloc(10.5 * 1024 * 1024)]) },
    ])
    expect(heavy.status).toBe(422)
    expect(await heavy.text()).toContain('10 MB')
  })

  test('sent broken, or too many, are answered in the 400s', async () => {
    const broken = await reader(database.delivery)(desk.ward, form, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nab',
    })
    expect(broken.status).toBe(400)
    const many = await upload(
      { ...(await opened()), buoc: '1' },
      Array.from({ length: 7 }, (_, n) => ({ name: `${n}.png`, body: png })),
    )
    expect(many.status).toBe(422)
    const { n } = await database.owner
      .selectFrom('caseAttachment')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('caseId', 'is', null)
      .executeTakeFirstOrThrow()
    expect(n).toBe(5)
  })
})
