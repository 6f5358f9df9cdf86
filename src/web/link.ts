/** Longest address of a link, in signs. */
const longestHref = 500

/**
 * An address an administrator may have a portal lead to: a path of the portal or an https address, written out by the
 * browser's own rules. Undefined for anything else: other schemes, another host by //, a name with a password.
 */
export function readHref(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  // eslint-disable-next-line no-control-regex
  if (text === '' || text.length > longestHref || /[\s\\\u0000-\u001f\u007f]/.test(text)) return undefined
  const base = 'https://portal.invalid'
  const url = URL.parse(text, base)
  if (!url || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined
  const outside = text.startsWith('https://')
  if (!outside && (!text.startsWith('/') || url.origin !== base)) return undefined
  const href = outside ? url.href : url.href.slice(base.length)
  return href.startsWith('//') || href.length > longestHref ? undefined : href
}
