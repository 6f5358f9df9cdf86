import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { htmlFaults, outsideLoads } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { doc, liveBuilder, paragraph, text, type LiveBuilder } from '../../tests/support/live.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'

let database: TestDatabase
let sites: TestNetwork
let live: LiveBuilder
let read: Reader
let full: { path: string; entryId: number }
let gone: { path: string; entryId: number }

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  live = await liveBuilder(database.db)
  read = reader(database.delivery)
  const author = await live.author('Tổ Truyền thông')
  const topic = await live.topic('Năm Kỷ cương hành chính', 'Siết chặt kỷ luật, nâng cao chất lượng phục vụ.')
  const [lead, second, upright] = [
    await live.picture(sites.ward),
    await live.picture(sites.ward),
    await live.picture(sites.ward),
  ]
  const plan = await live.document(sites.ward, 'Kế hoạch 12.pdf')
  const target = await live.publish(sites.ward, { title: 'Lịch tiếp công dân tháng 12' })
  gone = await live.publish(sites.ward, { title: 'Bài sẽ gỡ' })
  await live.withdraw(gone.entryId, 'Sai số liệu')
  for (let n = 0; n < 30; n++)
    await live.publish(
      sites.ward,
      { title: `Tin số ${n}`, summary: 'Tóm tắt tin.', lead: { mediaId: lead, alt: 'a', caption: '', source: '' } },
      { featured: n === 3 },
    )
  full = await live.publish(
    sites.ward,
    {
      title: 'Phường Ba Đình mở cao điểm “15 ngày làm thủ tục tại nhà” cho người già yếu',
      summary: 'Cán bộ đến tận nhà.',
      genre: 'reportage',
      lead: {
        mediaId: lead,
        alt: 'Cán bộ phường đến nhà dân',
        caption: 'Cán bộ đến nhà dân ở tổ 5.',
        source: 'Ban Biên tập',
      },
      body: doc(
        paragraph(
          'Sáng 23/11, ',
          text('đoàn công tác', { type: 'bold' }),
          ' xem ',
          text('lịch tiếp công dân', { type: 'link', attrs: { entryId: target.entryId } }),
          ' và ',
          text('bài đã gỡ', { type: 'link', attrs: { entryId: gone.entryId } }),
          ' hoặc ',
          text('cổng quốc gia', { type: 'link', attrs: { href: 'https://dichvucong.gov.vn/' } }),
          ' nhưng không ',
          text('chạy mã', { type: 'link', attrs: { href: 'javascript:alert(1)' } }),
        ),
        { type: 'heading', attrs: { level: 4 }, content: [text('Kết quả bước đầu')] },
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [paragraph('Một')] },
            { type: 'listItem', content: [paragraph('Hai')] },
          ],
        },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableHeader', content: [paragraph('Tổ')] },
                { type: 'tableHeader', content: [paragraph('Hồ sơ')] },
              ],
            },
            {
              type: 'tableRow',
              content: [
                { type: 'tableCell', content: [paragraph('Tổ 1')] },
                { type: 'tableCell', attrs: { colspan: 1 }, content: [paragraph('12')] },
              ],
            },
          ],
        },
        { type: 'image', attrs: { mediaId: upright, alt: 'Bảng thông báo', caption: 'Bảng ở trụ sở.', source: '' } },
        { type: 'video', attrs: { provider: 'youtube', videoId: 'abc_123-XYZ', title: 'Ghi hình buổi làm việc' } },
        { type: 'blockquote', content: [paragraph('Dân không phải đi lại.')] },
        { type: 'horizontalRule' },
        { type: 'unheardOf', content: [paragraph('Chữ trong khối lạ')] },
        paragraph('<script>alert(1)</script>'),
      ),
      gallery: [{ mediaId: second, alt: 'Ảnh hai', caption: '', source: 'Cộng tác viên' }],
      attachments: [{ mediaId: plan, name: 'Kế hoạch số 12' }],
      credits: [{ authorId: author.id, name: 'Tổ Truyền thông', part: 'text' }],
      source: 'Cổng phường',
      tags: ['thủ tục', 'cải cách'],
      topicIds: [topic.id],
      relatedIds: [target.entryId, gone.entryId],
    },
    {
      at: new Date('2026-11-23T07:05:00Z'),
      updatedAt: new Date('2026-11-23T09:00:00Z'),
      correctionNote: 'Sửa số hồ sơ từ 21 thành 12.',
    },
  )
  const counted = { siteId: sites.ward.id, views: 20_000, visits: 12_345, botViews: 0 }
  await database.owner.insertInto('siteViews').values(counted).execute()
}, 60_000)
afterAll(() => database.drop())

