import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeRoutes } from '../../src/app.ts'
import { kinds } from '../../src/kinds.ts'
import { inTransaction, type Database } from '../../src/database/connect.ts'
import { approveEdition } from '../../src/editions/approve-edition.ts'
import { createEntry } from '../../src/editions/create-entry.ts'
import { makePreviewLink } from '../../src/editions/make-preview-link.ts'
import { publishEdition } from '../../src/editions/publish-edition.ts'
import { reviewEdition } from '../../src/editions/review-edition.ts'
import { submitEdition } from '../../src/editions/submit-edition.ts'
import type { OfficeRoute } from '../../src/office/route.ts'
import { queueMail } from '../../src/outbox/queue-mail.ts'
import { makePasswordLink } from '../../src/people/password-link.ts'
import { actorById } from '../../src/people/queries.ts'
import { holds, holdsOnNetwork, holdsSomewhere, type Actor } from '../../src/people/actor.ts'
import { openBrowser } from '../support/browser.ts'
import { startDemoKhue, type DemoKhue } from '../support/demo-network.ts'
import { looker, tooWide, type Look } from '../support/page-faults.ts'

let demo: DemoKhue
let browser: BrowserContext
let page: Page
let look: Look
let title = ''

beforeAll(async () => {
  demo = await startDemoKhue(more)
  browser = await openBrowser()
  page = await browser.newPage()
  const shots = process.env.SHOTS
  look = looker(page, shots ? async (width, url) => page.screenshot({ path: path.join(shots, `${nameOf(url)}-${width}.png`), fullPage: true }) : undefined)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await demo?.khue.stop()
})

const nameOf = (url: string): string => `${title} ${new URL(url).pathname}`.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 120)

/** Enough articles for a second page of a section, a mail, and a text that is still written. */
async function more(db: Database): Promise<void> {
  const [writer, editor, chief] = (await Promise.all(['ctv', 'btv', 'truongban'].map((post) => actorById(db, `demo-${post}.badinh`)))) as [Actor, Actor, Actor]
  const section = await db.selectFrom('section as s').innerJoin('site', 'site.id', 's.siteId').select(['s.id', 's.siteId']).where('site.key', '=', 'ba-dinh').where('s.slug', '=', 'tin-tuc').executeTakeFirstOrThrow()
  const author = await db.selectFrom('author').select(['id', 'name']).orderBy('id').executeTakeFirstOrThrow()
  const text = (words: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] })
  const base = { summary: 'Lịch trực tuần này của các tổ dân phố.', genre: 'notice', credits: [{ authorId: author.id, name: author.name, part: 'text' }], source: 'UBND phường Ba Đình', sectionIds: [section.id] }
  for (let week = 1; week <= 14; week++) {
    const content = { ...base, title: `Lịch trực tổ dân phố tuần ${week}`, body: text(`Tuần ${week}: trực từ 8 giờ đến 17 giờ, ghi sổ đầy đủ.`) }
    await inTransaction(db, async (tx) => {
      const { editionId } = await createEntry(tx, writer, { siteId: section.siteId, kind: 'article', content }, kinds)
      if (week === 14) return
      await submitEdition(tx, writer, { editionId }, kinds)
      await reviewEdition(tx, editor, { editionId }, kinds)
      await approveEdition(tx, chief, { editionId }, kinds)
      await publishEdition(tx, chief, { editionId }, kinds)
    })
  }
  await inTransaction(db, (tx) => queueMail(tx, { to: 'lan@khue.example', subject: 'Bài được trả lại', body: 'Mời chị xem lời nhắn.', siteId: section.siteId }))
}

const ward = "(select id from site where key = 'ba-dinh')"
const city = "(select id from site where key = 'thanh-pho')"
const live = (site: string, which: string): string => `select path from live_item l join edition e on e.id = l.edition_id where l.site_id = ${site} and ${which}`
const gone = (state: string): string => `select a.path from gone_item g join address a on a.entry_id = g.entry_id and a.site_id = g.site_id where g.state = '${state}'`
const host = async (site: string): Promise<string> => demo.khue.site(await demo.one(`select host from site_host where is_primary and site_id = ${site}`))
const at = async (site: string, query: string): Promise<string> => (await host(site)) + (await demo.one(query))
/** Where the link to older items of a list leads. */
async function secondPage(list: string): Promise<string> {
  await page.goto(list)
  const next = await page.locator('a[href*="truoc="]').first().getAttribute('href', { timeout: 5000 })
  return new URL(next!, list).href
}

