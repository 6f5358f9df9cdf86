import type { OfficeContext } from '../../office/route.ts'
import { officeImageUrl } from '../address.ts'
import { chooseVariant } from '../choose-variant.ts'
import { sizeInWords, lengthInWords, storedName } from '../file-kinds.ts'
import { mediaById, mediaOfSite, variantsOf, type MediaView } from '../queries.ts'
import { playedAs, sendFile } from '../send-file.ts'
import { NotFound } from '../../refusals.ts'
import { receiveFiles } from './receive-files.ts'
import { readFilter } from './read-filter.ts'

/** What the editor is told of a file. */
const forEditor = (media: MediaView): object => ({
  mediaId: media.id,
  kind: media.kind,
  name: media.name,
  mime: media.mime,
  width: media.width,
  height: media.height,
  alt: media.alt,
  caption: media.caption,
  source: media.source,
  state: media.state,
  focalX: media.focalX,
  focalY: media.focalY,
  size: sizeInWords(media.bytes),
  length: media.durationMs === null ? null : lengthInWords(media.durationMs),
  language: media.language,
  url: media.kind === 'image' ? officeImageUrl(media.id, 640) : officeImageUrl(media.id, 0),
})

/** POST /cong/:site/tep for scripts: one file, 201 with what it became, or 422 with why not. */
export async function storeForScript(c: OfficeContext): Promise<Response> {
  const outcome = await receiveFiles(c, c.var.siteId)
  if ('problem' in outcome) return c.json({ error: c.var.say(outcome.problem) }, outcome.status)
  const [first] = outcome.received
  if (!first || 'refused' in first) return c.json({ error: first?.refused, name: first?.name }, 422)
  const media = (await mediaById(c.var.db, first.stored.mediaId)) as MediaView
  return c.json({ ...forEditor(media), duplicate: first.stored.duplicate, processing: first.stored.processing }, 201)
}

/** GET /cong/:site/tep: files to choose from; ?q= words, ?loai=anh|video|phu-de|tai-lieu, ?sau= cursor. */
export async function listForScript(c: OfficeContext): Promise<Response> {
  const { filter, after } = readFilter(c)
  const page = await mediaOfSite(c.var.db, c.var.siteId, filter, { after })
  return c.json({ files: page.rows.map(forEditor), next: page.next ?? null })
}

/** GET /thu-vien/:media/xem/:width: the picture in about that width, the whole of it for 0; films and captions to be played; documents as attachments. */
export async function showMediaFile(c: OfficeContext): Promise<Response> {
  const media = await mediaById(c.var.db, Number(c.req.param('media')))
  const width = c.req.param('width') ?? ''
  if (!media || !/^\d{1,5}$/.test(width)) throw new NotFound()
  const cacheControl = 'private, no-cache'
  if (media.kind === 'document')
    return sendFile(c, c.var.files, { stored: storedName(media), mime: media.mime, saveAs: media.name, cacheControl })
  if (media.kind !== 'image')
    return sendFile(c, c.var.files, { stored: storedName(media), mime: playedAs(media.mime), cacheControl })
  const variants = (await variantsOf(c.var.db, [media.id])).get(media.id) ?? []
  return sendFile(c, c.var.files, {
    ...chooseVariant({ ...media, variants }, width === '0' ? '' : `${width}.webp`),
    cacheControl,
  })
}
