import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { siteOfHost } from '../delivery/site-of-host.ts'
import { toLocalInput } from '../web/dates.ts'
import { outageState } from './notice.ts'
import { noticesOfficeRoutes } from './office/routes.ts'
import { calendarOf } from '../calendar/calendar-queries.ts'
import type { Duration } from '../calendar/deadline.ts'
import { weekdaysOnly } from '../calendar/working-days.ts'
import { suspensionNotice } from './queries.ts'
import { earliestStart } from './suspension-rule.ts'

const hour = 3_600_000
const day = 24 * hour
let database: TestDatabase
let desk: Newsroom
let read: Reader
let office: TestOffice
let admin: string

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  read = reader(database.delivery)
  office = testOffice({ db: database.db, routes: noticesOfficeRoutes })
  admin = await office.cookieOf(desk.admin)
}, 60_000)
afterAll(() => database.drop())

const page = async (path = '/', site = desk.ward): Promise<string> => (await read(site, path)).text()
const at = (path: string): string => `/cong/${desk.ward.id}${path}`
const soon = (ms: number): string => toLocalInput(new Date(Date.now() + ms))
const events = async (): Promise<number> =>
  (await database.owner.selectFrom('auditHead').select('lastId').executeTakeFirstOrThrow()).lastId

describe('seven working days before (Decree 224/2026, art. 13)', () => {
  const seven: Duration = { amount: 7, unit: 'working_days' }
  test('leave out the day of the notice, Saturdays and Sundays', () => {
    const from = (text: string): string => toLocalInput(earliestStart(new Date(`${text}+07:00`), seven, weekdaysOnly))
    expect(from('2026-11-23T08:00')).toBe('2026-12-03T00:00')
    expect(from('2026-11-23T23:59')).toBe('2026-12-03T00:00')
    expect(from('2026-11-20T09:00')).toBe('2026-12-02T00:00')
    expect(from('2026-11-21T09:00')).toBe('2026-12-02T00:00')
    expect(from('2026-11-22T09:00')).toBe('2026-12-02T00:00')
  })

  test('leave out days off, and count a Saturday that is worked in exchange', async () => {
    const calendar = await calendarOf(database.db)
    const from = (text: string): string => toLocalInput(earliestStart(new Date(`${text}T08:00+07:00`), seven, calendar))
    // Tết 2026, off from Monday 16 to Friday 20 February: 12, 13, 23, 24, 25, 26, 27 are counted.
    expect(from('2026-02-11')).toBe('2026-02-28T00:00')
    // 31 December, 5 to 9 January and Saturday 10 are counted; 1 and 2 January are off.
    expect(from('2025-12-30')).toBe('2026-01-11T00:00')
  })

  test('are never fewer, whenever the notice is given', () => {
    const anyTime = fc.date({ min: new Date('2026-07-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(anyTime, (now) => {
        const start = earliestStart(now, seven, weekdaysOnly).getTime()
        let working = 0
        const noticeDay = Math.floor((now.getTime() + 7 * hour) / day)
        for (let each = noticeDay + 1; each * day - 7 * hour < start; each++)
          if (![0, 6].includes(new Date(each * day).getUTCDay())) working += 1
        expect(working).toBe(7)
      }),
    )
  })
})

