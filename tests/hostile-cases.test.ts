import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { Agent, request } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officeRoutes } from '../src/app.ts'
import { caseKinds } from '../src/case-kinds.ts'
import { askSender } from '../src/cases/ask-sender.ts'
import { caseFiles } from '../src/cases/attachments/case-files.ts'
import { cleanAttachments } from '../src/cases/attachments/clean-attachments.ts'
import { readAttachment } from '../src/cases/attachments/read-attachment.ts'
import { newFormToken } from '../src/cases/tracking.ts'
import { kinds } from '../src/kinds.ts'
import { createLogger } from '../src/logger.ts'
import { issueKey } from '../src/open311/issue-key.ts'
import { publicRoutes } from '../src/public-app.ts'
import { caseDesk, type CaseDesk, type SomeCase } from './support/cases.ts'
import { fieldsOf, openedForm } from './support/case-form.ts'
import { freshDatabase, type TestDatabase } from './support/database.ts'
import { ask, startFront, type TestFront } from './support/front.ts'
import { hostileText } from './support/hostile.ts'
import { hostileBody, hostileFiles, multipart, type HostileFile, type SentBody } from './support/hostile-uploads.ts'
import { testOffice, type TestOffice } from './support/session.ts'
import { trace } from './support/traced-files.ts'

// HOSTILE_MS=5000 looks deeper into each address, each time with other values; else it is so many of the same.
const deeper = Number(process.env.HOSTILE_MS ?? 0)
const runs = (usually: number) =>
  deeper
    ? { numRuns: 5000, interruptAfterTimeLimit: deeper, endOnFailure: true }
    : { numRuns: usually, endOnFailure: true, seed: 11 }

let database: TestDatabase
let d: CaseDesk
let front: TestFront
let office: TestOffice
let sound: Record<string, string>
const codes: Record<string, string> = {}
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-ac-y-'))
const logger = createLogger('silent')
let readers = 0
let asked = 0

beforeAll(async () => {
  database = await freshDatabase()
  d = await caseDesk(database.db)
  front = await startFront(database.delivery, publicRoutes, { env: { KHUE_HOME: home } })
  office = testOffice({ db: database.db, routes: officeRoutes, kinds, keyring: d.keyring, env: { KHUE_HOME: home } })
  for (const stage of ['received', 'assigned', 'answered'] as const) codes[stage] = (await d.upTo(stage)).code
  const asks = await d.upTo('assigned')
  await d.act((tx) => askSender(tx, d.officer, { caseId: asks.caseId, question: 'Ở đoạn nào?' }))
  codes.clarifying = asks.code
  const { key } = await d.act((tx) =>
    issueKey(tx, d.networkAdmin, { name: 'Ứng dụng thử', contact: 'Công ty thử', siteId: null, dailyLimit: 50 }),
  )
  const { phieu, luc } = await openedForm(database.delivery)
  sound = {
    phieu,
    luc,
    buoc: '3',
    di: 'gui',
    'linh-vuc': 'dat-dai',
    'tieu-de': 'Thủ tục tách thửa đất cần giấy tờ gì?',
    'noi-dung': 'Gia đình tôi muốn tách thửa đất cho con. Xin hỏi cần những giấy tờ nào và nộp ở đâu?',
    'ho-ten': 'Người gửi thử',
    'thu-dien-tu': 'nguoi.gui@thu.example',
    'dien-thoai': '0900 000 000',
    'dia-chi': 'Số 1 phố Thử',
    'dong-y-xu-ly': '1',
    'dong-y-dang': '1',
    muc: 'hai-long',
    ma: codes.answered!,
    so: 'KH-2026-000001',
    api_key: key,
    service_code: 'giao-thong',
    description: 'Mặt đường trước cổng chợ có một ổ gà lớn, xe máy dễ ngã.',
    lat: '21.03',
    long: '105.83',
    email: 'ung.dung@thu.example',
  }
}, 60_000)
afterAll(async () => {
  await database.drop()
  rmSync(home, { recursive: true, force: true })
})

