import { Document, Packer, Paragraph } from 'docx'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { plainText } from '../../src/editions/body/plain-text.ts'
import type { Content } from '../../src/editions/content.ts'
import type { Actor } from '../../src/people/actor.ts'
import { toLocalInput } from '../../src/web/dates.ts'
import { newsroomOf, type Newsroom } from '../support/articles.ts'
import { phone, type Window } from '../support/browser.ts'
import {
  desksOf,
  enrolSecondFactor,
  newWindow,
  pasteHtml,
  readAsStranger,
  startBrowser,
  takeStep,
  type Desks,
} from '../support/desk-browser.ts'
import { contentOf, stateOf, subjectsTo } from '../support/what-stands.ts'
import { startTestKhue, type TestKhue } from '../support/khue.ts'
import { authenticatorCode, givePassword } from '../support/session.ts'

// One story, told in the order of the tests: each goes on from where the one before it stopped.
const password = 'hoa-sen-no-buoi-som-2026'
const title = 'Phường Ba Đình mở điểm đọc sách cuối tuần'
let khue: TestKhue
let people: Newsroom
let browser: Browser
let desks: Desks
const story = { entry: 0, edition: 0, correction: 0, address: '', picture: '' }

beforeAll(async () => {
  khue = await startTestKhue(async ({ db }) => {
    people = await newsroomOf(db)
    for (const person of Object.values(people)) if ('email' in person) await givePassword(db, person, password)
  })
  browser = await startBrowser()
  desks = desksOf(browser, khue.office, password)
})
afterAll(async () => {
  await browser?.close()
  await khue?.stop()
})

const as = (person: Actor, window?: Window): Promise<Page> => desks.as(person, window)
const office = (path: string): string => khue.office + path
const ward = (path = '/'): string => khue.site(people.ward.host) + path
const city = (path = '/'): string => khue.site(people.city.host) + path
const content = (edition: number): Promise<Content> => contentOf(khue, edition)
const state = (edition: number): Promise<string> => stateOf(khue, edition)
const mailTo = (person: Actor): Promise<string[]> => subjectsTo(khue, person)
const read = (url: string) => readAsStranger(browser, url)

