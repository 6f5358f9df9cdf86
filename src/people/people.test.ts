import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../database/connect.ts'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import { cookiesAfter, givePassword, testOffice, type TestOffice } from '../../tests/support/session.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import type { Actor } from './actor.ts'
import { createPersonFromShell } from './create-person.ts'
import { endMembership } from './end-membership.ts'
import { disablePerson } from './disable-person.ts'
import { peopleOfficeRoutes } from './office/routes.ts'
import { todayInVietnam } from './person-facts.ts'

const password = 'mùa sen nở trên hồ Tây'
let made = 0
let data: TestDatabase
let net: TestNetwork
let at: TestOffice
let network1: Actor
let wardAdmin: Actor
let auditor: Actor
let asNetwork: string
let asWard: string
let asAuditor: string

beforeAll(async () => {
  data = await freshDatabase()
  net = await network(data.db)
  at = testOffice({ db: data.db, routes: peopleOfficeRoutes })
  network1 = await person(data.db, 'Quản trị mạng', [{ siteId: null, role: 'network_admin' }])
  await person(data.db, 'Quản trị mạng hai', [{ siteId: null, role: 'network_admin' }])
  wardAdmin = await person(data.db, 'Quản trị phường', [{ siteId: net.ward.id, role: 'site_admin' }])
  auditor = await person(data.db, 'Kiểm tra', [{ siteId: null, role: 'auditor' }])
})
beforeEach(async () => {
  ;[asNetwork, asWard, asAuditor] = (await Promise.all(
    [network1, wardAdmin, auditor].map((who) => at.cookieOf(who)),
  )) as [string, string, string]
})
afterAll(() => data.drop())

const form = (more: Record<string, string> = {}) => ({
  name: 'Nguyễn Thị Mới',
  email: `moi-${++made}@khue.example`,
  role: 'editor',
  site: String(net.ward.id),
  validFrom: '',
  validTo: '',
  ...more,
})
const membershipsOf = (id: string) =>
  data.db.selectFrom('membership').selectAll().where('personId', '=', id).orderBy('id').execute()
