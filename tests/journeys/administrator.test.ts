import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../src/database/connect.ts'
import { suspensionNotice } from '../../src/notices/queries.ts'
import { toLocalInput } from '../../src/web/dates.ts'
import { newsroomOf, type Newsroom } from '../support/articles.ts'
import { phone } from '../support/browser.ts'
import { newWindow, startBrowser } from '../support/desk-browser.ts'
import { startTestKhue, type TestKhue } from '../support/khue.ts'
import { liveBuilder } from '../support/live.ts'
import { officeWindows } from '../support/office-window.ts'
import { verifyChain } from '../../src/audit/verify-chain.ts'

// One story, told in the order of the tests: who arranges a portal, and who reads it.
let khue: TestKhue
let people: Newsroom
let browser: Browser
let admin: Page
let reader: Page

beforeAll(async () => {
  khue = await startTestKhue(async ({ db }) => {
    people = await newsroomOf(db)
    const live = await liveBuilder(db)
    for (const title of ['Họp tổ dân phố số 4', 'Trồng cây đầu xuân', 'Sửa đường Đội Cấn'])
      await live.publish(people.ward, { title })
    await live.publish(people.ward, { title: 'Lịch cắt điện tuần này' }, { sections: ['thong-bao'] })
  })
  browser = await startBrowser()
  admin = await officeWindows(browser, khue)(people.admin)
  reader = await (await newWindow(browser, phone)).newPage()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await khue?.stop()
})

const office = (noun: string): string => `${khue.office}/cong/${people.ward.id}/${noun}`
const home = (): string => khue.site(people.ward.host)
const words = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
const headings = async (page: Page): Promise<string[]> => page.locator('main h2').allInnerTexts()
const links = 'Dịch vụ cho người dân'

test('the administrator adds a block of links; a mistake is told beside its field, and the reader sees nothing of it yet', async () => {
  await reader.goto(home())
  const before = await headings(reader)
  await admin.goto(office('trang-chu'))
  await admin.getByRole('link', { name: 'Thêm khối' }).click()
  await admin.getByRole('link', { name: 'Liên kết', exact: false }).first().click()
  await admin.getByLabel('Tên khối').fill(links)
  await admin.getByLabel('Lời liên kết 1').fill('Nộp hồ sơ trực tuyến')
  await admin.getByLabel('Địa chỉ 1', { exact: true }).fill('javascript:alert(1)')
  await admin.getByRole('button', { name: 'Thêm khối này' }).click()
  expect(await admin.getByLabel('Tên khối').inputValue()).toBe(links)
  expect(await admin.locator('.error-summary, [role=alert]').first().innerText()).not.toBe('')
  await admin.getByLabel('Địa chỉ 1', { exact: true }).fill('https://dichvucong.example.vn')
  await admin.getByRole('button', { name: 'Thêm khối này' }).click()
  await admin.getByText('Đã lưu vào bản nháp.').waitFor()
  await reader.reload()
  expect(await headings(reader)).toEqual(before)
})

test('she moves it to the top with the arrows and hides another', async () => {
  const blocks = admin.locator('.home-blocks > li')
  const up = blocks.filter({ hasText: links }).getByRole('button', { name: /lên/i })
  for (let moves = await blocks.count(); moves > 0 && !(await up.isDisabled()); moves--) {
    const moved = admin.waitForEvent('load')
    await up.click()
    await moved
  }
  expect(await blocks.first().innerText()).toContain(links)
  await blocks.nth(1).getByRole('button', { name: /^Ẩn/ }).click()
  await blocks.nth(1).getByText('Đang ẩn').waitFor()
  expect(await words(admin)).toContain('Bản nháp có thay đổi chưa đăng.')
}, 60_000)

