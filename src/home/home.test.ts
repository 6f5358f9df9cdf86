import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../database/connect.ts'
import { kinds } from '../kinds.ts'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { person } from '../../tests/support/people.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { newBlock, readBlocks, type Block } from './block.ts'
import { digestOf } from './digest.ts'
import { homeOfficeRoutes } from './office/routes.ts'

let database: TestDatabase
let desk: Newsroom
let live: LiveBuilder
let read: Reader
let office: TestOffice
let admin: string
let second: string

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  live = await liveBuilder(database.owner)
  read = reader(database.delivery)
  office = testOffice({ db: database.db, routes: homeOfficeRoutes, kinds })
  admin = await office.cookieOf(desk.admin)
  second = await office.cookieOf(
    await person(database.db, 'Quản trị thứ hai', [{ siteId: desk.ward.id, role: 'site_admin' }]),
  )
}, 60_000)
afterAll(() => database.drop())

const front = async (site = desk.ward): Promise<string> => {
  const answer = await read(site, '/')
  expect(answer.status).toBe(200)
  return answer.text()
}
const at = (path = ''): string => `/cong/${desk.ward.id}/trang-chu${path}`
const draft = async (): Promise<Block[]> =>
  readBlocks(
    (
      await database.owner
        .selectFrom('homeArrangement')
        .select('draft')
        .where('siteId', '=', desk.ward.id)
        .executeTakeFirstOrThrow()
    ).draft,
  )
const revision = async (): Promise<string> =>
  String(
    (
      await database.owner
        .selectFrom('homeArrangement')
        .select('revision')
        .where('siteId', '=', desk.ward.id)
        .executeTakeFirst()
    )?.revision ?? 0,
  )
const events = async (): Promise<number> =>
  (await database.owner.selectFrom('auditHead').select('lastId').executeTakeFirstOrThrow()).lastId
const titlesOf = (html: string): string[] =>
  [...html.matchAll(/<a href="(\/bai-viet\/[^"]+)"/g)].map(([, path]) => path!)

describe('a reader on the front page', () => {
  test('of a portal with nothing is told so, and where else to look', async () => {
    const page = await front(desk.otherWard)
    expect(page).toContain('Cổng đang được chuẩn bị')
    expect(page).toContain('class="network"')
    expect(await htmlFaults(page)).toEqual([])
  })

  test('of a portal with three articles finds each once, and no empty block', async () => {
    const { otherWard } = desk
    for (const title of ['Một', 'Hai', 'Ba']) await live.publish(otherWard, { title, genre: 'notice' })
    const page = await front(otherWard)
    expect(titlesOf(page)).toHaveLength(3)
    expect(new Set(titlesOf(page)).size).toBe(3)
    expect(page).not.toContain('block-notices')
    expect(page).toContain('front-row-6')
    expect(await htmlFaults(page)).toEqual([])
  })

  test('of a portal with 50,000 articles waits for a bounded number of queries, none of them walking the archive', async () => {
    const { city } = desk
    const first = await live.publish(city, { title: 'Bài đầu' })
    // What follows a publication elsewhere is no matter here, and takes most of the time.
    await sql`alter table live_item disable trigger user`.execute(database.owner)
    await sql`with made as (
        insert into entry (site_id, kind, slug, first_published_at, created_by)
        select ${city.id}, 'article', 'bai-' || n, now() - n * interval '1 minute', (select created_by from entry where id = ${first.entryId})
        from generate_series(1, 50000) n returning id, slug, first_published_at)
      insert into live_item (site_id, entry_id, edition_id, home_site_id, kind, genre, language, title, summary, path, section_ids,
        published_at, updated_at, featured, search)
      select ${city.id}, id, ${first.editionId}, ${city.id}, 'article', case when id % 97 = 0 then 'notice' else 'news' end, 'vi', 'Bài ' || slug, '',
        '/bai-viet/' || slug, array[${city.sections['tin-tuc']!}::integer], first_published_at, first_published_at, false, ''
      from made`.execute(database.owner)
    await sql`insert into live_section_item (section_id, entry_id, site_id, published_at, language)
      select ${city.sections['tin-tuc']!}::integer, entry_id, site_id, published_at, language from live_item where site_id = ${city.id}
      on conflict do nothing`.execute(database.owner)
    await sql`analyze live_item, live_section_item`.execute(database.owner)
    const before = await scans()
    const page = await front(city)
    expect(new Set(titlesOf(page)).size).toBe(titlesOf(page).length)
    expect(titlesOf(page).length).toBeGreaterThan(15)
    expect((await scans()) - before).toBe(0)
  }, 120_000)
})