const events = async () =>
  (
    await data.db
      .selectFrom('auditEvent')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n
const idOf = async (email: string) =>
  (await data.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst())?.id ?? ''

describe('a ward’s only administrator', () => {
  test('brings in an editor, who sets a password by the mailed link and signs in', async () => {
    const given = form({ email: 'Moi.Nguoi@Khue.example' })
    const before = await events()
    const answer = await at.post('/nguoi-dung/moi', given, asWard)
    const id = await idOf('moi.nguoi@khue.example')
    expect(answer.headers.get('location')).toBe(`/nguoi-dung/${id}?xong=tao`)
    expect(await events()).toBe(before + 1)
    const { body, siteId } = await data.db
      .selectFrom('outboxMail')
      .select(['body', 'siteId'])
      .where('recipient', '=', 'moi.nguoi@khue.example')
      .executeTakeFirstOrThrow()
    expect(siteId).toBe(net.ward.id)
    expect(body).toContain('phường Ba Đình')
    const link = /3001(\/dat-lai-mat-khau\/\S+)/.exec(body)?.[1] ?? ''
    expect(await (await at.get(`/nguoi-dung/${id}`, asWard)).text()).toContain('Đã mời, chưa đặt mật khẩu')
    await at.post(link, { password, again: password })
    expect((await at.post('/dang-nhap', { email: 'moi.nguoi@khue.example', password })).status).toBe(303)
  })

  test('is met by a list of what is missing; from a portal’s screen that portal is chosen already', async () => {
    const refused = await at.post('/nguoi-dung/moi', form({ name: '', role: '' }), asWard)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/role="alert"[^>]*data-focus.*href="#o-name".*href="#o-role"/s)
    const page = await (await at.get(`/nguoi-dung/moi?cong=${net.ward.id}`, asWard)).text()
    expect(page).toMatch(new RegExp(`<option value="${net.ward.id}" selected`))
  })

  test('cannot give roles on another ward or of the network, or change their own', async () => {
    const before = await events()
    expect((await at.post('/nguoi-dung/moi', form({ site: String(net.otherWard.id) }), asWard)).status).toBe(403)
    expect((await at.post('/nguoi-dung/moi', form({ role: 'network_admin', site: 'network' }), asWard)).status).toBe(
      403,
    )
    expect((await at.post('/nguoi-dung/moi', form({ role: 'auditor', site: 'network' }), asWard)).status).toBe(403)
    expect((await at.post(`/nguoi-dung/${wardAdmin.id}/vai-tro`, form({ role: 'chief_editor' }), asWard)).status).toBe(
      403,
    )
    const [own] = await membershipsOf(wardAdmin.id)
    expect((await at.post(`/nguoi-dung/${wardAdmin.id}/vai-tro/${own?.id}/ket-thuc`, {}, asWard)).status).toBe(403)
    expect((await at.post(`/nguoi-dung/${wardAdmin.id}/ngung-hoat-dong`, {}, asWard)).status).toBe(403)
    expect(await events()).toBe(before)
  })

  test('does not see people of other wards, but may add one by the exact address', async () => {
    const other = await person(data.db, 'Người Ngọc Hà', [{ siteId: net.otherWard.id, role: 'editor' }])
    expect((await at.get(`/nguoi-dung/${other.id}`, asWard)).status).toBe(404)
    expect(await (await at.get('/nguoi-dung?q=ngoc+ha', asWard)).text()).not.toContain('Người Ngọc Hà')
    for (const act of ['mo-khoa', 'ngung-hoat-dong', 'dat-lai-hai-buoc', 'thu-moi'])
      expect((await at.post(`/nguoi-dung/${other.id}/${act}`, {}, asWard)).status).toBe(404)
    const added = await at.post('/nguoi-dung/moi', form({ email: other.email, name: 'Tên khác' }), asWard)
    expect(added.headers.get('location')).toBe(`/nguoi-dung/${other.id}?xong=them`)
    const page = await (await at.get(`/nguoi-dung/${other.id}`, asWard)).text()
    expect(page).toContain('Người Ngọc Hà')
    expect(page).not.toContain('Cổng thông tin điện tử phường Ngọc Hà')
    expect(page).toContain('còn làm việc ở cổng khác')
    expect((await at.post(`/nguoi-dung/${other.id}/ngung-hoat-dong`, {}, asWard)).status).toBe(403)
    expect((await at.post(`/nguoi-dung/${other.id}/dat-lai-hai-buoc`, {}, asWard)).status).toBe(403)
    const [elsewhere] = await membershipsOf(other.id)
    expect((await at.post(`/nguoi-dung/${other.id}/vai-tro/${elsewhere?.id}/ket-thuc`, {}, asWard)).status).toBe(404)
    expect((await at.post('/nguoi-dung/moi', form({ email: other.email }), asWard)).status).toBe(422)
  })

  test('ends a role at once: the editor is without it at the next click', async () => {
    const an = await person(data.db, 'An', [{ siteId: net.ward.id, role: 'site_admin' }])
    const cookie = await at.cookieOf(an)
    expect((await at.get('/nguoi-dung', cookie)).status).toBe(200)
    const [role] = await membershipsOf(an.id)
    expect((await at.post(`/nguoi-dung/${an.id}/vai-tro/${role?.id}/ket-thuc`, { lastDay: '' }, asWard)).status).toBe(
      303,
    )
    expect((await at.get('/nguoi-dung', cookie)).status).toBe(403)
    expect((await at.post(`/nguoi-dung/${an.id}/vai-tro/${role?.id}/ket-thuc`, {}, asWard)).status).toBe(422)
  })

  test('ends a role that began today, and one with a last day to come', async () => {
    const an = await person(data.db, 'An', [{ siteId: net.ward.id, role: 'editor' }])
    await at.post(
      `/nguoi-dung/${an.id}/vai-tro`,
      { role: 'chief_editor', site: String(net.ward.id), validFrom: '', validTo: '' },
      asWard,
    )
    const [first, second] = await membershipsOf(an.id)
    await at.post(`/nguoi-dung/${an.id}/vai-tro/${second?.id}/ket-thuc`, {}, asWard)
    const lastDay = new Date(Date.parse(todayInVietnam()) + 10 * 86_400_000).toISOString().slice(0, 10)
    expect(
      (await at.post(`/nguoi-dung/${an.id}/vai-tro/${first?.id}/ket-thuc`, { lastDay: '2020-02-30' }, asWard)).status,
    ).toBe(422)
    expect(
      (await at.post(`/nguoi-dung/${an.id}/vai-tro/${first?.id}/ket-thuc`, { lastDay: '2024-02-03' }, asWard)).status,
    ).toBe(422)
    await at.post(`/nguoi-dung/${an.id}/vai-tro/${first?.id}/ket-thuc`, { lastDay }, asWard)
    expect((await membershipsOf(an.id)).map((m) => [m.role, m.validTo])).toEqual([['editor', lastDay]])
  })

  test('disables someone, who is out at once, unlocks, enables and resets', async () => {
    const an = await person(data.db, 'An', [{ siteId: net.ward.id, role: 'editor' }])
    await givePassword(data.db, an, password)
    const cookie = cookiesAfter(await at.post('/dang-nhap', { email: an.email, password }))
    expect((await at.get('/tai-khoan', cookie)).status).toBe(200)
    await at.post(`/nguoi-dung/${an.id}/ngung-hoat-dong`, {}, asWard)
    expect((await at.get('/tai-khoan', cookie)).status).toBe(303)
    expect(await data.db.selectFrom('personSession').select('id').where('personId', '=', an.id).execute()).toEqual([])
    await at.post(`/nguoi-dung/${an.id}/hoat-dong-lai`, {}, asWard)
    for (let i = 0; i < 5; i++) await at.post('/dang-nhap', { email: an.email, password: 'sai' })
    expect(await (await at.get(`/nguoi-dung/${an.id}`, asWard)).text()).toContain('Tạm khóa')
    await at.post(`/nguoi-dung/${an.id}/mo-khoa`, {}, asWard)
    expect((await at.post('/dang-nhap', { email: an.email, password })).status).toBe(303)
    await at.cookieOf(an)
    await at.post(`/nguoi-dung/${an.id}/dat-lai-hai-buoc`, {}, asWard)
    expect(
      (await data.db.selectFrom('person').select('twoFactorEnabled').where('id', '=', an.id).executeTakeFirstOrThrow())
        .twoFactorEnabled,
    ).toBe(false)
    const actions = (
      await data.db
        .selectFrom('auditEvent')
        .select('action')
        .where('subjectId', '=', an.id)
        .where('actorId', '=', wardAdmin.id)
        .orderBy('id')
        .execute()
    ).map((row) => row.action)
    expect(actions).toEqual(['person.disabled', 'person.enabled', 'person.unlocked', 'person.second-factor-removed'])
  })
})

