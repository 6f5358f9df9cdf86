import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assignCase } from '../../src/cases/assign-case.ts'
import { approveAnswer } from '../../src/cases/approve-answer.ts'
import { askSender } from '../../src/cases/ask-sender.ts'
import { lookAtSender } from '../../src/cases/look-at-sender.ts'
import { saveAnswer } from '../../src/cases/save-answer.ts'
import { submitAnswer } from '../../src/cases/submit-answer.ts'
import { newFormToken } from '../../src/cases/tracking.ts'
import { inTransaction } from '../../src/database/connect.ts'
import { publishFeedback } from '../../src/feedback/publish-feedback.ts'
import { logCall } from '../../src/hotline/log-call.ts'
import { enqueue, type JobName } from '../../src/jobs/queue.ts'
import { issueKey } from '../../src/open311/issue-key.ts'
import type { Actor } from '../../src/people/actor.ts'
import { publicWords, publishCase } from '../support/answers.ts'
import { aboutMyself, canariesIn, canariesInTables, canary, wordsOfXlsx, type Canary } from '../support/canary.ts'
import { caseDesk, someAnswer, type CaseDesk } from '../support/cases.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { ask } from '../support/front.ts'
import { startProcess, untilSaid, untilTrue, type Started } from '../support/khue-process.ts'
import { freePort } from '../support/khue.ts'
import { startMailServer, type MailServer } from '../support/mail-server.ts'
import { signIn, testSecret } from '../support/session.ts'

// People who do not exist tell everything about themselves in every field of every form. What they told is looked for wherever it
// does not belong, after their cases went all the way through the office.
let database: TestDatabase
let desk: CaseDesk
let mail: MailServer
let khue: Started
let ports: { site: number; office: number }
const home = mkdtempSync(path.join(os.tmpdir(), 'khue-canary-'))
/** Every address a browser was led to or shown. */
const addresses: string[] = []
const codes: Record<string, string> = {}
let readers = 0

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  // A mail server that quotes whom it does not know: one of those who asked mistyped their address.
  mail = await startMailServer({ knows: (address) => address !== canary(6).email })
  ports = { site: await freePort(), office: await freePort() }
  khue = startProcess(['serve', '--role', 'all'], {
    KHUE_HOME: home,
    DATABASE_URL: database.url,
    PORT: String(ports.site),
    OFFICE_PORT: String(ports.office),
    KHUE_SECRET: testSecret,
    SEALING_KEYS: JSON.stringify({ keys: [desk.privateKey] }),
    SMTP_URL: mail.url,
    LOG_LEVEL: 'debug',
  })
  await untilSaid(khue, 'Dữ liệu (data)', 90)
}, 120_000)
afterAll(async () => {
  khue?.child.kill('SIGTERM')
  await khue?.ended
  await mail?.stop()
  await database?.drop()
  rmSync(home, { recursive: true, force: true })
}, 60_000)