const publicPages: readonly [string, () => Promise<string>, number?][] = [
  ['the home page of the city', () => host(city)],
  ['the home page of a ward', () => host(ward)],
  ['the home page of a portal with little in it', () => host("(select s.id from site s left join live_item l on l.site_id = s.id group by s.id order by count(l.*) limit 1)")],
  ['a section', () => at(ward, "select '/chuyen-muc/tin-tuc'")],
  ['a subsection', () => at(city, `select '/chuyen-muc/' || slug from section where site_id = ${city} and parent_id is not null`)],
  ['a section with nothing in it', () => at(ward, `select '/chuyen-muc/' || slug from section s where site_id = ${ward} and not exists (select from live_section_item l where l.section_id = s.id)`)],
  ['the second page of a section', async () => secondPage(`${await host(ward)}/chuyen-muc/tin-tuc`)],
  ['a topic', () => at(city, `select '/chuyen-de/' || t.slug from topic t join live_topic_item l on l.topic_id = t.id and l.site_id = ${city}`)],
  ['an author', () => at(city, `select '/tac-gia/' || a.slug from author a join live_author_item l on l.author_id = a.id and l.site_id = ${city}`)],
  ['an article with a picture', () => at(ward, live(ward, 'lead_media_id is not null'))],
  ['an article with a table', () => at(ward, live(ward, `e.content::text like '%"tableRow"%'`))],
  ['an article with a gallery', () => at(city, live(city, "jsonb_array_length(e.content -> 'gallery') > 0"))],
  ['an article that was corrected', () => at(ward, live(ward, 'e.correction_note is not null'))],
  ['a copy of an article of another portal', () => at(city, live(city, `l.home_site_id <> ${city}`))],
  ['an article in English', () => at(city, live(city, "e.language = 'en'"))],
  ['an address of nothing', () => at(ward, "select '/bai-viet/khong-co-bai-nay'"), 404],
  ['an article that was withdrawn', () => at(city, gone('withdrawn')), 410],
  ['an article that has expired', () => at(ward, gone('expired')), 410],
  ['a host of no portal', async () => demo.khue.site('khong-co.localhost'), 421],
  ['a search that finds much', () => at(city, "select '/tim-kiem?q=phuong'")],
  ['the second page of a search', () => at(ward, "select '/tim-kiem?q=to+dan+pho&trang=2'")],
  ['a search without words', () => at(city, "select '/tim-kiem'")],
  ['a search that finds nothing', () => at(city, "select '/tim-kiem?q=zzkhongcogi'")],
  ['the site map', () => at(city, "select '/so-do-cong'")],
  ['the preview of a draft', async () => {
    const edition = Number(await demo.one(`select id from edition where state = 'draft' and site_id = ${ward}`))
    const { token } = await inTransaction(demo.khue.database.db, async (tx) => makePreviewLink(tx, await demo.person('btv.badinh'), { editionId: edition, hours: 1 }))
    return `${await host(ward)}/xem-thu/${token}`
  }],
]

test.each(publicPages)('a reader meets no fault on %s', async (name, address, status) => {
  title = name
  await browser.clearCookies()
  expect(await look(new URL(await address()).href, status)).toEqual([])
  await page.setViewportSize({ width: 768, height: 1024 })
  expect(await tooWide(page, 768)).toEqual([])
  expect(await browser.cookies()).toEqual([])
}, 30_000)

