import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newsroomOf, type Newsroom } from '../../tests/support/articles.ts'
import { htmlFaults } from '../../tests/support/check-html.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { testOffice, type TestOffice } from '../../tests/support/session.ts'
import { inTransaction, type Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { isoDayOf } from '../web/dates.ts'
import { announceDayOff } from './announce-day-off.ts'
import { calendarOf, ruleFor } from './calendar-queries.ts'
import { confirmDay } from './confirm-day.ts'
import { endOverride } from './end-override.ts'
import { builtInDays } from './holidays/built-in-days.ts'
import { loadCalendar } from './load-calendar.ts'
import { calendarOfficeRoutes } from './office/routes.ts'
import { overrideRule } from './override-rule.ts'
import { swapDay } from './swap-day.ts'
import { withdrawDay } from './withdraw-day.ts'
import { laxerThanLaw } from './why-not-override.ts'
import { ruleOn } from './rules.ts'
import { isWorkingDay, shiftDay } from './working-days.ts'

let database: TestDatabase
let desk: Newsroom
let office: TestOffice
let keeper: string

beforeAll(async () => {
  database = await freshDatabase()
  desk = await newsroomOf(database.db)
  office = testOffice({ db: database.db, routes: calendarOfficeRoutes })
  keeper = await office.cookieOf(desk.networkAdmin)
}, 60_000)
afterAll(() => database.drop())

const act = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => inTransaction(database.db, work)
const works = async (day: string): Promise<boolean> => isWorkingDay(day, await calendarOf(database.db))
const version = async (): Promise<number> => (await calendarOf(database.db)).version
const lastEvent = () =>
  database.owner.selectFrom('auditEvent').select(['id', 'action', 'summary']).orderBy('id', 'desc').executeTakeFirst()
const recomputes = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pgboss.job where name = 'recompute-clocks'`.execute(database.owner)
  return rows[0]!.n
}
const ground = { source: 'Thông báo số 1/TB thử nghiệm', announcedOn: '' }
const today = isoDayOf(new Date())
const override = {
  ruleId: 'question.answer',
  amount: 10,
  unit: 'working_days',
  reason: 'Rút ngắn thời hạn',
  document: 'Quyết định 12/QĐ-UBND',
  decidedBy: 'Chủ tịch UBND phường',
  fromDay: today,
} as const

describe('a database that was just prepared', () => {
  test('knows the days of this software; what nobody verified is there and does not count', async () => {
    const rows = await database.delivery.selectFrom('calendarDay').select(['day', 'counts', 'verified']).execute()
    expect(rows.length).toBe(builtInDays().length)
    expect(rows.filter(({ counts }) => !counts).every(({ verified }) => verified === 'unverified')).toBe(true)
    expect([await works('2026-11-23'), await works('2026-11-28')]).toEqual([true, false])
    expect(await works('2026-11-24')).toBe(false)
    expect(await works('2026-02-17')).toBe(false)
    expect(await works('2026-01-10')).toBe(true)
  })

  test('keeps what it has when it is prepared again, and takes back what an earlier version told otherwise', async () => {
    const before = await version()
    expect(await loadCalendar(database.url)).toBe(0)
    expect(await version()).toBe(before)
    await database.owner.transaction().execute(async (tx) => {
      await tx.insertInto('calendarVersion').values({ id: 0, by: 'Thử', reason: 'Thử' }).execute()
      await tx.updateTable('calendarDay').set({ source: 'Cũ' }).where('day', '=', '2026-01-01').execute()
      await tx.deleteFrom('calendarDay').where('day', '=', '2026-04-30').execute()
    })
    expect(await loadCalendar(database.url)).toBe(2)
    expect(await works('2026-04-30')).toBe(false)
  })

  test('refuses a change of days or overrides without a new version in the same commit', async () => {
    await act(async (tx) => {
      await tx.insertInto('calendarVersion').values({ id: 0, by: 'Thử', reason: 'Chưa đổi gì' }).execute()
    })
    const change = database.owner.updateTable('calendarDay').set({ counts: true }).where('day', '=', '2026-01-01')
    await expect(change.execute()).rejects.toThrow(/new calendar version/)
    const direct = database.owner.insertInto('ruleOverride').values({ ...override, siteId: null })
    await expect(direct.execute()).rejects.toThrow(/new calendar version/)
    const rewrite = database.db.updateTable('calendarVersion').set({ reason: 'x' })
    await expect(rewrite.execute()).rejects.toThrow(/permission denied/)
  })
})

describe('the network administrator', () => {
  test('announces a day off: it counts at once, is on record, and clocks are worked out anew', async () => {
    const [before, jobs] = [await version(), await recomputes()]
    const typed = { day: '2026-12-14', name: 'Nghỉ do bão', nameEn: 'Storm', ...ground }
    await act((tx) => announceDayOff(tx, desk.networkAdmin, typed))
    expect(await works('2026-12-14')).toBe(false)
    expect(await version()).toBeGreaterThan(before)
    expect(await recomputes()).toBe(jobs + 1)
    expect(await lastEvent()).toMatchObject({ action: 'calendar-day.announced' })
    const again = act((tx) => announceDayOff(tx, desk.networkAdmin, typed))
    await expect(again).rejects.toMatchObject({ codes: ['day:there'] })
    await loadCalendar(database.url)
    expect(await works('2026-12-14')).toBe(false)
  })

  test('exchanges a day, and withdraws both halves with one act', async () => {
    const pair = { off: '2027-04-15', work: '2027-04-10' }
    await act((tx) => swapDay(tx, desk.networkAdmin, { ...pair, ...ground }))
    expect([await works(pair.off), await works(pair.work)]).toEqual([false, true])
    await act((tx) => withdrawDay(tx, desk.networkAdmin, { day: pair.work, reason: 'Thủ tướng không đồng ý' }))
    expect([await works(pair.off), await works(pair.work)]).toEqual([true, false])
    await act((tx) => swapDay(tx, desk.networkAdmin, { ...pair, ...ground }))
    expect(await works(pair.work)).toBe(true)
    const wrong = act((tx) => swapDay(tx, desk.networkAdmin, { off: '2027-04-17', work: '2027-04-14', ...ground }))
    await expect(wrong).rejects.toMatchObject({ codes: ['off:weekend', 'work:weekday'] })
    const holiday = act((tx) => swapDay(tx, desk.networkAdmin, { off: '2027-02-15', work: '2027-02-06', ...ground }))
    await expect(holiday).rejects.toMatchObject({ codes: ['work:off'] })
  })

  test('confirms what waits by a document, both halves of an exchange at once; it stays so', async () => {
    const empty = act((tx) => confirmDay(tx, desk.networkAdmin, { day: '2018-12-31', source: '', announcedOn: '' }))
    await expect(empty).rejects.toMatchObject({ codes: ['source:missing'] })
    expect([await works('2018-12-31'), await works('2019-01-05')]).toEqual([true, false])
    await act((tx) => confirmDay(tx, desk.networkAdmin, { day: '2018-12-31', ...ground }))
    expect([await works('2018-12-31'), await works('2019-01-05')]).toEqual([false, true])
    await loadCalendar(database.url)
    expect(await works('2018-12-31')).toBe(false)
    const again = act((tx) => confirmDay(tx, desk.networkAdmin, { day: '2018-12-31', ...ground }))
    await expect(again).rejects.toMatchObject({ codes: ['form:decided'] })
  })

  test('withdraws a day, which stays withdrawn when the software is started again', async () => {
    await act((tx) => withdrawDay(tx, desk.networkAdmin, { day: '2027-09-02', reason: 'Thử' }))
    await loadCalendar(database.url)
    expect(await works('2027-09-02')).toBe(true)
  })

  test('sets another time for all portals, and a portal its own before it', async () => {
    const { ward, otherWard, admin, networkAdmin } = desk
    const rule = (siteId: number | null, day = today) => ruleFor(database.db, 'question.answer', siteId, day)
    const before = await version()
    const { overrideId } = await act((tx) => overrideRule(tx, networkAdmin, { siteId: null, ...override }))
    await act((tx) => overrideRule(tx, admin, { siteId: ward.id, ...override, amount: 7 }))
    expect(await version()).toBe(before + 2)
    expect((await rule(ward.id)).duration.amount).toBe(7)
    expect((await rule(otherWard.id)).duration.amount).toBe(10)
    expect((await rule(null)).override).toMatchObject({ document: override.document })
    // What began before keeps its time.
    expect((await rule(ward.id, shiftDay(today, -1))).duration.amount).toBe(15)
    expect((await ruleFor(database.delivery, 'question.answer', ward.id, today)).duration.amount).toBe(7)
    const twice = act((tx) => overrideRule(tx, networkAdmin, { siteId: null, ...override }))
    await expect(twice).rejects.toMatchObject({ codes: ['fromDay:there'] })
    const past = act((tx) => overrideRule(tx, networkAdmin, { siteId: null, ...override, fromDay: '2026-01-01' }))
    await expect(past).rejects.toMatchObject({ codes: ['fromDay:past'] })
    const own = act((tx) => endOverride(tx, admin, { siteId: ward.id, overrideId }))
    await expect(own).rejects.toThrow()
    await act((tx) => endOverride(tx, networkAdmin, { siteId: null, overrideId }))
    expect((await rule(otherWard.id)).override).toBeUndefined()
    expect(await lastEvent()).toMatchObject({ action: 'rule-override.ended' })
  })
})

test('nobody else changes the calendar, nor the rules of another portal', async () => {
  const { writer, editor, chief, admin, stranger, auditor, ward, otherWard, city } = desk
  const before = await lastEvent()
  const acts: ((by: Actor) => (tx: Transaction) => Promise<unknown>)[] = [
    (by) => (tx) => announceDayOff(tx, by, { day: '2026-12-15', name: 'Nghỉ', nameEn: '', ...ground }),
    (by) => (tx) => swapDay(tx, by, { off: '2027-05-04', work: '2027-05-08', ...ground }),
    (by) => (tx) => confirmDay(tx, by, { day: '2026-11-24', ...ground }),
    (by) => (tx) => withdrawDay(tx, by, { day: '2026-12-14', reason: 'Thử' }),
    (by) => (tx) => overrideRule(tx, by, { siteId: null, ...override }),
    (by) => (tx) => overrideRule(tx, by, { siteId: otherWard.id, ...override }),
    (by) => (tx) => overrideRule(tx, by, { siteId: city.id, ...override }),
    (by) => (tx) => endOverride(tx, by, { siteId: null, overrideId: 1 }),
  ]
  for (const by of [writer, editor, chief, admin, stranger, auditor])
    for (const one of acts) await expect(act(one(by))).rejects.toThrow(Forbidden)
  const others = act((tx) => overrideRule(tx, editor, { siteId: ward.id, ...override }))
  await expect(others).rejects.toThrow(Forbidden)
  expect(await lastEvent()).toEqual(before)
})

test('two who change the calendar at once both do, one after the other, and nobody misses either', async () => {
  const before = await version()
  const announce = (day: string): Promise<void> =>
    act((tx) => announceDayOff(tx, desk.networkAdmin, { day, name: 'Nghỉ', nameEn: '', ...ground }))
  await Promise.all(['2027-06-01', '2027-06-02', '2027-06-03'].map(announce))
  expect(await version()).toBe(before + 3)
  expect(await Promise.all(['2027-06-01', '2027-06-02', '2027-06-03'].map(works))).toEqual([false, false, false])
})

test('the door lets in whom the tables of routes name, and nobody else', async () => {
  const { writer, admin, stranger, auditor, networkAdmin, ward } = desk
  const status = async (route: (typeof calendarOfficeRoutes)[number], who: Actor): Promise<number> => {
    const path = route.path.replace(':site', String(ward.id))
    const cookie = await office.cookieOf(who)
    return (await (route.method === 'GET' ? office.get(path, cookie) : office.post(path, {}, cookie))).status
  }
  for (const route of calendarOfficeRoutes) {
    const ofSite = route.path.startsWith('/cong/')
    const name = `${route.method} ${route.path}`
    expect(await status(route, networkAdmin), name).not.toBe(403)
    expect(await status(route, writer), name).toBe(route.method === 'GET' && !ofSite ? 200 : 403)
    expect(await status(route, auditor), name).toBe(route.method === 'GET' ? 200 : 403)
    if (ofSite) {
      expect(await status(route, admin), name).not.toBe(403)
      expect(await status(route, stranger), name).toBe(404)
    } else if (route.method === 'POST') expect(await status(route, admin), name).toBe(403)
    const nobody = route.method === 'GET' ? await office.get(route.path) : await office.post(route.path, {})
    expect(nobody.status, name).not.toBe(200)
  }
})

test('an override laxer than the law in force is known as such, in either direction', () => {
  const complaint = ruleOn('complaint.first', today).rule
  const outage = ruleOn('outage.notice', today).rule
  const question = ruleOn('question.answer', today).rule
  expect(laxerThanLaw(complaint, { amount: 45, unit: 'days' })).toBe(true)
  expect(laxerThanLaw(complaint, { amount: 20, unit: 'days' })).toBe(false)
  expect(laxerThanLaw(outage, { amount: 5, unit: 'working_days' })).toBe(true)
  expect(laxerThanLaw(outage, { amount: 10, unit: 'working_days' })).toBe(false)
  expect(laxerThanLaw(question, { amount: 30, unit: 'working_days' })).toBe(false)
})

describe('the screens', () => {
  test('show whoever is signed in the year, what is off and why, without a fault', async () => {
    for (const person of [desk.writer, desk.admin, desk.auditor, desk.networkAdmin]) {
      const cookie = await office.cookieOf(person)
      for (const path of ['/lich-lam-viec?nam=2026', '/lich-lam-viec?nam=2031', '/lich-lam-viec?nam=xyz', '/quy-tac']) {
        const answer = await office.get(path, cookie)
        const html = await answer.text()
        expect(answer.status, path).toBe(200)
        expect(await htmlFaults(html), path).toEqual([])
        if (person !== desk.networkAdmin) expect(html).not.toContain('method="post" action="/lich')
      }
    }
    const html = await (await office.get('/lich-lam-viec?nam=2026', keeper)).text()
    expect(html).toContain('chưa được coi là ngày nghỉ hay ngày làm bù')
    expect(html).toContain('Ngày Văn hóa Việt Nam')
    expect(html).toContain('Tết Nguyên đán (mùng 1)')
    expect(await (await office.get('/lich-lam-viec?nam=2031', keeper)).text()).toContain('Chưa ghi ngày nghỉ nào')
  })

  test('keep what was typed when a form is refused, and say where', async () => {
    const typed = { day: '2026-12-14', name: 'Nghỉ thêm', nameEn: '', source: '', announcedOn: '' }
    const answer = await office.post('/lich-lam-viec/ngay-nghi', typed, keeper)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('id="o-day-error"')
    expect(html).toContain('id="o-source-error"')
    expect(html).toContain('value="Nghỉ thêm"')
    expect(await htmlFaults(html)).toEqual([])
    const inLine = await office.post('/lich-lam-viec/xac-nhan', { day: '2026-11-23', source: '' }, keeper)
    const line = await inLine.text()
    expect(inLine.status).toBe(422)
    expect(line).toContain('id="o-source-2026-11-23-error"')
    expect(await htmlFaults(line)).toEqual([])
    const decided = await office.post('/lich-lam-viec/xac-nhan', { day: '2026-11-24', ...ground }, keeper)
    expect(await decided.text()).toContain('Ngày này không còn chờ xác nhận.')
    const unknown = await office.post('/lich-lam-viec/rut', { day: '2026-03-03', reason: 'x' }, keeper)
    expect(unknown.status).toBe(404)
    const rules = await office.post('/quy-tac', { ...override, amount: '0', reason: '' }, keeper)
    const refused = await rules.text()
    expect(rules.status).toBe(422)
    expect(refused).toContain('id="o-amount-error"')
    expect(await htmlFaults(refused)).toEqual([])
  })

  test('let the administrator confirm, announce, exchange, override and end', async () => {
    const send = async (path: string, body: Record<string, string>, cookie = keeper): Promise<number> =>
      (await office.post(path, body, cookie)).status
    expect(await send('/lich-lam-viec/xac-nhan', { day: '2026-11-23', ...ground })).toBe(303)
    expect([await works('2026-11-23'), await works('2026-11-28')]).toEqual([false, true])
    expect(await send('/lich-lam-viec/ngay-nghi', { day: '2027-12-31', name: 'Nghỉ', nameEn: '', ...ground })).toBe(303)
    expect(await send('/lich-lam-viec/hoan-doi', { off: '2027-09-03', work: '2027-09-11', ...ground })).toBe(303)
    expect(await send('/lich-lam-viec/rut', { day: '2027-12-31', reason: 'Nhầm' })).toBe(303)
    const wanted = { ...override, ruleId: 'complaint.first', amount: '45', unit: 'days' }
    const admin = await office.cookieOf(desk.admin)
    const own = `/cong/${desk.ward.id}/quy-tac`
    expect(await send(own, wanted, admin)).toBe(303)
    expect(await send('/quy-tac', wanted, admin)).toBe(403)
    const html = await (await office.get(own, admin)).text()
    expect(html).toContain('Nới hơn quy định')
    expect(await htmlFaults(html)).toEqual([])
    const { id } = await database.owner
      .selectFrom('ruleOverride')
      .select('id')
      .where('ruleId', '=', 'complaint.first')
      .executeTakeFirstOrThrow()
    expect(await send(`${own}/ket-thuc`, { override: String(id) }, admin)).toBe(303)
    expect(await send(`${own}/ket-thuc`, { override: String(id) }, admin)).toBe(404)
    expect(await (await office.get(own, admin)).text()).not.toContain('Nới hơn quy định')
  })
})
