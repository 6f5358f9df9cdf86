import { NotFound } from '../../refusals.ts'
import { themeCss } from '../../sites/themes.ts'
import type { DeliveryContext, PublicRoute } from '../route.ts'
import { showArchive, showMonth } from './archive.tsx'
import { showAuthor, showSection, showTopic } from './lists.tsx'
import { showSiteMap } from './site-map.tsx'

/** Pages that belong to the portal itself and show every kind of entry. createDelivery puts them before those of the features. */
export const portalPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/chuyen-muc/:slug', handle: showSection },
  { method: 'GET', path: '/chuyen-muc/:slug/luu-tru', handle: showArchive },
  { method: 'GET', path: '/chuyen-muc/:slug/luu-tru/:month', handle: showMonth },
  { method: 'GET', path: '/luu-tru', handle: showArchive },
  { method: 'GET', path: '/luu-tru/:month', handle: showMonth },
  { method: 'GET', path: '/chuyen-de/:slug', handle: showTopic },
  { method: 'GET', path: '/tac-gia/:slug', handle: showAuthor },
  { method: 'GET', path: '/so-do-cong', handle: showSiteMap },
  { method: 'GET', path: '/mau/:name', handle: showColours, inEnglish: false },
]

/** The colour a portal chose for itself; its address holds the colour, so it can be kept for ever. */
function showColours(c: DeliveryContext): Response {
  const { accent, theme } = c.var.site
  if (!accent || c.req.param('name') !== `${accent.slice(1)}.css`) throw new NotFound()
  return c.body(themeCss(theme, accent), 200, {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': 'public, max-age=31536000, immutable',
  })
}
