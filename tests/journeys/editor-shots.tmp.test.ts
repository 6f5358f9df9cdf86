import sharp from 'sharp'
import { afterAll, beforeAll, test } from 'vitest'
import { shot, textBox, typeAtEnd, writingDesk, type WritingDesk, saveState, saved } from '../support/writing-desk.ts'
let desk: WritingDesk
beforeAll(async () => { desk = await writingDesk() })
afterAll(() => desk?.stop())
test('shots', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="#c9dfe8"/><circle cx="300" cy="260" r="110" fill="#e0b04a"/><path d="M0 800 L500 380 L1200 800Z" fill="#3d6b4f"/></svg>')
  const values = new FormData()
  values.set('tep', new File([new Uint8Array(await sharp(svg).jpeg().toBuffer())], 'phong-canh.jpg'))
  const { mediaId } = (await (await desk.office.request(`/cong/${desk.sites.ward.id}/tep`, desk.lan, { method: 'POST', body: values, headers: { accept: 'application/json' } })).json()) as { mediaId: number }
  const picture = { mediaId, alt: 'Núi và mặt trời', caption: 'Một sáng đầu xuân', source: 'Lan' }
  const p = (t: string) => ({ type: 'paragraph', content: [{ type: 'text', text: t }] })
  const long = 'Sáng nay, hơn hai trăm người dân cùng lực lượng tại chỗ ra quân tổng vệ sinh môi trường trên các tuyến phố của phường, mở đầu đợt cao điểm đón xuân.'
  const full = await desk.draft([], { title: 'Phường Ba Đình ra quân tổng vệ sinh môi trường đón xuân Bính Ngọ', summary: 'Hơn hai trăm người tham gia. Đợt cao điểm kéo dài đến hết tháng Chạp.', lead: picture,
    body: { type: 'doc', content: [p(long), { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Kết quả bước đầu' }] }, p(long), { type: 'image', attrs: { ...picture } }, { type: 'bulletList', content: [{ type: 'listItem', content: [p('Tổ 1: 40 người')] }, { type: 'listItem', content: [p('Tổ 2: 35 người')] }] }, { type: 'gallery', attrs: { pictures: [picture, picture] } }, { type: 'attachment', attrs: { mediaId, name: 'Kế hoạch.pdf' } }] } as never })
  const empty = await desk.draft([], { title: '' })
  for (const [width, height] of [[360, 740], [768, 1000], [1366, 850]] as const) {
    const context = await desk.as(desk.lan, { viewport: { width, height } })
    const page = await desk.open(context, empty)
    await shot(page, `empty-${width}`)
    const rich = await desk.open(context, full)
    await rich.waitForTimeout(400)
    await shot(rich, `full-${width}`)
    if (width === 1366) { await rich.locator('.prose').press('Control+End'); await shot(rich, 'full-end-1366') }
    await context.setOffline(true)
    await rich.locator('.prose').press('Control+End')
    await rich.keyboard.type(' a')
    await saveState(rich).getByText('Mất mạng').waitFor({ timeout: 9000 })
    await rich.evaluate(() => scrollTo(0, 0))
    await shot(rich, `offline-${width}`)
    await context.close()
  }
  for (const [width, height] of [[360, 740], [1366, 850]] as const) {
    const context = await desk.as(desk.lan, { viewport: { width, height } })
    const page = await desk.open(context, full)
    await page.getByRole('button', { name: 'Chèn hình từ thư viện' }).click()
    await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
    await page.waitForTimeout(300)
    await shot(page, `picker-${width}`)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Sửa: Hình' }).first().click()
    await page.waitForTimeout(300)
    await shot(page, `picture-${width}`)
    await page.keyboard.press('Escape')
    await page.getByText('Ảnh đại diện').first().click()
    await page.locator('#muc-anh').scrollIntoViewIfNeeded()
    await shot(page, `lead-${width}`)
    desk.office.signedOut.add(desk.lan.id)
    await textBox(page).press('Control+End')
    await page.keyboard.type(' b')
    await saveState(page).getByText('Phiên đã hết').waitFor({ timeout: 9000 })
    await page.evaluate(() => scrollTo(0, 0))
    await shot(page, `ended-${width}`)
    desk.office.signedOut.clear()
    await context.close()
  }
}, 120_000)
