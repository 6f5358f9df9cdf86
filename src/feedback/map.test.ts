import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { ask, startFront, type TestFront } from '../../tests/support/front.ts'
import { allPublicRoutes, reader, type Reader } from '../../tests/support/reader.ts'
import { network, type TestNetwork } from '../../tests/support/sites.ts'
import { readConfig } from '../config.ts'
import { feedbackPublicRoutes } from './public.tsx'

let database: TestDatabase
let net: TestNetwork
let read: Reader

const routes = [...allPublicRoutes, ...feedbackPublicRoutes]
const matter = {
  'linh-vuc': 'cap-thoat-nuoc',
  'tieu-de': 'Đèn đường ven hồ không sáng',
  'noi-dung': 'Ba cột đèn liền nhau không sáng từ đầu tuần, buổi tối rất tối.',
}

beforeAll(async () => {
  database = await freshDatabase()
  net = await network(database.db)
  read = reader(database.delivery, routes)
})
afterAll(() => database.drop())

const post = (address: string, fields: Record<string, string>): Promise<Response> =>
  read(net.ward, address, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'doc' },
  })

describe('a map', () => {
  test('is allowed only on the pages that have one, and only its configured origin', async () => {
    const policyOf = async ({ port }: TestFront, address: string): Promise<Headers> =>
      (await ask({ port, path: address, headers: { host: net.ward.host } })).headers
    const tiles = { MAP_TILES: 'https://tiles.example.vn/{z}/{x}/{y}.png', MAP_ATTRIBUTION: '© Sở <b>' }
    const front = await startFront(database.delivery, routes, { env: tiles })
    const list = await policyOf(front, '/phan-anh')
    expect(list.get('content-security-policy')).toContain(`img-src 'self' data: https://tiles.example.vn;`)
    expect(list.get('permissions-policy')).toContain('geolocation=()')
    const home = await policyOf(front, '/')
    expect(home.get('content-security-policy')).toContain(`img-src 'self' data:;`)
    const plain = await read(net.ward, '/phan-anh')
    expect(plain.headers.get('content-security-policy')).toContain(`img-src 'self' data:;`)
    const html = await plain.text()
    expect(html).toMatch(/data-open-map="true" hidden/)
    expect(html).not.toContain('leaflet.js"></script>')
    expect(html).not.toContain('data-tiles')
  })

  test('the device may be asked where it is on the step of the form that offers it, and nowhere else', async () => {
    const step = await post('/phan-anh/gui-phan-anh', { ...matter, buoc: '1', di: '2' })
    expect(step.headers.get('permissions-policy')).toContain('geolocation=(self)')
    const html = await step.text()
    expect(html).toContain('trình duyệt sẽ hỏi bạn có đồng ý không')
    expect(html).toMatch(/<script type="module" src="[^"]*\/map\.js">/)
    const first = await read(net.ward, '/phan-anh/gui-phan-anh')
    expect(first.headers.get('permissions-policy')).toContain('geolocation=()')
  })
})

test('an address of map pictures has a fixed host and its three numbers', () => {
  const tilesOf = (MAP_TILES: string) => readConfig({ MAP_TILES }).mapTiles
  expect(tilesOf('https://tiles.example.vn:8443/nen/{z}/{x}/{y}.png?k=1')).toEqual({
    address: 'https://tiles.example.vn:8443/nen/{z}/{x}/{y}.png?k=1',
    origin: 'https://tiles.example.vn:8443',
    attribution: 'tiles.example.vn:8443',
  })
  expect(tilesOf('')).toBeUndefined()
  for (const wrong of [
    'https://{s}.example.vn/{z}/{x}/{y}.png',
    'https://tiles.example.vn/{z}/{x}.png',
    'tiles/{z}/{x}/{y}',
    'https://x.vn; script-src */{z}/{x}/{y}',
  ])
    expect(() => tilesOf(wrong), wrong).toThrow('MAP_TILES')
})
