import QRCode from 'qrcode'
import { showing, type DeliveryContext } from '../../delivery/route.ts'
import { NotFound } from '../../refusals.ts'
import { articleAt } from '../live-queries.ts'

/** A picture code: modules in a row with the quiet margin, and the dark ones as a line one module wide, drawn row by row. */
export interface QrCode {
  size: number
  line: string
}

/** Modules left white around a code (ISO/IEC 18004: four). */
const margin = 4

/** The code of an address, drawn here: nobody else learns what is read. Mends 15 % of damage (level M). */
export function qrCode(url: string): QrCode {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' })
  let line = ''
  for (let row = 0; row < modules.size; row++) {
    // Steps from run to run are a third of the letters of places: the code stands in every page.
    let at: number | undefined
    for (let column = 0; column < modules.size; column++) {
      const start = column
      while (column < modules.size && modules.get(row, column)) column++
      if (column === start) continue
      line += at === undefined ? `M${start + margin} ${row + margin}.5` : `m${start - at} 0`
      line += `h${column - start}`
      at = column
    }
  }
  return { size: modules.size + 2 * margin, line }
}

/** The code as a file of its own, white behind, so that it can be read on any ground. */
export function qrSvg(url: string, title: string): string {
  const { size, line } = qrCode(url)
  const name = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" role="img"><title>${name}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" shape-rendering="crispEdges" d="${line}"/></svg>`
}

/** GET /ma-qr/{kind}/{slug}.svg: the code of an entry that is live here below `base`, and of nothing else. */
export const qrCodeBelow =
  (base: string) =>
  async (c: DeliveryContext): Promise<Response> => {
    const slug = /^([a-z0-9-]{1,200})\.svg$/.exec(c.req.param('file') ?? '')?.[1]
    const found = slug && (await articleAt(c.var.db, c.var.site.id, `${base}/${slug}`))
    if (!found || found.is === 'gone') throw new NotFound()
    if (found.is === 'moved') return c.redirect(`/ma-qr${found.path}.svg`, 301)
    showing(c, `entry:${found.article.entryId}`)
    c.header('Cache-Control', 'public, max-age=0, must-revalidate')
    return c.body(qrSvg(`${c.var.site.origin}${found.article.path}`, found.article.content.title), 200, {
      'Content-Type': 'image/svg+xml',
    })
  }