const html = async (address: string): Promise<string> => (await read(sites.ward, address)).text()

describe('every kind of page', () => {
  const addresses: [string, string | (() => string), number][] = [
    ['home', '/', 200],
    ['section', '/chuyen-muc/tin-tuc', 200],
    ['empty section', '/chuyen-muc/thong-bao', 200],
    ['topic', '/chuyen-de/nam-ky-cuong-hanh-chinh', 200],
    ['author', '/tac-gia/to-truyen-thong', 200],
    ['article', () => full.path, 200],
    ['site map', '/so-do-cong', 200],
    ['search', '/tim-kiem?q=thu+tuc', 200],
    ['search that finds nothing', '/tim-kiem?q=xyzxyz', 200],
    ['search form', '/tim-kiem', 200],
    ['missing page', '/khong-co', 404],
    ['missing article', '/bai-viet/khong-co', 404],
    ['withdrawn article', () => gone.path, 410],
  ]
  test.each(addresses)(
    '%s is valid, loads nothing from outside, sets no cookie and needs no script',
    async (_, address, status) => {
      const answer = await read(sites.ward, typeof address === 'string' ? address : address())
      const page = await answer.text()
      expect(answer.status).toBe(status)
      expect(await htmlFaults(page)).toEqual([])
      expect(outsideLoads(page)).toEqual([])
      expect(answer.headers.get('set-cookie')).toBeNull()
      // Data for search engines, and scripts of our own that only add; nothing inline.
      const harmless =
        /<script type="application\/ld\+json">|<script type="module"[^>]* src="\/tai-nguyen\/[^"]+"><\/script>/g
      expect(page.replaceAll(harmless, '')).not.toContain('<script')
      expect(page).toMatch(/^<!doctype html><html lang="vi"/)
      expect(page.match(/<h1/g)).toHaveLength(1)
      expect(page.match(/<meta name="description" content="[^"]{8,}">/g)).toHaveLength(1)
    },
  )

  test('the home page of a portal with nothing, and of the city with wards below it', async () => {
    const page = await (await read(sites.city, '/')).text()
    expect(await htmlFaults(page)).toEqual([])
    expect(page).toContain('Cổng đang được chuẩn bị')
    expect(page).toContain('http://ba-dinh.test:3000/')
  })

  test('names who stands behind the portal on each page (Decree 174/2026 art. 93)', async () => {
    const page = await html('/')
    for (const fact of ['Trưởng ban biên tập', '1 Phố Thử', '024.0000.0000', 'thu@example.vn', 'UBND Thành phố'])
      expect(page).toContain(fact)
  })
})

test('the foot of a page tells how many came, in figures that stay while a few more do', async () => {
  expect(await html('/')).toContain('Lượt truy cập: <strong>hơn 12.300</strong>')
  expect(await html('/en')).toContain('Visits: <strong>more than 12,300</strong>')
  const unvisited = await (await read(sites.city, '/')).text()
  expect(unvisited).not.toContain('Lượt truy cập')
})