/** The answer to a body, by a browser and on a connection of its own: one on which a body was left unread is closed. */
function send(
  address: string,
  { type, body }: SentBody,
  who = `nguoi-doc-so-${++readers}-tren-may`,
): Promise<Response> {
  asked++
  const headers: Record<string, string> = {
    host: d.ward.host,
    'user-agent': who,
    'sec-fetch-site': 'same-origin',
    'content-length': String(body.length),
    ...(type === undefined ? {} : { 'content-type': type }),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ port: front.port, host: '127.0.0.1', path: address, method: 'POST', agent: false, headers })
    sent.once('error', reject)
    sent.once('response', (answer) => {
      const lines = new Headers()
      for (const [name, value] of Object.entries(answer.headers)) lines.append(name, String(value))
      buffer(answer).then(
        (text) => resolve(new Response(new Uint8Array(text), { status: answer.statusCode, headers: lines })),
        reject,
      )
    })
    sent.end(body)
  })
}
const count = async (table: 'citizenCase' | 'caseAttachment' | 'caseMessage'): Promise<number> =>
  (
    await database.owner
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

const addresses = publicRoutes
  .filter(({ method }) => method === 'POST')
  .map(({ path: address }) => address.replace(':resource', 'requests.json'))

describe('whatever a stranger sends', () => {
  test.each(addresses)('to %s is answered', async (address) => {
    const form = await ask({
      port: front.port,
      path: address.replace(/\/:.*/, ''),
      headers: { host: d.ward.host },
    })
    // The fields of the form as it is drawn; a new token each time, so that each is a form of its own.
    const drawn = form.ok ? fieldsOf(await form.text()) : {}
    const fields = { ...drawn, ...sound }
    await fc.assert(
      fc.asyncProperty(
        hostileBody(fields),
        fc.constantFrom(...Object.values(codes), ...Object.values(codes), 'x', '%00', '%ED%A0%80'),
        fc.boolean(),
        async (sent, code, inEnglish) => {
          const body = sent.body.includes(sound.phieu!)
            ? Buffer.from(sent.body.toString('latin1').replaceAll(sound.phieu!, newFormToken()), 'latin1')
            : sent.body
          const target = address.replace(':code', code).replace(':number', 'KH-2026-000001')
          const answer = await send(inEnglish ? `/en${target}` : target, { ...sent, body })
          const text = await answer.text()
          expect(answer.status, `${target} ${sent.type}`).toBeLessThan(500)
          expect(answer.headers.get('set-cookie')).toBeNull()
          expect(text).not.toMatch(/<script>alert/i)
        },
      ),
      runs(32),
    )
  })

  test('in a file is refused at the door, cleaned or kept apart, and its form is answered', async () => {
    const all = await hostileFiles()
    const { code } = await d.upTo('assigned')
    const upload = async (files: readonly HostileFile[], at: string, part: Record<string, string>): Promise<number> => {
      const { phieu, luc } = await openedForm(database.delivery)
      const fields = Object.entries({ ...sound, phieu, luc, ...part })
      const body = multipart(fields, files, 'ranh-gioi')
      const answer = await send(at, { type: 'multipart/form-data; boundary=ranh-gioi', body })
      await answer.arrayBuffer()
      expect(answer.status, files.map(({ name }) => name.slice(0, 40)).join()).toBeLessThan(500)
      return answer.status
    }
    for (const [at, file] of all.entries()) {
      const before = await count('caseAttachment')
      const status =
        at % 2 === 0
          ? await upload([file], '/hoi-dap/gui-cau-hoi', {})
          : await upload([file], `/theo-doi/${code}/bo-sung`, { 'noi-dung': 'Gửi thêm một tệp về việc này.' })
      expect(status, file.name.slice(0, 40)).toBe(file.refused ? 422 : 303)
      expect((await count('caseAttachment')) - before).toBe(file.refused ? 0 : 1)
    }
    // More than a form may hold: the sixth is refused, with the form.
    const small = all.filter(({ refused, body }) => !refused && body.length < 100_000).slice(0, 6)
    expect(await upload(small, '/hoi-dap/gui-cau-hoi', {})).toBe(422)
    const done = await cleanAttachments({ db: database.db, files: caseFiles({ home }), keyring: d.keyring }, logger)
    expect(done.quarantined).toBeGreaterThan(6)
    const rows = await database.owner
      .selectFrom('caseAttachment')
      .select(['id', 'caseId', 'state', 'reason'])
      .where('caseId', 'is not', null)
      .execute()
    expect(rows.filter(({ state }) => state === 'waiting')).toEqual([])
    expect(rows.filter(({ state, reason }) => state === 'quarantined' && reason === '')).toEqual([])
    for (const { id, caseId } of rows.filter(({ state }) => state === 'clean')) {
      const place = { db: database.db, files: caseFiles({ home }), keyring: d.keyring }
      const clean = (await readAttachment(place, { caseId: caseId!, id }))!
      expect(clean.body.includes(trace) || clean.body.includes('alert(1)') || clean.body.includes('a.exe')).toBe(false)
    }
  }, 120_000)

  test('that is too heavy is refused, and the next reader on the same connection of a proxy is answered', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const type = 'application/x-www-form-urlencoded'
    const on = (address: string, bytes: number): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const headers = { host: d.ward.host, 'content-type': type, 'content-length': String(bytes) }
        const sent = request({ port: front.port, host: '127.0.0.1', path: address, method: 'POST', agent, headers })
        sent.once('error', reject)
        sent.once('response', (answer) => answer.resume().once('end', () => resolve(answer.statusCode)))
        sent.end(Buffer.alloc(bytes, 'a'))
      })
    for (const [address, status] of [
      ['/theo-doi', 413],
      ['/hoi-dap/gui-cau-hoi', 413],
      ['/open311/v2/requests.json', 400],
    ] as const) {
      expect(await on(address, 1_000_000), address).toBe(status)
      expect(await on('/theo-doi', 10), address).toBe(422)
    }
    agent.destroy()
  })

  test('again and again from one place ends at the limits of a day; nothing more is stored', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 25; n++) {
      const { phieu, luc } = await openedForm(database.delivery)
      const fields = {
        ...sound,
        phieu,
        luc,
        'tieu-de': `Thủ tục số ${n} cần giấy tờ gì?`,
        'noi-dung': `${sound['noi-dung']} ${n}`,
      }
      const body = Buffer.from(new URLSearchParams(fields).toString())
      const answer = await send(
        '/hoi-dap/gui-cau-hoi',
        { type: 'application/x-www-form-urlencoded', body },
        'mot-nguoi-gui-nhieu-lan',
      )
      statuses.push(answer.status)
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 303))
    expect(statuses.slice(10)).toEqual(Array.from({ length: 15 }, () => 429))
  }, 30_000)

  test('as a machine does is received and kept apart', async () => {
    const { phieu } = await openedForm(database.delivery)
    const words = 'Casino trực tuyến uy tín http://a.example http://b.example http://c.example nạp rút 24/7'
    const fields = { ...sound, phieu, luc: 'x', 'tieu-de': 'Nhà cái casino uy tín hàng đầu', 'noi-dung': words }
    const body = Buffer.from(new URLSearchParams(fields).toString())
    const answer = await send('/hoi-dap/gui-cau-hoi', { type: 'application/x-www-form-urlencoded', body })
    expect(answer.status).toBe(303)
    const newest = await database.owner
      .selectFrom('citizenCase')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(newest).toMatchObject({
      state: 'quarantined',
      suspect: expect.arrayContaining(['advertises', 'many-links']),
    })
  })
})

