import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { ask, startFront, type TestFront } from '../../tests/support/front.ts'
import { liveBuilder, type LiveBuilder } from '../../tests/support/live.ts'
import { network, type TestNetwork, type TestSite } from '../../tests/support/sites.ts'
import { publicRoutes } from '../public-app.ts'

let database: TestDatabase
let sites: TestNetwork
let live: LiveBuilder
let fronts: [TestFront, TestFront]
let topic: { id: number; slug: string }
let author: { id: number; slug: string }
let photo: number
let vietnamese: { entryId: number; path: string }
let english: { entryId: number; path: string }
let related: { entryId: number; path: string }
let copied: { entryId: number; path: string }
let neighbour: { entryId: number; path: string }

const run = (statement: ReturnType<typeof sql>): Promise<unknown> => statement.execute(database.owner)

beforeAll(async () => {
  database = await freshDatabase()
  sites = await network(database.db)
  live = await liveBuilder(database.db)
  fronts = [await startFront(database.delivery, publicRoutes), await startFront(database.delivery, publicRoutes)]
  const { ward, otherWard } = sites
  topic = await live.topic('Chuyển đổi số', 'Tóm tắt chuyên đề')
  author = await live.author('Trần Lan')
  photo = await live.picture(ward)
  related = await live.publish(ward, { title: 'Bài liên quan' })
  neighbour = await live.publish(ward, { title: 'Bài liền kề' })
  vietnamese = await live.publish(ward, {
    title: 'Bài tiếng Việt',
    topicIds: [topic.id],
    relatedIds: [related.entryId],
    lead: { mediaId: photo, alt: 'Ảnh', caption: '', credit: '' } as never,
    credits: [{ authorId: author.id, name: 'Trần Lan', part: 'text' }],
  })
  english = await live.publish(ward, { title: 'English words', language: 'en' })
  copied = await live.publish(otherWard, { title: 'Bài chia sẻ' })
  await live.copy(copied.entryId, ward)
}, 60_000)
afterAll(() => database.drop())

const read = (front: TestFront, target: string, host = sites.ward.host): Promise<Response> =>
  ask({ port: front.port, path: target, headers: { host } })
const textOf = async (front: TestFront, target: string, host?: string): Promise<string> => {
  const answer = await read(front, target, host)
  return `${answer.status}\n${await answer.text()}`
}
const homeBlocks = (title: string): string =>
  JSON.stringify([{ id: 1, kind: 'newest', hidden: false, width: 'full', title, count: 5, look: 'list', links: [] }])
const minutes = (count: number): Date => new Date(Date.now() + count * 60_000)

/** A fact, where it is shown, what changes it, and what the next reader must see (or must not). */
interface Fact {
  of: string
  at: () => readonly string[]
  change: () => Promise<unknown>
  seen?: string
  gone?: string
  on?: (network: TestNetwork) => TestSite
}

