import type { DeliveryContext, PublicRoute } from '../delivery/route.ts'
import { NotFound } from '../refusals.ts'
import { fileSlug } from './address.ts'
import { chooseVariant } from './choose-variant.ts'
import { storedName } from './file-kinds.ts'
import { messages } from './messages.ts'
import { previewedFile, publicFile, type PublicFile } from './queries.ts'
import { playedAs, sendFile } from './send-file.ts'

/** Files as readers get them. A file follows the state of what shows it, so every use is asked for: kept copies are only revalidated. */
export const mediaPublicRoutes: readonly PublicRoute[] = [
  { method: 'GET', path: '/tep/:media/:name', handle: showFile, inEnglish: false },
  { method: 'GET', path: '/xem-thu/:token/tep/:media/:name', handle: showPreviewedFile, inEnglish: false },
]

async function showFile(c: DeliveryContext): Promise<Response> {
  const file = await publicFile(c.var.db, mediaNumber(c))
  if (!file) throw new NotFound()
  c.header('Cache-Control', 'no-cache')
  // 410, not 404: the file was public and was taken back, so whoever kept its address should drop it now.
  if (file.gone) return c.text(c.var.say(messages.fileGone), 410)
  return answerWith(c, file, `/tep/${file.id}`, 'no-cache')
}

async function showPreviewedFile(c: DeliveryContext): Promise<Response> {
  const token = c.req.param('token') ?? ''
  const file = token.length <= 200 ? await previewedFile(c.var.db, token, mediaNumber(c)) : undefined
  if (!file) throw new NotFound()
  c.header('X-Robots-Tag', 'noindex, nofollow')
  c.header('Referrer-Policy', 'no-referrer')
  return answerWith(c, file, `/xem-thu/${encodeURIComponent(token)}/tep/${file.id}`, 'private, no-store')
}

async function answerWith(c: DeliveryContext, file: PublicFile, base: string, cacheControl: string): Promise<Response> {
  const name = c.req.param('name') ?? ''
  if (file.kind === 'image') return sendFile(c, c.var.files, { ...chooseVariant(file, name), cacheControl })
  const proper = fileSlug(file.name)
  if (name !== proper) {
    c.header('Cache-Control', cacheControl)
    return c.redirect(`${base}/${proper}`, 302)
  }
  // Films and captions are played in the page; everything else is handed out to be saved.
  const saveAs = file.kind === 'document' ? file.name : undefined
  return sendFile(c, c.var.files, { stored: storedName(file), mime: playedAs(file.mime), saveAs, cacheControl })
}

function mediaNumber(c: DeliveryContext): number {
  const text = c.req.param('media') ?? ''
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > 2_147_483_647) throw new NotFound()
  return Number(text)
}
