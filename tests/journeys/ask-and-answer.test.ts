import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanAttachments } from '../../src/cases/attachments/clean-attachments.ts'
import { caseFiles } from '../../src/cases/attachments/case-files.ts'
import { recomputeClocks } from '../../src/cases/recompute-clocks.ts'
import { tellSenders } from '../../src/cases/tell-senders.ts'
import { createLogger } from '../../src/logger.ts'
import { sendMail } from '../../src/outbox/send-mail.ts'
import { addToKeyring } from '../../src/sealing/keyring.ts'
import { phone } from '../support/browser.ts'
import { caseDesk, type CaseDesk } from '../support/cases.ts'
import { htmlFaults } from '../support/check-html.ts'
import { newWindow, startBrowser } from '../support/desk-browser.ts'
import { startTestKhue, type TestKhue } from '../support/khue.ts'
import { startMailServer, type MailServer } from '../support/mail-server.ts'
import { officeWindows } from '../support/office-window.ts'
import { axeFaults, tooWide } from '../support/page-faults.ts'
import { trace, tracedPhoto } from '../support/traced-files.ts'

// One story, told in the order of the tests, through the real front, the real office and a real mail server.
const title = 'Đèn đường ngõ Thử không sáng ba tuần nay'
const sender = { name: 'Nguyễn Thị Hoa', email: 'hoa@ban-doc.example', phone: '0912 345 678' }
/** What may be nowhere but in the hands of those who deal with the case. */
const secrets = /Nguyễn Thị Hoa|hoa@ban-doc|0912[ .]?345[ .]?678|cua-nha-toi/
let khue: TestKhue
let desk: CaseDesk
let browser: Browser
let citizen: Page
let as: ReturnType<typeof officeWindows>
let mailServer: MailServer
const story = { number: '', code: '' }
const folder = mkdtempSync(path.join(os.tmpdir(), 'khue-hoi-dap-'))
const photo = path.join(folder, 'cua-nha-toi.jpg')
/** Pages the citizen was sent, by an address of their own; looked at when the story is over. */
const sent = new Map<string, string>()

