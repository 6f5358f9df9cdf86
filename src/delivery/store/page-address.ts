/** Parameters that pages of ours read; the page store keeps a page under those alone. */
const readByPages = /^(?:truoc|trang|q|muc|linh-vuc|phuong|tinh-trang|don-vi|pham-vi)$/

/** What campaigns and apps add to addresses. No page reads it. */
const addedByOthers = /^(?:utm_\w+|fbclid|gclid|zarsrc)$/

/** Whether a parameter is one our pages read, or one that others add to any address and nobody reads. */
export const isKnownParameter = (name: string): boolean => readByPages.test(name) || addedByOthers.test(name)

/** An address the page store may keep a page under: written in one way only. */
export interface PageAddress {
  /** Path and query: the path as sent, parameters in the order of their names, without those that others add. */
  address: string
  /** Names of its parameters. */
  parameters: readonly string[]
}

const longestKept = 400
// Each part begins with a letter or digit, so there is no way up, no empty part, and one way to write it.
const plainPath = /^\/(?:\.?[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:\/\.?[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*)?$/
const plainValue = /^[A-Za-z0-9._~-]{1,100}$/

/**
 * Reads a request target (path and query as sent). Undefined for whatever could be the same page written differently, or has a
 * parameter no page reads: such requests are answered one by one and never kept.
 */
export function readPageAddress(target: string): PageAddress | undefined {
  if (target.length > longestKept) return undefined
  const mark = target.indexOf('?')
  const path = mark === -1 ? target : target.slice(0, mark)
  if (!plainPath.test(path)) return undefined
  if (mark === -1 || mark === target.length - 1) return { address: path, parameters: [] }
  const kept = new Map<string, string>()
  for (const pair of target.slice(mark + 1).split('&')) {
    const [name = '', value = '', ...more] = pair.split('=')
    if (addedByOthers.test(name)) continue
    if (!readByPages.test(name) || kept.has(name) || more.length > 0 || !plainValue.test(value)) return undefined
    kept.set(name, value)
  }
  const names = [...kept.keys()].toSorted()
  const query = names.map((name) => `${name}=${kept.get(name)}`).join('&')
  return { address: query ? `${path}?${query}` : path, parameters: names }
}
