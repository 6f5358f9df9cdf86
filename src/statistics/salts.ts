import { hash, randomBytes } from 'node:crypto'
import { dayName } from './sums.ts'

/**
 * The salts that turn address and user agent into a digest, one a day. They come from the database, so all processes have the same;
 * a process that starts while the database is away makes its own until it is back, and readers of that while may count twice.
 */
export interface Salts {
  lacks(day: number): boolean
  learn(salts: ReadonlyMap<string, string>): void
  forgetBefore(day: number): void
  /** 64 hexadecimal digits. Digests for different purposes cannot be compared with one another. */
  digest(day: number, purpose: string, address: string, userAgent: string): string
}

export function newSalts(): Salts {
  const known = new Map<string, string>()
  const own = new Map<string, string>()
  // The name of a day is asked for with every reading.
  let last: { day: number; name: string } = { day: Number.NaN, name: '' }
  const nameOf = (day: number): string => {
    if (last.day !== day) last = { day, name: dayName(day) }
    return last.name
  }
  function saltOf(name: string): string {
    const salt = known.get(name) ?? own.get(name)
    if (salt) return salt
    const made = randomBytes(32).toString('hex')
    own.set(name, made)
    return made
  }
  return {
    lacks: (day) => !known.has(nameOf(day)),
    learn(salts) {
      for (const [name, salt] of salts) known.set(name, salt)
    },
    forgetBefore(day) {
      const first = dayName(day)
      for (const kept of [known, own]) for (const name of kept.keys()) if (name < first) kept.delete(name)
    },
    digest: (day, purpose, address, userAgent) =>
      hash('sha256', `${saltOf(nameOf(day))}${purpose}|${networkOf(address)}|${userAgent.slice(0, 400)}`, 'hex'),
  }
}

/**
 * What of an address tells a household or a phone from others: an IPv4 address whole, of an IPv6 address the first 64 bits,
 * because devices change the rest as often as each day.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  const [head = '', tail] = address.split('::')
  const front = head === '' ? [] : head.split(':')
  if (tail === undefined) return front.slice(0, 4).join(':')
  const back = tail === '' ? [] : tail.split(':')
  const whole = [...front, ...Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0'), ...back]
  return whole.slice(0, 4).join(':')
}
