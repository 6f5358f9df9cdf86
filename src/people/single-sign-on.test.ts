import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
import { peopleOfficeRoutes } from './office/routes.ts'

/** A small OpenID provider: signs in whoever `next` says. */
interface Provider {
  issuer: string
  next: { sub: string; email: string; email_verified: boolean; nonce?: string }
  close(): Promise<void>
}

async function provider(): Promise<Provider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, Provider['next']>()
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const tokenFor = (claims: object): string => {
    const now = Math.floor(Date.now() / 1000)
    const text = `${part({ alg: 'RS256', kid: 'k1' })}.${part({ iss: made.issuer, aud: 'khue', iat: now, exp: now + 300, ...claims })}`
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
  }
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', made.issuer)
    const json = (value: unknown): void =>
      void response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration') {
      const { issuer } = made
      return json({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/me`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      })
    }
    if (url.pathname === '/jwks') return json({ keys: [jwk] })
    if (url.pathname === '/auth') {
      const code = randomBytes(8).toString('hex')
      codes.set(code, { nonce: url.searchParams.get('nonce') ?? undefined, ...made.next })
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state') ?? '')
      return void response.writeHead(302, { location: back.href }).end()
    }
    let body = ''
    request
      .on('data', (chunk: Buffer) => (body += chunk.toString()))
      .on('end', () => {
        const code = new URLSearchParams(body).get('code') ?? ''
        const claims = codes.get(code)
        codes.delete(code)
        if (!claims) return void response.writeHead(400).end()
        json({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: tokenFor(claims) })
      })
  })
  const made: Provider = {
    issuer: '',
    next: { sub: '', email: '', email_verified: true },
    close: async () => void server.close(),
  }
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  made.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return made
}

const desk: OfficeRoute = {
  method: 'GET',
  path: '/viec',
  access: { who: ['editor'], on: 'somewhere' },
  handle: (c) => c.text(`Chào ${c.var.actor.name}`),
}
let data: TestDatabase
let net: TestNetwork
let idp: Provider
let at: TestOffice

beforeAll(async () => {
  data = await freshDatabase()
  net = await network(data.db)
  idp = await provider()
  const env = {
    OIDC_ISSUER: idp.issuer,
    OIDC_CLIENT_ID: 'khue',
    OIDC_CLIENT_SECRET: 'bi-mat',
    OIDC_NAME: 'Đăng nhập một lần của Thành phố',
  }
  at = testOffice({ db: data.db, routes: [...peopleOfficeRoutes, desk], env })
})
afterAll(async () => {
  await idp.close()
  await data.drop()
})

const editor = () => person(data.db, 'Lê Văn Cường', [{ siteId: net.ward.id, role: 'editor' }])

/** Follows the link on the sign-in page to the provider and back. */
async function throughProvider(given: {
  email: string
  sub?: string
  verified?: boolean
  nonce?: string
}): Promise<{ answer: Response; cookie: string }> {
  idp.next = {
    sub: given.sub ?? given.email,
    email: given.email,
    email_verified: given.verified ?? true,
    ...(given.nonce ? { nonce: given.nonce } : {}),
  }
  const start = await at.get('/dang-nhap/mot-lan?tiep=/viec')
  const atProvider = await fetch(start.headers.get('location') ?? '', { redirect: 'manual' })
  const back = new URL(atProvider.headers.get('location') ?? '')
  const answer = await at.get(back.pathname + back.search, cookiesAfter(start))
  return { answer, cookie: cookiesAfter(start, answer) }
}

test('the sign-in page leads to the provider, and an editor whose address it has verified comes back signed in', async () => {
  const cuong = await editor()
  expect(await (await at.get('/dang-nhap')).text()).toContain('Đăng nhập một lần của Thành phố')
  const { answer, cookie } = await throughProvider({ email: cuong.email })
  expect(answer.headers.get('location')).toBe('/viec')
  expect(await (await at.get('/viec', cookie)).text()).toBe('Chào Lê Văn Cường')
  const events = await data.db
    .selectFrom('auditEvent')
    .select(['action', 'after'])
    .where('actorId', '=', cuong.id)
    .execute()
  expect(events).toEqual([{ action: 'person.signed-in', after: { method: 'single-sign-on' } }])
  const account = await data.db
    .selectFrom('personAccount')
    .selectAll()
    .where('personId', '=', cuong.id)
    .executeTakeFirstOrThrow()
  expect([account.accessToken, account.idToken, account.refreshToken]).toEqual([null, null, null])
  expect((await throughProvider({ email: cuong.email })).answer.headers.get('location')).toBe('/viec')
})

test('an address without an account is refused in plain words, and no account is made', async () => {
  const { answer, cookie } = await throughProvider({ email: 'la.mat@khue.example' })
  const page = await at.get(answer.headers.get('location') ?? '', cookie)
  expect(await page.text()).toContain('Chưa có tài khoản nào ứng với địa chỉ thư điện tử này')
  expect(await data.db.selectFrom('person').select('id').where('email', '=', 'la.mat@khue.example').execute()).toEqual(
    [],
  )
  expect((await at.get('/viec', cookie)).status).toBe(303)
})

test('an address the provider has not verified opens nothing, not even later', async () => {
  const cuong = await editor()
  const { answer, cookie } = await throughProvider({ email: cuong.email, verified: false })
  expect(await (await at.get(answer.headers.get('location') ?? '')).text()).toContain('chưa xác minh địa chỉ')
  expect((await at.get('/viec', cookie)).status).toBe(303)
  await throughProvider({ email: cuong.email })
  expect((await at.get('/viec', (await throughProvider({ email: cuong.email, verified: false })).cookie)).status).toBe(
    303,
  )
})

test('a disabled person stays out', async () => {
  const cuong = await editor()
  await data.db.updateTable('person').set({ disabledAt: new Date() }).where('id', '=', cuong.id).execute()
  const { answer, cookie } = await throughProvider({ email: cuong.email })
  expect(await (await at.get(answer.headers.get('location') ?? '')).text()).toContain('đã ngừng hoạt động')
  expect((await at.get('/viec', cookie)).status).toBe(303)
})

test('a token made for another attempt, or a return without the cookies of the start, is refused', async () => {
  const cuong = await editor()
  expect(
    (await at.get('/viec', (await throughProvider({ email: cuong.email, nonce: 'cua-lan-khac' })).cookie)).status,
  ).toBe(303)
  idp.next = { sub: 'x', email: cuong.email, email_verified: true }
  const start = await at.get('/dang-nhap/mot-lan?tiep=/viec')
  const back = new URL(
    (await fetch(start.headers.get('location') ?? '', { redirect: 'manual' })).headers.get('location') ?? '',
  )
  const planted = await at.get(back.pathname + back.search)
  expect(cookiesAfter(planted)).not.toContain('session_token')
})

test('whoever enrolled a second factor here is asked for it after the provider too', async () => {
  const cuong = await editor()
  await givePassword(data.db, cuong, 'mùa sen nở trên hồ Tây')
  const first = await at.post('/dang-nhap', { email: cuong.email, password: 'mùa sen nở trên hồ Tây' })
  await at.post('/tai-khoan/xac-thuc-hai-buoc', { password: 'mùa sen nở trên hồ Tây' }, cookiesAfter(first))
  const secret =
    /class="secret">([^<]+)</.exec(
      await (await at.get('/tai-khoan/xac-thuc-hai-buoc', cookiesAfter(first))).text(),
    )?.[1] ?? ''
  await at.post('/tai-khoan/xac-thuc-hai-buoc/xac-nhan', { code: authenticatorCode(secret) }, cookiesAfter(first))

  const { answer, cookie } = await throughProvider({ email: cuong.email })
  expect(answer.headers.get('location')).toBe('/dang-nhap/ma?tiep=%2Fviec')
  expect((await at.get('/viec', cookie)).status).toBe(303)
  expect((await at.post('/dang-nhap/ma', { code: '000001', tiep: '/viec' }, cookie)).status).toBe(422)
  expect((await at.get('/viec', cookie)).status).toBe(303)
  const second = await at.post('/dang-nhap/ma', { code: authenticatorCode(secret), tiep: '/viec' }, cookie)
  expect(second.headers.get('location')).toBe('/viec')
  expect((await at.get('/viec', cookie)).status).toBe(200)
})

test('a provider that does not answer leaves the password way open', async () => {
  const env = { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'khue', OIDC_CLIENT_SECRET: 'bi-mat' }
  const alone = testOffice({ db: data.db, routes: [...peopleOfficeRoutes, desk], env })
  const answer = await alone.get('/dang-nhap/mot-lan')
  expect(await (await alone.get(answer.headers.get('location') ?? '')).text()).toContain(
    'Đăng nhập một lần chưa thành công',
  )
  const cuong = await editor()
  await givePassword(data.db, cuong, 'mùa sen nở trên hồ Tây')
  expect((await alone.post('/dang-nhap', { email: cuong.email, password: 'mùa sen nở trên hồ Tây' })).status).toBe(303)
})
