import { numberOf } from '../../cases/office/form.tsx'
import { chooseVariant } from '../../media/choose-variant.ts'
import { mediaById, variantsOf } from '../../media/queries.ts'
import { sendFile } from '../../media/send-file.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { moderationOf } from '../queries.ts'
import { feedbackOf } from './feedback-of.ts'

/** GET /ho-so/:case/phan-anh/anh/:photo: a picture of a report, for its moderators; the library is not open to all of them. */
export async function sendPhoto(c: OfficeContext): Promise<Response> {
  const { db, files } = c.var
  const report = await feedbackOf(c)
  const wanted = numberOf(c.req.param('photo'))
  const { photos } = await moderationOf(db, report.id)
  const photo = photos.find(({ id }) => id === wanted)
  const media = photo && (await mediaById(db, photo.mediaId))
  if (!media) throw new NotFound()
  const variants = (await variantsOf(db, [media.id])).get(media.id) ?? []
  return sendFile(c, files, { ...chooseVariant({ ...media, variants }, '640.webp'), cacheControl: 'private, no-cache' })
}
