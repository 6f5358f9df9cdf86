import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import { reader, type Reader } from '../../tests/support/reader.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { officeRoutes } from '../app.ts'
import type { Actor } from '../people/actor.ts'
import { toLocalInput } from '../web/dates.ts'

let database: TestDatabase
let newsroom: Newsroom
let read: Reader
let office: TestOffice
let keeper: Actor
let at: string

beforeAll(async () => {
  database = await freshDatabase()
  newsroom = await newsroomOf(database.db)
  read = reader(database.delivery)
  office = testOffice({ db: database.db, routes: officeRoutes })
  keeper = await person(database.db, 'Cán bộ tiếp nhận', [{ siteId: newsroom.ward.id, role: 'case_coordinator' }])
  at = `/cong/${newsroom.ward.id}/tiep-cong-dan`
})
afterAll(() => database.drop())

const day = 86_400_000
const inDays = (days: number, hour = 8): Date =>
  new Date(Math.floor(Date.now() / day) * day + days * day + (hour - 7) * 3_600_000)
const session = (days: number, part: Record<string, string> = {}): Record<string, string> => ({
  startsAt: toLocalInput(inDays(days)),
  endsAt: toLocalInput(inDays(days, 11)),
  host: 'Chủ tịch UBND phường',
  place: 'Phòng tiếp công dân, trụ sở UBND phường',
  content: 'Tiếp công dân định kỳ về đất đai, xây dựng.',
  weeks: '1',
  ...part,
})
const send = async (fields: Record<string, string>, path = at, who = keeper): Promise<Response> =>
  office.post(path, fields, await office.cookieOf(who))
const sessions = () => database.owner.selectFrom('receptionSession').selectAll().orderBy('id').execute()
const page = async (path = '/lich-tiep-cong-dan'): Promise<string> => (await read(newsroom.ward, path)).text()

describe('the reception calendar', () => {
  test('announced in time it is public at once, week after week', async () => {
    expect((await send(session(30, { weeks: '3' }))).status).toBe(303)
    expect(await sessions()).toHaveLength(3)
    const [first, second] = await sessions()
    expect(second!.startsAt.getTime() - first!.startsAt.getTime()).toBe(7 * day)
    expect(first!.lateReason).toBeNull()
    const html = await page()
    expect(html).toContain('Chủ tịch UBND phường')
    expect(html).toContain('5 ngày làm việc')
    expect(await htmlFaults(html)).toEqual([])
    const english = await (await read(newsroom.ward, '/en/lich-tiep-cong-dan')).text()
    expect(english).toContain('Citizen reception')
    expect(await htmlFaults(english)).toEqual([])
  })

  test('announced late it needs a reason, which readers see', async () => {
    const late = session(1)
    const refused = await send(late)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('công bố muộn hơn luật định')
    expect(html).toContain('Phòng tiếp công dân, trụ sở UBND phường')
    expect(await htmlFaults(html)).toEqual([])
    expect((await send({ ...late, lateReason: 'Tiếp đột xuất theo yêu cầu của người dân' })).status).toBe(303)
    expect(await page()).toContain('Công bố muộn hơn luật định vì: Tiếp đột xuất theo yêu cầu của người dân')
  })

  test('a change and a calling off stay readable with their reasons, also in the calendar of a phone', async () => {
    const [first, second] = await sessions()
    expect((await send({ ...session(31), note: 'Trùng lịch họp' }, `${at}/${first!.id}`)).status).toBe(303)
    expect((await send({ reason: 'Lãnh đạo đi công tác' }, `${at}/${second!.id}/huy`)).status).toBe(303)
    const html = await page()
    expect(html).toContain('Trùng lịch họp')
    expect(html).toContain('Lãnh đạo đi công tác')
    const feed = await read(newsroom.ward, '/lich-tiep-cong-dan.ics')
    expect(feed.headers.get('content-type')).toContain('text/calendar')
    const text = (await feed.text()).replaceAll('\r\n ', '')
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(4)
    expect(text).toContain('STATUS:CANCELLED')
    expect(text).toContain('SEQUENCE:1')
    expect(text).toContain('Tiếp công dân định kỳ về đất đai\\, xây dựng.')
    expect((await send({ reason: 'Lần nữa' }, `${at}/${second!.id}/huy`)).status).toBe(422)
    expect((await send({ reason: '' }, `${at}/${first!.id}/huy`)).status).toBe(422)
  })

  test('the regular place and hours stand above', async () => {
    const fields = {
      place: 'Số 2 phố Trúc Bạch (minh họa)',
      hours: 'Sáng thứ Năm hằng tuần, 8 giờ – 11 giờ 30',
      phone: '',
      note: '',
    }
    expect((await send(fields, `${at}/noi-tiep`)).status).toBe(303)
    expect(await page()).toContain('Sáng thứ Năm hằng tuần')
    expect((await send({ ...fields, place: '' }, `${at}/noi-tiep`)).status).toBe(422)
  })

  test('every act is one event of the log; a stranger and an editor do nothing', async () => {
    const actions = (
      await database.owner
        .selectFrom('auditEvent')
        .select('action')
        .where('action', 'like', 'reception.%')
        .orderBy('id')
        .execute()
    ).map(({ action }) => action)
    expect(actions).toEqual([
      'reception.announced',
      'reception.announced',
      'reception.changed',
      'reception.cancelled',
      'reception.place-set',
    ])
    expect((await send(session(40), at, newsroom.stranger)).status).toBe(404)
    expect((await send(session(40), at, newsroom.editor)).status).toBe(403)
    const screen = await (await office.get(at, await office.cookieOf(keeper))).text()
    expect(await htmlFaults(screen)).toEqual([])
  })
})