test('she looks at the draft as a telephone shows it; the reader still has the old page, and the preview is no page for others', async () => {
  await admin.getByRole('button', { name: 'Xem thử bản nháp' }).click()
  await admin.waitForURL(/xem-thu\?ma=/)
  const frame = admin.frameLocator('iframe')
  await frame.getByRole('heading', { name: links }).waitFor()
  const source = (await admin.locator('iframe').getAttribute('src')) as string
  const answer = await reader.goto(source)
  expect([answer?.status(), answer?.headers()['cache-control'], answer?.headers()['x-robots-tag']]).toEqual([
    200,
    expect.stringContaining('no-store'),
    expect.stringContaining('noindex'),
  ])
  await reader.goto(home())
  expect(await headings(reader)).not.toContain(links)
})

test('she publishes it, and with the next look the reader has it, first of all blocks', async () => {
  await admin.goto(office('trang-chu'))
  await admin.getByRole('button', { name: 'Đăng bố trí này' }).click()
  await admin.getByText('Đã đăng. Người đọc thấy bố trí mới ngay bây giờ.').waitFor()
  await expect.poll(async () => (await reader.reload(), headings(reader)), { timeout: 3000 }).toContain(links)
  expect((await headings(reader))[0]).toBe(links)
  expect(await reader.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' }).getAttribute('href')).toBe(
    'https://dichvucong.example.vn/',
  )
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
})

test('an outage of tomorrow is refused with the first day that is allowed, and everything typed stays', async () => {
  await admin.goto(office('gian-doan'))
  const begin = new Date(Date.now() + 86_400_000)
  await admin.getByLabel('Bắt đầu tạm ngừng').fill(toLocalInput(begin))
  await admin.getByLabel('Dự kiến khôi phục').fill(toLocalInput(new Date(begin.getTime() + 4 * 3_600_000)))
  await admin.getByLabel('Phần bị gián đoạn').fill('Toàn bộ cổng')
  await admin.getByLabel('Lý do').fill('Nâng cấp máy chủ')
  await admin.getByRole('button', { name: 'Đăng thông báo tạm ngừng' }).click()
  const field = admin.getByLabel('Bắt đầu tạm ngừng')
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect(await field.inputValue()).toBe(toLocalInput(begin))
  expect(await admin.getByLabel('Phần bị gián đoạn').inputValue()).toBe('Toàn bộ cổng')
  await reader.goto(home())
  expect(await reader.locator('body').innerText()).not.toContain('Nâng cấp máy chủ')
  expect(await khue.database.owner.selectFrom('outage').selectAll().execute()).toEqual([])
})

test('announced seven working days before, it stands on every page of the portal and on the page of outages', async () => {
  const { earliest } = await suspensionNotice(khue.database.db, people.ward.id, new Date())
  const begin = new Date(earliest.getTime() + 2 * 86_400_000)
  await admin.getByLabel('Bắt đầu tạm ngừng').fill(toLocalInput(begin))
  await admin.getByLabel('Dự kiến khôi phục').fill(toLocalInput(new Date(begin.getTime() + 4 * 3_600_000)))
  await admin.getByRole('button', { name: 'Đăng thông báo tạm ngừng' }).click()
  await admin.getByText('Đã lưu. Người đọc thấy ngay.').waitFor()
  for (const address of ['', '/chuyen-muc/tin-tuc', '/tim-kiem?q=duong']) {
    await expect
      .poll(async () => (await reader.goto(home() + address), reader.locator('body').innerText()), { timeout: 3000 })
      .toContain('Toàn bộ cổng')
  }
  await reader.goto(`${home()}/thong-bao-gian-doan`)
  expect(await words(reader)).toContain('Nâng cấp máy chủ')
  expect(await reader.context().cookies()).toEqual([])
})

test('each act of hers is in the log, none of what was refused, and its chain holds', async () => {
  const events = await inTransaction(khue.database.owner, (tx) =>
    tx.selectFrom('auditEvent').select(['action']).where('actor', '=', people.admin.name).orderBy('id').execute(),
  )
  const acts = events.map(({ action }) => action)
  expect(acts.filter((action) => action.startsWith('outage'))).toHaveLength(1)
  expect(acts.filter((action) => /home.*publish/.test(action))).toHaveLength(1)
  expect(await verifyChain(khue.database.owner)).toMatchObject({ ok: true })
})