describe('the network', () => {
  test('an auditor reads everything and changes nothing', async () => {
    expect((await at.get('/nguoi-dung', asAuditor)).status).toBe(200)
    expect((await at.get(`/nguoi-dung/${wardAdmin.id}`, asAuditor)).status).toBe(200)
    expect((await at.get('/nguoi-dung/moi', asAuditor)).status).toBe(403)
    expect((await at.post('/nguoi-dung/moi', form(), asAuditor)).status).toBe(403)
    expect((await at.post(`/nguoi-dung/${wardAdmin.id}/ngung-hoat-dong`, {}, asAuditor)).status).toBe(403)
  })

  test('nobody becomes the last administrator gone, even when two remove each other at once', async () => {
    const own = await freshDatabase()
    try {
      const [a, b] = [
        await person(own.db, 'A', [{ siteId: null, role: 'network_admin' }]),
        await person(own.db, 'B', [{ siteId: null, role: 'network_admin' }]),
      ]
      const roleOf = async (who: Actor) =>
        (await own.db.selectFrom('membership').select('id').where('personId', '=', who.id).executeTakeFirstOrThrow()).id
      const [ofA, ofB] = [await roleOf(a), await roleOf(b)]
      const ends = await Promise.allSettled([
        inTransaction(own.db, (tx) => endMembership(tx, a, { membershipId: ofB })),
        inTransaction(own.db, (tx) => disablePerson(tx, b, { personId: a.id })),
        inTransaction(own.db, (tx) => endMembership(tx, b, { membershipId: ofA })),
      ])
      expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1)
    } finally {
      await own.drop()
    }
  })

  test('gives roles with dates, of the network too; the form says what does not fit', async () => {
    const wrong = await at.post('/nguoi-dung/moi', form({ role: 'editor', site: 'network' }), asNetwork)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Hãy chọn cổng cho vai trò này')
    expect(
      (await at.post('/nguoi-dung/moi', form({ validFrom: '2026-12-01', validTo: '2026-11-01' }), asNetwork)).status,
    ).toBe(422)
    const given = form({ role: 'auditor', site: 'network', validFrom: '2099-01-01', validTo: '2099-12-31' })
    expect((await at.post('/nguoi-dung/moi', given, asNetwork)).status).toBe(303)
    const id = await idOf(given.email)
    expect((await membershipsOf(id))[0]).toMatchObject({
      siteId: null,
      role: 'auditor',
      validFrom: '2099-01-01',
      validTo: '2099-12-31',
    })
    expect((await at.get('/nguoi-dung', await at.cookieOf({ id }))).status).toBe(403)
  })
})

