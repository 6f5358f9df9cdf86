import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { DeliveryEnv } from './route.ts'

const checkable = /^(text\/|application\/(xml|rss\+xml|atom\+xml|feed\+json))/

/**
 * Gives pages and feeds a digest of their text, and answers 304 to whoever has it already.
 * What a page set itself (a preview's no-store, a file's own tag) stands.
 */
export const validators: MiddlewareHandler<DeliveryEnv> = async (c, next) => {
  await next()
  if (c.var.site?.isDemo) c.header('X-Robots-Tag', 'noindex, nofollow')
  const type = c.res.headers.get('content-type') ?? ''
  if (!checkable.test(type) || c.res.headers.has('etag')) return
  if (c.res.status !== 200) {
    if (!c.res.headers.has('cache-control'))
      c.header('Cache-Control', c.res.status === 301 ? 'public, max-age=3600' : 'no-cache')
    return
  }
  if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'public, max-age=0, must-revalidate')
  if (c.res.headers.get('cache-control')?.includes('no-store')) return
  const body = await c.res.clone().arrayBuffer()
  const tag = `W/"${createHash('sha1').update(Buffer.from(body)).digest('base64url').slice(0, 22)}"`
  c.header('ETag', tag)
  if (matches(c.req.header('if-none-match'), tag)) {
    const headers = new Headers(c.res.headers)
    for (const name of ['content-type', 'content-length']) headers.delete(name)
    c.res = new Response(null, { status: 304, headers })
  }
}

const matches = (asked: string | undefined, tag: string): boolean =>
  asked !== undefined &&
  asked.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag.slice(2))