describe('an article', () => {
  test('says when, who, from where, and what was corrected', async () => {
    const page = await html(full.path)
    expect(page).toContain('Thứ Hai, ngày 23/11/2026, 14:05')
    expect(page).toContain('Cập nhật: 16:00 23/11/2026')
    expect(page).toContain('Sửa số hồ sơ từ 21 thành 12.')
    expect(page).toContain('href="/tac-gia/to-truyen-thong"')
    expect(page).toContain('Kế hoạch số 12</a> <span class="attachment-facts">(PDF, 2,3 MB)')
    expect(page).toContain('Ảnh: Ban Biên tập')
  })
  test('links to live entries at their address of today, and turns links to others into words', async () => {
    const page = await html(full.path)
    expect(page).toMatch(/<a href="\/bai-viet\/lich-tiep-cong-dan-thang-12-\d+">lịch tiếp công dân<\/a>/)
    expect(page).toContain('và bài đã gỡ hoặc')
    expect(page).not.toContain('javascript:')
    expect(page).not.toContain('Bài sẽ gỡ')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('Chữ trong khối lạ')
  })
  test('keeps its headings in order and its pictures in their room', async () => {
    const page = await html(full.path)
    expect(page).toContain('<h2>Kết quả bước đầu</h2>')
    for (const [img] of page.matchAll(/<img [^>]*>/g)) expect(img).toMatch(/width="\d+" height="\d+"/)
    expect(page.match(/fetchpriority="high"/g)).toHaveLength(1)
  })
  test('of another site shows a film as a link, and loads nothing of it', async () => {
    const page = await html(full.path)
    expect(page).toContain(
      '<a href="https://www.youtube.com/watch?v=abc_123-XYZ" target="_blank" rel="noopener noreferrer"',
    )
    expect(page).not.toContain('<iframe')
  })
  test('weighs at most 90 KB with stylesheet and fonts', async () => {
    const page = await read(sites.ward, full.path, { headers: { 'accept-encoding': 'gzip' } })
    let bytes = (await page.clone().arrayBuffer()).byteLength
    expect(page.headers.get('content-encoding')).toBe('gzip')
    const first = await html(full.path)
    const css = await read(sites.ward, /href="([^"]*site\.css)"/.exec(first)![1]!, {
      headers: { 'accept-encoding': 'gzip' },
    })
    bytes += (await css.arrayBuffer()).byteLength
    for (const part of ['latin-400', 'vietnamese-400', 'latin-600', 'vietnamese-600'])
      bytes += (await (await read(sites.ward, `/tai-nguyen/x/fonts/be-vietnam-pro-${part}.woff2`)).arrayBuffer())
        .byteLength
    expect(bytes).toBeLessThan(90_000)
  })
})

describe('a list', () => {
  test('is walked to its end by key, each entry once', async () => {
    const seen: string[] = []
    let address: string | undefined = '/chuyen-muc/tin-tuc'
    let pages = 0
    while (address && pages++ < 10) {
      const page: string = await html(address)
      seen.push(...[...page.matchAll(/class="card-name"><a href="([^"]+)"/g)].map(([, href]) => href!))
      address = /href="([^"]*\?truoc=[^"]+)" rel="next"/.exec(page)?.[1]
    }
    expect(seen).toHaveLength(32)
    expect(new Set(seen).size).toBe(32)
  })
  test('refuses a place that cannot be', async () => {
    for (const place of ['x', '1-99999999999', '', '99999999999999999999-1'])
      expect((await read(sites.ward, `/chuyen-muc/tin-tuc?truoc=${place}`)).status).toBe(404)
  })
})

describe('a page already known', () => {
  test('is answered with 304, and again in full when it changed', async () => {
    const first = await read(sites.otherWard, '/')
    const tag = first.headers.get('etag')!
    expect(tag).toMatch(/^W\//)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    const again = await read(sites.otherWard, '/', { headers: { 'if-none-match': tag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('content-security-policy')).toContain("default-src 'self'")
    await live.publish(sites.otherWard, { title: 'Tin mới của phường' })
    expect((await read(sites.otherWard, '/', { headers: { 'if-none-match': tag } })).status).toBe(200)
  })
  test('answers HEAD without a body', async () => {
    const answer = await read(sites.ward, full.path, { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    expect(answer.headers.get('etag')).toMatch(/^W\//)
  })
})

test('a demo says so on every page and stays out of search engines', async () => {
  await database.owner.updateTable('site').set({ isDemo: true }).where('id', '=', sites.otherWard.id).execute()
  for (const address of ['/', '/so-do-cong', '/khong-co', '/tim-kiem']) {
    const answer = await read(sites.otherWard, address)
    const page = await answer.text()
    expect(page).toContain('Dữ liệu minh họa')
    expect(page).toContain('<meta name="robots" content="noindex"')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
  }
  expect(await (await read(sites.otherWard, '/robots.txt')).text()).toContain('Disallow: /\n')
})

test('a portal with a colour of its own serves it from its own host', async () => {
  await database.owner.updateTable('site').set({ accent: '#0b6b52' }).where('id', '=', sites.city.id).execute()
  expect(await (await read(sites.city, '/')).text()).toContain('href="/mau/0b6b52.css"')
  expect(await (await read(sites.city, '/mau/0b6b52.css')).text()).toContain('--accent:#0b6b52')
  expect((await read(sites.city, '/mau/ffffff.css')).status).toBe(404)
})
