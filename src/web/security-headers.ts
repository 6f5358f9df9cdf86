import type { Env, MiddlewareHandler } from 'hono'

interface HeaderRules<E extends Env> {
  /** Told to keep to TLS for a year. */
  overTls: boolean
  /** Other places a frame of ours may show: sources of a content security policy, '' for none. */
  frames: (c: Parameters<MiddlewareHandler<E>>[0]) => string
  /** Other places whose pictures it may show, in the same way. */
  images?: (c: Parameters<MiddlewareHandler<E>>[0]) => string
  /** Whether it may ask where the reader's device is. */
  position?: (c: Parameters<MiddlewareHandler<E>>[0]) => boolean
  /** Who else may show this answer in a frame: an origin. */
  framedBy?: (c: Parameters<MiddlewareHandler<E>>[0]) => string | undefined
  /** The writing screen makes pictures of pasted data and sets styles by script. */
  face: 'delivery' | 'office'
}

/** Headers every answer carries, errors included: no outside host, no inline script or style, no framing by others. */
export const securityHeaders =
  <E extends Env>({ overTls, frames, images, position, framedBy, face }: HeaderRules<E>): MiddlewareHandler<E> =>
  async (c, next) => {
    await next()
    const asked = { frames: frames(c), images: images?.(c), position: position?.(c), framedBy: framedBy?.(c) }
    const lines = securityLines({ face, overTls, ...asked })
    for (const [name, value] of lines) {
      // A page whose address is a secret asks for a stricter one.
      if (name === 'Referrer-Policy' && c.res.headers.has(name)) continue
      c.header(name, value)
    }
  }

interface LineRules {
  face: 'delivery' | 'office'
  overTls: boolean
  frames: string
  images?: string
  position?: boolean
  framedBy?: string
}

/** The same headers as pairs of name and value, for answers that no router gives. */
export function securityLines({ face, overTls, frames, images, position, framedBy }: LineRules): [string, string][] {
  const office = face === 'office'
  const policy = [
    `default-src 'self'`,
    `img-src 'self' data:${office ? ' blob:' : ''}${images ? ` ${images}` : ''}`,
    `style-src 'self'`,
    ...(office ? [`style-src-attr 'unsafe-inline'`] : []),
    `script-src 'self'`,
    `frame-src ${frames ? `'self' ${frames}` : `'none'`}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${office ? `'none'` : framedBy ? `'self' ${framedBy}` : `'self'`}`,
  ]
  const lines: [string, string][] = [
    ['Content-Security-Policy', policy.join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', `camera=(), geolocation=(${position ? 'self' : ''}), microphone=(), payment=()`],
  ]
  if (overTls) lines.push(...tlsLines)
  return lines
}

/** Browsers heed these two over TLS alone, and complain about the first without it. */
export const tlsLines: readonly [string, string][] = [
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
]
