import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import { cookiesAfter, givePassword, testOffice, type TestOffice } from '../../tests/support/session.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import type { OfficeRoute } from '../office/route.ts'
import type { Actor } from './actor.ts'
import { peopleOfficeRoutes } from './office/routes.ts'

const password = 'mùa sen nở trên hồ Tây'
const desk: OfficeRoute = {
  method: 'GET',
  path: '/',
  access: { who: ['editor'], on: 'somewhere' },
  handle: (c) => c.text(`Chào ${c.var.actor.name}`),
}

let data: TestDatabase
let net: TestNetwork
let at: TestOffice

beforeAll(async () => {
  data = await freshDatabase()
  net = await network(data.db)
  at = testOffice({ db: data.db, routes: [...peopleOfficeRoutes, desk] })
})
afterAll(() => data.drop())

const editor = async (name: string): Promise<Actor> => {
  const who = await person(data.db, name, [{ siteId: net.ward.id, role: 'editor' }])
  await givePassword(data.db, who, password)
  return who
}

const get: TestOffice['get'] = (path, cookie) => at.get(path, cookie)
const post: TestOffice['post'] = (path, body, cookie) => at.post(path, body, cookie)
const eventsOf = async (who: Actor): Promise<string[]> =>
  (await data.db.selectFrom('auditEvent').select('action').where('subjectId', '=', who.id).orderBy('id').execute()).map(
    (row) => row.action,
  )
const countOf = async (who: Actor) =>
  data.db
    .selectFrom('person')
    .select(['failedSignIns', 'lockedUntil'])
    .where('id', '=', who.id)
    .executeTakeFirstOrThrow()

