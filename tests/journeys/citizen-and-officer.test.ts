import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../src/database/connect.ts'
import { approveEdition } from '../../src/editions/approve-edition.ts'
import { createEntry } from '../../src/editions/create-entry.ts'
import { publishEdition } from '../../src/editions/publish-edition.ts'
import { reviewEdition } from '../../src/editions/review-edition.ts'
import { submitEdition } from '../../src/editions/submit-edition.ts'
import { kinds } from '../../src/kinds.ts'
import { articleContent, newsroomOf, type Newsroom } from '../support/articles.ts'
import { phone } from '../support/browser.ts'
import { startBrowser, takeStep } from '../support/desk-browser.ts'
import { startTestKhue, type TestKhue } from '../support/khue.ts'
import { liveBuilder } from '../support/live.ts'
import { officeWindows } from '../support/office-window.ts'

// One story, told in the order of the tests, through the real front, the real office, the real worker and a real mail server.
const title = 'Phường Ba Đình đổi giờ tiếp công dân'
const userAgent =
  'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
const older = 'Ngày hội đọc sách mùa thu'
let khue: TestKhue
let people: Newsroom
let browser: Browser
let citizen: Page
let as: ReturnType<typeof officeWindows>
let mailServer: SMTPServer
const mails: { to: string[]; text: string }[] = []
const story = { receipt: '', edition: 0 }

beforeAll(async () => {
  mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: wordsOf(Buffer.concat(pieces)) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => void mailServer.listen(0, '127.0.0.1', resolve))
  const { port } = mailServer.server.address() as AddressInfo
  khue = await startTestKhue(
    async ({ db }) => {
      people = await newsroomOf(db)
      const { ward, writer, editor, chief } = people
      await (await liveBuilder(db)).publish(ward, { title: older }, { at: new Date(Date.now() - 70 * 86_400_000) })
      await inTransaction(db, async (tx) => {
        const summary = 'Từ tháng sau, bộ phận một cửa tiếp công dân từ 7 giờ.'
        const content = await articleContent(tx, ward, { title, summary })
        const made = await createEntry(tx, writer, { siteId: ward.id, kind: 'article', content }, kinds)
        await submitEdition(tx, writer, made, kinds)
        await reviewEdition(tx, editor, made, kinds)
        await approveEdition(tx, chief, made, kinds)
        await publishEdition(tx, chief, made, kinds)
      })
    },
    { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Cổng Ba Đình <cong@ba-dinh.example>' },
  )
  browser = await startBrowser()
  as = officeWindows(browser, khue)
  // A browser that says it is headless counts as a machine.
  const telephone = await browser.newContext({ viewport: phone, locale: 'vi-VN', userAgent })
  telephone.setDefaultTimeout(10_000)
  citizen = await telephone.newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await khue?.stop()
  await new Promise<void>((resolve) => {
    mailServer.close(() => resolve())
  })
})

