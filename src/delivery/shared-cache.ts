import type { MiddlewareHandler } from 'hono'
import type { DeliveryEnv } from './route.ts'

/** Proxies read heads into buffers of their own, often of 8 KB. */
const longest = 6000
/** What takes the place of a page that was: a cache that held on to the page would show it again when we are away. */
const insteadOfPages = new Set([301, 404, 410])

/**
 * For a cache in front: what a page shows, as Cache-Tag, for caches that can purge by tag; and that nginx may hold it but must ask
 * before every use (X-Accel-Expires in the past), for those that cannot. A page with more tags than fit is not to be held.
 */
export const sharedCacheHeaders: MiddlewareHandler<DeliveryEnv> = async (c, next) => {
  await next()
  const { page, site } = c.var
  const { status, headers } = c.res
  if (!site || !page || /no-store|private/.test(headers.get('cache-control') ?? '')) return
  const drawn = (status === 200 || status === 304) && page.tags.size > 0
  if (!drawn && !insteadOfPages.has(status)) return
  const tags = [...page.tags, `frame:${site.id}`].join(',')
  if (tags.length > longest) return
  c.header('Cache-Tag', tags)
  c.header('X-Accel-Expires', '@1')
}
