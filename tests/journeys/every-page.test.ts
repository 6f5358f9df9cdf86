import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../src/database/connect.ts'
import { makePreviewLink } from '../../src/editions/make-preview-link.ts'
import { makePasswordLink } from '../../src/people/password-link.ts'
import { city, startTour, ward, type DemoTour } from '../support/demo-tour.ts'
import { tooWide } from '../support/page-faults.ts'

let tour: DemoTour
let title = ''
beforeAll(async () => {
  tour = await startTour(() => title)
}, 120_000)
afterAll(() => tour?.end())

const live = (site: string, which: string): string =>
  `select path from live_item l join edition e on e.id = l.edition_id where l.site_id = ${site} and ${which}`
const gone = (state: string): string =>
  `select a.path from gone_item g join address a on a.entry_id = g.entry_id and a.site_id = g.site_id where g.state = '${state}'`
const host = async (site: string): Promise<string> =>
  tour.demo.khue.site(await tour.demo.one(`select host from site_host where is_primary and site_id = ${site}`))
const at = async (site: string, query: string): Promise<string> => (await host(site)) + (await tour.demo.one(query))
/** Where the link to older items of a list leads. */
async function secondPage(list: string): Promise<string> {
  await tour.page.goto(list)
  const next = await tour.page.locator('a[href*="truoc="]').first().getAttribute('href', { timeout: 5000 })
  return new URL(next!, list).href
}

/** The newest month of an archive of a portal. */
async function newestMonth(site: string, archive: string): Promise<string> {
  const home = await host(site)
  await tour.page.goto(home + archive)
  const month = await tour.page.locator('.archive-year a').first().getAttribute('href', { timeout: 5000 })
  return home + month
}

