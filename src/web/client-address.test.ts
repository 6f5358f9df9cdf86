import { expect, test } from 'vitest'
import { clientAddresses } from './client-address.ts'

const loopback = clientAddresses(['loopback'])
const chain = clientAddresses(['loopback', '10.0.0.0/8', '2001:db8::/32'])

test.each([
  ['203.0.113.9', undefined, '203.0.113.9'],
  ['::ffff:203.0.113.9', '6.6.6.6', '203.0.113.9'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['::1', '203.0.113.9', '203.0.113.9'],
  ['127.0.0.1', '6.6.6.6, 203.0.113.9', '203.0.113.9'],
  ['127.0.0.1', '203.0.113.9, 127.0.0.1', '203.0.113.9'],
  ['127.0.0.1', 'khong-phai-dia-chi', '127.0.0.1'],
  ['127.0.0.1', ' , ,', '127.0.0.1'],
  [undefined, '203.0.113.9', ''],
])('from %s saying %s comes %s', (peer, forwardedFor, address) => {
  expect(loopback(peer, forwardedFor)).toBe(address)
})

test('a chain of named proxies is followed back to the first that is not one of them', () => {
  expect(chain('127.0.0.1', '1.1.1.1, 203.0.113.9, 10.1.2.3, 2001:db8::7')).toBe('203.0.113.9')
})

test('a name that is no address is refused with a sentence', () => {
  expect(() => clientAddresses(['proxy.example.vn'])).toThrow(/TRUSTED_PROXIES/)
  expect(() => clientAddresses(['10.0.0.0/33'])).toThrow(/TRUSTED_PROXIES/)
})
