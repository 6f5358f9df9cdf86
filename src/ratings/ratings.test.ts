import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { forgetRaters } from './forget-raters.ts'
import { looksLikeSpam } from '../web/looks-like-spam.ts'
import { maskPersonalData } from './mask-personal-data.ts'
import { ratingOfficeRoutes } from './office/routes.ts'

let database: TestDatabase
let newsroom: Newsroom
let live: LiveBuilder
let read: Reader
let office: TestOffice

beforeAll(async () => {
  database = await freshDatabase()
  newsroom = await newsroomOf(database.db)
  live = await liveBuilder(database.db)
  read = reader(database.delivery)
  office = testOffice({ db: database.db, routes: ratingOfficeRoutes })
})
afterAll(() => database.drop())

const rate = (fields: Record<string, string>, who = 'lan', headers: Record<string, string> = {}): Promise<Response> =>
  read(newsroom.ward, '/danh-gia', {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': who, ...headers },
  })

const sums = async (page: string): Promise<number[]> => {
  const row = await database.owner
    .selectFrom('ratingDay')
    .select(['verySatisfied', 'satisfied', 'unsatisfied'])
    .where('page', '=', page)
    .executeTakeFirst()
  return row ? [row.verySatisfied, row.satisfied, row.unsatisfied] : []
}
const countOf = async (table: 'ratingDay' | 'ratingVoice' | 'ratingComment'): Promise<number> =>
  (await database.owner.selectFrom(table).selectAll().execute()).length

