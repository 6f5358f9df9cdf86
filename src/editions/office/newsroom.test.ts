import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk, type Desk } from '../../../tests/support/desk.ts'
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { noteKinds } from '../../../tests/support/kind.ts'
import { testOffice, type TestOffice } from '../../../tests/support/session.ts'
import type { Actor } from '../../people/actor.ts'
import { saveEdition } from '../save-edition.ts'
import { editionOfficeRoutes } from './routes.ts'

let database: TestDatabase
let d: Desk
let newsroom: TestOffice

beforeAll(async () => {
  database = await freshDatabase()
  d = await desk(database.db)
  newsroom = testOffice({ db: database.db, routes: editionOfficeRoutes, kinds: noteKinds })
})
afterAll(() => database.drop())

interface Answer {
  status: number
  text: string
  location: string | null
}

const answerOf = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  text: await answer.text(),
  location: answer.headers.get('location'),
})
const open = async (who: Actor, address: string): Promise<Answer> =>
  answerOf(await newsroom.get(address, await newsroom.cookieOf(who)))
const send = async (who: Actor, address: string, form: Record<string, string>): Promise<Answer> =>
  answerOf(await newsroom.post(address, form, await newsroom.cookieOf(who)))

const stateOf = async (editionId: number): Promise<string> =>
  (await database.db.selectFrom('edition').select('state').where('id', '=', editionId).executeTakeFirstOrThrow()).state

