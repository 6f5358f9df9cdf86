/** Where a reader came from, in the order of the columns of site_day. */
export const referrers = ['none', 'own', 'network', 'search', 'social', 'other'] as const
export type Referrer = (typeof referrers)[number]

const searchEngines =
  /(^|\.)((?<!mail\.|docs\.|drive\.|meet\.|calendar\.)google\.[a-z]{2,3}(\.[a-z]{2})?|bing\.com|coccoc\.com|yahoo\.com|duckduckgo\.com|baidu\.com|yandex\.(ru|com)|ecosia\.org|qwant\.com|search\.brave\.com|startpage\.com|naver\.com)$/
const socialNetworks =
  /(^|\.)(facebook\.com|fb\.com|fb\.me|messenger\.com|zalo\.me|zaloapp\.com|zalo\.vn|instagram\.com|threads\.(net|com)|tiktok\.com|youtube\.com|youtu\.be|twitter\.com|x\.com|t\.co|linkedin\.com|lnkd\.in|telegram\.org|t\.me|viber\.com|whatsapp\.com|reddit\.com|pinterest\.com|mocha\.com\.vn|gapo\.vn|lotus\.vn)$/
// Android names the program a link was pressed in.
const searchApps = /^(com\.google\.android\.googlequicksearchbox|com\.coccoc)/
const socialApps =
  /^(com\.facebook|com\.zing\.zalo|com\.instagram|com\.twitter|com\.linkedin|org\.telegram|com\.viber|com\.zhiliaoapp)/

/** The host a Referer header names, lower case, without a port; '' for none. Programs of Android stand as their own name. */
export function referrerHost(referrer: string): string {
  if (referrer === '') return ''
  const [, authority = ''] = /^(?:https?|android-app):\/\/([^/?#]{1,260})/i.exec(referrer) ?? []
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase()
  return host.replace(/:\d+$/, '').replace(/\.$/, '')
}

/** The class of a host that is none of our portals. */
export function classifyOutside(host: string): Referrer {
  if (searchEngines.test(host) || searchApps.test(host)) return 'search'
  return socialNetworks.test(host) || socialApps.test(host) ? 'social' : 'other'
}

/** Portals by host, as the referrers of their pages name them. */
export type Hosts = ReadonlyMap<string, number>

/** Classes of referrers, remembered for the most recent hosts: `limit` of them at most. */
export function referrerClasses(
  limit = 5000,
): (referrer: string, site: { id: number; host: string }, hosts: Hosts) => Referrer {
  let known = new Map<string, Referrer>()
  return (referrer, site, hosts) => {
    if (referrer === '') return 'none'
    const host = referrerHost(referrer)
    if (host === '') return 'other'
    const portal = hosts.get(host)
    if (portal === site.id || host === site.host.replace(/:\d+$/, '').toLowerCase()) return 'own'
    if (portal !== undefined) return 'network'
    const found = known.get(host)
    if (found) return found
    if (known.size >= limit) known = new Map()
    const made = classifyOutside(host)
    known.set(host, made)
    return made
  }
}
