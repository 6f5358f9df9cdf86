import { BlockList, isIP } from 'node:net'

const mostRemembered = 1000

/**
 * Tells who asks: the address of the peer, or, where the peer is a trusted proxy, the right-most address of X-Forwarded-For that
 * is not one. What stands left of it may be invented by the client and is not looked at.
 * `trusted`: addresses, networks (10.0.0.0/8) and the word loopback. @throws one sentence when one of them is neither.
 */
export function clientAddresses(
  trusted: readonly string[],
): (peer: string | undefined, forwardedFor: string | undefined) => string {
  const proxies = proxyList(trusted)
  const known = new Map<string, boolean>()
  const isProxy = (address: string): boolean => {
    let answer = known.get(address)
    if (answer === undefined) {
      answer = proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
      if (known.size >= mostRemembered) known.clear()
      known.set(address, answer)
    }
    return answer
  }
  return (peer, forwardedFor) => {
    let address = plain(peer ?? '')
    if (!forwardedFor || !address) return address
    let end = forwardedFor.length
    while (end > 0 && isProxy(address)) {
      const comma = forwardedFor.lastIndexOf(',', end - 1)
      const before = plain(forwardedFor.slice(comma + 1, end).trim())
      if (isIP(before) === 0) break
      address = before
      end = comma
    }
    return address
  }
}

/** An IPv4 address as such, also where it is written as an IPv6 one. */
const plain = (address: string): string => (address.startsWith('::ffff:') ? address.slice(7) : address)

function proxyList(trusted: readonly string[]): BlockList {
  const list = new BlockList()
  for (const one of trusted.flatMap((name) => (name === 'loopback' ? ['127.0.0.0/8', '::1'] : [name]))) {
    const [address = '', bits] = one.split('/')
    const version = isIP(address)
    const length = bits === undefined ? undefined : Number(bits)
    const most = version === 4 ? 32 : 128
    if (version === 0 || (length !== undefined && !(Number.isInteger(length) && length >= 0 && length <= most))) {
      throw new Error(
        `TRUSTED_PROXIES có “${one}”: cần địa chỉ IP, dải mạng như 10.0.0.0/8, hoặc chữ loopback (not an address or network)`,
      )
    }
    const family = version === 4 ? 'ipv4' : 'ipv6'
    if (length === undefined) list.addAddress(address, family)
    else list.addSubnet(address, length, family)
  }
  return list
}
