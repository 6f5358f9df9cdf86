import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import { cookiesAfter, givePassword, testOffice, type TestOffice } from '../../tests/support/session.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import type { Actor } from './actor.ts'
import { peopleOfficeRoutes } from './office/routes.ts'
import { whyNotPassword } from './password.ts'

const password = 'mùa sen nở trên hồ Tây'
const newPassword = 'gió heo may về sớm'
let data: TestDatabase
let net: TestNetwork
let at: TestOffice

beforeAll(async () => {
  data = await freshDatabase()
  net = await network(data.db)
  at = testOffice({ db: data.db, routes: peopleOfficeRoutes })
})
afterAll(() => data.drop())

const editor = async (): Promise<Actor> => {
  const who = await person(data.db, 'An', [{ siteId: net.ward.id, role: 'editor' }])
  await givePassword(data.db, who, password)
  return who
}
const signIn = (who: Actor, given: string): Promise<Response> =>
  at.post('/dang-nhap', { email: who.email, password: given })
const mailsTo = async (who: { email: string }): Promise<string[]> =>
  (
    await data.db.selectFrom('outboxMail').select('body').where('recipient', '=', who.email).orderBy('id').execute()
  ).map((row) => row.body)
const linkIn = (body: string | undefined): string =>
  /http:\/\/localhost:3001(\/dat-lai-mat-khau\/\S+)/.exec(body ?? '')?.[1] ?? ''

describe('a forgotten password', () => {
  test('the mailed link sets a new one, once; open sessions end', async () => {
    const an = await editor()
    const cookie = cookiesAfter(await signIn(an, password))
    expect(await (await at.post('/quen-mat-khau', { email: ` ${an.email.toUpperCase()} ` })).text()).toContain(
      'Nếu có tài khoản ứng với địa chỉ này',
    )
    const link = linkIn((await mailsTo(an))[0])
    expect((await at.get(link)).status).toBe(200)
    const set = await at.post(link, { password: newPassword, again: newPassword })
    expect(set.headers.get('location')).toBe('/dang-nhap?xong=mat-khau')
    expect((await at.get('/tai-khoan', cookie)).status).toBe(303)
    expect((await signIn(an, password)).status).toBe(422)
    expect((await signIn(an, newPassword)).status).toBe(303)
    expect((await at.post(link, { password, again: password })).status).toBe(410)
    expect((await at.get(link)).status).toBe(410)
    expect((await signIn(an, newPassword)).status).toBe(303)
  })

  test('an unknown address gets the same answer and no mail', async () => {
    const an = await editor()
    const [known, unknown] = await Promise.all([
      at.post('/quen-mat-khau', { email: an.email }),
      at.post('/quen-mat-khau', { email: 'la@khue.example' }),
    ])
    expect(await unknown.text()).toBe(await known.text())
    expect(await mailsTo({ email: 'la@khue.example' })).toEqual([])
  })

  test('two people clicking one link at once set one password', async () => {
    const an = await editor()
    await at.post('/quen-mat-khau', { email: an.email })
    const link = linkIn((await mailsTo(an))[0])
    const answers = await Promise.all(
      [newPassword, 'lá bàng rơi đầy sân'].map((one) => at.post(link, { password: one, again: one })),
    )
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 410])
  })

  test('a link is over after an hour, asking again replaces it, and asking in haste sends one mail', async () => {
    const an = await editor()
    await at.post('/quen-mat-khau', { email: an.email })
    await at.post('/quen-mat-khau', { email: an.email })
    expect(await mailsTo(an)).toHaveLength(1)
    const first = linkIn((await mailsTo(an))[0])
    const older = data.db.updateTable('personVerification').where('value', '=', an.id)
    await older.set({ createdAt: new Date(Date.now() - 120_000) }).execute()
    await at.post('/quen-mat-khau', { email: an.email })
    expect((await at.get(first)).status).toBe(410)
    const second = linkIn((await mailsTo(an))[1])
    await older.set({ expiresAt: new Date(Date.now() - 1000) }).execute()
    expect((await at.post(second, { password: newPassword, again: newPassword })).status).toBe(410)
  })

  test('the table of links holds only a digest of it', async () => {
    const an = await editor()
    await at.post('/quen-mat-khau', { email: an.email })
    const token =
      linkIn((await mailsTo(an))[0])
        .split('/')
        .at(-1) ?? ''
    const rows = await data.db.selectFrom('personVerification').selectAll().execute()
    expect(token.length).toBeGreaterThan(40)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('a weak password, or two that differ, leave the link usable', async () => {
    const an = await editor()
    await at.post('/quen-mat-khau', { email: an.email })
    const link = linkIn((await mailsTo(an))[0])
    const weak = await at.post(link, { password: 'ngắn', again: 'ngắn' })
    expect(weak.status).toBe(422)
    expect(await weak.text()).toContain('ít nhất 12 ký tự')
    expect((await at.post(link, { password: newPassword, again: 'khác' })).status).toBe(422)
    expect((await at.post(link, { password: newPassword, again: newPassword })).status).toBe(303)
  })
})

