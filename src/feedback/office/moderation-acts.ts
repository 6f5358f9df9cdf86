import { caseFiles } from '../../cases/attachments/case-files.ts'
import { readAttachment } from '../../cases/attachments/read-attachment.ts'
import { attempt, numberOf, typedOf, type Refusal } from '../../cases/office/form.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { prepareUpload, type PreparedUpload } from '../../media/prepare-upload.ts'
import { NotFound, Refused } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { addPhoto, whyNotPhoto } from '../add-photo.ts'
import { blurPicture, mostAreas, readArea, type Area } from '../blur-picture.ts'
import { placeFeedback } from '../place-feedback.ts'
import { publishFeedback } from '../publish-feedback.ts'
import { removePhoto } from '../remove-photo.ts'
import { feedbackReasons, type FeedbackReason } from '../why-not-publish-feedback.ts'
import { withdrawFeedback } from '../withdraw-feedback.ts'
import { addressOf, feedbackOf } from './feedback-of.ts'
import { showModeration } from './moderation-screen.tsx'
import { areaField, areaFields, showPhoto } from './photo-screen.tsx'

/** A row chosen in a list; null for none, 0 (which no row has) for what is no number. */
const chosen = (text: string | undefined): number | null => (text ? (numberOf(text) ?? 0) : null)

/** POST /ho-so/:case/phan-anh/noi */
export async function savePlace(c: OfficeContext): Promise<Response> {
  const report = await feedbackOf(c)
  const { typed } = await typedOf(c)
  const { latitude = '', longitude = '' } = typed
  const act = { caseId: report.id, unitId: chosen(typed.unit), fieldId: chosen(typed.field), latitude, longitude }
  const result = await attempt(c, ['unit', 'field', 'latitude'], (tx) => placeFeedback(tx, c.var.actor, act))
  if ('errors' in result) return showModeration(c, { form: 'noi', errors: result.errors, typed })
  return c.redirect(`${addressOf(report)}?da=noi`, 303)
}

/** POST /ho-so/:case/phan-anh/dang */
export async function savePublication(c: OfficeContext): Promise<Response> {
  const report = await feedbackOf(c)
  const { typed } = await typedOf(c)
  const { title = '', words = '', place = '', answer = '', stand = '' } = typed
  const act = { caseId: report.id, title, words, place, answer, stand, exact: typed.exact === 'on' }
  const fields = ['title', 'words', 'place', 'answer', 'stand']
  const result = await attempt(c, fields, (tx) => publishFeedback(tx, c.var.actor, act))
  if ('errors' in result) return showModeration(c, { form: 'dang', errors: result.errors, typed })
  return c.redirect(`${addressOf(report)}?da=dang`, 303)
}

/** POST /ho-so/:case/phan-anh/go */
export async function saveWithdrawal(c: OfficeContext): Promise<Response> {
  const report = await feedbackOf(c)
  const { typed } = await typedOf(c)
  const act = { caseId: report.id, reason: typed.reason ?? '' }
  const result = await attempt(c, ['reason'], (tx) => withdrawFeedback(tx, c.var.actor, act))
  if ('errors' in result) return showModeration(c, { form: 'go', errors: result.errors, typed })
  return c.redirect(`${addressOf(report)}?da=go`, 303)
}

/** POST /ho-so/:case/phan-anh/anh/:photo/bo */
export async function savePhotoRemoval(c: OfficeContext): Promise<Response> {
  const report = await feedbackOf(c)
  const photoId = numberOf(c.req.param('photo'))
  if (photoId === undefined) throw new NotFound()
  const result = await attempt(c, [], (tx) => removePhoto(tx, c.var.actor, { caseId: report.id, photoId }))
  if ('errors' in result) return showModeration(c, { form: 'bo-anh', errors: result.errors, typed: {} })
  return c.redirect(`${addressOf(report)}?da=bo-anh`, 303)
}

/** POST /ho-so/:case/phan-anh/anh: blurs a picture as it was marked, and puts the copy with the report. */
export async function savePhoto(c: OfficeContext): Promise<Response> {
  const report = await feedbackOf(c)
  const { typed } = await typedOf(c)
  const { moment = '', alt = '' } = typed
  const told = { moment, alt, checked: typed.checked === 'on' }
  const areas = areasOf(typed)
  const wrong: FeedbackReason[] = [...whyNotPhoto(told), ...(areas ? [] : (['areas:wrong'] as const))]
  if (!areas || wrong.length > 0) return showPhoto(c, refusalOf(wrong, typed))
  const attachmentId = chosen(typed.tep)
  const prepared = await preparedPicture(c, { caseId: report.id, attachmentId, areas })
  if (!prepared) return showPhoto(c, refusalOf(['picture:missing'], typed))
  const act = { caseId: report.id, attachmentId, ...told, prepared }
  const result = await attempt(c, ['moment', 'alt', 'checked', 'picture'], (tx) =>
    addPhoto(tx, c.var.actor, act, c.var.files),
  )
  if ('errors' in result) return showPhoto(c, { form: 'anh', errors: result.errors, typed })
  return c.redirect(`${addressOf(report)}?da=anh`, 303)
}

const refusalOf = (codes: readonly FeedbackReason[], typed: Typed): Refusal => {
  const errors: Record<string, string> = {}
  for (const code of codes) errors[code.split(':')[0]!] ??= feedbackReasons[code].vi
  return { form: 'anh', errors, typed }
}

/** The areas that were marked; rows left empty are none. Undefined when one is half filled in, or none of a picture. */
function areasOf(typed: Typed): Area[] | undefined {
  const areas: Area[] = []
  for (let n = 1; n <= mostAreas; n++) {
    const values = areaFields.map((side) => typed[areaField(n, side)]?.trim() ?? '') as [string, string, string, string]
    if (values.every((value) => value === '')) continue
    const area = readArea(values)
    if (!area) return undefined
    areas.push(area)
  }
  return areas
}

interface Marked {
  caseId: number
  attachmentId: number | null
  areas: readonly Area[]
}

/** The picture with its areas made unreadable, fit to be kept; undefined where there is none that can be read. */
async function preparedPicture(
  c: OfficeContext,
  { caseId, attachmentId, areas }: Marked,
): Promise<PreparedUpload | undefined> {
  const body = attachmentId === null ? await broughtPicture(c) : await picturedBySender(c, caseId, attachmentId)
  if (!body) return undefined
  try {
    return await prepareUpload({ name: 'anh-phan-anh.jpg', body: await blurPicture(body, areas) })
  } catch (error) {
    if (error instanceof Refused) throw error
    c.var.logger.info({ err: error }, 'a picture of a report could not be read')
    return undefined
  }
}

async function broughtPicture(c: OfficeContext): Promise<Buffer | undefined> {
  const { picture } = await c.req.parseBody()
  return picture instanceof File && picture.size > 0 ? Buffer.from(await picture.arrayBuffer()) : undefined
}

async function picturedBySender(c: OfficeContext, caseId: number, id: number): Promise<Buffer | undefined> {
  const { db, config, keyring } = c.var
  const opened = await readAttachment({ db, files: caseFiles(config), keyring }, { caseId, id })
  return opened?.mime.startsWith('image/') ? opened.body : undefined
}
