import type { MiddlewareHandler } from 'hono'

/** Headers every answer carries, errors included: no outside host, no inline script or style, no framing by others. */
export const securityHeaders =
  (face: 'delivery' | 'office', overTls: boolean): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const images = face === 'office' ? `img-src 'self' data: blob: http: https:` : `img-src 'self' data:`
    const frames = face === 'office' ? `frame-src 'self' http: https:` : `frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com`
    const styles = face === 'office' ? `style-src 'self'; style-src-attr 'unsafe-inline'` : `style-src 'self'`
    c.header('Content-Security-Policy', `default-src 'self'; ${images}; ${styles}; script-src 'self'; ${frames}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ${face === 'office' ? "'none'" : c.res.headers.get('x-khue-frame-ancestors') ?? "'self'"}`)
    c.res.headers.delete('x-khue-frame-ancestors')
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin')
    c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    if (overTls) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  }