const caseActs = officeRoutes.filter(({ method, path: address }) => method === 'POST' && /:case\b/.test(address))

describe('whatever somebody of the office sends about a case', () => {
  const targets = new Map<string, SomeCase[]>()
  const cookies = new Map<string, string>()
  let attacked = 0
  test.each(caseActs.map((route) => [route.path] as const))('to %s is answered', async (address) => {
    const kind = address.includes('/phan-anh')
      ? 'feedback'
      : address.includes('/thong-tin')
        ? 'information_request'
        : address.includes('/du-lieu')
          ? 'data_request'
          : 'question'
    // What was sent to the addresses before moved them on: now and then there are new ones.
    if (attacked++ % 6 === 0 || !targets.has(kind))
      targets.set(kind, [
        await d.upTo('received', { kind }),
        await d.upTo('assigned', { kind }),
        await d.upTo('submitted', { kind }),
      ])
    const cases = targets.get(kind)!
    const people = [d.coordinator, d.officer, d.leader, d.siteAdmin]
    const names = [
      'to divisionId officerId fieldId note question siteId agency reason how number amount others saves kind ground body answerOn publish',
      'publicTitle publicQuestion publicAnswer template search entry interest tim-thay-0 de-nguyen-0 lat long address way copies fee',
    ].flatMap((list) => list.split(' '))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...people),
        fc.constantFrom(...cases.map(({ caseId }) => String(caseId)), '0', '99999999999', 'x'),
        fc.array(fc.tuple(fc.constantFrom(...names), hostileText), { maxLength: 12 }),
        async (who, id, fields) => {
          asked++
          if (!cookies.has(who.id)) cookies.set(who.id, await office.cookieOf(who))
          const answer = await office.office.request(
            `http://localhost:3001${address.replace(':case', id).replace(/:\w+/, '1')}`,
            {
              method: 'POST',
              headers: { origin: 'http://localhost:3001', cookie: cookies.get(who.id)! },
              body: new URLSearchParams(fields.map(([name, value]) => [name, value.toWellFormed()])),
            },
          )
          expect(await answer.text()).not.toMatch(/<script>alert/i)
          expect(answer.status, `${address} ${JSON.stringify(fields).slice(0, 300)}`).toBeLessThan(500)
        },
      ),
      runs(14),
    )
  })
})

