import { sql } from 'kysely'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicWords, publishedAnswer } from '../../tests/support/answers.ts'
import { caseDesk, type CaseDesk } from '../../tests/support/cases.ts'
import { htmlFaults, outsideLoads } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { ask, startFront, type TestFront } from '../../tests/support/front.ts'
import { liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { publicRoutes } from '../public-app.ts'

let database: TestDatabase
let desk: CaseDesk
let live: LiveBuilder
let front: TestFront
const made: Record<string, { entryId: number; path: string }> = {}

beforeAll(async () => {
  database = await freshDatabase()
  desk = await caseDesk(database.db)
  live = await liveBuilder(database.db)
  const answer = (title: string, words: Partial<typeof publicWords> = {}, part = {}) =>
    publishedAnswer(database.db, desk, { publicTitle: title, ...words }, part)
  const { fields } = desk
  made.light = await answer('Đèn đường hỏng thì báo ở đâu?')
  made.school = await answer(
    'Tuyển sinh lớp 1 cần giấy tờ gì?',
    {
      publicQuestion: 'Con tôi sáu tuổi, tạm trú. Nộp hồ sơ ở đâu?',
      publicAnswer: 'Nộp tại trường <b>theo tuyến</b>.',
    },
    { fieldId: fields['giao-duc'] },
  )
  made.lightAgain = await answer('Đèn ngõ tắt sớm có báo được không?')
  made.english = await answer(
    'Where do I report a broken street light?',
    { publicQuestion: 'The light in our lane is dark.', publicAnswer: 'Report it on this portal.' },
    { language: 'en' },
  )
  front = await startFront(database.delivery, publicRoutes)
}, 90_000)
afterAll(() => database.drop())

const page = async (address: string, site = desk.ward): Promise<{ status: number; html: string; headers: Headers }> => {
  await front.upToDate()
  const response = await ask({ port: front.port, path: address, headers: { host: site.host } })
  return { status: response.status, html: await response.text(), headers: response.headers }
}
const text = async (address: string, site = desk.ward): Promise<string> => (await page(address, site)).html
const thing = (html: string, type: string): Record<string, unknown> => {
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}'
  const { '@graph': graph = [] } = JSON.parse(data) as { '@graph'?: Record<string, unknown>[] }
  return graph.find((one) => one['@type'] === type) ?? {}
}
const listed = (html: string): string[] =>
  [...html.matchAll(/<h3><a href="(\/hoi-dap\/[^"]+)">/g)].map(([, path]) => path!)

test('the list shows what was answered, the newest first, with ways by field and by who answered', async () => {
  const html = await text('/hoi-dap')
  expect(listed(html)).toEqual([made.lightAgain!.path, made.school!.path, made.light!.path])
  expect(html).toContain('/hoi-dap?linh-vuc=cap-thoat-nuoc')
  expect(html).toContain('Cấp nước, thoát nước, chiếu sáng (2)')
  expect(html).toContain('Phòng Đô thị (3)')
  expect(html).toContain('href="/hoi-dap/gui-cau-hoi"')
  expect(listed(await text('/hoi-dap?linh-vuc=giao-duc'))).toEqual([made.school!.path])
  expect(listed(await text(`/hoi-dap?don-vi=${desk.urban}&linh-vuc=giao-duc`))).toEqual([made.school!.path])
  for (const none of ['linh-vuc=khong-co', 'don-vi=abc', 'don-vi=99999', 'pham-vi=mang-luoi', 'pham-vi=x', 'truoc=x'])
    expect((await page(`/hoi-dap?${none}`)).status, none).toBe(404)
})

test('a portal that takes no questions invites none', async () => {
  await database.db
    .insertInto('caseSetting')
    .values({ siteId: desk.ward.id, openKinds: ['feedback'] })
    .execute()
  expect(await text('/hoi-dap')).not.toContain('gui-cau-hoi')
  await database.db.deleteFrom('caseSetting').execute()
  expect(await text('/hoi-dap')).toContain('gui-cau-hoi')
})

test('words are found without diacritics, in question and answer, and marked', async () => {
  expect(await text('/hoi-dap?q=tuyen-sinh')).toContain(made.school!.path)
  const found = await text('/hoi-dap?q=tam%20tru')
  expect(found).toContain(made.school!.path)
  expect(found).toContain('<mark>tạm</mark>')
  expect(await text('/hoi-dap?q=%22den%20ngo%22')).not.toContain(made.light!.path)
  expect(await text('/hoi-dap?q=1022')).toContain(made.light!.path)
  expect(await text('/hoi-dap?q=khongcogi')).toContain('Không có câu hỏi nào phù hợp')
})