test('the collaborator signs in with her password, pastes from Word, and sees what her article still lacks', async () => {
  const page = await as(people.writer)
  await page.goto(office('/bai-viet/moi'))
  await page.getByLabel('Tiêu đề').fill(title)
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click()
  await page.waitForSelector('html[data-editor-ready]')
  story.edition = Number(/\/ban-thao\/(\d+)/.exec(page.url())?.[1])
  story.entry = (
    await khue.database.db
      .selectFrom('edition')
      .select('entryId')
      .where('id', '=', story.edition)
      .executeTakeFirstOrThrow()
  ).entryId
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7a1f2b' } })
    .png()
    .toBuffer()
  await pasteHtml(
    page,
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-name:x}</style></head><body>
    <p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='font-family:"Times New Roman"'>Từ tuần này</span></b>, điểm đọc sách mở cửa đón bà con.<o:p></o:p></p>
    <p class=MsoNormal><img width=300 src="data:image/png;base64,${picture.toString('base64')}"></p><p class=MsoNormal>Không thu phí.</p></body></html>`,
  )
  await expect
    .poll(async () => (await content(story.edition)).body.content.map(({ type }) => type), { timeout: 15_000 })
    .toContain('image')
  await expect
    .poll(() => page.locator('[data-step-panel] .why-not-list li').allTextContents(), { timeout: 15_000 })
    .toEqual(
      expect.arrayContaining([
        'Chưa có sapo (tóm tắt).',
        'Chưa chọn chuyên mục.',
        'Chưa ghi tác giả.',
        '1 ảnh chưa có văn bản thay thế (mô tả ảnh cho người không nhìn được).',
        '1 ảnh chưa ghi nguồn hoặc người giữ quyền.',
      ]),
    )
  expect(await page.locator('[data-step-panel]').innerText()).toContain('Vì sao chưa đăng được')
}, 60_000)

test('she fills in what was missing, adds a Word file, and submits', async () => {
  const page = await as(people.writer)
  await page.getByRole('button', { name: /^Sửa: Hình/ }).click()
  await page.getByLabel('Mô tả ảnh cho người không nhìn được').fill('Tủ sách đỏ ở nhà sinh hoạt cộng đồng')
  await page.getByRole('dialog').getByLabel('Nguồn ảnh').fill('UBND phường Ba Đình')
  await page.getByRole('button', { name: 'Xong', exact: true }).click()
  await page.getByLabel('Sapo').fill('Điểm đọc mở cửa sáng thứ Bảy và Chủ nhật.')
  await page.getByLabel('Tin tức', { exact: true }).check()
  await page.getByLabel('Tên tác giả 1').fill('Tổ truyền thông phường')
  await page.getByLabel('Tên tác giả 1').blur()
  await page
    .locator('summary')
    .filter({ hasText: /^Nguồn$/ })
    .click()
  await page.getByLabel('Nguồn', { exact: true }).fill('UBND phường Ba Đình')
  await page.keyboard.press('Control+s')
  await expect
    .poll(() => content(story.edition), { timeout: 10_000 })
    .toMatchObject({
      source: 'UBND phường Ba Đình',
      credits: [{ name: 'Tổ truyền thông phường' }],
      sectionIds: [people.ward.sections['tin-tuc']],
      summary: /Điểm đọc/,
    })
  const word = await Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph('Người đọc mượn sách về nhà trong mười bốn ngày.')] }] }),
  )
  await page.locator('summary').filter({ hasText: 'Nhập từ Word' }).click()
  await page.getByLabel('Nhập từ tệp Word (.docx)').setInputFiles({
    name: 'the-le.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: word,
  })
  await page.getByRole('button', { name: 'Nhập vào bài' }).click()
  await page.getByText('Đã nhập tệp Word.').waitFor()
  expect(plainText((await content(story.edition)).body)).toMatch(
    /^Từ tuần này.*\n*[\s\S]*Không thu phí\.\nNgười đọc mượn sách về nhà/,
  )
  await page.waitForSelector('html[data-editor-ready]')
  await page.locator('.step-ready').getByText('Nội dung đã đủ điều kiện đăng.').waitFor()
  await page.getByRole('button', { name: 'Gửi duyệt' }).first().click()
  await page.getByText('Đã gửi duyệt.').waitFor()
  expect(await state(story.edition)).toBe('submitted')
  expect(await mailTo(people.editor)).toEqual([`Chờ biên tập: ${title}`])
}, 60_000)

test('the editor returns it with a word, the collaborator finds it in her work, mends it and submits again', async () => {
  const editor = await as(people.editor)
  await editor.goto(office('/'))
  await editor.getByRole('link', { name: title }).first().click()
  await takeStep(editor, 'tra-lai', { comment: 'Chị ghi rõ giờ mở cửa nhé.' })
  expect(await state(story.edition)).toBe('returned')
  const writer = await as(people.writer)
  await writer.goto(office('/'))
  expect(await writer.locator('main').innerText()).toContain('Chị ghi rõ giờ mở cửa nhé.')
  await writer.getByRole('link', { name: title }).first().click()
  await writer.goto(office(`/ban-thao/${story.edition}`))
  await writer.waitForSelector('html[data-editor-ready]')
  await writer.getByLabel('Sapo').fill('Điểm đọc mở cửa từ 8 giờ đến 11 giờ sáng thứ Bảy và Chủ nhật.')
  await writer.getByRole('button', { name: 'Gửi duyệt' }).first().click()
  await writer.getByText('Đã gửi duyệt.').waitFor()
  expect((await content(story.edition)).summary).toContain('8 giờ')
  await editor.goto(office(`/ban-thao/${story.edition}/duyet`))
  await takeStep(editor, 'duyet-bien-tap')
  expect(await state(story.edition)).toBe('reviewed')
  expect(await mailTo(people.writer)).toContain(`Bài được trả lại: ${title}`)
}, 60_000)

test('the chief enrols a second factor, signs in with it on her telephone, and approves', async () => {
  const page = await as(people.chief, phone)
  const secret = await enrolSecondFactor(page, password)
  await page.context().clearCookies()
  await page.goto(office('/dang-nhap'))
  await page.getByLabel('Thư điện tử').fill(people.chief.email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL('**/dang-nhap/ma*')
  // The code of this half minute is used up by the enrolment; her clock runs a little fast.
  await page.getByLabel('Mã xác thực hoặc mã dự phòng').fill(authenticatorCode(secret, Date.now() + 30_000))
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await page.getByRole('link', { name: title }).first().click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await takeStep(page, 'phe-duyet')
  expect(await state(story.edition)).toBe('approved')
  expect((await read(ward(`/bai-viet/phuong-ba-dinh-mo-diem-doc-sach-cuoi-tuan`))).status).toBe(404)
}, 60_000)

test('the desk secretary chooses the next minute, and within five seconds of it readers have the article', async () => {
  const page = await as(people.secretary)
  await page.goto(office(`/ban-thao/${story.edition}/duyet`))
  const due = new Date(Math.ceil((Date.now() + 6000) / 60_000) * 60_000)
  await takeStep(page, 'hen-gio', { at: toLocalInput(due) })
  expect(await state(story.edition)).toBe('scheduled')
  const reader = await (await newWindow(browser)).newPage()
  story.address = '/bai-viet/phuong-ba-dinh-mo-diem-doc-sach-cuoi-tuan'
  let status = 404
  while (status !== 200 && Date.now() < due.getTime() + 15_000) {
    status = (await reader.goto(ward(story.address)))!.status()
    if (status === 200) expect(Date.now(), 'not before its time').toBeGreaterThanOrEqual(due.getTime())
    else await new Promise((resolve) => setTimeout(resolve, Date.now() < due.getTime() - 1500 ? 1000 : 100))
  }
  const seconds = (Date.now() - due.getTime()) / 1000
  expect(status).toBe(200)
  expect(seconds).toBeLessThan(5)
  const words = await reader.locator('main').innerText()
  for (const expected of [
    title,
    '8 giờ đến 11 giờ',
    'Từ tuần này',
    'Không thu phí.',
    'mười bốn ngày',
    'Tổ truyền thông phường',
  ])
    expect(words).toContain(expected)
  story.picture = await reader
    .locator('article img')
    .first()
    .evaluate((image: HTMLImageElement) => image.currentSrc || image.src)
  expect((await reader.request.get(picturePath(), { headers: hostOfWard() })).status()).toBe(200)
  expect(await reader.context().cookies()).toEqual([])
}, 120_000)

/** Node knows no *.test hosts, so the picture is asked for on the local address with the host's name. */
const picturePath = (site = ward()): string =>
  `${site.replace(/\/\/[^:]+/, '//127.0.0.1').replace(/\/$/, '')}${new URL(story.picture).pathname}`
const hostOfWard = (host = people.ward.host): Record<string, string> => ({ host })

test('the ward offers it to the city, whose editor takes it into a section of hers; the copy names its home', async () => {
  const secretary = await as(people.secretary)
  await secretary.goto(office(`/muc/${story.entry}`))
  await secretary
    .getByRole('combobox', { name: 'Cổng nhận' })
    .selectOption({ label: 'Cổng thông tin điện tử Thành phố' })
  await secretary.getByLabel('Lời nhắn cho cổng nhận').fill('Mời bà con toàn Thành phố cùng biết.')
  await secretary.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await secretary.getByText('Đã gửi đề nghị.').waitFor()
  expect((await read(city(story.address))).status).toBe(404)
  const editor = await as(people.cityEditor)
  await editor.goto(office('/de-nghi'))
  await editor.getByLabel('Tin tức').check()
  await editor.getByRole('button', { name: 'Nhận đăng' }).click()
  await editor.getByText('Đã trả lời đề nghị.').waitFor()
  const copy = await read(city(story.address))
  expect(copy.status).toBe(200)
  expect(copy.text).toContain('Cổng thông tin điện tử phường Ba Đình')
  expect((await read(city('/chuyen-muc/tin-tuc'))).text).toContain(title)
}, 60_000)

test('a correction passes four eyes again, and its public note stands on both portals', async () => {
  const note = 'Bản trước ghi 11 giờ; đúng là 11 giờ 30 phút.'
  const editor = await as(people.editor)
  await editor.goto(office(`/muc/${story.entry}`))
  await editor.getByRole('textbox', { name: 'Lời đính chính' }).fill(note)
  await editor.getByRole('button', { name: 'Đính chính', exact: true }).click()
  await editor.waitForSelector('html[data-editor-ready]')
  story.correction = Number(/\/ban-thao\/(\d+)/.exec(editor.url())?.[1])
  await editor.getByLabel('Sapo').fill('Điểm đọc mở cửa từ 8 giờ đến 11 giờ 30 phút sáng thứ Bảy và Chủ nhật.')
  await editor.getByRole('button', { name: 'Gửi duyệt' }).first().click()
  await editor.getByText('Đã gửi duyệt.').waitFor()
  expect((await read(ward(story.address))).text).not.toContain('11 giờ 30')
  for (const [person, noun] of [
    [people.secretary, 'duyet-bien-tap'],
    [people.chief, 'phe-duyet'],
    [people.secretary, 'dang'],
  ] as const) {
    const page = await as(person)
    await page.goto(office(`/ban-thao/${story.correction}/duyet`))
    await takeStep(page, noun)
  }
  for (const portal of [ward, city]) {
    const { text } = await read(portal(story.address))
    expect(text).toContain(note)
    expect(text).toContain('11 giờ 30 phút sáng')
  }
}, 60_000)

test('withdrawn with a reason, the article and its picture are gone from both portals, and the reason is told', async () => {
  const page = await as(people.chief)
  await page.goto(office(`/ban-thao/${story.correction}/duyet`))
  await takeStep(page, 'go-bai', { reason: 'Điểm đọc chuyển sang địa điểm mới.' })
  for (const portal of [ward, city]) {
    const gone = await read(portal(story.address))
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('Điểm đọc chuyển sang địa điểm mới.')
    expect((await read(portal('/'))).text).not.toContain(title)
  }
  expect((await page.request.get(picturePath(), { headers: hostOfWard() })).status()).toBe(410)
  expect((await page.request.get(picturePath(city()), { headers: hostOfWard(people.city.host) })).status()).toBe(410)
}, 60_000)

test('every act told its people by mail, left exactly one event, and the chain of the log holds', async () => {
  const auditor = await as(people.auditor)
  await auditor.goto(office('/thu-di'))
  const outbox = await auditor.locator('main').innerText()
  for (const { subject } of await khue.database.db.selectFrom('outboxMail').select('subject').execute())
    expect(outbox).toContain(subject)
  expect(await mailTo(people.writer)).toEqual([
    'Bài được trả lại: Phường Ba Đình mở điểm đọc sách cuối tuần',
    'Bài đã được duyệt: Phường Ba Đình mở điểm đọc sách cuối tuần',
    'Bài đã đăng: Phường Ba Đình mở điểm đọc sách cuối tuần',
  ])
  const events = await khue.database.owner
    .selectFrom('auditEvent')
    .select(['action', 'actor'])
    .where('action', 'not like', 'person.%')
    // Made by the first start, before anybody acts.
    .where('action', '<>', 'sealing-key.registered')
    .orderBy('id')
    .execute()
  // How many saves of hers are her own and how many the screen's depends on when it saved by itself.
  const acts = events.filter(({ action }) => action !== 'edition.saved')
  expect(acts.map(({ actor, action }) => `${actor}: ${action}`)).toEqual([
    'Cộng tác viên Ba Đình: entry.created',
    'Cộng tác viên Ba Đình: media.uploaded',
    'Cộng tác viên Ba Đình: author.created',
    'Cộng tác viên Ba Đình: edition.submitted',
    'Biên tập viên Ba Đình: edition.returned',
    'Cộng tác viên Ba Đình: edition.submitted',
    'Biên tập viên Ba Đình: edition.reviewed',
    'Trưởng ban Ba Đình: edition.approved',
    'Thư ký Ba Đình: edition.scheduled',
    'Lịch đăng: edition.published',
    'Thư ký Ba Đình: placement.offered',
    'Biên tập viên Thành phố: placement.accepted',
    'Biên tập viên Ba Đình: entry.correction-begun',
    'Biên tập viên Ba Đình: edition.submitted',
    'Thư ký Ba Đình: edition.reviewed',
    'Trưởng ban Ba Đình: edition.approved',
    'Thư ký Ba Đình: edition.published',
    'Trưởng ban Ba Đình: edition.withdrawn',
  ])
  expect(await verifyChain(khue.database.owner)).toMatchObject({ ok: true })
})