/** Sequential scans of the two tables that grow. */
async function scans(): Promise<number> {
  // Counters of other sessions arrive with their next report; closing nothing, we ask until they stand still.
  await new Promise((settle) => setTimeout(settle, 1200))
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(seq_scan), 0)::integer as n from pg_stat_user_tables where relname in ('live_item', 'live_section_item')`.execute(
    database.owner,
  )
  return rows[0]!.n
}

describe('an administrator arranging the front page', () => {
  test('adds a block of links that readers see only when the arrangement is published', async () => {
    await live.publish(desk.ward, { title: 'Tin của phường' })
    const form = {
      kind: 'links',
      title: 'Tôi muốn',
      look: 'banners',
      width: 'full',
      'words-0': 'Nộp hồ sơ',
      'href-0': 'https://dichvucong.gov.vn/',
      'words-2': 'Sơ đồ',
      'href-2': '/so-do-cong',
    }
    expect((await office.post(at('/khoi'), form, admin)).status).toBe(303)
    expect(await front()).not.toContain('Nộp hồ sơ')
    const before = await events()
    expect((await office.post(at('/dang'), { revision: await revision() }, admin)).status).toBe(303)
    expect(await events()).toBe(before + 1)
    const page = await front()
    expect(page).toContain('<a href="https://dichvucong.gov.vn/">Nộp hồ sơ')
    expect(await htmlFaults(page)).toEqual([])
  })

  test('gets a bad address back with everything typed, beside the row it stands in', async () => {
    const before = await events()
    const form = { kind: 'links', look: 'banners', width: 'full', 'words-1': 'Xấu', 'href-1': 'javascript:alert(1)' }
    const answer = await office.post(at('/khoi'), form, admin)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('value="javascript:alert(1)"')
    expect(page).toContain('id="o-href-1-error"')
    expect(await htmlFaults(page)).toEqual([])
    expect(await events()).toBe(before)
  })

  test('and another one, both at work, keep each other’s changes and never overwrite the same block unseen', async () => {
    const [one, other] = (await draft()).filter(({ kind }) => kind === 'featured' || kind === 'sections')
    const change = (block: Block, count: number, who: string) =>
      office.post(at(`/khoi/${block.id}`), { was: digestOf(block), count: String(count), width: block.width }, who)
    expect((await change(one!, 3, admin)).status).toBe(303)
    expect((await change(other!, 2, second)).status).toBe(303)
    const before = await events()
    const stale = await change(one!, 7, second)
    const page = await stale.text()
    expect(stale.status).toBe(422)
    expect(page).toContain('Có người vừa sửa')
    expect(page).toContain('3 bài')
    expect(page).toContain('value="7"')
    expect(await events()).toBe(before)
    expect((await draft()).filter(({ id }) => id === one!.id || id === other!.id).map(({ count }) => count)).toEqual([
      3, 2,
    ])
    const blind = await office.post(at('/dang'), { revision: '1' }, second)
    expect([blind.status, await events()]).toEqual([422, before])
  })

  test('moves, hides and removes blocks without script, and goes back to what is published or to the default', async () => {
    const [first, next] = await draft()
    await office.post(at(`/khoi/${next!.id}/vi-tri`), { direction: 'up' }, admin)
    expect((await draft())[0]!.id).toBe(next!.id)
    await office.post(at(`/khoi/${first!.id}/an`), { hidden: 'on' }, admin)
    expect((await draft())[1]!.hidden).toBe(true)
    const gone = (await draft()).find(({ kind }) => kind === 'links')!
    await office.post(at(`/khoi/${gone.id}/bo`), { was: digestOf(gone) }, admin)
    expect((await draft()).some(({ id }) => id === gone.id)).toBe(false)
    expect(await front()).toContain('Nộp hồ sơ')
    await office.post(at('/tro-lai'), { revision: await revision(), ve: 'live' }, admin)
    expect((await draft()).some(({ id }) => id === gone.id)).toBe(true)
    await office.post(at('/tro-lai'), { revision: await revision(), ve: 'default' }, admin)
    expect((await draft()).some(({ kind }) => kind === 'links')).toBe(false)
  })

  test('sees the draft through a link that nobody else can guess, framed by the office alone', async () => {
    const made = await office.post(at('/xem-thu'), {}, admin)
    const token = new URL(made.headers.get('location')!, 'http://x').searchParams.get('ma')!
    const screen = await (await office.get(at(`/xem-thu?ma=${token}`), admin)).text()
    expect(screen).toContain(`src="http://ba-dinh.test:3000/xem-thu-trang-chu/${token}"`)
    expect(await htmlFaults(screen)).toEqual([])
    const preview = await read(desk.ward, `/xem-thu-trang-chu/${token}`)
    const page = await preview.text()
    expect(page).not.toContain('Nộp hồ sơ')
    expect(preview.headers.get('cache-control')).toContain('no-store')
    expect(preview.headers.get('content-security-policy')).toContain('frame-ancestors')
    expect(preview.headers.get('content-security-policy')).toContain('http://localhost:3001')
    expect((await read(desk.city, `/xem-thu-trang-chu/${token}`)).status).toBe(404)
    expect((await read(desk.ward, '/xem-thu-trang-chu/xxxxxxxxxxxxxxxxxxxxxxxx')).status).toBe(404)
    await expect(sql`select draft from home_arrangement`.execute(database.delivery)).rejects.toThrow(
      /permission denied/,
    )
  })

  test('is told which block will not show, and why', async () => {
    const id = Math.max(...(await draft()).map((block) => block.id)) + 1
    const empty = newBlock(id, 'documents', { sectionId: desk.ward.sections['thong-bao']! })
    await inTransaction(database.owner, (tx) =>
      tx
        .updateTable('homeArrangement')
        .set({ draft: JSON.stringify([empty]) })
        .where('siteId', '=', desk.ward.id)
        .execute(),
    )
    const page = await (await office.get(at(), admin)).text()
    expect(page).toContain('chuyên mục này chưa có bài nào')
    expect(await htmlFaults(page)).toEqual([])
    for (const path of ['/them', '/them?loai=section', '/them?loai=links', `/khoi/${id}`])
      expect(await htmlFaults(await (await office.get(at(path), admin)).text()), path).toEqual([])
  })

  test('of another portal, and an editor, are refused; an auditor reads and changes nothing', async () => {
    const before = await events()
    expect((await office.get(at(), await office.cookieOf(desk.stranger))).status).toBe(404)
    expect((await office.get(at(), await office.cookieOf(desk.editor))).status).toBe(403)
    const auditor = await office.cookieOf(desk.auditor)
    expect(await (await office.get(at(), auditor)).text()).not.toContain('<form method="post" action="/cong')
    expect((await office.post(at('/dang'), { revision: await revision() }, auditor)).status).toBe(403)
    expect(await events()).toBe(before)
  })
})

test('what the database holds is an array of blocks, whoever writes it', async () => {
  for (const bad of [
    '{}',
    '[1]',
    '[{"id":1}]',
    '[{"id":"1","kind":"newest"}]',
    '[{"id":1,"kind":"a"},{"id":1,"kind":"b"}]',
  ])
    await expect(
      sql`insert into home_arrangement (site_id, draft) values (${desk.city.id}, ${bad}::jsonb)`.execute(database.db),
      bad,
    ).rejects.toThrow(/check constraint/)
})
