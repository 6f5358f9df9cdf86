import { addressOf } from '../editions/live.ts'
import type { DeliveryContext } from './route.ts'
import { isKnownParameter } from './store/page-address.ts'

/** Whether an address has a query that is not ours, such as /?p=123 of a portal that was moved here. */
export const mayBeImported = (c: DeliveryContext): boolean =>
  [...new URL(c.req.url).searchParams.keys()].some((name) => !isKnownParameter(name))

/** The answer to an address that leads elsewhere now, for ever; undefined when no entry ever had it. `exact`: only with its query. */
export async function redirectOld(c: DeliveryContext, exact: boolean): Promise<Response | undefined> {
  const url = new URL(c.req.url)
  const candidates = exact
    ? forms(`${url.pathname}${url.search}`)
    : [...forms(`${url.pathname}${url.search}`), ...forms(url.pathname)]
  const path = await addressOf(c.var.db, c.var.site.id, [...new Set(candidates)])
  return path !== undefined && path !== `${url.pathname}${url.search}` ? c.redirect(path, 301) : undefined
}

/** The ways the same address may have been written down: encoded or not, with or without the slash at its end. */
function forms(address: string): string[] {
  const plain = decoded(address)
  return [address, plain, toggled(address), toggled(plain)]
}

const toggled = (address: string): string =>
  address.length > 1 && address.endsWith('/') ? address.slice(0, -1) : `${address}/`

function decoded(address: string): string {
  try {
    return decodeURIComponent(address).normalize('NFC')
  } catch {
    return address
  }
}