async function get(address: string, host = desk.ward.host): Promise<Response> {
  addresses.push(address)
  const headers = { host, 'user-agent': `doc-${++readers}` }
  const answer = await ask({ port: ports.site, path: address, headers })
  addresses.push(answer.headers.get('location') ?? '')
  return answer
}
async function press(address: string, fields: Record<string, string>): Promise<Response> {
  const answer = await ask({
    port: ports.site,
    path: address,
    method: 'POST',
    headers: {
      host: desk.ward.host,
      'user-agent': `gui-${++readers}`,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    body: Buffer.from(new URLSearchParams(fields).toString()),
  })
  addresses.push(answer.headers.get('location') ?? '')
  return answer
}
/** Fills a form in and sends it; gives the number of the case. */
async function sent(as: string, address: string, fields: Record<string, string>): Promise<number> {
  // First with an error in it: what was typed comes back, and nothing of it stays anywhere else.
  await press(address, { ...fields, phieu: newFormToken(), 'dong-y-xu-ly': '', buoc: '2', di: '3' })
  await press(address, { ...fields, phieu: newFormToken(), buoc: '2', di: '3' })
  const answer = await press(address, { ...fields, phieu: newFormToken(), buoc: '3', di: 'gui' })
  expect([as, answer.status]).toEqual([as, 303])
  codes[as] = /\/theo-doi\/([0-9A-Z-]{19})/.exec(answer.headers.get('location') ?? '')![1]!
  const { id } = await database.owner
    .selectFrom('citizenCase')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await sql`update citizen_case set state = 'received' where id = ${id} and state = 'quarantined'`.execute(
    database.owner,
  )
  return id
}
const senderOf = (one: Canary): Record<string, string> => ({
  'ho-ten': one.name,
  'thu-dien-tu': one.email,
  'dien-thoai': one.phone,
  'dia-chi': one.address,
  'dong-y-xu-ly': '1',
  'dong-y-dang': '1',
})
const question = (n: number): Record<string, string> => ({
  'linh-vuc': 'cap-thoat-nuoc',
  'tieu-de': `Đèn trước nhà ${canary(n).name}, ${canary(n).phone} hỏng`,
  'noi-dung': aboutMyself(canary(n)),
  ...senderOf(canary(n)),
})
const assigned = (caseId: number): Promise<unknown> =>
  desk.act((tx) => assignCase(tx, desk.coordinator, { caseId, divisionId: desk.urban, officerId: desk.officer.id }))
async function answered(caseId: number, publish: boolean): Promise<void> {
  await desk.act((tx) => saveAnswer(tx, desk.officer, { ...someAnswer, ...publicWords, publish, caseId }))
  await desk.act((tx) => submitAnswer(tx, desk.officer, { caseId }))
  await desk.act((tx) => approveAnswer(tx, desk.leader, { caseId }))
}

describe('they tell everything, and the office deals with it', () => {
  test('a question that is clarified, answered, rated and published', async () => {
    const caseId = await sent('question', '/hoi-dap/gui-cau-hoi', question(1))
    const at = `/theo-doi/${codes.question}`
    const words = { 'noi-dung': aboutMyself(canary(2)) }
    expect((await press(`${at}/bo-sung`, words)).status).toBe(303)
    await assigned(caseId)
    await desk.act((tx) => lookAtSender(tx, desk.officer, { caseId, reason: 'contact' }, desk.keyring))
    await desk.act((tx) => askSender(tx, desk.officer, { caseId, question: 'Cột đèn số mấy, ở đoạn nào của phố?' }))
    expect((await press(`${at}/bo-sung`, { 'noi-dung': `${words['noi-dung']} Cột số 3.` })).status).toBe(303)
    await answered(caseId, true)
    await publishCase(desk, { caseId })
    expect((await press(`${at}/danh-gia`, { muc: 'chua-hai-long', 'y-kien': aboutMyself(canary(2)) })).status).toBe(303)
  })

  test('a question whose answer does not satisfy', async () => {
    const caseId = await sent('again', '/hoi-dap/gui-cau-hoi', question(3))
    await assigned(caseId)
    await answered(caseId, false)
    const words = { 'noi-dung': aboutMyself(canary(3)) }
    expect((await press(`/theo-doi/${codes.again}/chua-thoa-dang`, words)).status).toBe(303)
  })

  test('feedback with a place, made public with other words', async () => {
    const fields = { ...question(4), 'dia-diem': canary(4).address, 'vi-do': '21.045432', 'kinh-do': '105.839217' }
    const caseId = await sent('feedback', '/phan-anh/gui-phan-anh', fields)
    await madePublic(caseId)
  })

  test('feedback by a program', async () => {
    const { key } = await desk.act((tx) =>
      issueKey(tx, desk.networkAdmin, { name: 'Ứng dụng thử', contact: 'Công ty thử', siteId: null, dailyLimit: 9 }),
    )
    const one = canary(5)
    const report = {
      service_code: 'cap-thoat-nuoc',
      lat: '21.045',
      long: '105.839',
      address_string: one.address,
      email: one.email,
    }
    const person = {
      first_name: one.name,
      last_name: one.name,
      phone: one.phone,
      device_id: one.identity,
      account_id: one.account,
    }
    const wrong = { ...report, ...person, api_key: key, description: '', media_url: `https://${one.email}/` }
    expect((await press('/open311/v2/requests.json', wrong)).status).toBe(400)
    const fields = { ...report, ...person, api_key: key, description: aboutMyself(one), 'attribute[cong-khai]': 'co' }
    const answer = await press('/open311/v2/requests.json', fields)
    expect(answer.status).toBeLessThan(300)
    expect(canariesIn(await answer.text())).toEqual([])
    const { id } = await database.owner
      .selectFrom('citizenCase')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await sql`update citizen_case set state = 'received' where id = ${id} and state = 'quarantined'`.execute(
      database.owner,
    )
    await madePublic(id)
  })

  test('requests for information of a person and of an organisation, and one about data', async () => {
    for (const [n, mau] of [
      [6, '01a'],
      [7, '01b'],
    ] as const) {
      const one = canary(n)
      await sent(`information ${mau}`, '/tiep-can-thong-tin/gui-yeu-cau', {
        mau,
        'thong-tin': aboutMyself(one),
        'van-ban': `Quyết định về ${one.name}`,
        'ly-do': aboutMyself(one),
        'hinh-thuc': 'code',
        'ten-to-chuc': one.organisation,
        'so-giay-to': one.identity,
        'so-fax': one.fax,
        ...senderOf(one),
      })
    }
    await sent('data', '/du-lieu-ca-nhan/gui-yeu-cau', {
      quyen: 'delete',
      'ho-so': `${codes.question}\n${aboutMyself(canary(8))}`,
      'noi-dung': aboutMyself(canary(8)),
      ...senderOf(canary(8)),
    })
  })

  test('a call that becomes a case', async () => {
    const one = canary(9)
    const call = {
      siteId: desk.ward.id,
      fieldId: desk.fields['dat-dai'],
      question: 'Người gọi hỏi thủ tục tách thửa.',
      guidance: '',
      minutes: 5,
      followUp: 'case',
      formToken: newFormToken(),
      caller: { name: one.name, phone: one.phone, email: one.email, address: one.address },
    }
    const place = { key: desk.key, origin: 'http://ba-dinh.test', siteName: 'Cổng thử' }
    const { opened } = await desk.act((tx) => logCall(tx, desk.operator, call, place))
    codes.call = opened!.code
  })

  test('a question the database refuses, with every word of it in what it says', async () => {
    await sql`alter table citizen_case add constraint canary_refuses check (title not like '% hỏng lần 10') not valid`.execute(
      database.owner,
    )
    const fields = { ...question(10), 'tieu-de': `${question(10)['tieu-de']} lần 10` }
    const answer = await press('/hoi-dap/gui-cau-hoi', { ...fields, phieu: newFormToken(), buoc: '3', di: 'gui' })
    expect([answer.status, canariesIn(await answer.text())]).toEqual([500, []])
    await sql`alter table citizen_case drop constraint canary_refuses`.execute(database.owner)
  })

  test('they look for their case by what is no code', async () => {
    expect((await press('/theo-doi', { ma: canary(1).phone, so: canary(1).name })).status).toBe(422)
    expect((await press('/tiep-can-thong-tin/nhan', { ma: canary(1).name })).status).toBe(422)
  })
})

const madePublic = (caseId: number): Promise<void> =>
  desk.act((tx) =>
    publishFeedback(tx, desk.coordinator, {
      caseId,
      exact: false,
      title: 'Đèn đường ven hồ không sáng',
      words: 'Ba cột đèn liền nhau không sáng.',
      place: 'Đường ven hồ',
      answer: '',
      stand: '',
    }),
  )

describe('nothing of it is', () => {
  test('in a mail subject, or in a mail to anybody else', async () => {
    for (const job of ['route-cases', 'recompute-clocks', 'watch-clocks', 'morning-digest', 'tell-senders'] as const)
      await run(job)
    const untold = (): Promise<number> =>
      count(sql`select count(*)::integer as n from case_event where is_public and told_at is null`)
    await untilTrue(
      async () => (await untold()) === 0,
      () => 'the last sender to be told',
      { seconds: 60 },
    )
    await run('send-mail')
    const unsent = (): Promise<number> => count(sql`select count(*)::integer as n from outbox_mail where attempts = 0`)
    await untilTrue(
      async () => (await unsent()) === 0,
      () => 'the last mail',
      { seconds: 60 },
    )
    expect(mail.taken.length).toBeGreaterThan(12)
    expect(mail.taken.flatMap(({ subject }) => canariesIn(subject))).toEqual([])
    const toOthers = mail.taken.filter(({ to }) => canariesIn(to.join(' ')).length === 0)
    expect(toOthers.flatMap(({ text }) => canariesIn(text))).toEqual([])
  }, 150_000)

  test('on a page a reader can come to, in a feed, a map or an answer for programs', async () => {
    const pages = await crawl()
    expect(pages.size).toBeGreaterThan(40)
    expect([...pages].some(([address]) => address.includes('/hoi-dap/den-duong'))).toBe(true)
    expect([...pages.values()].join('')).toContain('Ba cột đèn liền nhau')
    expect([...pages].flatMap(([address, text]) => canariesIn(text).map((one) => `${address}: ${one}`))).toEqual([])
  }, 120_000)

  test('on the page of a case, for whoever has its code', async () => {
    for (const [as, code] of Object.entries(codes)) {
      const answer = await get(`/theo-doi/${code}`)
      expect([as, answer.status, canariesIn(await answer.text())]).toEqual([as, 200, []])
    }
  })

  test('found by a search for it', async () => {
    const one = canary(1)
    for (const at of ['/tim-kiem?q=', '/hoi-dap?q=', '/hoi-dap/tuong-tu?q=', '/phan-anh?q='])
      for (const words of [one.name, one.phone, one.email, 'Bạch Hạc Vàng', one.identity]) {
        const [found, nothing] = [await page(at, words), await page(at, 'zzqxvw')]
        expect([at, words, found], at).toEqual([at, words, nothing])
      }
  })

  test('in an address or where a reader was led', () => {
    expect(addresses.length).toBeGreaterThan(100)
    const typed = addresses.filter(
      (address) => !/^\/(?:en\/)?(?:tim-kiem|hoi-dap|phan-anh)(?:\/tuong-tu)?\?q=/.test(address),
    )
    expect(typed.flatMap(canariesIn)).toEqual([])
  })

  test('in what is taken out of the office', async () => {
    const { ward, coordinator, leader, auditor, operator, siteAdmin } = desk
    const at = `/cong/${ward.id}`
    const exports: [Actor, string][] = [
      [leader, `${at}/dieu-hanh.xlsx`],
      [leader, `${at}/dieu-hanh`],
      [coordinator, `${at}/so-cung-cap-thong-tin/ban-xuat.csv`],
      [operator, `${at}/tong-dai/tong-hop.xlsx`],
      [auditor, '/nhat-ky/ban-xuat.csv'],
      [siteAdmin, `${at}/thong-ke/ban-xuat.csv`],
    ]
    for (const [who, address] of exports) {
      const cookie = await signIn(database.db, who)
      const answer = await fetch(`http://localhost:${ports.office}${address}`, { headers: { cookie } })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const text = address.endsWith('.xlsx') ? wordsOfXlsx(bytes) : new TextDecoder().decode(bytes)
      expect([address, answer.status, text.length > 100, canariesIn(text)]).toEqual([address, 200, true, []])
    }
  })

  test('in what the program says of itself', () => {
    expect(khue.output()).toContain('canary_refuses')
    expect(canariesIn(khue.output())).toEqual([])
  })

  test('in the database beyond the words of a case, which are for those who deal with it', async () => {
    const meant = {
      citizen_case: ['title', 'body', 'words'],
      case_message: ['body'],
      // Where the matter is, in the words of the case.
      feedback_place: ['address'],
    }
    expect(await canariesInTables(database.owner, meant)).toEqual([])
    const words = await sql<{ text: string }>`select string_agg(title || body, ' ') as text from citizen_case`.execute(
      database.owner,
    )
    expect(canariesIn(words.rows[0]!.text).length).toBeGreaterThan(5)
  })
})

const run = (job: JobName): Promise<void> => inTransaction(database.db, (tx) => enqueue(tx, job, {} as never))
const count = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> =>
  (await query.execute(database.owner)).rows[0]!.n

/** A page of what is found, with the words looked for taken out. */
async function page(at: string, words: string): Promise<string> {
  const text = await (await get(at + encodeURIComponent(words))).text()
  const forms = [encodeURIComponent(words), new URLSearchParams({ w: words }).toString().slice(2), words]
  return forms.reduce((left, form) => left.replaceAll(form, ''), text)
}

/** Everything the portals of the network lead to, from their home pages, maps, feeds and answers for programs. */
async function crawl(): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const hosts = [desk.ward.host, desk.city.host, desk.otherWard.host]
  const starts = ['/', '/sitemap.xml', '/robots.txt', '/hoi-dap', '/hoi-dap/rss.xml', '/hoi-dap/atom.xml', '/hoi-dap/feed.json', '/phan-anh',
    '/phan-anh/diem.json', '/open311/v2/requests.json', '/open311/v2/requests.xml', '/open311/v2/services.json', '/ket-qua-tra-loi', '/khieu-nai-to-cao',
    '/lich-tiep-cong-dan', '/lich-tiep-cong-dan.ics', '/tiep-can-thong-tin', '/du-lieu-ca-nhan', '/rss.xml', '/feed.json', '/theo-doi'] // prettier-ignore
  const waiting = hosts.flatMap((host) => starts.map((address) => `http://${host}${address}`))
  for (let url = waiting.pop(); url !== undefined && pages.size < 600; url = waiting.pop()) {
    if (pages.has(url)) continue
    const { host, hostname, pathname, search } = new URL(url)
    const answer = await get(`${pathname}${search}`, hostname)
    const text = await answer.text()
    pages.set(url, text)
    for (const [, link = ''] of text.matchAll(/(?:href="|src="|<loc>|"url": ?")([^"<]+)/g)) {
      const next = URL.parse(link.replaceAll('&amp;', '&'), `http://${host}${pathname}`)
      const isAsset = /\.(?:css|js|woff2|png|webp|svg|ico)$/.test(next?.pathname ?? '')
      if (next && hosts.includes(next.hostname) && !isAsset)
        waiting.push(`http://${next.hostname}${next.pathname}${next.search}`)
    }
  }
  return pages
}
