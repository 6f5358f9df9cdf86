import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '../../src/audit/verify-chain.ts'
import { inTransaction } from '../../src/database/connect.ts'
import type { Actor } from '../../src/people/actor.ts'
import { loadUnits } from '../../src/sites/load-units.ts'
import { desk, phone, type Window } from '../support/browser.ts'
import { enrolSecondFactor, newWindow, signInWithPassword, startBrowser, takeStep } from '../support/desk-browser.ts'
import { startTestKhue, type TestKhue } from '../support/khue.ts'
import { person } from '../support/people.ts'
import { givePassword } from '../support/session.ts'
import { network } from '../support/sites.ts'

// One story, told in the order of the tests: each goes on from where the one before it stopped.
const password = 'hoa-sen-no-buoi-som-2026'
const host = 'vinhhung.test'
const portal = 'Cổng Thông tin điện tử phường Vĩnh Hưng'
const title = 'Phường Vĩnh Hưng mở cổng thông tin điện tử'
const newcomers = {
  writer: { name: 'Lê Thị Hoa', email: 'hoa.vinhhung@khue.example', role: 'Cộng tác viên' },
  editor: { name: 'Trần Văn Minh', email: 'minh.vinhhung@khue.example', role: 'Biên tập viên' },
  chief: { name: 'Phạm Thu Hà', email: 'ha.vinhhung@khue.example', role: 'Trưởng ban biên tập' },
} as const
type Newcomer = keyof typeof newcomers

let khue: TestKhue
let admin: Actor
let browser: Browser
const pages = new Map<string, Page>()
const links = new Map<Newcomer, string>()
const story = { portal: '', edition: '' }

beforeAll(async () => {
  khue = await startTestKhue(async ({ db }) => {
    await network(db)
    await inTransaction(db, (tx) => loadUnits(tx, { provinceCode: '01' }))
    admin = await person(db, 'Quản trị mạng lưới', [{ siteId: null, role: 'network_admin' }])
    await givePassword(db, admin, password)
  })
  browser = await startBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await khue?.stop()
})

/** The window of somebody, opened once. */
async function windowOf(who: string, window: Window = desk): Promise<Page> {
  const page = pages.get(who) ?? (await (await newWindow(browser, window)).newPage())
  pages.set(who, page)
  return page
}
const office = (path: string): string => khue.office + path

test('the network’s administrator opens the portal of a ward from the register of units', async () => {
  const page = await windowOf('admin')
  await signInWithPassword(page, khue.office, admin, password)
  await enrolSecondFactor(page, password)
  await page.goto(office('/'))
  await page.getByRole('main').getByRole('link', { name: /^Cổng/ }).click()
  await page.getByRole('link', { name: 'Mở cổng mới' }).click()
  await page.getByLabel('Tên hoặc mã đơn vị').fill('vinh hung')
  await page.getByRole('button', { name: 'Tìm kiếm' }).click()
  await page.getByRole('link', { name: /Phường Vĩnh Hưng/ }).click()
  expect(await page.getByLabel(/^Tên cổng/).inputValue()).toBe(portal)
  expect(await page.getByLabel(/^Cơ quan quản lý cổng/).inputValue()).toBe('Ủy ban nhân dân phường Vĩnh Hưng')
  for (const [label, value] of [
    ['Tên miền', 'khong phai ten mien'],
    ['Người chịu trách nhiệm nội dung', 'Phó Chủ tịch Phạm Thu Hà'],
    ['Địa chỉ', '12 phố Vĩnh Hưng'],
    ['Điện thoại', '024.0000.0012'],
    ['Thư điện tử', 'cong.vinhhung@example.vn'],
  ] as const)
    await page.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(value)
  await page.getByRole('button', { name: 'Mở cổng mới' }).click()
  // Refused with a word beside the field; everything else typed is still there.
  await page.getByRole('alert').getByText('Tên miền không hợp lệ').waitFor()
  expect(await page.getByLabel(/^Địa chỉ/).inputValue()).toBe('12 phố Vĩnh Hưng')
  await page.getByLabel(/^Tên miền/).fill(host)
  await page.getByRole('button', { name: 'Mở cổng mới' }).click()
  await page.getByText('Đã mở cổng.').waitFor()
  story.portal = new URL(page.url()).pathname
}, 60_000)

