/** Longest address (path and query, as sent) that the public face looks at. */
export const longestAddress = 2048

/** What is wrong with an address: nothing below it (database, router) need ever meet such text. */
export function whyBadAddress(url: string, longest = longestAddress): 400 | 414 | undefined {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const address = start === -1 ? '/' : url.slice(start)
  if (address.length > longest) return 414
  try {
    const text = decodeURIComponent(address.replaceAll('+', ' '))
    // eslint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) ? 400 : undefined
  } catch {
    return 400
  }
}