describe('changing it oneself', () => {
  test('the old password is asked for; the other sessions end, this one stays', async () => {
    const an = await editor()
    const [here, there] = [cookiesAfter(await signIn(an, password)), cookiesAfter(await signIn(an, password))]
    const wrong = await at.post(
      '/tai-khoan/mat-khau',
      { current: 'sai', password: newPassword, again: newPassword },
      here,
    )
    expect(wrong.status).toBe(422)
    const changed = await at.post(
      '/tai-khoan/mat-khau',
      { current: password, password: newPassword, again: newPassword },
      here,
    )
    expect(changed.headers.get('location')).toBe('/tai-khoan?xong=mat-khau')
    expect((await at.get('/tai-khoan', here)).status).toBe(200)
    expect((await at.get('/tai-khoan', there)).status).toBe(303)
    const actions = (
      await data.db.selectFrom('auditEvent').select('action').where('subjectId', '=', an.id).orderBy('id').execute()
    ).map((row) => row.action)
    expect(actions.slice(-2)).toEqual(['person.sign-in-failed', 'person.password-changed'])
  })

  test('one session, or all others, can be ended; no one else’s', async () => {
    const an = await editor()
    const [here, there, third] = [
      cookiesAfter(await signIn(an, password)),
      cookiesAfter(await signIn(an, password)),
      cookiesAfter(await signIn(an, password)),
    ]
    const ids = [...(await (await at.get('/tai-khoan', here)).text()).matchAll(/name="session" value="([^"]+)"/g)].map(
      (found) => found[1] ?? '',
    )
    expect(ids).toHaveLength(2)
    const stranger = cookiesAfter(await signIn(await editor(), password))
    expect((await at.post('/tai-khoan/phien/ket-thuc', { session: ids[0] ?? '' }, stranger)).status).toBe(404)
    await at.post('/tai-khoan/phien/ket-thuc', { session: ids[0] ?? '' }, here)
    const left = await Promise.all([there, third].map(async (cookie) => (await at.get('/tai-khoan', cookie)).status))
    expect(left.toSorted()).toEqual([200, 303])
    await at.post('/tai-khoan/phien/ket-thuc', {}, here)
    expect(
      await Promise.all([here, there, third].map(async (cookie) => (await at.get('/tai-khoan', cookie)).status)),
    ).toEqual([200, 303, 303])
  })
})

test.each([
  ['ngắn quá 11ch', 'an@x.vn', true],
  ['matkhau12345', 'an@x.vn', false],
  ['Mật khẩu 123!', 'an@x.vn', false],
  ['123456789012', 'an@x.vn', false],
  ['aaaaaaaaaaaaaa', 'an@x.vn', false],
  ['nguyenvanan-2026', 'nguyenvanan@x.vn', false],
  ['Nguyễn Văn An đi chợ', 'nguyenvanan@x.vn', true],
  ['mùa sen nở trên hồ Tây', 'an@x.vn', true],
  ['short', 'an@x.vn', false],
  ['Admin@2026!!', 'b@x.vn', false],
])('the password %j for %s is taken: %s', (given, email, taken) => {
  expect(whyNotPassword(given, email) === undefined).toBe(taken)
})