describe('signing in with a password', () => {
  test('an editor signs in, reads the first page, and signs out', async () => {
    const an = await editor('Nguyễn Thị An')
    const answer = await post('/dang-nhap', { email: an.email.toUpperCase(), password, tiep: '/?muc=tin' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/?muc=tin')
    const [cookie] = answer.headers.getSetCookie().filter((one) => one.startsWith('khue.session_token='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(await (await get('/', cookiesAfter(answer))).text()).toBe('Chào Nguyễn Thị An')
    const out = await post('/dang-xuat', {}, cookiesAfter(answer))
    expect(out.headers.get('location')).toBe('/dang-nhap?xong=dang-xuat')
    expect((await get('/', cookiesAfter(answer))).headers.get('location')).toBe('/dang-nhap?tiep=%2F')
    expect(await eventsOf(an)).toEqual(['person.signed-in', 'person.signed-out'])
  })

  test('a wrong password and an unknown address get the same answer, with the address kept', async () => {
    const an = await editor('An')
    const wrong = await post('/dang-nhap', { email: an.email, password: 'không phải mật khẩu' })
    const unknown = await post('/dang-nhap', { email: 'la@khue.example', password })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    const text = await wrong.text()
    expect(text).toContain('Thư điện tử hoặc mật khẩu không đúng')
    expect(text).toContain(`value="${an.email}"`)
    expect(text).not.toContain('không phải mật khẩu')
    expect((await unknown.text()).replaceAll('la@khue.example', an.email)).toBe(text)
    const row = await data.db
      .selectFrom('auditEvent')
      .selectAll()
      .where('subjectId', '=', an.id)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(an.email)
  })
})

test('behind https the cookie is for https alone', async () => {
  const an = await editor('An')
  const secure = testOffice({
    db: data.db,
    routes: peopleOfficeRoutes,
    env: { OFFICE_URL: 'https://toasoan.example.vn' },
  })
  const answer = await secure.post('/dang-nhap', { email: an.email, password })
  const [cookie] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^__Secure-khue\.session_token=/)
  expect(cookie).toMatch(/; Secure/)
  expect((await secure.get('/tai-khoan', cookiesAfter(answer))).status).toBe(200)
})

test('the work of an answer, and so its time, does not tell whether an address has an account', async () => {
  const an = await editor('An')
  const locked = await editor('Bình')
  await data.db
    .updateTable('person')
    .set({ failedSignIns: 5, lockedUntil: new Date(Date.now() + 600_000) })
    .where('id', '=', locked.id)
    .execute()
  // Time of the processor, the least of several in turns: what else the machine does must not count.
  const least = new Map<string, number>()
  for (let round = 0; round < 4; round++) {
    for (const email of [an.email, locked.email, 'la@khue.example']) {
      const from = process.cpuUsage()
      await at.auth.signIn(new Headers(), { email, password: 'không đúng đâu' })
      least.set(email, Math.min(least.get(email) ?? Infinity, process.cpuUsage(from).user))
    }
  }
  const [known = 0, ...others] = [...least.values()]
  for (const other of others) {
    expect(other / known).toBeGreaterThan(0.5)
    expect(other / known).toBeLessThan(2)
  }
})

describe('guessing', () => {
  test('the sixth attempt is refused even with the right password, for 15 minutes', async () => {
    const an = await editor('An')
    for (let i = 0; i < 5; i++) await post('/dang-nhap', { email: an.email, password: `sai-${i}` })
    const locked = await post('/dang-nhap', { email: an.email, password })
    expect(locked.status).toBe(422)
    expect(await locked.text()).toContain('Thư điện tử hoặc mật khẩu không đúng')
    const { lockedUntil } = await countOf(an)
    expect((lockedUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(14 * 60_000)
    expect((await eventsOf(an)).filter((action) => action === 'person.locked')).toHaveLength(1)

    await data.db
      .updateTable('person')
      .set({ lockedUntil: new Date(Date.now() - 1000) })
      .where('id', '=', an.id)
      .execute()
    expect((await post('/dang-nhap', { email: an.email, password })).status).toBe(303)
    expect(await countOf(an)).toEqual({ failedSignIns: 0, lockedUntil: null })
  })

  test('thirty attempts at once are no more than five', async () => {
    const an = await editor('An')
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        at.auth.signIn(new Headers(), { email: an.email, password: i === 29 ? password : `sai-${i}` }),
      ),
    )
    expect(answers.every((answer) => answer.outcome === 'refused')).toBe(true)
    const wrong = await data.db
      .selectFrom('auditEvent')
      .select('after')
      .where('subjectId', '=', an.id)
      .where('action', '=', 'person.sign-in-failed')
      .execute()
    expect(wrong.filter((row) => (row.after as { reason: string }).reason === 'wrong-password')).toHaveLength(5)
  })

  test('four failures are forgotten by a success', async () => {
    const an = await editor('An')
    for (let i = 0; i < 4; i++) await post('/dang-nhap', { email: an.email, password: `sai-${i}` })
    expect((await post('/dang-nhap', { email: an.email, password })).status).toBe(303)
    expect(await countOf(an)).toEqual({ failedSignIns: 0, lockedUntil: null })
  })
})

describe('sessions', () => {
  const signedIn = async (who: Actor): Promise<string> =>
    cookiesAfter(await post('/dang-nhap', { email: who.email, password }))

  test('a session unused for 30 minutes is over; one in use goes on; none lasts 12 hours', async () => {
    const an = await editor('An')
    const cookie = await signedIn(an)
    const seen = (minutes: number) =>
      data.db
        .updateTable('personSession')
        .set({ seenAt: new Date(Date.now() - minutes * 60_000) })
        .where('personId', '=', an.id)
        .execute()
    await seen(29)
    expect((await get('/', cookie)).status).toBe(200)
    const { seenAt } = await data.db
      .selectFrom('personSession')
      .select('seenAt')
      .where('personId', '=', an.id)
      .executeTakeFirstOrThrow()
    expect(Date.now() - seenAt.getTime()).toBeLessThan(5000)
    await seen(31)
    expect((await get('/', cookie)).status).toBe(303)
    await data.db
      .updateTable('personSession')
      .set({ seenAt: new Date(), expiresAt: new Date() })
      .where('personId', '=', an.id)
      .execute()
    expect((await get('/', cookie)).status).toBe(303)
    await data.db.deleteFrom('personSession').where('personId', '=', an.id).execute()
    await signedIn(an)
    const { expiresAt, createdAt } = await data.db
      .selectFrom('personSession')
      .select(['expiresAt', 'createdAt'])
      .where('personId', '=', an.id)
      .executeTakeFirstOrThrow()
    expect((expiresAt.getTime() - createdAt.getTime()) / 3_600_000).toBeCloseTo(12, 1)
  })

  test('signing in again gives a new session and ends the one the browser held', async () => {
    const an = await editor('An')
    const first = await signedIn(an)
    const second = cookiesAfter(await post('/dang-nhap', { email: an.email, password }, first))
    expect(second).not.toBe(first)
    expect((await get('/', first)).status).toBe(303)
    expect((await get('/', second)).status).toBe(200)
  })

  test('a session handed over by someone else is not taken up', async () => {
    const an = await editor('An')
    const planted = 'khue.session_token=planted.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D'
    const mine = cookiesAfter(await post('/dang-nhap', { email: an.email, password }, planted))
    expect(mine).not.toContain('planted')
    expect((await get('/', planted)).status).toBe(303)
  })

  test('an ended membership stops working at once, and a disabled person is out at once', async () => {
    const an = await editor('An')
    const cookie = await signedIn(an)
    expect((await get('/', cookie)).status).toBe(200)
    await data.db.updateTable('membership').set({ validTo: '2024-12-31' }).where('personId', '=', an.id).execute()
    expect((await get('/', cookie)).status).toBe(403)
    await data.db.updateTable('person').set({ disabledAt: new Date() }).where('id', '=', an.id).execute()
    expect((await get('/', cookie)).headers.get('location')).toBe('/dang-nhap?tiep=%2F')
    expect((await post('/dang-nhap', { email: an.email, password })).status).toBe(422)
  })
})

describe('what must not work', () => {
  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/%09/evil.example/..//x',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/dang-nhap/ma',
  ])('a return address like %j leads nowhere else', async (tiep) => {
    const an = await editor('An')
    const location = (await post('/dang-nhap', { email: an.email, password, tiep })).headers.get('location') ?? ''
    expect(new URL(location, 'http://localhost:3001').origin).toBe('http://localhost:3001')
    expect(location.startsWith('//')).toBe(false)
    expect(location).not.toContain('/dang-nhap')
  })

  test('a form of another site cannot sign anyone in or out', async () => {
    const an = await editor('An')
    const answer = await at.office.request('http://localhost:3001/dang-nhap', {
      method: 'POST',
      body: new URLSearchParams({ email: an.email, password }),
      headers: { origin: 'https://evil.example' },
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test.each([
    '/api/auth/sign-up/email',
    '/api/auth/sign-in/email',
    '/api/auth/get-session',
    '/api/auth/two-factor/enable',
    '/api/auth/update-user',
    '/api/auth/callback/oidc',
    '/api/auth/ok',
    '/api/auth/error',
  ])('%s of the library is not reachable', async (path) => {
    const posted = await at.office.request(`http://localhost:3001${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost:3001' },
      body: '{}',
    })
    expect([posted.status, (await get(path)).status]).toEqual([404, 404])
  })
})
