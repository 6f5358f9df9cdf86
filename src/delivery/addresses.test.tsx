import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { person } from '../../tests/support/people.ts'
import { allPublicRoutes, reader, type Reader } from '../../tests/support/reader.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'

let database: TestDatabase
let sites: TestNetwork
let live: LiveBuilder
let read: Reader

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  live = await liveBuilder(database.db)
  read = reader(database.delivery)
}, 60_000)
afterAll(() => database.drop())

const old = (siteId: number, entryId: number, path: string): Promise<unknown> =>
  database.db.insertInto('address').values({ siteId, entryId, path, isCurrent: false }).execute()

describe('an old address', () => {
  test.each([
    ['/bai-viet/tieu-de-cu', '/bai-viet/tieu-de-cu'],
    ['/2024/05/bai-cu/', '/2024/05/bai-cu'],
    ['/2024/05/bai-kia', '/2024/05/bai-kia/'],
    ['/?p=123', '/?p=123'],
    ['/index.php?id=5&lang=vi', '/index.php?id=5&lang=vi'],
    ['/tin/thủ-tục', '/tin/th%E1%BB%A7-t%E1%BB%A5c'],
    ['/chi-tiet.aspx', '/chi-tiet.aspx?utm_source=zalo'],
  ])('%s leads to the entry for ever, asked for as %s', async (kept, asked) => {
    const { entryId, path } = await live.publish(sites.ward, { title: 'Bài chuyển từ cổng cũ' })
    await old(sites.ward.id, entryId, kept)
    const answer = await read(sites.ward, asked)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, path])
    expect((await read(sites.otherWard, asked)).status).not.toBe(301)
  })
  test('of an entry that was withdrawn leads to the page that says why', async () => {
    const { entryId, path } = await live.publish(sites.ward, { title: 'Bài bị gỡ' })
    await old(sites.ward.id, entryId, '/?p=77')
    await live.withdraw(entryId, 'Thông tin chưa chính xác')
    expect((await read(sites.ward, '/?p=77')).headers.get('location')).toBe(path)
  })
  test('of a draft is no address', async () => {
    const { entryId, path } = await live.publish(sites.ward, { title: 'Bài sẽ thành nháp' })
    await database.owner.updateTable('edition').set({ state: 'superseded' }).where('entryId', '=', entryId).execute()
    expect((await read(sites.ward, path)).status).toBe(404)
  })
})

test('a withdrawn article answers 410 with date and reason, an expired one says its time is over', async () => {
  const [one, two] = [
    await live.publish(sites.ward, { title: 'Thông báo sai' }),
    await live.publish(sites.ward, { title: 'Lịch tuần này' }),
  ]
  await live.withdraw(one.entryId, 'Sai thời gian họp')
  await live.expire(two.entryId)
  const [gone, over] = [await read(sites.ward, one.path), await read(sites.ward, two.path)]
  expect([gone.status, over.status]).toEqual([410, 410])
  const text = await gone.text()
  expect(text).toContain('Lý do: Sai thời gian họp')
  expect(text).toMatch(/đã được gỡ khỏi cổng lúc \d\d:\d\d \d\d\/\d\d\/\d{4}/)
  expect(await over.text()).toContain('hết thời hạn đăng')
  expect(await (await read(sites.ward, '/')).text()).not.toContain('Thông báo sai')
})

test('a copy names its home portal, points search engines there, and goes when the original is withdrawn', async () => {
  const { entryId, path } = await live.publish(sites.ward, { title: 'Bài chia sẻ lên thành phố' })
  expect((await read(sites.city, path)).status).toBe(404)
  await live.copy(entryId, sites.city)
  const page = await (await read(sites.city, path)).text()
  expect(page).toContain(`<link rel="canonical" href="http://ba-dinh.test:3000${path}"`)
  expect(page).toMatch(
    /Bài đăng lại từ <a href="http:\/\/ba-dinh\.test:3000[^"]+">Cổng thông tin điện tử phường Ba Đình<\/a>/,
  )
  expect((await read(sites.otherWard, path)).status).toBe(404)
  expect(await (await read(sites.city, '/sitemap.xml')).text()).not.toContain(path)
  await live.withdraw(entryId, 'Thu hồi ở nơi đăng gốc')
  expect((await read(sites.city, path)).status).toBe(410)
})

test('a file is there while its article is live, 410 once it was withdrawn, 404 before', async () => {
  const id = await live.document(sites.ward, 'Kế hoạch.pdf')
  expect((await read(sites.ward, `/tep/${id}/ke-hoach.pdf`)).status).toBe(404)
  const { entryId, path } = await live.publish(sites.ward, {
    title: 'Có tệp',
    attachments: [{ mediaId: id, name: 'Kế hoạch' }],
  })
  expect(await (await read(sites.ward, path)).text()).toContain(`href="/tep/${id}/ke-hoach.pdf"`)
  await live.withdraw(entryId, 'Nhầm tệp')
  expect((await read(sites.ward, `/tep/${id}/ke-hoach.pdf`)).status).toBe(410)
})