/** The words of a mail in quoted-printable or base64. */
function wordsOf(mail: Buffer): string {
  const [head = '', ...body] = mail.toString().split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString()
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

const ward = (address = '/'): string => khue.site(people.ward.host) + address
const words = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
test('a citizen finds the article on the home page, makes its letters larger, and is told that her telephone cannot read aloud', async () => {
  await citizen.goto(ward())
  await citizen.getByRole('link', { name: title }).first().click()
  await citizen.getByRole('heading', { level: 1, name: title }).waitFor()
  expect(await words(citizen)).toContain('từ 7 giờ')
  const letters = (): Promise<number> =>
    citizen
      .locator('.prose p')
      .first()
      .evaluate((one) => {
        const letter = document.createRange()
        letter.setStart(one.firstChild as Text, 0)
        letter.setEnd(one.firstChild as Text, 1)
        return letter.getBoundingClientRect().height
      })
  const before = await letters()
  await citizen.getByRole('button', { name: 'Cỡ chữ rất lớn' }).click()
  expect(await letters()).toBeGreaterThan(before * 1.2)
  await citizen.reload()
  expect(await letters()).toBeGreaterThan(before * 1.2)
  expect(await citizen.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await citizen.getByRole('button', { name: 'Nghe bài' }).click()
  await citizen.getByText('Thiết bị này chưa có giọng đọc tiếng Việt.').waitFor()
})

test('she looks for what was in the news in the autumn, by its month', async () => {
  await citizen.locator('.menu-switch > summary').click()
  await citizen.getByRole('navigation', { name: 'Chuyên mục chính' }).getByRole('link', { name: 'Tin tức' }).click()
  await citizen.getByRole('heading', { level: 1, name: 'Tin tức' }).waitFor()
  await citizen.getByRole('link', { name: 'Lưu trữ theo tháng' }).first().click()
  await citizen.waitForURL('**/chuyen-muc/tin-tuc/luu-tru')
  await citizen.locator('.archive-year a').last().click()
  await citizen.waitForURL(/luu-tru\/\d{4}-\d{2}$/)
  expect(await words(citizen)).toContain(older)
  expect(await words(citizen)).not.toContain(title)
  await citizen.getByRole('link', { name: older }).click()
  await citizen.getByRole('heading', { level: 1, name: older }).waitFor()
})

test('back at the article she says how it pleased her, and what is wrong in it; at first she forgets to say what', async () => {
  await citizen.goto(ward())
  await citizen.getByRole('link', { name: title }).first().click()
  await citizen.getByRole('button', { name: 'Chưa hài lòng' }).click()
  await citizen.waitForURL('**/danh-gia?*')
  await citizen.locator('#y-kien').fill('Giờ trong bài không đúng với bảng ở trụ sở.')
  await citizen.locator('main form button').last().click()
  await citizen.waitForURL(/xong=1/)
  await citizen.getByRole('main').getByRole('link').last().click()
  await citizen.getByRole('link', { name: 'Báo lỗi trong bài này' }).click()
  await citizen.getByLabel('Thông tin sai').check()
  await citizen.getByLabel('Họ và tên').fill('Nguyễn Thị Hoa')
  await citizen.getByLabel('Thư điện tử').fill('hoa@ban-doc.example')
  await citizen.getByRole('button', { name: 'Gửi báo lỗi' }).click()
  expect(await citizen.getByRole('alert').innerText()).toContain('Hãy viết lỗi là gì')
  expect(await citizen.getByLabel('Họ và tên').inputValue()).toBe('Nguyễn Thị Hoa')
  expect(await citizen.getByLabel('Thông tin sai').isChecked()).toBe(true)
  await citizen.getByLabel('Lỗi là gì?').fill('Bảng ở trụ sở ghi 8 giờ, bài ghi 7 giờ.')
  await citizen.getByRole('button', { name: 'Gửi báo lỗi' }).click()
  await citizen.getByRole('heading', { name: 'Đã nhận báo lỗi của bạn' }).waitFor()
  story.receipt = citizen.url()
  expect(await words(citizen)).toMatch(/Số phiếu [0-9A-Z]{4}-[0-9A-Z]{4}.*Xử lý xong trước/)
})

test('the editor finds it with its clock running, takes it, and begins a correction from it', async () => {
  const page = await as(people.editor)
  await page.goto(`${khue.office}/cong/${people.ward.id}/bao-loi`)
  expect(await words(page)).toMatch(/còn (?:23 giờ|24 giờ|1 ngày)/i)
  await page.getByRole('link', { name: title }).first().click()
  expect(await words(page)).toContain('Bảng ở trụ sở ghi 8 giờ, bài ghi 7 giờ.')
  expect(await words(page)).toContain('hoa@ban-doc.example')
  await page.getByRole('button', { name: 'Nhận xử lý' }).click()
  await page.getByText('Bạn đang xử lý báo lỗi này').first().waitFor()
  const form = page.locator('form[action$="/dinh-chinh"]')
  await form.locator('[name=note]').fill('Bản trước ghi 7 giờ; đúng là 8 giờ.')
  await form.locator('button').click()
  await page.waitForSelector('html[data-editor-ready]')
  story.edition = Number(/\/ban-thao\/(\d+)/.exec(page.url())?.[1])
  await page.getByLabel('Sapo').fill('Từ tháng sau, bộ phận một cửa tiếp công dân từ 8 giờ.')
  await page.getByRole('button', { name: 'Gửi duyệt' }).first().click()
  await page.getByText('Đã gửi duyệt.').waitFor()
  await citizen.goto(ward())
  await citizen.getByRole('link', { name: title }).first().click()
  expect(await words(citizen)).toContain('từ 7 giờ')
}, 60_000)

test('two others look at it and it goes out; the editor answers, and the answer leaves by the mail server', async () => {
  for (const [who, noun] of [
    [people.secretary, 'duyet-bien-tap'],
    [people.chief, 'phe-duyet'],
    [people.secretary, 'dang'],
  ] as const) {
    const page = await as(who)
    await page.goto(`${khue.office}/ban-thao/${story.edition}/duyet`)
    await takeStep(page, noun)
  }
  const page = await as(people.editor)
  await page.goto(`${khue.office}/cong/${people.ward.id}/bao-loi`)
  await page.getByRole('link', { name: title }).first().click()
  const form = page.locator('form[action$="/xong"]')
  await form.locator('[name=outcome]').selectOption('corrected')
  await form.locator('[name=note]').fill('Đã đính chính giờ tiếp công dân.')
  await form.locator('[name=answer]').fill('Kính gửi bạn đọc, giờ đúng là 8 giờ; bài đã được đính chính. Cảm ơn bạn.')
  await form.locator('button').click()
  await page.waitForURL(/da=xong/)
  // The worker sends what waits at every minute.
  const mine = (): string[] => mails.filter(({ to }) => to.includes('hoa@ban-doc.example')).map(({ text }) => text)
  await expect.poll(mine, { timeout: 75_000, interval: 500 }).toHaveLength(1)
  expect(mine()[0]).toContain('giờ đúng là 8 giờ; bài đã được đính chính')
}, 120_000)

test('she loads the page again and reads the correction, and what it was; her receipt says that it is done', async () => {
  await citizen.reload()
  const text = await words(citizen)
  expect(text).toContain('từ 8 giờ')
  expect(text).toContain('Bản trước ghi 7 giờ; đúng là 8 giờ.')
  await citizen.goto(story.receipt)
  expect(await words(citizen)).toMatch(/Tình trạng Đã sửa/)
  expect(await words(citizen)).not.toContain('hoa@ban-doc.example')
  expect(await citizen.context().cookies()).toEqual([])
})

test('the statistics of the portal count her visits, and the article among the most read; the rating waits with its word', async () => {
  const page = await as(people.chief)
  const statistics = async (): Promise<string> => {
    await page.goto(`${khue.office}/cong/${people.ward.id}/thong-ke?ky=tuan-nay`)
    return words(page)
  }
  await expect.poll(statistics, { timeout: 15_000, interval: 1000 }).toContain(title)
  await page.goto(`${khue.office}/cong/${people.ward.id}/hai-long`)
  expect(await words(page)).toContain('Giờ trong bài không đúng với bảng ở trụ sở.')
}, 30_000)