describe('after all of it', () => {
  test('the portal still takes a question, and a reader still reads', async () => {
    const { phieu, luc } = await openedForm(database.delivery)
    const body = Buffer.from(new URLSearchParams({ ...sound, phieu, luc }).toString())
    const answer = await send('/hoi-dap/gui-cau-hoi', { type: 'application/x-www-form-urlencoded', body })
    expect(answer.status).toBe(303)
    const page = await ask({
      port: front.port,
      path: answer.headers.get('location')!,
      headers: { host: d.ward.host, 'user-agent': 'nguoi-doc-cuoi' },
    })
    expect(page.status).toBe(200)
    expect(asked).toBeGreaterThan(1000)
    expect(await count('citizenCase')).toBeGreaterThan(50)
  })

  test('no text that was kept is longer than it may be, and none holds what is no letter', async () => {
    const { rows } = await sql<{
      title: number
      body: number
      details: number
      message: number
      answer: number
      note: number
    }>`
      select (select max(length(title)) from citizen_case) as title, (select max(length(body)) from citizen_case) as body,
        (select max(pg_column_size(details)) from citizen_case) as details, (select max(length(body)) from case_message) as message,
        (select max(length(body) + length(public_answer) + length(public_question)) from case_answer) as answer,
        (select max(length(note) + length(facts::text)) from case_event) as note`.execute(database.owner)
    const [longest] = rows
    expect(longest!.title).toBeLessThanOrEqual(300)
    expect(longest!.body).toBeLessThanOrEqual(10_000)
    expect(longest!.details).toBeLessThanOrEqual(16_384)
    expect(longest!.message).toBeLessThanOrEqual(10_000)
    expect(longest!.answer).toBeLessThanOrEqual(80_000)
    expect(longest!.note).toBeLessThanOrEqual(8_000)
    const { rows: columns } = await sql<{ table: string; column: string }>`
      select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb')
        and c.table_name ~ '^(?:case_|citizen_case|feedback|public_feedback|information_|published_|open311_|hotline_|deletion_)'`.execute(
      database.owner,
    )
    const faults: string[] = []
    for (const { table, column } of columns) {
      const { rows: wrong } = await sql<{ text: string }>`
        select left(x.text, 80) as text from (select ${sql.ref(column)}::text as text from ${sql.table(table)}) x
        where x.text is not nfc normalized or x.text ~ '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]' limit 1`.execute(
        database.owner,
      )
      if (wrong[0]) faults.push(`${table}.${column}: ${JSON.stringify(wrong[0].text)}`)
    }
    expect(columns.length).toBeGreaterThan(30)
    expect(faults).toEqual([])
  })

  test('the folder of files holds what rows name, and nothing got out of it', async () => {
    const { folder } = caseFiles({ home })
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const bytes = files.reduce((sum, each) => sum + statSync(path.join(each.parentPath, each.name)).size, 0)
    expect(bytes).toBeLessThan(200 * 1024 * 1024)
    const { rows } = await sql<{ stored: string }>`select stored from case_attachment where state <> 'gone'`.execute(
      database.owner,
    )
    const named = new Set(rows.map(({ stored }) => `${stored}.bin`))
    expect(files.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([])
    expect(readdirSync(home).filter((name) => !folder.endsWith(name))).toEqual([])
    expect(caseKinds.size).toBeGreaterThan(4)
  })

  test('the log is whole, and holds no word of who sent anything', async () => {
    const { rows } = await sql`select * from audit_faults()`.execute(database.owner)
    expect(rows).toEqual([])
    const { rows: said } =
      await sql`select from audit_event e where e::text like '%nguoi.gui@thu%' or e::text like '%0900 000 000%'`.execute(
        database.owner,
      )
    expect(said).toEqual([])
  })
})