describe('my work', () => {
  test('an editor finds what was submitted to her, its writer how far it has come', async () => {
    const { editionId } = await d.upTo('submitted', { title: 'Ngõ nhỏ có đèn mới' })
    const editors = await open(d.editor, '/')
    expect(editors.status).toBe(200)
    expect(editors.text).toContain(`<a href="/ban-thao/${editionId}/duyet" data-item="true">Ngõ nhỏ có đèn mới</a>`)
    const lans = await open(d.lan, '/')
    expect(lans.text).toMatch(/rail-here rail-submitted" aria-current="step"/)
    expect(lans.text).toContain('href="/cong/' + d.ward.id + '/bai-viet/moi"')
  })

  test('a late step says how late, above the others', async () => {
    const late = await d.upTo('submitted', { title: 'Bài trễ hạn' })
    await database.db
      .updateTable('edition')
      .set({ stepDueAt: new Date(Date.now() - 5 * 3_600_000) })
      .where('id', '=', late.editionId)
      .execute()
    const page = await open(d.editor, '/')
    expect(page.text).toContain('trễ 5 giờ')
    expect(page.text.indexOf('Bài trễ hạn')).toBeLessThan(page.text.indexOf('Ngõ nhỏ có đèn mới'))
  })

  test('who was returned a text reads why', async () => {
    const { editionId } = await d.upTo('submitted', { title: 'Bài bị trả lại' })
    const sent = await send(d.editor, `/ban-thao/${editionId}/buoc/tra-lai`, {
      revision: '1',
      comment: 'Bổ sung giờ họp.',
    })
    expect(sent.location).toBe(`/ban-thao/${editionId}/duyet?da=tra-lai`)
    const page = await open(d.lan, '/')
    expect(page.text).toContain('Bổ sung giờ họp.')
    expect(page.text).toContain('Nguyễn Văn Biên trả lại')
  })

  test('one without anything to do is told what will come here', async () => {
    const page = await open(d.cityEditor, '/')
    expect(page.text).toContain('Không có bài nào đang chờ bạn')
  })
})

describe('the list of texts', () => {
  test('is searched without diacritics, and narrowed by state', async () => {
    const { editionId } = await d.upTo('approved', { title: 'Đường Hoà Bình thông xe' })
    const found = await open(d.chief, '/bai-viet?q=duong+hoa+binh')
    expect(found.text).toContain(`/ban-thao/${editionId}/duyet`)
    expect((await open(d.chief, '/bai-viet?q=duong+hoa+binh&trang-thai=published')).text).toContain(
      'Không có bài nào khớp',
    )
    expect((await open(d.chief, '/bai-viet?nguoi-viet=tran+lan&q=hòa')).text).toContain(`/ban-thao/${editionId}/duyet`)
    expect((await open(d.chief, '/bai-viet?den=2020-01-01')).text).toContain('Không có bài nào khớp')
  })

  test('is walked by key and never shows a text twice', async () => {
    for (let n = 0; n < 33; n++) await d.upTo('draft', { title: `Bài đánh số ${n}` })
    const first = await open(d.chief, '/bai-viet?q=danh+so')
    const next = /href="([^"]+)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&')
    const second = await open(d.chief, next ?? '')
    const idsIn = (text: string): string[] =>
      [...text.matchAll(/\/ban-thao\/(\d+)\/duyet" data-item/g)].map((match) => match[1]!)
    expect(idsIn(first.text)).toHaveLength(30)
    expect(idsIn(second.text)).toHaveLength(3)
    expect(new Set([...idsIn(first.text), ...idsIn(second.text)]).size).toBe(33)
  })

  test('holds nothing of another portal, and the drafts of a contributor for herself and her desk', async () => {
    const { editionId } = await d.upTo('draft', { title: 'Bản nháp của Lan' })
    expect((await open(d.cityChief, '/bai-viet?q=nhap')).text).not.toContain(`/ban-thao/${editionId}`)
    expect((await open(d.lan, '/bai-viet?q=nhap')).text).toContain(`/ban-thao/${editionId}`)
  })
})

describe('a step from its form', () => {
  test('goes from review to publication, one audit event each', async () => {
    const { editionId } = await d.upTo('submitted')
    const before = await d.events()
    for (const [who, noun] of [
      [d.editor, 'duyet-bien-tap'],
      [d.chief, 'phe-duyet'],
      [d.secretary, 'dang'],
    ] as const) {
      const sent = await send(who, `/ban-thao/${editionId}/buoc/${noun}`, { revision: '1' })
      expect(sent.location).toBe(`/ban-thao/${editionId}/duyet?da=${noun}`)
    }
    expect(await stateOf(editionId)).toBe('published')
    expect(await d.events()).toBe(before + 3)
    expect((await open(d.chief, `/ban-thao/${editionId}/duyet?da=dang`)).text).toContain('Bài đã lên cổng')
  })

  test('shows every reason beside the button before it is pressed', async () => {
    const { editionId } = await d.upTo('submitted', { title: 'THÔNG BÁO KHẨN CẤP', summary: '', sectionIds: [] })
    await send(d.editor, `/ban-thao/${editionId}/buoc/duyet-bien-tap`, { revision: '1' })
    const page = await open(d.chief, `/ban-thao/${editionId}/duyet`)
    for (const code of ['title-capitals', 'summary-missing', 'section-missing'])
      expect(page.text).toContain(`data-code="${code}"`)
    expect(page.text).not.toContain(`action="/ban-thao/${editionId}/buoc/phe-duyet"`)
    const forced = await send(d.chief, `/ban-thao/${editionId}/buoc/phe-duyet`, { revision: '1' })
    expect(forced.status).toBe(409)
    expect(forced.text).toContain('Chưa có sapo (tóm tắt).')
    expect(await stateOf(editionId)).toBe('reviewed')
  })

  test('of a head who wrote the text herself names why another must approve', async () => {
    const { editionId } = await d.upTo('reviewed')
    const mine = await open(d.chief, `/ban-thao/${editionId}/duyet`)
    expect(mine.text).toContain(`/ban-thao/${editionId}/buoc/phe-duyet`)
    await database.owner
      .updateTable('edition')
      .set({ textAuthors: [d.chief.id] })
      .where('id', '=', editionId)
      .execute()
    expect((await open(d.chief, `/ban-thao/${editionId}/duyet`)).text).toContain('data-code="own-words"')
  })

  test('without its comment comes back with a message beside the field', async () => {
    const { editionId } = await d.upTo('submitted')
    const before = await d.events()
    const sent = await send(d.editor, `/ban-thao/${editionId}/buoc/tra-lai`, { revision: '1', comment: '  ' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('aria-describedby="quyet-dinh-tra-lai-comment-hint quyet-dinh-tra-lai-comment-error"')
    expect(await stateOf(editionId)).toBe('submitted')
    expect(await d.events()).toBe(before)
  })

  test('drawn for an older text is refused, keeps what was typed, and carries the new revision', async () => {
    const { editionId } = await d.upTo('submitted')
    const content = d.text({ summary: 'Sapo mới.' })
    await d.act((tx) => saveEdition(tx, d.lan, { editionId, baseRevision: 1, content, kind: 'save' }, noteKinds))
    const stale = await send(d.editor, `/ban-thao/${editionId}/buoc/tra-lai`, {
      revision: '1',
      comment: 'Sapo quá ngắn, xin viết lại.',
    })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Nội dung đã thay đổi sau khi bạn mở trang')
    expect(stale.text).toContain('>Sapo quá ngắn, xin viết lại.</textarea>')
    expect(stale.text).toContain('name="revision" value="2"')
    expect(await stateOf(editionId)).toBe('submitted')
  })

  test('someone else took first says so and gives the typed words back', async () => {
    const { editionId } = await d.upTo('submitted')
    await send(d.editor, `/ban-thao/${editionId}/buoc/duyet-bien-tap`, { revision: '1' })
    const second = await send(d.editor, `/ban-thao/${editionId}/buoc/duyet-bien-tap`, {
      revision: '1',
      comment: 'Đã sửa chính tả.',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Chưa thực hiện được')
    expect(second.text).toContain('Đã sửa chính tả.')
  })

  test('schedules for a Vietnamese hour, and refuses one that has passed with the hour kept', async () => {
    const { editionId } = await d.upTo('approved')
    const past = await send(d.secretary, `/ban-thao/${editionId}/buoc/hen-gio`, {
      revision: '1',
      at: '2020-01-01T08:30',
      expiresAt: '',
    })
    expect(past.status).toBe(409)
    expect(past.text).toContain('value="2020-01-01T08:30"')
    const next = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    await send(d.secretary, `/ban-thao/${editionId}/buoc/hen-gio`, {
      revision: '1',
      at: `${next}T08:30`,
      expiresAt: '',
    })
    const row = await database.db
      .selectFrom('edition')
      .select('scheduledFor')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow()
    expect(row.scheduledFor?.toISOString()).toBe(`${next}T01:30:00.000Z`)
  })

  test('an emergency stays flagged until a second head confirms it', async () => {
    const { editionId } = await d.upTo('draft')
    await send(d.chief, `/ban-thao/${editionId}/buoc/dang-khan-cap`, {
      revision: '1',
      reason: 'Bão đang vào.',
      expiresAt: '',
    })
    expect(await stateOf(editionId)).toBe('published')
    const review = (await open(d.chief, `/ban-thao/${editionId}/duyet`)).text
    expect(review.match(/class="rail-stop/g), 'the rail claims no approval that was not').toHaveLength(2)
    expect((await send(d.chief, `/ban-thao/${editionId}/buoc/xac-nhan-khan-cap`, { revision: '1' })).status).toBe(409)
    expect((await open(d.deputy, '/')).text).toContain('Bão đang vào.')
    await send(d.deputy, `/ban-thao/${editionId}/buoc/xac-nhan-khan-cap`, { revision: '1' })
    expect((await open(d.deputy, '/')).text).not.toContain('Bão đang vào.')
    await send(d.deputy, `/ban-thao/${editionId}/buoc/go-bai`, { revision: '1', reason: 'Bão tan.' })
    expect((await open(d.chief, `/ban-thao/${editionId}/duyet`)).text, 'no dead end').toMatch(
      /Bài đã gỡ\. Muốn đăng lại.*<a href="\/muc\/\d+\/lich-su">/s,
    )
  })
})

describe('who may', () => {
  test('people of another portal find no edition, no entry and no step', async () => {
    const { editionId, entryId } = await d.upTo('submitted')
    for (const address of [`/ban-thao/${editionId}/duyet`, `/muc/${entryId}`, `/muc/${entryId}/lich-su`])
      expect((await open(d.cityChief, address)).status).toBe(404)
    expect(
      (await send(d.cityChief, `/ban-thao/${editionId}/buoc/tra-lai`, { revision: '1', comment: 'Không' })).status,
    ).toBe(404)
    expect(await stateOf(editionId)).toBe('submitted')
  })

  test('an auditor reads everything and changes nothing', async () => {
    const { editionId, entryId } = await d.upTo('submitted')
    for (const address of [
      '/',
      '/bai-viet',
      '/de-nghi',
      `/ban-thao/${editionId}/duyet`,
      `/muc/${entryId}`,
      `/muc/${entryId}/lich-su`,
    ])
      expect((await open(d.auditor, address)).status).toBe(200)
    expect((await open(d.auditor, `/ban-thao/${editionId}/duyet`)).text).not.toContain('/buoc/')
    expect(
      (await send(d.auditor, `/ban-thao/${editionId}/buoc/tra-lai`, { revision: '1', comment: 'Không' })).status,
    ).toBe(403)
  })

  test('a contributor finds no step but her own', async () => {
    const { editionId } = await d.upTo('submitted')
    const page = await open(d.lan, `/ban-thao/${editionId}/duyet`)
    expect([...page.text.matchAll(/\/buoc\/([a-z-]+)"/g)].map((match) => match[1])).toEqual(['rut'])
  })
})