test('the list is searched without diacritics, filtered, in Vietnamese order, and walked page by page', async () => {
  const own = await freshDatabase()
  try {
    const net = await network(own.db)
    const here = testOffice({ db: own.db, routes: peopleOfficeRoutes })
    const admin = await person(own.db, 'Quản trị', [{ siteId: net.ward.id, role: 'site_admin' }])
    const cookie = await here.cookieOf(admin)
    for (const name of ['Đỗ Ân', 'Dương Ánh', 'Ẩn Đông', 'Ất', 'Ân'])
      await person(own.db, name, [{ siteId: net.ward.id, role: 'editor' }])
    for (let i = 10; i < 45; i++) await person(own.db, `Vũ ${i}`, [{ siteId: net.ward.id, role: 'contributor' }])
    const names = async (path: string): Promise<{ names: string[]; next?: string }> => {
      const page = await (await here.get(path, cookie)).text()
      return {
        names: [...page.matchAll(/<a href="\/nguoi-dung\/p[^"]+">([^<]+)</g)].map((found) => found[1] ?? ''),
        next: /href="(\/nguoi-dung\?[^"]*sau=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&'),
      }
    }
    const first = await names('/nguoi-dung')
    expect(first.names.slice(0, 6)).toEqual(['Ân', 'Ẩn Đông', 'Ất', 'Dương Ánh', 'Đỗ Ân', 'Quản trị'])
    expect(first.names).toHaveLength(30)
    const second = await names(first.next ?? '')
    expect(new Set([...first.names, ...second.names]).size).toBe(41)
    expect(second.next).toBeUndefined()
    expect((await names('/nguoi-dung?q=do+an')).names).toEqual(['Đỗ Ân'])
    expect((await names('/nguoi-dung?q=%25')).names).toEqual([])
    expect((await names('/nguoi-dung?vai-tro=site_admin')).names).toEqual(['Quản trị'])
    expect(await (await here.get('/nguoi-dung?q=khongcoai', cookie)).text()).toContain('Không có ai khớp')
    expect((await here.get('/nguoi-dung?sau=hong&cong=x', cookie)).status).toBe(200)
  } finally {
    await own.drop()
  }
})

describe('from the command line', () => {
  const make = (act: Partial<Parameters<typeof createPersonFromShell>[1]>) =>
    inTransaction(data.db, (tx) =>
      createPersonFromShell(tx, {
        name: 'Đầu Tiên',
        email: `shell-${++made}@khue.example`,
        role: 'network_admin',
        officeUrl: 'https://toasoan.example.vn',
        ...act,
      }),
    )

  test('the first administrator is made, with a password or with a link', async () => {
    const { personId, link } = await make({})
    expect(link).toMatch(/^https:\/\/toasoan\.example\.vn\/dat-lai-mat-khau\/.{43}$/)
    expect((await membershipsOf(personId))[0]).toMatchObject({ role: 'network_admin', siteId: null })
    const given = await make({ email: 'may@khue.example', role: 'editor', site: net.ward.key, password })
    expect(given.link).toBeUndefined()
    expect((await at.post('/dang-nhap', { email: 'may@khue.example', password })).status).toBe(303)
  })

  test.each([
    [{ role: 'editor' as const }, /site-missing/],
    [{ site: 'ba-dinh' }, /site-superfluous/],
    [{ site: 'khong-co' }, /no portal/],
    [{ password: 'ngan' }, /password/],
    [{ email: 'khong phai thu' }, /refused: email$/],
    [{ name: ' ' }, /name/],
    [{ email: 'MAY@khue.example' }, /email-taken/],
  ])('refuses %j and keeps nothing', async (act, why) => {
    const before = await data.db.selectFrom('person').select('id').execute()
    await expect(make(act)).rejects.toThrow(why)
    expect(await data.db.selectFrom('person').select('id').execute()).toHaveLength(before.length)
  })
})