const publicPages: readonly [string, () => Promise<string>, number?][] = [
  ['the home page of the city', () => host(city)],
  ['the home page of a ward', () => host(ward)],
  [
    'the home page of a portal with little in it',
    () =>
      host(
        '(select s.id from site s left join live_item l on l.site_id = s.id group by s.id order by count(l.*) limit 1)',
      ),
  ],
  ['a section', () => at(ward, "select '/chuyen-muc/tin-tuc'")],
  [
    'a subsection',
    () => at(city, `select '/chuyen-muc/' || slug from section where site_id = ${city} and parent_id is not null`),
  ],
  [
    'a section with nothing in it',
    () =>
      at(
        ward,
        `select '/chuyen-muc/' || slug from section s where site_id = ${ward} and not exists (select from live_section_item l where l.section_id = s.id)`,
      ),
  ],
  ['the second page of a section', async () => secondPage(`${await host(ward)}/chuyen-muc/tin-tuc`)],
  [
    'a topic',
    () =>
      at(
        city,
        `select '/chuyen-de/' || t.slug from topic t join live_topic_item l on l.topic_id = t.id and l.site_id = ${city}`,
      ),
  ],
  [
    'an author',
    () =>
      at(
        city,
        `select '/tac-gia/' || a.slug from author a join live_author_item l on l.author_id = a.id and l.site_id = ${city}`,
      ),
  ],
  ['an article with a picture', () => at(ward, live(ward, 'lead_media_id is not null'))],
  ['an article with a table', () => at(ward, live(ward, `e.content::text like '%"tableRow"%'`))],
  ['an article with a gallery', () => at(city, live(city, "jsonb_array_length(e.content -> 'gallery') > 0"))],
  ['an article that was corrected', () => at(ward, live(ward, 'e.correction_note is not null'))],
  ['a copy of an article of another portal', () => at(city, live(city, `l.home_site_id <> ${city}`))],
  ['an article in English', () => at(city, live(city, "e.language = 'en'"))],
  ['an address of nothing', () => at(ward, "select '/bai-viet/khong-co-bai-nay'"), 404],
  ['an article that was withdrawn', () => at(city, gone('withdrawn')), 410],
  ['an article that has expired', () => at(ward, gone('expired')), 410],
  ['a host of no portal', async () => tour.demo.khue.site('khong-co.localhost'), 421],
  ['a search that finds much', () => at(city, "select '/tim-kiem?q=phuong'")],
  ['the second page of a search', () => at(ward, "select '/tim-kiem?q=to+dan+pho&trang=2'")],
  ['a search without words', () => at(city, "select '/tim-kiem'")],
  ['a search that finds nothing', () => at(city, "select '/tim-kiem?q=zzkhongcogi'")],
  ['the site map', () => at(city, "select '/so-do-cong'")],
  [
    'the form to report an error',
    () => at(ward, `select '/bao-loi?bai=' || min(path) from live_item where site_id = ${ward}`),
  ],
  [
    'the same in English',
    () => at(city, `select '/en/bao-loi?bai=' || min(path) from live_item where site_id = ${city}`),
  ],
  [
    'the receipt of a report',
    () => at(ward, `select '/bao-loi/' || min(code) from error_report where site_id = ${ward}`),
  ],
  ['a report about nothing', () => at(ward, "select '/bao-loi?bai=/bai-viet/khong-co'"), 404],
  ['thanks for a rating', () => at(ward, "select '/danh-gia?trang=/&muc=chua-hai-long'")],
  ['the archive of a portal', () => at(city, "select '/luu-tru'")],
  ['the archive of a section', () => at(city, "select '/chuyen-muc/tin-tuc/luu-tru'")],
  ['a month of a section', () => newestMonth(city, '/chuyen-muc/tin-tuc/luu-tru')],
  ['a month with nothing in it', () => at(ward, "select '/luu-tru/1999-05'")],
  ['the home page in English', () => at(city, "select '/en'")],
  ['the home page in English where nothing is', () => at(ward, "select '/en'")],
  ['a section in English', () => at(city, "select '/en/chuyen-muc/chinh-quyen-so'")],
  ['a section without anything in English', () => at(city, "select '/en/chuyen-muc/thong-bao'")],
  ['a topic in English', () => at(city, "select '/en/chuyen-de/chuyen-doi-so'")],
  ['an author in English', () => at(city, "select '/en/tac-gia/city-portal-foreign-language-desk'")],
  ['the site map in English', () => at(city, "select '/en/so-do-cong'")],
  ['the archive in English', () => at(city, "select '/en/luu-tru'")],
  ['a month in English', () => newestMonth(city, '/en/luu-tru')],
  ['a search in English that finds something', () => at(city, "select '/en/tim-kiem?q=city'")],
  ['a search in English that finds nothing', () => at(city, "select '/en/tim-kiem?q=zznothing'")],
  ['the official channels in English', () => at(city, "select '/en/kenh-thong-tin'")],
  ['the accessibility statement in English', () => at(city, "select '/en/tuyen-bo-tiep-can'")],
  ['the privacy statement in English', () => at(city, "select '/en/quyen-rieng-tu'")],
  ['the outage notices in English', () => at(city, "select '/en/thong-bao-gian-doan'")],
  ['an address of nothing in English', () => at(city, "select '/en/khong-co'"), 404],
  [
    'an article that has an English version',
    () => at(city, live(city, 'exists (select from live_translation t where t.entry_id = l.entry_id and is_original)')),
  ],
  [
    'the preview of a draft',
    async () => {
      const edition = Number(await tour.demo.one(`select id from edition where state = 'draft' and site_id = ${ward}`))
      const { token } = await inTransaction(tour.demo.khue.database.db, async (tx) =>
        makePreviewLink(tx, await tour.demo.person('btv.badinh'), { editionId: edition, hours: 1 }),
      )
      return `${await host(ward)}/xem-thu/${token}`
    },
  ],
]

test.each(publicPages)(
  'a reader meets no fault on %s',
  async (name, address, status) => {
    title = name
    await tour.enter()
    expect(await tour.look(new URL(await address()).href, { status })).toEqual([])
    await tour.page.setViewportSize({ width: 768, height: 1024 })
    expect(await tooWide(tour.page, 768)).toEqual([])
    expect(await tour.browser.cookies()).toEqual([])
  },
  30_000,
)

const doors: readonly [string, () => Promise<string>, number?][] = [
  ['/dang-nhap', async () => '/dang-nhap'],
  ['/dang-nhap after a failure', async () => '/dang-nhap?loi=over'],
  ['/quen-mat-khau', async () => '/quen-mat-khau'],
  [
    '/dat-lai-mat-khau',
    async () =>
      inTransaction(tour.demo.khue.database.db, async (tx) =>
        makePasswordLink(tx, (await tour.demo.person('btv.badinh')).id, 1),
      ),
  ],
  ['/dat-lai-mat-khau with an old link', async () => '/dat-lai-mat-khau/het-han', 410],
  ['an address of nothing', async () => '/khong-co', 404],
]

test.each(doors)('whoever is not signed in meets no fault on %s', async (name, address, status) => {
  title = name
  await tour.enter()
  expect(await tour.look(tour.demo.khue.office + (await address()), { status })).toEqual([])
})
