import type { Env, MiddlewareHandler } from 'hono'

interface HeaderRules<E extends Env> {
  /** Told to keep to TLS for a year. */
  overTls: boolean
  /** Other places a frame of ours may show: sources of a content security policy. */
  frames?: string
  /** Who else may show this answer in a frame: an origin. */
  framedBy?: (c: Parameters<MiddlewareHandler<E>>[0]) => string | undefined
  /** The writing screen makes pictures of pasted data and sets styles by script. */
  face: 'delivery' | 'office'
}

/** Headers every answer carries, errors included: no outside host, no inline script or style, no framing by others. */
export const securityHeaders =
  <E extends Env>({ overTls, frames, framedBy, face }: HeaderRules<E>): MiddlewareHandler<E> =>
  async (c, next) => {
    await next()
    const office = face === 'office'
    const also = framedBy?.(c)
    const policy = [
      `default-src 'self'`,
      `img-src 'self' data:${office ? ' blob:' : ''}`,
      `style-src 'self'`,
      ...(office ? [`style-src-attr 'unsafe-inline'`] : []),
      `script-src 'self'`,
      `frame-src ${frames ? `'self' ${frames}` : `'none'`}`,
      `object-src 'none'`,
      `base-uri 'none'`,
      `form-action 'self'`,
      `frame-ancestors ${office ? `'none'` : also ? `'self' ${also}` : `'self'`}`,
    ]
    c.header('Content-Security-Policy', policy.join('; '))
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin')
    c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    // Browsers heed these two over TLS alone, and complain about the first without it.
    if (overTls) {
      c.header('Cross-Origin-Opener-Policy', 'same-origin')
      c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    }
  }