beforeAll(async () => {
  writeFileSync(photo, await tracedPhoto())
  mailServer = await startMailServer()
  khue = await startTestKhue(
    async ({ db }, config) => {
      desk = await caseDesk(db)
      addToKeyring(config, desk.privateKey)
    },
    { SMTP_URL: mailServer.url, MAIL_FROM: 'Cổng Ba Đình <cong@ba-dinh.example>' },
  )
  browser = await startBrowser()
  as = officeWindows(browser, khue)
  citizen = await (await newWindow(browser, phone, false)).newPage()
  citizen.on('response', async (answer) => {
    if (!answer.request().isNavigationRequest() || answer.status() === 303) return
    const { origin, pathname, search } = new URL(answer.url())
    const html = await answer.text()
    // Each kind of page once: those of one address differ by what was sent, and by what was wrong with it.
    const kind = `${answer.request().method()}-${answer.status()}-${/buoc">[^<]{0,8}/.exec(html)?.[0] ?? search}`
    sent.set(`${origin}${pathname}?${encodeURIComponent(kind)}`, html)
  })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await khue?.stop()
  await mailServer?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const ward = (address: string): string => khue.site(desk.ward.host) + address
const tracking = (): string => ward(`/theo-doi/${story.code}`)
const words = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
const caseRow = () =>
  khue.database.owner.selectFrom('citizenCase').selectAll().where('number', '=', story.number).executeTakeFirstOrThrow()
const clocks = async () =>
  khue.database.owner
    .selectFrom('caseClock')
    .select(['ruleId', 'state'])
    .where('caseId', '=', (await caseRow()).id)
    .where('purpose', '=', 'answer')
    .orderBy('id')
    .execute()
const isPaused = async (): Promise<boolean> =>
  (await khue.database.owner.selectFrom('casePause').select('id').where('toAt', 'is', null).execute()).length === 1

/** What the worker does within a minute or two of its own, done at once. */
async function worker(): Promise<void> {
  const { config, database } = khue
  const logger = createLogger('silent')
  const { keyring } = desk
  await cleanAttachments({ db: database.db, files: caseFiles(config), keyring }, logger)
  await recomputeClocks(database.db)
  await tellSenders(database.db, { config, keyring, logger })
  await sendMail(database.db, config, keyring)
}
let read = 0
/** The mails the citizen got since she last looked. */
async function post(howMany: number): Promise<{ subject: string; text: string }[]> {
  await worker()
  const mine = (): typeof mailServer.taken => mailServer.taken.filter(({ to }) => to.includes(sender.email)).slice(read)
  await expect.poll(() => mine().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(howMany)
  const got = mine()
  read += got.length
  expect(got.map(({ subject }) => subject)).toHaveLength(howMany)
  for (const { subject } of got) {
    expect(subject).toMatch(new RegExp(`^Cổng thông tin điện tử phường Ba Đình: [a-zđà-ỹ ]+ ${story.number}$`, 'u'))
    expect(subject).not.toMatch(/Đèn|ngõ|Hoa/)
  }
  return got
}
/** The case as one of the office has it open. */
async function inOffice(who: Parameters<typeof as>[0]): Promise<Page> {
  const page = await as(who)
  await page.goto(`${khue.office}/ho-so/${(await caseRow()).id}`)
  return page
}

test('a citizen with a small telephone without script asks, forgets something, and loses nothing of what she typed', async () => {
  await citizen.goto(ward('/hoi-dap'))
  await citizen.getByRole('main').getByRole('link', { name: 'Gửi câu hỏi' }).first().click()
  await citizen.getByLabel('Câu hỏi ngắn gọn').fill(title)
  await citizen
    .getByLabel('Nội dung chi tiết')
    .fill('Đèn trước nhà tôi tắt từ đầu tháng. Xin gọi 0912 345 678 khi đến sửa. Khi nào đèn được sửa?')
  await citizen.locator('input[type=file]').setInputFiles(photo)
  await citizen.getByRole('button', { name: 'Tải lên' }).click()
  await citizen.getByText('cua-nha-toi.jpg').waitFor()
  await citizen.getByRole('button', { name: 'Tiếp tục' }).click()
  await citizen.getByRole('alert').getByText('Hãy chọn lĩnh vực của câu hỏi.').waitFor()
  expect(await citizen.getByLabel('Câu hỏi ngắn gọn').inputValue()).toBe(title)
  expect(await words(citizen)).toContain('cua-nha-toi.jpg')
  await citizen.getByLabel('Lĩnh vực').selectOption({ label: 'Giao thông, hạ tầng' })
  await citizen.getByRole('button', { name: 'Tiếp tục' }).click()
  await citizen.getByRole('heading', { name: 'Bước 2 trên 3: Người gửi' }).waitFor()
  await citizen.getByLabel('Họ và tên').fill(sender.name)
  await citizen.getByLabel('Thư điện tử').fill(sender.email)
  await citizen.locator('[name=dien-thoai]').fill(sender.phone)
  await citizen.locator('#o-dong-y-xu-ly').check()
  await citizen.locator('[name=dong-y-dang]').check()
  await citizen.getByRole('button', { name: 'Tiếp tục' }).click()
  await citizen.getByRole('heading', { name: 'Khi được đăng công khai' }).waitFor()
  expect(await words(citizen)).toContain('Có vẻ có thông tin cá nhân trong nội dung')
  await citizen.getByRole('button', { name: 'Gửi', exact: true }).click()
  await citizen.waitForURL(/\/theo-doi\/[0-9A-Z-]{19}\?moi=1$/)
  story.code = /theo-doi\/([0-9A-Z-]{19})/.exec(citizen.url())![1]!
  story.number = /[A-Z]{2,6}-\d{4}-\d{6}/.exec(await words(citizen))![0]
  const [mail] = await post(1)
  expect(mail!.text).toContain(tracking())
})

test('later she opens the page of her case with the code, and reads the day and why it is that day, nothing of what she wrote', async () => {
  await citizen.goto(ward('/theo-doi'))
  await citizen.getByLabel('Mã tra cứu').fill(story.code.toLowerCase().replaceAll('-', ' '))
  await citizen.getByRole('button', { name: 'Xem hồ sơ' }).click()
  await citizen.waitForURL(tracking())
  const text = await words(citizen)
  expect(text).toMatch(/Trả lời chậm nhất hết ngày \d+\/\d+\/\d{4}/)
  expect(text).not.toMatch(secrets)
  expect(text).not.toContain(title)
})

test('the coordinator gives it to the officer of the division', async () => {
  const page = await inOffice(desk.coordinator)
  expect(await words(page)).toContain(title)
  expect(await words(page)).not.toMatch(/Nguyễn Thị Hoa|hoa@ban-doc/)
  expect(await words(page)).toContain('trình duyệt không chạy script')
  const form = page.locator('form[action$="/phan-cong"]')
  await form.locator('[name=to]').selectOption({ label: desk.officer.name })
  await form.locator('button').click()
  await page.waitForURL(/da=assign/)
  const [mail] = await post(1)
  expect(mail!.text).toContain('Phòng Đô thị')
})

test('the officer asks back and the clock stands still; the citizen answers on her page, and it runs on', async () => {
  const page = await inOffice(desk.officer)
  await page.locator('details:has(form[action$="/bo-sung"]) > summary').click()
  await page.locator('form[action$="/bo-sung"] [name=question]').fill('Cột đèn ghi số mấy?')
  await page.locator('form[action$="/bo-sung"] button').click()
  await page.waitForURL(/da=ask/)
  expect(await isPaused()).toBe(true)
  const [mail] = await post(1)
  expect(mail!.text).toContain('Cột đèn ghi số mấy?')
  await citizen.goto(tracking())
  expect(await words(citizen)).toContain('Thời hạn đang tạm dừng để chờ bạn bổ sung')
  await citizen.locator('#td-clarify').fill('Số 17')
  await citizen.locator('form[action$="/bo-sung"] button[type=submit]').click()
  await citizen.getByRole('alert').getByText('Hãy viết ít nhất 10 ký tự.').waitFor()
  expect(await citizen.locator('#td-clarify').inputValue()).toBe('Số 17')
  await citizen.locator('#td-clarify').fill('Cột đèn ghi số 17, ngay đầu ngõ.')
  await citizen.locator('form[action$="/bo-sung"] button[type=submit]').click()
  await citizen.waitForURL(/xong=bo-sung/)
  expect(await words(citizen)).not.toContain('số 17')
  expect(await isPaused()).toBe(false)
  await post(1)
})

test('the officer writes the answer; the screen shows a telephone number in what would be public, and masks it', async () => {
  const page = await inOffice(desk.officer)
  expect(await words(page)).toContain('Cột đèn ghi số 17, ngay đầu ngõ.')
  const href = await page.locator('.case-files a').getAttribute('href')
  const file = await page.request.get(`${khue.office}${href}`)
  const picture = await file.body()
  expect(picture.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  expect(picture.includes(trace)).toBe(false)
  const editor = page.locator('form.case-editor')
  await editor
    .locator('[name=body]')
    .fill('Đơn vị chiếu sáng đã sửa đèn ở cột 17. Nếu đèn lại tắt, xin gọi bà Hoa, số 0912 345 678.')
  await editor
    .locator('[name=publicQuestion]')
    .fill('Đèn trước nhà tôi tắt, xin gọi 0912 345 678. Khi nào đèn được sửa?')
  await editor.locator('[name=publicAnswer]').fill('Đơn vị chiếu sáng đã sửa đèn ở cột 17.')
  await editor.getByRole('button', { name: 'Lưu dự thảo' }).first().click()
  await page.waitForURL(/da=luu/)
  await page.locator('.case-finds').getByText('0912 345 678').waitFor()
  expect(await axeFaults(page, 1366)).toEqual([])
  await page.locator('form.case-editor').getByRole('button', { name: 'Làm lại bản công khai từ nội dung trên' }).click()
  await page.locator('.case-public').first().waitFor()
  const masked = await page.locator('form.case-editor [name=publicQuestion]').inputValue()
  expect(masked).toContain('[số điện thoại]')
  expect(masked).not.toMatch(secrets)
  await page.locator('form.case-editor').getByRole('button', { name: 'Lưu và trình duyệt' }).click()
  await page.waitForURL(/da=submit/)
  expect(await caseRow()).toMatchObject({ state: 'submitted' })
})

test('the leader approves and publishes at one press; the citizen is told, with the whole answer', async () => {
  const page = await inOffice(desk.leader)
  expect(await axeFaults(page, 1366)).toEqual([])
  await page.getByRole('button', { name: 'Duyệt, gửi và đăng công khai' }).click()
  await page.waitForURL(/da=publish/)
  const mails = await post(2)
  expect(mails[0]!.text).toContain('đã sửa đèn ở cột 17')
  await citizen.goto(tracking())
  expect(await words(citizen)).toMatch(/Đã trả lời ngày \d+\/\d+\/\d{4}, đúng hạn/)
})

test('whoever has the same question finds it without diacritics, and reads nothing of who asked', async () => {
  const reader = await (await newWindow(browser, phone, false)).newPage()
  await reader.goto(ward('/hoi-dap?q=den+duong+khong+sang'))
  await reader.getByRole('link', { name: title }).click()
  await reader.getByRole('heading', { level: 1, name: title }).waitFor()
  const html = await reader.content()
  expect(html).toContain('đã sửa đèn ở cột 17')
  expect(html).not.toMatch(secrets)
  expect(html).not.toContain(story.code)
  await reader.context().close()
})

test('she says that it does not satisfy, once; it is answered again on a clock of its own, and she rates it', async () => {
  await citizen.goto(tracking())
  await citizen.locator('details:has(form[action$="/chua-thoa-dang"]) > summary').click()
  await citizen.locator('#td-reopen').fill('Đèn lại tắt ngay tối hôm sau.')
  await citizen.getByRole('button', { name: 'Đề nghị xử lý lại' }).click()
  await citizen.waitForURL(/xong=xu-ly-lai/)
  expect(await caseRow()).toMatchObject({ state: 'assigned', reopened: 1 })
  expect(await clocks()).toEqual([
    { ruleId: 'question.answer', state: 'met' },
    { ruleId: 'reopen.answer', state: 'running' },
  ])
  await post(1)
  const page = await inOffice(desk.officer)
  expect(await words(page)).toContain('Đèn lại tắt ngay tối hôm sau.')
  await page.locator('form.case-editor [name=body]').fill('Đã thay cả bóng và dây; đèn sáng từ tối 20.')
  const publish = page.locator('form.case-editor [name=publish]')
  if (await publish.isChecked()) await publish.uncheck()
  await page.getByRole('button', { name: 'Lưu và trình duyệt' }).click()
  await page.waitForURL(/da=submit/)
  const leader = await inOffice(desk.leader)
  await leader.getByRole('button', { name: 'Duyệt và gửi trả lời' }).click()
  await leader.waitForURL(/da=approve/)
  const [mail] = await post(1)
  expect(mail!.text).toContain('đèn sáng từ tối 20')
  await citizen.goto(tracking())
  expect(await citizen.locator('form[action$="/chua-thoa-dang"]').count()).toBe(0)
  await citizen.locator('form[action$="/danh-gia"] button').first().click()
  await citizen.waitForURL(/xong=danh-gia/)
  expect(await words(citizen)).toContain('Cảm ơn bạn đã đánh giá.')
  expect(await khue.database.owner.selectFrom('caseRating').select('choice').execute()).toHaveLength(1)
})

test('every page she was sent is whole HTML, open to everyone and as wide as her telephone; it set no cookie, and no log names her', async () => {
  expect(sent.size).toBeGreaterThan(12)
  expect(await citizen.context().cookies()).toEqual([])
  // What looks for barriers needs script, which her telephone has not: it is shown each page as it was sent.
  const page = await (await newWindow(browser, phone)).newPage()
  await page.goto(ward('/theo-doi'))
  const faults: string[] = []
  for (const [url, html] of sent) {
    await page.setContent(html)
    const found = [
      ...(await htmlFaults(html)),
      ...(await tooWide(page, phone.width)),
      ...(await axeFaults(page, phone.width)),
    ]
    faults.push(...found.map((fault) => `${url}: ${fault}`))
  }
  expect(faults).toEqual([])
  const { rows } = await sql<{ line: string }>`select e::text as line from audit_event e`.execute(khue.database.owner)
  expect(rows.length).toBeGreaterThan(8)
  expect(rows.map(({ line }) => line).join()).not.toMatch(secrets)
}, 60_000)
