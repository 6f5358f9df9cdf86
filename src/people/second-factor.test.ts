import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { person } from '../../tests/support/people.ts'
import {
  authenticatorCode,
  cookiesAfter,
  givePassword,
  testOffice,
  type TestOffice,
} from '../../tests/support/session.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import type { OfficeRoute } from '../office/route.ts'
import type { Actor, Role } from './actor.ts'
import { peopleOfficeRoutes } from './office/routes.ts'

const password = 'mùa sen nở trên hồ Tây'
const desk: OfficeRoute = {
  method: 'GET',
  path: '/',
  access: { who: ['editor', 'chief_editor'], on: 'somewhere' },
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

const someone = async (role: Role): Promise<Actor> => {
  const who = await person(data.db, 'Trần Thị Bình', [{ siteId: net.ward.id, role }])
  await givePassword(data.db, who, password)
  return who
}
const firstStep = (who: Actor, cookie = ''): Promise<Response> =>
  at.post('/dang-nhap', { email: who.email, password, tiep: '/' }, cookie)
const factor = '/tai-khoan/xac-thuc-hai-buoc'

interface Enrolled {
  secret: string
  codes: string[]
  cookie: string
}
async function enrol(who: Actor): Promise<Enrolled> {
  const signedIn = await firstStep(who)
  const begun = await at.post(factor, { password }, cookiesAfter(signedIn))
  expect(begun.headers.get('location')).toBe(factor)
  const page = await (await at.get(factor, cookiesAfter(signedIn))).text()
  const secret = /<code class="secret">([^<]+)</.exec(page)?.[1] ?? ''
  const confirmed = await at.post(`${factor}/xac-nhan`, { code: authenticatorCode(secret) }, cookiesAfter(signedIn))
  expect(confirmed.status).toBe(200)
  const codes = [...(await confirmed.text()).matchAll(/<li><code>([^<]+)<\/code>/g)].map((found) => found[1] ?? '')
  return { secret, codes, cookie: cookiesAfter(signedIn, confirmed) }
}
const actionsOf = async (who: Actor): Promise<string[]> =>
  (await data.db.selectFrom('auditEvent').select('action').where('subjectId', '=', who.id).orderBy('id').execute()).map(
    (row) => row.action,
  )
/** Lets the code just used be used again, as half a minute would. */
const later = (who: Actor) =>
  data.db.updateTable('personTwoFactor').set({ lastCode: null }).where('personId', '=', who.id).execute()

describe('a role that demands a second factor', () => {
  test('a chief editor without one is sent to enrol and can do nothing else', async () => {
    const binh = await someone('chief_editor')
    const cookie = cookiesAfter(await firstStep(binh))
    expect((await at.get('/', cookie)).headers.get('location')).toBe(factor)
    expect(await (await at.get(factor, cookie)).text()).toContain('Vai trò của bạn bắt buộc xác thực hai bước')
  })

  test('an editor needs none, and in the demo nobody does', async () => {
    expect((await at.get('/', cookiesAfter(await firstStep(await someone('editor'))))).status).toBe(200)
    const demo = testOffice({ db: data.db, routes: [...peopleOfficeRoutes, desk], demo: true })
    const cookie = cookiesAfter(await firstStep(await someone('chief_editor')))
    expect((await demo.get('/', cookie)).status).toBe(200)
    expect(await (await demo.get('/dang-nhap')).text()).toContain('không bắt buộc xác thực hai bước')
  })
})

describe('enrolling', () => {
  test('scan, type the code, keep the recovery codes; from then on both steps are asked for', async () => {
    const binh = await someone('chief_editor')
    const { secret, codes, cookie } = await enrol(binh)
    expect(codes).toHaveLength(10)
    expect((await at.get('/', cookie)).status).toBe(200)
    expect(await (await at.get(factor, cookie)).text()).not.toContain(codes[0])

    const first = await firstStep(binh)
    expect(first.headers.get('location')).toBe('/dang-nhap/ma?tiep=%2F')
    expect((await at.get('/', cookiesAfter(first))).status).toBe(303)
    expect((await at.get('/dang-nhap/ma', cookiesAfter(first))).status).toBe(200)
    const second = await at.post('/dang-nhap/ma', { code: authenticatorCode(secret), tiep: '/' }, cookiesAfter(first))
    expect(second.headers.get('location')).toBe('/')
    expect((await at.get('/', cookiesAfter(first, second))).status).toBe(200)
    expect(await actionsOf(binh)).toEqual(['person.signed-in', 'person.second-factor-enrolled', 'person.signed-in'])
  })

  test('a wrong first code turns nothing on, and a wrong password begins nothing', async () => {
    const binh = await someone('chief_editor')
    const cookie = cookiesAfter(await firstStep(binh))
    expect((await at.post(factor, { password: 'sai' }, cookie)).status).toBe(422)
    expect(await (await at.get(factor, cookie)).text()).not.toContain('class="secret"')
    await at.post(factor, { password }, cookie)
    const wrong = await at.post(`${factor}/xac-nhan`, { code: '000000' }, cookie)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Mã không đúng')
    expect((await at.get('/', cookie)).headers.get('location')).toBe(factor)
  })

  test('recovery codes are not shown again to whoever has a code and the session', async () => {
    const { secret, cookie } = await enrol(await someone('chief_editor'))
    const again = await at.post(`${factor}/xac-nhan`, { code: authenticatorCode(secret) }, cookie)
    expect(again.status).toBe(422)
  })
})

describe('the second step', () => {
  test('a code opens one session only', async () => {
    const binh = await someone('chief_editor')
    const { secret } = await enrol(binh)
    const code = authenticatorCode(secret)
    expect((await at.post('/dang-nhap/ma', { code }, cookiesAfter(await firstStep(binh)))).status).toBe(303)
    const replay = await at.post('/dang-nhap/ma', { code }, cookiesAfter(await firstStep(binh)))
    expect(replay.status).toBe(422)
    expect(cookiesAfter(replay)).toBe('')
  })

  test('a recovery code works once, however it is written', async () => {
    const binh = await someone('chief_editor')
    const { codes } = await enrol(binh)
    const typed = (codes[3] ?? '').toUpperCase().replace('-', ' ')
    const first = await firstStep(binh)
    const second = await at.post('/dang-nhap/ma', { code: typed }, cookiesAfter(first))
    expect((await at.get('/', cookiesAfter(first, second))).status).toBe(200)
    expect((await at.post('/dang-nhap/ma', { code: typed }, cookiesAfter(await firstStep(binh)))).status).toBe(422)
    expect((await at.post('/dang-nhap/ma', { code: codes[4] ?? '' }, cookiesAfter(await firstStep(binh)))).status).toBe(
      303,
    )
  })

  test('wrong codes lock the account like wrong passwords, and the right password buys no more of them', async () => {
    const binh = await someone('chief_editor')
    const { secret } = await enrol(binh)
    for (let i = 0; i < 5; i++) {
      const first = await firstStep(binh)
      expect((await at.post('/dang-nhap/ma', { code: '123456' }, cookiesAfter(first))).status).toBe(422)
    }
    expect((await firstStep(binh)).status).toBe(422)
    expect((await actionsOf(binh)).filter((action) => action === 'person.locked')).toHaveLength(1)
    await data.db
      .updateTable('person')
      .set({ lockedUntil: new Date(Date.now() - 1000) })
      .where('id', '=', binh.id)
      .execute()
    await later(binh)
    const first = await firstStep(binh)
    expect((await at.post('/dang-nhap/ma', { code: authenticatorCode(secret) }, cookiesAfter(first))).status).toBe(303)
  })

  test('without a first step there is no second', async () => {
    const { secret } = await enrol(await someone('chief_editor'))
    const answer = await at.post('/dang-nhap/ma', { code: authenticatorCode(secret) })
    expect(answer.headers.get('location')).toBe('/dang-nhap?loi=over')
  })
})

describe('afterwards', () => {
  test('new recovery codes replace the old ones', async () => {
    const binh = await someone('chief_editor')
    const { codes, cookie } = await enrol(binh)
    expect((await at.post('/tai-khoan/ma-du-phong', { renewPassword: 'sai' }, cookie)).status).toBe(422)
    const renewed = await (await at.post('/tai-khoan/ma-du-phong', { renewPassword: password }, cookie)).text()
    expect(renewed).not.toContain(codes[0])
    expect((await at.post('/dang-nhap/ma', { code: codes[0] ?? '' }, cookiesAfter(await firstStep(binh)))).status).toBe(
      422,
    )
  })

  test('an editor may turn it off with the password; a chief editor may not', async () => {
    const editor = await someone('editor')
    const { cookie } = await enrol(editor)
    expect((await at.post(`${factor}/tat`, { offPassword: 'sai' }, cookie)).status).toBe(422)
    expect((await at.post(`${factor}/tat`, { offPassword: password }, cookie)).status).toBe(303)
    expect((await firstStep(editor)).headers.get('location')).toBe('/')
    expect(await actionsOf(editor)).toContain('person.second-factor-removed')
    const chief = await enrol(await someone('chief_editor'))
    expect((await at.post(`${factor}/tat`, { offPassword: password }, chief.cookie)).status).toBe(422)
  })
})