const facts: readonly Fact[] = [
  {
    of: 'the name of a section',
    at: () => ['/', '/chuyen-muc/tin-tuc', vietnamese.path, '/chuyen-muc/tin-tuc/rss.xml', '/so-do-cong'],
    change: () => run(sql`update section set name = 'Tin mới' where id = ${sites.ward.sections['tin-tuc']}`),
    seen: 'Tin mới',
  },
  {
    of: 'a section that is hidden',
    at: () => ['/', '/so-do-cong', vietnamese.path, '/sitemap.xml'],
    change: () => run(sql`update section set hidden = true where id = ${sites.ward.sections['thong-bao']}`),
    gone: '/chuyen-muc/thong-bao',
  },
  {
    of: 'the name of a topic',
    at: () => [`/chuyen-de/${topic.slug}`, vietnamese.path, '/so-do-cong', `/chuyen-de/${topic.slug}/rss.xml`],
    change: () => run(sql`update topic set name = 'Số hóa' where id = ${topic.id}`),
    seen: 'Số hóa',
  },
  {
    of: 'a topic that is closed',
    at: () => ['/so-do-cong'],
    change: () => run(sql`update topic set archived_at = now() where id = ${topic.id}`),
    gone: 'Số hóa',
  },
  {
    of: 'a topic that is opened again',
    at: () => ['/so-do-cong'],
    change: () => run(sql`update topic set archived_at = null where id = ${topic.id}`),
    seen: 'Số hóa',
  },
  {
    of: 'the name of an author',
    at: () => [`/tac-gia/${author.slug}`],
    change: () => run(sql`update author set name = 'Trần Thị Lan' where id = ${author.id}`),
    seen: 'Trần Thị Lan',
  },
  {
    of: 'the address of an author',
    at: () => [vietnamese.path],
    change: () => run(sql`update author set slug = 'tran-thi-lan' where id = ${author.id}`),
    seen: '/tac-gia/tran-thi-lan',
  },
  {
    of: 'the version in the other language',
    at: () => [vietnamese.path],
    change: () =>
      run(sql`insert into entry_translation (entry_id, group_id, site_id, language, linked_by)
        select e, ${vietnamese.entryId}::integer, ${sites.ward.id}::integer, l, (select id from person limit 1)
        from (values (${vietnamese.entryId}::integer, 'vi'), (${english.entryId}::integer, 'en')) x (e, l)`),
    seen: '/bai-viet/english-words-5',
  },
  {
    of: 'a version that is no longer linked',
    at: () => ['/sitemap.xml'],
    change: () => run(sql`delete from entry_translation`),
    gone: '/bai-viet/english-words-5"/>',
  },
  {
    of: 'the middle of a picture',
    at: () => [vietnamese.path, '/'],
    change: () => run(sql`update media set focal_x = 0.1, focal_y = 0.2 where id = ${photo}`),
    seen: 'fx-1 fy-2',
  },
  {
    of: 'the sizes of a picture',
    at: () => [vietnamese.path, '/'],
    change: () =>
      run(
        sql`insert into media_variant (media_id, format, width, height, bytes) values (${photo}, 'webp', 648, 405, 99)`,
      ),
    seen: '648',
  },
  {
    of: 'the arrangement of the front page',
    at: () => ['/'],
    change: () =>
      run(
        sql`insert into home_arrangement (site_id, draft, live) values (${sites.ward.id}, ${homeBlocks('Khối mới')}::jsonb, ${homeBlocks('Khối mới')}::jsonb)`,
      ),
    seen: 'Khối mới',
  },
  {
    of: 'an alert',
    at: () => ['/', vietnamese.path, '/kenh-thong-tin', '/en', '/luu-tru'],
    change: () =>
      run(sql`insert into site_alert (site_id, words, tone, starts_at, ends_at)
        values (${sites.ward.id}, 'Lũ lên nhanh', 'urgent', now(), now() + interval '1 hour')`),
    seen: 'Lũ lên nhanh',
  },
  {
    of: 'an alert that is taken down',
    at: () => ['/', vietnamese.path],
    change: () => run(sql`update site_alert set ended_at = now()`),
    gone: 'Lũ lên nhanh',
  },
  {
    of: 'an outage',
    at: () => ['/thong-bao-gian-doan', '/', vietnamese.path],
    change: () =>
      run(sql`insert into outage (site_id, starts_at, restores_at, affects, reason)
        values (${sites.ward.id}, ${minutes(60)}, ${minutes(90)}, 'Bảo trì máy chủ', 'Nâng cấp')`),
    seen: 'Bảo trì máy chủ',
  },
  {
    of: 'an outage that is called off',
    at: () => ['/', vietnamese.path],
    change: () => run(sql`update outage set cancelled_at = now()`),
    gone: 'Bảo trì máy chủ',
  },
  {
    of: 'a channel',
    at: () => ['/kenh-thong-tin'],
    change: () =>
      run(
        sql`insert into site_channel (site_id, position, kind, name) values (${sites.ward.id}, 1, 'zalo', 'Zalo phường')`,
      ),
    seen: 'Zalo phường',
  },
  {
    of: 'the accessibility statement',
    at: () => ['/tuyen-bo-tiep-can'],
    change: () =>
      run(sql`insert into accessibility_assessment (site_id, assessed_on, result, method)
        values (${sites.ward.id}, current_date - 1, 'conforms', 'Đọc màn hình')`),
    seen: 'Đọc màn hình',
  },
  {
    of: 'the mail address of the agency',
    at: () => ['/.well-known/security.txt', '/', '/quyen-rieng-tu'],
    change: () => run(sql`update site set email = 'moi@example.vn' where id = ${sites.ward.id}`),
    seen: 'moi@example.vn',
  },
  {
    of: 'the name of the portal above',
    at: () => ['/', '/so-do-cong'],
    change: () => run(sql`update site set name = 'Cổng tên mới' where id = ${sites.city.id}`),
    seen: 'Cổng tên mới',
  },
  {
    of: 'the English name of the portal above',
    at: () => ['/en/so-do-cong', '/en/kenh-thong-tin'],
    change: () =>
      run(sql`update site set name_en = 'City portal', short_name_en = 'The City' where id = ${sites.city.id}`),
    seen: 'City',
  },
  {
    of: 'the English name of a portal below',
    at: () => ['/en/so-do-cong'],
    change: () => run(sql`update site set short_name_en = 'Ba Dinh ward' where id = ${sites.ward.id}`),
    seen: 'Ba Dinh ward',
    on: ({ city }) => city,
  },
  {
    of: 'the next article of a section',
    at: () => [english.path, '/', '/chuyen-muc/tin-tuc', '/rss.xml', '/luu-tru/2026-11', '/sitemap.xml'],
    change: () => live.publish(sites.ward, { title: 'Mới hơn nữa', language: 'vi' }),
    seen: '200',
  },
  {
    of: 'a related article that is withdrawn',
    at: () => [vietnamese.path, '/', '/chuyen-muc/tin-tuc', '/feed.json'],
    change: () => live.withdraw(related.entryId, 'Sai'),
    gone: 'Bài liên quan',
  },
  {
    of: 'an article beside it that expires',
    at: () => [vietnamese.path],
    change: () => live.expire(neighbour.entryId),
    gone: 'Bài liền kề',
  },
  {
    of: 'the name of the portal a copy comes from',
    at: () => [copied.path],
    change: () => run(sql`update site set name = 'Ngọc Hà đổi tên' where id = ${sites.otherWard.id}`),
    seen: 'Ngọc Hà đổi tên',
  },
  {
    of: 'a copy whose home withdraws it',
    at: () => ['/', '/chuyen-muc/tin-tuc'],
    change: () => live.withdraw(copied.entryId, 'Sai'),
    gone: 'Bài chia sẻ',
  },
  {
    of: 'a portal below that closes',
    at: () => ['/so-do-cong'],
    change: () => run(sql`update site set closed_at = now() where id = ${sites.otherWard.id}`),
    gone: 'ngoc-ha.test',
    on: ({ city }) => city,
  },
  {
    of: 'the address of an article',
    at: () => [vietnamese.path],
    change: async () => {
      await run(sql`update address set is_current = false where entry_id = ${vietnamese.entryId}`)
      await run(
        sql`insert into address (site_id, path, entry_id, is_current) values (${sites.ward.id}, '/bai-viet/dia-chi-moi', ${vietnamese.entryId}, true)`,
      )
    },
    seen: '301',
  },
  {
    of: 'the portal a host leads to',
    at: () => ['/', '/so-do-cong'],
    change: async () => {
      await run(
        sql`insert into site_host (host, site_id, is_primary) values ('ba-dinh-moi.test', ${sites.ward.id}, false)`,
      )
      await run(sql`update site_host set is_primary = false where site_id = ${sites.ward.id}`)
      await run(sql`update site_host set is_primary = true where host = 'ba-dinh-moi.test'`)
      await run(sql`update site_host set site_id = ${sites.city.id} where host = ${sites.ward.host}`)
    },
    gone: 'tên mới phường Ba Đình',
  },
]

describe('the next reader of either process sees', () => {
  for (const { of, at, change, seen, gone, on } of facts)
    test(of, async () => {
      const { host } = on?.(sites) ?? sites.ward
      for (const front of fronts) {
        await front.upToDate()
        for (const target of at()) {
          const before = await textOf(front, target, host)
          if (seen && seen !== '200') expect(before, target).not.toContain(seen)
          if (gone?.includes('tên mới') === false) expect(before, target).toContain(gone)
          const drawn = front.drawn()
          await read(front, target, host)
          expect(front.drawn(), `${target} is kept`).toBe(drawn)
        }
      }
      await change()
      for (const front of fronts) {
        await front.upToDate()
        for (const target of at()) {
          const after = await textOf(front, target, host)
          if (seen) expect(after, target).toContain(seen)
          if (gone) expect(after, target).not.toContain(gone)
        }
      }
    })
})
