import { z } from 'zod'
import { inTransaction } from '../../database/connect.ts'
import { wantsJson } from '../../office/office.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound, Refused, Stale } from '../../refusals.ts'
import { readForm } from '../../web/form.ts'
import { changeMedia, type MediaWords } from '../change-media.ts'
import { messages } from '../messages.ts'
import { mediaById } from '../queries.ts'
import { removeMedia } from '../remove-media.ts'
import { focalHeight, focalWidth } from './focal-panel.tsx'
import { drawMedia } from './media-screen.tsx'

const text = (max: number) => z.string().max(max, `Dài quá ${max} ký tự: hãy rút gọn.`).optional()
const revision = z.coerce.number().int().positive().optional().catch(undefined)

/** POST /thu-vien/:media/thong-tin */
export async function saveWords(c: OfficeContext): Promise<Response> {
  const form = await readForm(c, z.object({ alt: text(500), caption: text(1000), source: text(300), revision }))
  if (!form.ok) return drawMedia(c, { errors: form.errors, typed: form.typed, status: 422 })
  return save(c, form.value, form.typed)
}

const percent = z
  .string(messages.focalBad.vi)
  .trim()
  .regex(/^\d{1,3}(\.\d+)?$/, messages.focalBad.vi)
  .transform(Number)
  .pipe(z.number().max(100, messages.focalBad.vi))
const place = z.coerce.number().int().min(0).optional().catch(undefined)

/** POST /thu-vien/:media/diem-chinh: the place of a click on the picture counts before the numbers. */
export async function saveFocal(c: OfficeContext): Promise<Response> {
  const form = await readForm(
    c,
    z.object({ 'diem.x': place, 'diem.y': place, x: z.string().optional(), y: z.string().optional(), revision }),
  )
  if (!form.ok) return drawMedia(c, { errors: form.errors, typed: form.typed, status: 422 })
  const media = await mediaById(c.var.db, Number(c.req.param('media')))
  if (!media) throw new NotFound()
  const [left, top] = [form.value['diem.x'], form.value['diem.y']]
  // Pressed by keyboard the picture sends 0, 0: then the numbers count.
  if (left !== undefined && top !== undefined && (left > 0 || top > 0)) {
    return save(
      c,
      { focalX: left / focalWidth, focalY: top / focalHeight(media), revision: form.value.revision },
      form.typed,
    )
  }
  const numbers = z
    .object({ x: percent, y: percent })
    .safeParse({ x: form.value.x?.replace(',', '.'), y: form.value.y?.replace(',', '.') })
  if (!numbers.success) {
    if (wantsJson(c)) return c.json({ error: c.var.say(messages.focalBad) }, 422)
    const errors = Object.fromEntries(
      numbers.error.issues.map((issue) => [String(issue.path[0]), c.var.say(messages.focalBad)]),
    )
    return drawMedia(c, { errors, typed: form.typed, status: 422 })
  }
  return save(
    c,
    { focalX: numbers.data.x / 100, focalY: numbers.data.y / 100, revision: form.value.revision },
    form.typed,
  )
}

async function save(
  c: OfficeContext,
  words: MediaWords & { revision?: number },
  typed: Record<string, string>,
): Promise<Response> {
  const mediaId = Number(c.req.param('media'))
  try {
    const saved = await inTransaction(c.var.db, (tx) => changeMedia(tx, c.var.actor, { ...words, mediaId }))
    if (wantsJson(c)) return c.json(saved)
  } catch (error) {
    if (error instanceof Stale && !wantsJson(c)) return drawMedia(c, { stale: true, typed, status: 409 })
    throw error
  }
  return c.redirect(`/thu-vien/${mediaId}?da-luu`, 303)
}

/** POST /thu-vien/:media/viec-xoa */
export async function confirmRemoval(c: OfficeContext): Promise<Response> {
  const form = await readForm(c, z.object({ chac: z.string().optional() }))
  if (!form.ok || form.value.chac === undefined)
    return drawMedia(c, { errors: { chac: c.var.say(messages.removeTick) }, status: 422 })
  try {
    await inTransaction(c.var.db, (tx) => removeMedia(tx, c.var.actor, { mediaId: Number(c.req.param('media')) }))
  } catch (error) {
    if (error instanceof Refused) return drawMedia(c, { refusal: error.reasons, status: 409 })
    throw error
  }
  return c.redirect(`/thu-vien?cong=${c.var.siteId}&da-xoa`, 303)
}