test('she invites the three people of the ward, and hands each the link of the mail that waits in the office', async () => {
  const page = await windowOf('admin')
  for (const [who, { name, email, role }] of Object.entries(newcomers)) {
    await page.goto(office(story.portal))
    await page.getByRole('link', { name: 'Người dùng', exact: true }).last().click()
    await page.getByRole('link', { name: 'Thêm người' }).first().click()
    await page.getByLabel('Họ và tên').fill(name)
    await page.getByLabel('Thư điện tử').fill(email)
    await page.getByLabel('Vai trò').selectOption({ label: role })
    expect(await page.locator('[name="site"] option:checked').textContent(), 'the portal is chosen already').toBe(
      'Phường Vĩnh Hưng',
    )
    await page.getByRole('button', { name: 'Thêm và gửi thư mời' }).click()
    await page.getByText('Đã tạo tài khoản và gửi thư mời.').waitFor()
    await page.goto(office(`/thu-di?q=${encodeURIComponent(email)}`))
    await page.getByRole('link', { name: 'Mời bạn vào tòa soạn Khuê' }).click()
    const body = await page.locator('.mail-body').innerText()
    expect(body).toContain(portal)
    links.set(who as Newcomer, /https?:\/\/\S+\/dat-lai-mat-khau\/\S+/.exec(body)![0])
  }
}, 60_000)

test('each sets a password with the link, once; the chief must enrol a second factor before she sees anything', async () => {
  for (const [who, { email }] of Object.entries(newcomers)) {
    const page = await windowOf(who, who === 'chief' ? phone : desk)
    const link = links.get(who as Newcomer)!
    await page.goto(link)
    await page.getByLabel(/^Mật khẩu mới/).fill(password)
    await page.getByLabel(/^Nhập lại/).fill(password)
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
    await page.getByText('Đã đặt mật khẩu').waitFor()
    expect((await page.request.get(link)).status()).toBe(410)
    await signInWithPassword(page, khue.office, { email }, password)
  }
  const chief = await windowOf('chief')
  await chief.goto(office('/bai-viet'))
  await enrolSecondFactor(chief, password)
  await chief.goto(office('/'))
  await chief.getByRole('heading', { name: 'Việc của tôi' }).waitFor()
}, 60_000)

test('the first article is written, edited, approved on a telephone and published', async () => {
  const writer = await windowOf('writer')
  await writer.goto(office('/'))
  await writer.getByRole('link', { name: 'Viết bài mới' }).first().click()
  await writer.getByLabel('Tiêu đề').fill(title)
  await writer.getByRole('button', { name: 'Bắt đầu viết' }).click()
  await writer.waitForSelector('html[data-editor-ready]')
  story.edition = /\/ban-thao\/\d+/.exec(writer.url())![0]
  await writer.getByLabel('Sapo').fill('Từ hôm nay, người dân đọc tin của phường tại một địa chỉ riêng.')
  await writer.locator('.ProseMirror').click()
  await writer.keyboard.type('Cổng đăng thông báo, lịch tiếp công dân và tin hoạt động của phường.')
  await writer.getByLabel('Tin tức', { exact: true }).check()
  await writer.getByLabel('Tên tác giả 1').fill('Lê Thị Hoa')
  await writer.getByLabel('Tên tác giả 1').blur()
  await writer.keyboard.press('Control+s')
  await writer.locator('.step-ready').getByText('Nội dung đã đủ điều kiện đăng.').waitFor()
  await writer.getByRole('button', { name: 'Gửi duyệt' }).first().click()
  await writer.getByText('Đã gửi duyệt.').waitFor()

  for (const [who, nouns] of [
    ['editor', ['duyet-bien-tap']],
    ['chief', ['phe-duyet', 'dang']],
  ] as const) {
    const page = await windowOf(who)
    await page.goto(office('/'))
    await page.getByRole('link', { name: title }).first().click()
    for (const noun of nouns) await takeStep(page, noun)
  }
}, 60_000)

test('a citizen reads it on the new portal, whose foot names the agency; no act is missing in the log', async () => {
  const window = await newWindow(browser, phone, false)
  const page = await window.newPage()
  expect((await page.goto(khue.site(host)))!.status()).toBe(200)
  await page.getByRole('link', { name: title }).first().click()
  const words = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ')
  for (const each of [
    title,
    'lịch tiếp công dân',
    'Lê Thị Hoa',
    '12 phố Vĩnh Hưng',
    '024.0000.0012',
    'Phó Chủ tịch Phạm Thu Hà',
    'phường Vĩnh Hưng',
  ]) {
    expect(words).toContain(each)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await window.close()
  const log = await windowOf('admin')
  await log.goto(office('/nhat-ky'))
  const lines = await log.locator('.log-list').innerText()
  for (const each of [
    'Tạo cổng',
    'Tạo người dùng',
    'Đặt mật khẩu',
    'Bật xác thực hai bước',
    'Viết bài mới',
    'Gửi duyệt bài',
    'Biên tập xong bài',
    'Duyệt bài',
    'Đăng bài',
  ]) {
    expect(lines).toContain(each)
  }
  expect(await verifyChain(khue.database.owner)).toMatchObject({ ok: true })
}, 60_000)