describe('a preview', () => {
  const token = 'bat-ky-chuoi-nao-du-dai'
  test('shows a draft to whoever has the link, on its own portal only, and tells nobody else', async () => {
    const author = await person(database.db, 'Phạm Thu', [])
    const image = await live.picture(sites.ward)
    const { content } = await database.db.selectFrom('edition').select('content').limit(1).executeTakeFirstOrThrow()
    const draft = {
      ...(content as object),
      title: 'Bản nháp chưa duyệt',
      sectionIds: [],
      lead: { mediaId: image, alt: 'Ảnh', caption: '', source: '' },
    }
    const entry = await database.db
      .insertInto('entry')
      .values({ siteId: sites.ward.id, kind: 'article', createdBy: author.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    const edition = await database.db
      .insertInto('edition')
      .values({
        entryId: entry.id,
        siteId: sites.ward.id,
        kind: 'article',
        version: 1,
        chain: 'full',
        content: JSON.stringify(draft),
        authorId: author.id,
        updatedBy: author.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await database.db
      .insertInto('previewLink')
      .values({
        tokenHash: createHash('sha256').update(token).digest(),
        editionId: edition.id,
        createdBy: author.id,
        expiresAt: new Date(Date.now() + 3_600_000),
      })
      .execute()
    const answer = await read(sites.ward, `/xem-thu/${token}`)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('Bản xem thử – chưa đăng')
    expect(page).toContain('Bản nháp chưa duyệt')
    expect(page).toContain(`src="/xem-thu/${token}/tep/${image}/`)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self' http://localhost:3001")
    expect((await read(sites.otherWard, `/xem-thu/${token}`)).status).toBe(404)
    expect(await (await read(sites.ward, '/tim-kiem?q=nhap+chua+duyet')).text()).not.toContain('Bản nháp')
    await database.db.updateTable('previewLink').set({ revokedAt: new Date() }).execute()
    expect((await read(sites.ward, `/xem-thu/${token}`)).status).toBe(404)
  })
})

describe('whoever asks for nonsense', () => {
  const kinds = [
    '/bai-viet/',
    '/chuyen-muc/',
    '/chuyen-de/',
    '/tac-gia/',
    '/xem-thu/',
    '/tep/',
    '/',
    '/tim-kiem?q=',
    '/chuyen-muc/tin-tuc?truoc=',
    '/tim-kiem?q=a&trang=',
    '/sitemap/',
    '/tai-nguyen/',
    '/mau/',
  ]
  const nonsense = [
    '%00',
    '%',
    '%E1',
    '%C0%AF',
    'a%00b',
    '%0d%0aX-A:b',
    '..%2f..%2fetc',
    '%u0041',
    "'%20or%201=1--",
    'x'.repeat(1500),
    'x'.repeat(5000),
    '%F0%9F%92%9A',
    '-1',
    '99999999999999999999',
    '%ED%A0%80',
    '?p=%00',
    '//',
    '.',
    '%252e%252e',
  ]
  test.each(kinds)('below %s is told so, and nothing breaks', async (kind) => {
    for (const bad of nonsense) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await read(sites.ward, kind + bad, { method })
        expect([kind + bad.slice(0, 40), answer.status >= 500]).toEqual([kind + bad.slice(0, 40), false])
        expect(answer.headers.get('set-cookie')).toBeNull()
      }
    }
  })
  test('NUL and broken encodings are 400, endless addresses 414', async () => {
    expect((await read(sites.ward, '/bai-viet/a%00')).status).toBe(400)
    expect((await read(sites.ward, '/bai-viet/%E1')).status).toBe(400)
    expect((await read(sites.ward, `/tim-kiem?q=${'a'.repeat(3000)}`)).status).toBe(414)
  })
  test.each(['khac.test', 'BA-DINH.test.evil', 'ba-dinh.test\\', '..', 'ba-dinh.test:99999999', ''])(
    'at the host %s gets no portal',
    async (host) => {
      const answer = await reader(database.delivery)('ba-dinh.test', '/', { headers: { host } })
      expect(answer.status).toBe(421)
      expect(await answer.text()).not.toContain('Ba Đình')
    },
  )
  test('by POST gets nothing', async () => {
    for (const address of ['/', '/tim-kiem', '/bai-viet/x'])
      expect((await read(sites.ward, address, { method: 'POST', body: 'a=1' })).status).toBe(404)
  })
})

test('a fault inside is told in the design of the portal, and says nothing of the inside', async () => {
  const broken = reader(database.delivery, [
    ...allPublicRoutes,
    {
      method: 'GET',
      path: '/hong',
      handle: () => {
        throw new Error('secret detail')
      },
    },
  ])
  const answer = await broken(sites.ward, '/hong')
  const page = await answer.text()
  expect(answer.status).toBe(500)
  expect(page).toContain('Hệ thống đang gặp lỗi')
  expect(page).not.toContain('secret detail')
})

test('a closed portal is no portal', async () => {
  await database.owner.updateTable('site').set({ closedAt: new Date() }).where('id', '=', sites.otherWard.id).execute()
  expect((await read(sites.otherWard, '/')).status).toBe(421)
})