test('the page of an answer tells question, answer and facts, and no number of the case nor anybody who asked', async () => {
  const html = await text(made.light!.path)
  expect(html).toContain('Đèn đường ở ngõ tôi không sáng ba tuần nay')
  expect(html).toContain('<li><p>Sự cố một đèn: sửa trong 48 giờ.</p></li>')
  expect(html).toContain('href="https://hanoi.example.vn/chieu-sang"')
  expect(html).toContain('Phòng Đô thị')
  expect(html).toContain('trong ngày')
  expect(html).toContain(made.lightAgain!.path)
  expect(html).not.toContain('KH-20')
  expect(html).not.toContain('Người gửi thử')
  expect(html).not.toContain('Đặng Văn Chủ')
  expect(html).toContain('action="/danh-gia"')
  const school = await text(made.school!.path)
  expect(school).toContain('&lt;b&gt;theo tuyến&lt;/b&gt;')
  const code = await page(`/ma-qr${made.light!.path}.svg`)
  expect([code.status, code.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
})

test('search engines are told of a question and its accepted answer, and of the way to it', async () => {
  const html = await text(made.light!.path)
  const url = `http://${desk.ward.host}:3000${made.light!.path}`
  expect(thing(html, 'QAPage')).toMatchObject({
    url,
    mainEntity: {
      '@type': 'Question',
      name: 'Đèn đường hỏng thì báo ở đâu?',
      text: publicWords.publicQuestion,
      answerCount: 1,
      acceptedAnswer: {
        '@type': 'Answer',
        url: `${url}#tra-loi`,
        author: { '@type': 'GovernmentOrganization' },
      },
    },
  })
  const crumbs = thing(html, 'BreadcrumbList').itemListElement as { name: string }[]
  expect(crumbs.map(({ name }) => name)).toEqual([
    'Trang chủ',
    'Hỏi đáp',
    'Cấp nước, thoát nước, chiếu sáng',
    'Đèn đường hỏng thì báo ở đâu?',
  ])
  expect(html).toContain('<meta property="og:title" content="Đèn đường hỏng thì báo ở đâu?">')
  expect(html).toContain(`<link rel="canonical" href="${url}">`)
  expect(await text('/sitemap.xml')).toContain(`<loc>${url}</loc>`)
  expect(await text('/sitemap.xml')).toContain(`<loc>http://${desk.ward.host}:3000/hoi-dap</loc>`)
})

test('search of the portal says that it found a question and its answer', async () => {
  const html = await text('/tim-kiem?q=den%20duong')
  expect(html).toContain(made.light!.path)
  expect(html).toContain('Hỏi đáp · <time')
})

test('news lists do not show answers; the feed of answers shows nothing else', async () => {
  const article = await live.publish(desk.ward, { title: 'Một bài báo' })
  for (const address of ['/rss.xml', '/luu-tru']) expect(await text(address), address).not.toContain('/hoi-dap/den')
  for (const [file, item] of [
    ['rss.xml', 'item'],
    ['atom.xml', 'entry'],
  ] as const) {
    const xml = await text(`/hoi-dap/${file}`)
    const names: string[] = []
    const parser = new SaxesParser()
    parser.on('opentag', ({ name }) => names.push(name))
    parser.write(xml).close()
    expect(names.filter((name) => name === item)).toHaveLength(3)
    expect(xml).not.toContain(article.path)
  }
  const { items } = JSON.parse(await text('/hoi-dap/feed.json')) as { items: { title: string }[] }
  expect(items.map(({ title }) => title)).toContain('Đèn đường hỏng thì báo ở đâu?')
})

test('English pages list what is written in English and name fields in English', async () => {
  const html = await text('/en/hoi-dap')
  expect(listed(html)).toEqual([made.english!.path])
  expect(html).toContain('Water, drainage, street lights')
  expect(await text(made.english!.path)).toContain('<html lang="en"')
  expect((await page(`/en${made.light!.path}`)).status).toBe(301)
})

test('the head of the network lists the answers of all portals and leads to them', async () => {
  const html = await text('/hoi-dap', desk.city)
  expect(listed(html)).toEqual([])
  expect(html).toContain(`http://${desk.ward.host}:3000/hoi-dap`)
  expect(await text('/hoi-dap?pham-vi=mang-luoi', desk.city)).toContain(
    `http://${desk.ward.host}:3000${made.school!.path}`,
  )
  expect(await text('/hoi-dap?pham-vi=mang-luoi&linh-vuc=giao-duc', desk.city)).not.toContain(made.light!.path)
})

test('an answer another portal took over stands in its list too, and names its home as the original', async () => {
  const { otherWard } = desk
  await live.copy(made.school!.entryId, otherWard)
  const list = await text('/hoi-dap', otherWard)
  expect(listed(list)).toEqual([made.school!.path])
  const copy = await text(made.school!.path, otherWard)
  expect(copy).toContain(`<link rel="canonical" href="http://${desk.ward.host}:3000${made.school!.path}">`)
  expect(copy).toContain('UBND Cổng thông tin điện tử phường Ba Đình')
  expect(await text('/hoi-dap?pham-vi=mang-luoi', desk.city)).toContain('3 câu hỏi đã trả lời')
})

test('the front page shows the newest answers with the way to all of them, without any section for them', async () => {
  const html = await text('/')
  expect(html).toContain('block-answers')
  expect(html).toContain(`<h3 class="answers-name"><a href="${made.light!.path}">`)
  expect(html).toContain('<a class="block-all" href="/hoi-dap"')
  expect(await text('/', desk.city)).not.toContain('block-answers')
})

test('pages are valid and load nothing from elsewhere', async () => {
  for (const address of ['/hoi-dap', '/hoi-dap?linh-vuc=giao-duc&q=lop', '/en/hoi-dap', made.light!.path]) {
    const { status, html } = await page(address)
    expect(status, address).toBe(200)
    expect(await htmlFaults(html), address).toEqual([])
    expect(outsideLoads(html), address).toEqual([])
  }
  expect(await htmlFaults(await text('/hoi-dap?pham-vi=mang-luoi', desk.city))).toEqual([])
})

test('lists with filters are kept, and show what is published, corrected or withdrawn at once', async () => {
  const kept = [
    '/hoi-dap',
    '/hoi-dap?linh-vuc=giao-duc',
    `/hoi-dap?don-vi=${desk.urban}`,
    '/hoi-dap?q=hocphi',
    '/hoi-dap/rss.xml',
  ]
  for (const address of kept) await page(address)
  const drawn = front.drawn()
  for (const address of kept) await page(address)
  expect(front.drawn()).toBe(drawn)
  const related = await text(made.school!.path)
  expect(related).not.toContain('hocphi')
  const added = await publishedAnswer(
    database.db,
    desk,
    { publicTitle: 'Tuyển sinh và hocphi năm nay?' },
    { fieldId: desk.fields['giao-duc'] },
  )
  for (const address of [...kept, made.school!.path]) expect(await text(address), address).toContain(added.path)
  await sql`update edition set state = 'withdrawn', withdrawal_reason = 'Trả lời chưa đúng', ended_at = now()
    where entry_id = ${added.entryId}`.execute(database.owner)
  for (const address of [...kept.slice(0, 4), made.school!.path])
    expect(await text(address), address).not.toContain(added.path)
  const gone = await page(added.path)
  expect(gone.status).toBe(410)
  expect(gone.html).toContain('Câu trả lời đã được gỡ')
  expect(gone.html).toContain('Trả lời chưa đúng')
  expect(await text('/hoi-dap/atom.xml')).toContain('deleted-entry')
  expect(await text('/atom.xml')).not.toContain('deleted-entry')
})

test('how long answers take is told from ten on, with the method', async () => {
  expect(await text('/hoi-dap')).not.toContain('Một nửa số câu hỏi')
  await sql`update live_answer set working_days = 3 where entry_id = ${made.light!.entryId}`.execute(database.owner)
  await sql`update live_answer set on_time = false where entry_id = ${made.school!.entryId}`.execute(database.owner)
  for (let n = 0; n < 7; n++) await publishedAnswer(database.db, desk, { publicTitle: `Câu hỏi thứ ${n} về đèn?` })
  const html = await text('/hoi-dap')
  expect(html).toContain('trong không quá 0 ngày làm việc; 90% được trả lời đúng hạn')
  expect(html).toContain('Tính trên 11 câu trả lời')
})