const edition = (state: string): string => `select id from edition where state = '${state}' and site_id = ${ward}`
const published = `select e.entry_id from edition e where e.site_id = ${ward} and e.state = 'published' order by e.version desc, e.id`
const openStates = ['draft', 'submitted', 'returned', 'approved', 'scheduled', 'published', 'expired'] as const
/** The subjects of addresses: queries of one value each. A parameter is visited with each of its subjects. */
const subjects: Record<string, readonly string[]> = {
  site: [`select ${ward}`],
  entry: [published, `select entry_id from placement where state = 'declined'`, `select entry_id from edition where state = 'returned' and site_id = ${ward}`],
  edition: openStates.map(edition),
  media: [`select id from media where site_id = ${ward}`],
  event: ['select max(id) from audit_event', "select id from audit_event where action = 'edition.approved'"],
  mail: ['select id from outbox_mail'],
  person: ["select 'demo-btv.badinh'", "select 'demo-truongban.badinh'"],
  topic: ["select id from topic"],
  unit: ["select id from unit where code = '00004'", "select id from unit where code = '01'"],
  template: ["select 'ward'", "select 'city'"],
  width: ['select 640'],
}

const people = ['quantri.mang', 'quantri.badinh', 'truongban.badinh', 'ctv.badinh', 'kiemtoan'] as const
/** Answers to scripts and files, which are no pages. */
const noPages = new Set(['/nhat-ky/ban-xuat.csv', '/cong/:site/tim-bai', '/ban-thao/:edition/nguoi-dang-sua', '/ban-thao/:edition/buoc-hien-co', '/thu-vien/:media/xem/:width', '/cong/:site/tep', '/dang-nhap/mot-lan'])
const screens = officeRoutes.filter((route) => route.method === 'GET' && !noPages.has(route.path) && route.access.who !== 'anyone')

async function addressesOf(route: OfficeRoute): Promise<string[]> {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  let addresses = [route.path]
  for (const name of names) {
    const values = await Promise.all((subjects[name] ?? []).map((query) => demo.one(query)))
    addresses = addresses.flatMap((address) => values.map((value) => address.replace(`:${name}`, value)))
  }
  return addresses
}

function maySee({ access }: OfficeRoute, actor: Actor, wardId: number): boolean {
  if (access.who === 'anyone' || access.who === 'signed-in') return true
  if (access.on === 'somewhere') return holdsSomewhere(actor, ...access.who)
  if (access.on === 'network') return holdsOnNetwork(actor, ...access.who)
  return holds(actor, wardId, ...access.who)
}

test.each(screens.map((route) => [route.path, route] as const))('an official meets no fault on %s', async (name, route) => {
  const wardId = Number(await demo.one(`select ${ward}`))
  const faults: string[] = []
  let seen = 0
  for (const account of people) {
    if (!maySee(route, await demo.person(account), wardId)) continue
    await enter(account)
    const addresses = await addressesOf(route)
    // What an address is about changes the page more than who looks: everyone else sees the first.
    for (const address of seen === 0 ? addresses : addresses.slice(0, 1)) {
      title = `${account} ${name}`
      faults.push(...(await look(demo.khue.office + address)))
      seen += 1
    }
  }
  expect(seen).toBeGreaterThan(0)
  expect(faults).toEqual([])
}, 120_000)

async function enter(account: string): Promise<void> {
  await browser.clearCookies()
  await browser.addCookies([{ ...(await demo.session(account)), url: demo.khue.office }])
}

const doors: readonly [string, () => Promise<string>, number?][] = [
  ['/dang-nhap', async () => '/dang-nhap'],
  ['/dang-nhap after a failure', async () => '/dang-nhap?loi=over'],
  ['/quen-mat-khau', async () => '/quen-mat-khau'],
  ['/dat-lai-mat-khau', async () => inTransaction(demo.khue.database.db, async (tx) => makePasswordLink(tx, (await demo.person('btv.badinh')).id, 1))],
  ['/dat-lai-mat-khau with an old link', async () => '/dat-lai-mat-khau/het-han', 410],
  ['an address of nothing', async () => '/khong-co', 404],
]

test.each(doors)('whoever is not signed in meets no fault on %s', async (name, address, status) => {
  title = name
  await browser.clearCookies()
  expect(await look(demo.khue.office + (await address()), status)).toEqual([])
})