describe('a reader says how satisfied they are', () => {
  test('one press is a rating, thanked for on a page of its own, without a cookie', async () => {
    const { path } = await live.publish(newsroom.ward, { title: 'Bài hay' })
    const page = await (await read(newsroom.ward, path)).text()
    expect(page).toContain('action="/danh-gia"')
    const answer = await rate({ trang: path, muc: 'rat-hai-long' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const thanks = await read(newsroom.ward, answer.headers.get('location')!)
    const html = await thanks.text()
    expect(html).toContain('Bạn đã chọn: Rất hài lòng.')
    expect(html).toContain(`href="${path}"`)
    expect(thanks.headers.get('cache-control')).toContain('no-store')
    expect(await htmlFaults(html)).toEqual([])
    expect(await sums(path)).toEqual([1, 0, 0])
  })

  test('a second rating of the same day changes the first; another reader has a voice of their own', async () => {
    const { path } = await live.publish(newsroom.ward, { title: 'Bài đổi ý' })
    await rate({ trang: path, muc: 'rat-hai-long' }, 'lan')
    await rate({ trang: path, muc: 'chua-hai-long' }, 'lan')
    await rate({ trang: path, muc: 'hai-long' }, 'minh')
    expect(await sums(path)).toEqual([0, 1, 1])
  })

  test('many presses at the same moment are one voice', async () => {
    const { path } = await live.publish(newsroom.ward, { title: 'Bài bấm nhiều lần' })
    await Promise.all(
      ['rat-hai-long', 'hai-long', 'chua-hai-long', 'hai-long', 'rat-hai-long', 'hai-long'].map((muc) =>
        rate({ trang: path, muc }, 'voi-vang'),
      ),
    )
    expect((await sums(path)).reduce((a, b) => a + b, 0)).toBe(1)
  })

  test('a word goes with the rating of the same reader, and says nothing of who wrote it', async () => {
    const { path } = await live.publish(newsroom.ward, { title: 'Bài có ý kiến' })
    await rate({ trang: path, muc: 'chua-hai-long' }, 'thu')
    const answer = await rate({ trang: path, muc: 'chua-hai-long', 'y-kien': 'Thiếu giờ\0 làm việc.' }, 'thu')
    expect(await (await read(newsroom.ward, answer.headers.get('location')!)).text()).toContain('Cảm ơn ý kiến của bạn')
    expect(await sums(path)).toEqual([0, 0, 1])
    const words = await database.owner.selectFrom('ratingComment').selectAll().where('page', '=', path).execute()
    expect(words).toMatchObject([{ body: 'Thiếu giờ làm việc.', suspect: null, choice: 'unsatisfied' }])
    expect(Object.keys(words[0]!)).not.toContain('visitor')
  })

  test('an empty or endless word keeps what was typed and says what to do', async () => {
    const { path } = await live.publish(newsroom.ward, { title: 'Bài viết dài' })
    const long = 'Dài lắm. '.repeat(200)
    for (const [typed, message] of [
      ['  ', 'Hãy viết ý kiến'],
      [long, 'Dài quá 1000 ký tự'],
    ] as const) {
      const answer = await rate({ trang: path, muc: 'hai-long', 'y-kien': typed })
      const html = await answer.text()
      expect(answer.status).toBe(422)
      expect(html).toContain(message)
      expect(html).toContain(typed.trim())
      expect(await htmlFaults(html)).toEqual([])
    }
    expect(await sums(path)).toEqual([])
  })

  test('advertisements are kept out of sight, not lost; what a machine fills in is not counted', async () => {
    const { path } = await live.publish(newsroom.ward, { title: 'Bài bị rải quảng cáo' })
    await rate({ trang: path, muc: 'hai-long', 'y-kien': 'Chơi tài xỉu ở đây nhé' }, 'rac')
    await rate({ trang: path, muc: 'hai-long', 'bo-trong': 'x' }, 'may')
    expect(await sums(path)).toEqual([0, 1, 0])
    const words = await database.owner.selectFrom('ratingComment').selectAll().where('page', '=', path).execute()
    expect(words).toMatchObject([{ suspect: 'gambling' }])
  })

  test('only pages of this portal that are there are rated', async () => {
    const { path, entryId } = await live.publish(newsroom.otherWard, { title: 'Bài của phường khác' })
    const gone = await live.publish(newsroom.ward, { title: 'Bài sẽ gỡ' })
    await live.withdraw(gone.entryId, 'Sai')
    const before = await countOf('ratingDay')
    expect(entryId).toBeGreaterThan(0)
    for (const trang of [
      path,
      gone.path,
      '/bai-viet/khong-co',
      '/khong-co',
      '//evil.example',
      'javascript:1',
      '',
      '/../x',
    ])
      expect((await rate({ trang, muc: 'hai-long' })).status, trang).toBe(404)
    expect((await rate({ trang: '/', muc: 'tuyet-voi' })).status).toBe(404)
    expect(await countOf('ratingDay')).toBe(before)
    expect((await rate({ trang: '/chuyen-muc/tin-tuc', muc: 'hai-long' })).status).toBe(303)
    expect((await rate({ trang: '/en/chuyen-muc/tin-tuc', muc: 'chua-hai-long' })).status).toBe(303)
    expect(await sums('/chuyen-muc/tin-tuc')).toEqual([0, 0, 1])
  })

  test('a form of another site, a heavy one and what is no form are refused and count nothing', async () => {
    const before = await countOf('ratingVoice')
    const fields = { trang: '/', muc: 'hai-long' }
    expect((await rate(fields, 'x', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await rate(fields, 'x', { 'content-type': 'multipart/form-data; boundary=q' })).status).toBe(400)
    expect((await rate(fields, 'x', { 'content-type': 'application/json' })).status).toBe(400)
    expect((await rate({ ...fields, 'y-kien': 'x'.repeat(70_000) }, 'x')).status).toBe(413)
    expect(await countOf('ratingVoice')).toBe(before)
    for (const body of ['%', '%zz=%ff', 'trang=%00&muc=%ff', 'trang[]=/&muc[]=hai-long', '&&&==', '\u0000'])
      expect(
        (
          await read(newsroom.ward, '/danh-gia', {
            method: 'POST',
            body,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          })
        ).status,
        body,
      ).toBe(404)
  })

  test('who rates page after page is asked to come back tomorrow', async () => {
    const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    const voice = (n: number) => ({
      day,
      siteId: newsroom.city.id,
      page: `/bai-viet/${n}`,
      visitor: 'ham',
      choice: 'satisfied',
    })
    await database.db
      .insertInto('ratingVoice')
      .values(Array.from({ length: 60 }, (_, n) => voice(n)))
      .execute()
    const answer = await rate({ trang: '/', muc: 'hai-long' }, 'ham')
    expect(answer.status).toBe(429)
    expect(await answer.text()).toContain('quay lại vào ngày mai')
  })

  test('the sum shows on the page from ten ratings on, not before', async () => {
    // Two articles: a page that was read is kept for a while.
    const few = await live.publish(newsroom.ward, { title: 'Bài ít người đọc' })
    const many = await live.publish(newsroom.ward, { title: 'Bài nhiều người đọc' })
    for (let n = 0; n < 10; n++) {
      if (n < 9) await rate({ trang: few.path, muc: 'hai-long' }, `nguoi-${n}`)
      await rate({ trang: many.path, muc: n < 9 ? 'hai-long' : 'chua-hai-long' }, `nguoi-${n}`)
    }
    expect(await (await read(newsroom.ward, few.path)).text()).not.toContain('lượt đánh giá')
    expect(await (await read(newsroom.ward, many.path)).text()).toContain(
      '10 lượt đánh giá, 90% hài lòng hoặc rất hài lòng.',
    )
  })

  test('the next day nobody knows who rated what, and the sums stand', async () => {
    const { path } = await live.publish(newsroom.ward, { title: 'Bài hôm qua' })
    await rate({ trang: path, muc: 'hai-long' }, 'hom-qua')
    await database.owner
      .updateTable('ratingVoice')
      .set({ day: '2020-01-01' })
      .where('visitor', '=', 'hom-qua')
      .execute()
    await forgetRaters(database.db)
    const left = await database.owner.selectFrom('ratingVoice').selectAll().where('visitor', '=', 'hom-qua').execute()
    expect(left).toEqual([])
    expect(await sums(path)).toEqual([0, 1, 0])
    expect(await countOf('ratingVoice')).toBeGreaterThan(0)
  })

  test('the public face can read sums and nothing else of ratings, and write none of it itself', async () => {
    for (const table of ['ratingComment', 'ratingVoice'] as const)
      await expect(database.delivery.selectFrom(table).selectAll().execute()).rejects.toThrow(/permission denied/)
    await expect(database.delivery.updateTable('ratingDay').set({ satisfied: 1000 }).execute()).rejects.toThrow(
      /permission denied/,
    )
  })
})

describe('the desk reads what readers think', () => {
  test('sums by page, words with personal data masked, advertisements apart, and the whole as CSV', async () => {
    const { path } = await live.publish(newsroom.ward, { title: 'Bài bạn đọc góp ý' })
    await rate({ trang: path, muc: 'chua-hai-long', 'y-kien': '=Gọi tôi 0912 345 678 hoặc lan@vidu.vn' }, 'gop-y')
    await rate({ trang: path, muc: 'chua-hai-long', 'y-kien': 'Xem www.bet88.top' }, 'rac-2')
    const cookie = await office.cookieOf(newsroom.editor)
    const here = `/cong/${newsroom.ward.id}/hai-long`
    const html = await (await office.get(here, cookie)).text()
    expect(html).toContain('Bài bạn đọc góp ý')
    expect(html).toContain('•••• ••• •••')
    expect(html).not.toMatch(/0912|lan@vidu|bet88/)
    expect(await htmlFaults(html)).toEqual([])
    expect(await (await office.get(`${here}?nghi-ngo=1`, cookie)).text()).toContain('bet88')
    const csv = await (await office.get(`${here}/ban-xuat.csv`, cookie)).text()
    expect(csv).toContain(`${path},Bài bạn đọc góp ý,0,0,2,2,0`)
    expect(csv).toContain("'=Gọi tôi •••• ••• ••• hoặc •••@•••")
    for (const query of ['tu=x&den=y', 'tu=2026-02-30', 'tu=2026-12-31&den=2026-01-01', 'sau=-1', 'sau=9999999999999'])
      expect((await office.get(`${here}?${query}`, cookie)).status, query).toBe(200)
    const stranger = await office.cookieOf(newsroom.stranger)
    expect((await office.get(here, stranger)).status).toBe(404)
    expect((await office.get(here, await office.cookieOf(newsroom.writer))).status).toBe(403)
  })

  test('numbers of persons are masked however they are grouped, dates and sums are not', () => {
    expect(maskPersonalData('Số 0912.345.678, +84 912 345 678, CCCD 001099012345')).toBe(
      'Số ••••.•••.•••, +•• ••• ••• •••, CCCD ••••••••••••',
    )
    expect(maskPersonalData('Ngày 23/11/2026, 1.450.000 đồng, Nghị định 224/2026')).toBe(
      'Ngày 23/11/2026, 1.450.000 đồng, Nghị định 224/2026',
    )
  })

  test('what advertises is told from what people say about gambling, links from addresses of the state', () => {
    expect(looksLikeSpam('Nhà cái uy tín, nổ hũ mỗi ngày')).toBe('gambling')
    expect(looksLikeSpam('nha cai so 1')).toBe('gambling')
    expect(looksLikeSpam('Vào https://x.example nhận quà')).toBe('links')
    expect(looksLikeSpam('Bài cần nói rõ hơn về phòng, chống cờ bạc')).toBeNull()
    expect(looksLikeSpam('Nhà cải tạo xong chưa? Xem dichvucong.gov.vn')).toBeNull()
  })
})