describe('an administrator who has to suspend the portal', () => {
  let earliest: Date
  beforeAll(async () => {
    earliest = (await suspensionNotice(database.db, desk.ward.id, new Date())).earliest
  })
  const form = (change: Record<string, string> = {}): Record<string, string> => ({
    startsAt: toLocalInput(earliest),
    restoresAt: toLocalInput(new Date(earliest.getTime() + 6 * hour)),
    affects: 'Toàn bộ cổng',
    reason: 'Nâng cấp máy chủ',
    ...change,
  })

  test('is refused a shorter notice, with everything typed kept, unless force majeure is stated with its ground', async () => {
    const before = await events()
    const short = { startsAt: soon(2 * hour), restoresAt: soon(8 * hour) }
    const answer = await office.post(at('/gian-doan'), form(short), admin)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('id="o-startsAt-error"')
    expect(html).toContain('value="Toàn bộ cổng"')
    expect(await htmlFaults(html)).toEqual([])
    expect((await office.post(at('/gian-doan'), form({ ...short, forced: 'on' }), admin)).status).toBe(422)
    expect(await events()).toBe(before)
    const forced = form({ ...short, forced: 'on', ground: 'Bão số 9, công điện ngày hôm nay' })
    expect((await office.post(at('/gian-doan'), forced, admin)).status).toBe(303)
    expect(await events()).toBe(before + 1)
    await database.owner.deleteFrom('outage').execute()
  })

  test('announces it, and every page says so until the service is back', async () => {
    expect(await page('/so-do-cong')).not.toContain('class="alerts"')
    expect((await office.post(at('/gian-doan'), form(), admin)).status).toBe(303)
    for (const path of ['/', '/so-do-cong', '/khong-co-trang-nay', '/thong-bao-gian-doan'])
      expect(await page(path), path).toContain('Sắp tạm ngừng')
    expect(await page('/', desk.city)).not.toContain('Sắp tạm ngừng')
    expect(await page('/en/thong-bao-gian-doan')).toContain('Planned')
    const list = await page('/thong-bao-gian-doan')
    expect(list).toContain('Nâng cấp máy chủ')
    expect(await htmlFaults(list)).toEqual([])

    const { id } = await database.owner.selectFrom('outage').select('id').executeTakeFirstOrThrow()
    await sql`update outage set published_at = now() - interval '20 days', starts_at = now() - interval '2 hours',
      restores_at = now() + interval '1 hour' where id = ${id}`.execute(database.owner)
    expect(await page()).toContain('Đang tạm ngừng')
    const screen = await (await office.get(at('/gian-doan'), admin)).text()
    expect(await htmlFaults(screen)).toEqual([])
    const early = await office.post(at(`/gian-doan/${id}/khoi-phuc`), { restoredAt: soon(-5 * hour) }, admin)
    expect(early.status).toBe(422)
    expect((await office.post(at(`/gian-doan/${id}/doi-gio`), { restoresAt: soon(3 * hour) }, admin)).status).toBe(303)
    expect((await office.post(at(`/gian-doan/${id}/huy`), {}, admin)).status).toBe(422)
    const done = await office.post(at(`/gian-doan/${id}/khoi-phuc`), { restoredAt: soon(-60_000) }, admin)
    expect(done.status).toBe(303)
    expect(await page()).not.toContain('class="alerts"')
    expect(await page('/thong-bao-gian-doan')).toContain('Đã khôi phục lúc')
  })

  test('calls a planned one off', async () => {
    await office.post(at('/gian-doan'), form({ affects: 'Tra cứu' }), admin)
    const { id } = await database.owner
      .selectFrom('outage')
      .select('id')
      .where('affects', '=', 'Tra cứu')
      .executeTakeFirstOrThrow()
    expect((await office.post(at(`/gian-doan/${id}/huy`), {}, admin)).status).toBe(303)
    expect(await page()).not.toContain('Tra cứu')
    expect(await page('/thong-bao-gian-doan')).toContain('Không tạm ngừng nữa')
  })

  test('of another portal reaches none of it, and an auditor changes nothing', async () => {
    const { id } = await database.owner.selectFrom('outage').select('id').executeTakeFirstOrThrow()
    const before = await events()
    expect((await office.post(at('/gian-doan'), form(), await office.cookieOf(desk.stranger))).status).toBe(404)
    const auditor = await office.cookieOf(desk.auditor)
    expect((await office.post(at(`/gian-doan/${id}/huy`), {}, auditor)).status).toBe(403)
    expect((await office.get(at('/gian-doan'), auditor)).status).toBe(200)
    expect(await events()).toBe(before)
  })
})

describe('an alert', () => {
  const alert = (change: Record<string, string> = {}): Record<string, string> => ({
    words: 'Bão số 9: hoãn tiếp dân ngày mai.',
    tone: 'urgent',
    href: '/thong-bao-gian-doan',
    startsAt: soon(-hour),
    endsAt: soon(hour),
    ...change,
  })

  test('stands above every page from its beginning to its end, and comes down at a word', async () => {
    expect((await office.post(at('/dai-thong-bao'), alert(), admin)).status).toBe(303)
    await office.post(at('/dai-thong-bao'), alert({ words: 'Để mai', startsAt: soon(hour), endsAt: soon(day) }), admin)
    const home = await page()
    expect(home).toContain('Bão số 9: hoãn tiếp dân ngày mai.')
    // What a delivery process remembers of a portal survives on disk.
    const known = await siteOfHost(database.delivery, desk.ward.host, office.config)
    expect(JSON.parse(JSON.stringify(known!.alerts))).toEqual(known!.alerts)
    expect(known!.alerts).toHaveLength(2)
    expect(home).not.toContain('Để mai')
    expect(await htmlFaults(home)).toEqual([])
    const screen = await (await office.get(at('/dai-thong-bao'), admin)).text()
    expect(await htmlFaults(screen)).toEqual([])
    const { id } = await database.owner
      .selectFrom('siteAlert')
      .select('id')
      .where('tone', '=', 'urgent')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    expect((await office.post(at(`/dai-thong-bao/${id}/go`), {}, admin)).status).toBe(303)
    expect(await page()).not.toContain('Bão số 9')
  })

  test('leads nowhere it should not', async () => {
    for (const href of ['javascript:alert(1)', '//evil.example', 'http://a.vn']) {
      const answer = await office.post(at('/dai-thong-bao'), alert({ href }), admin)
      expect([answer.status, (await answer.text()).includes('id="o-href-error"')], href).toEqual([422, true])
    }
  })

  test('tells every process to drop the pages of its portal, in the same commit', async () => {
    const client = new (await import('pg')).default.Client({ connectionString: database.url })
    await client.connect()
    const heard: string[] = []
    client.on('notification', ({ payload }) => heard.push(payload ?? ''))
    await client.query('listen khue_purge')
    await office.post(at('/dai-thong-bao'), alert({ words: 'Đường ngập' }), admin)
    await client.query('select 1')
    expect(heard).toContain(`frame:${desk.ward.id}`)
    await client.end()
  })
})

test('a suspension is planned, going on, overdue, restored or called off', () => {
  const hourOf = (hours: number): Date => new Date(hours * hour)
  const outage = { startsAt: hourOf(10), restoresAt: hourOf(20), restoredAt: null, cancelledAt: null }
  expect([5, 10, 19, 20].map((now) => outageState(outage, hourOf(now)))).toEqual(['planned', 'now', 'now', 'overdue'])
  expect(outageState({ ...outage, restoredAt: hourOf(15) }, hourOf(16))).toBe('restored')
  expect(outageState({ ...outage, cancelledAt: hourOf(5) }, hourOf(16))).toBe('cancelled')
})
