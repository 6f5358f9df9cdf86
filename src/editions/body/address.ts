import { limits } from './schema.ts'

/** An address a reader may be sent to: web, mail, phone, or a path of the portal itself. Undefined for any other, javascript: and data: first of all. */
export function safeHref(raw: unknown): string | undefined {
  if (typeof raw !== 'string') return undefined
  const href = raw
    .toWellFormed()
    // Browsers ignore these inside a scheme, so "java\nscript:" would run.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '')
    .normalize('NFC')
    .trim()
    .replace(/\s/g, '%20')
  if (!href || href.length > limits.href || /[<>"\\]/.test(href)) return undefined
  if (/^(https?):\/\//i.test(href)) return URL.canParse(href) ? href : undefined
  if (/^(mailto|tel):[^:]+$/i.test(href)) return href
  if (href.startsWith('//')) return safeHref(`https:${href}`)
  if (/^[/#?]/.test(href)) return href
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]|$)/u.test(href)) return safeHref(`https://${href}`)
  return undefined
}

/** A video named by a link as people copy it from the address bar or the share button; undefined when it is none we play. */
export function videoOf(link: string): { provider: 'youtube' | 'vimeo'; videoId: string } | undefined {
  const text = link.trim()
  const full = /^https?:\/\//i.test(text) ? text : text.startsWith('//') ? `https:${text}` : `https://${text}`
  if (!URL.canParse(full)) return undefined
  const url = new URL(full)
  const host = url.hostname.replace(/^(www|m|player)\./, '')
  const parts = url.pathname.split('/').filter(Boolean)
  if (host === 'youtu.be') return youtube(parts[0])
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    return youtube(
      ['embed', 'shorts', 'live', 'v'].includes(parts[0] ?? '') ? parts[1] : (url.searchParams.get('v') ?? undefined),
    )
  }
  if (host === 'vimeo.com') return vimeo(parts.findLast((part) => /^\d+$/.test(part)))
  return undefined
}

/** Whether a pair of provider and number can be played. */
export const isVideo = (provider: unknown, videoId: unknown): boolean =>
  typeof videoId === 'string' &&
  ((provider === 'youtube' && /^[\w-]{11}$/.test(videoId)) || (provider === 'vimeo' && /^\d{5,12}$/.test(videoId)))

const youtube = (videoId: string | undefined): { provider: 'youtube'; videoId: string } | undefined =>
  videoId && isVideo('youtube', videoId) ? { provider: 'youtube', videoId } : undefined
const vimeo = (videoId: string | undefined): { provider: 'vimeo'; videoId: string } | undefined =>
  videoId && isVideo('vimeo', videoId) ? { provider: 'vimeo', videoId } : undefined
