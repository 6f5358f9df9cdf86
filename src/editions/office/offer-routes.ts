import { z } from 'zod'
import { inTransaction } from '../../database/connect.ts'
import type { OfficeContext, OfficeRoute } from '../../office/route.ts'
import { holds } from '../../people/actor.ts'
import { NotFound } from '../../refusals.ts'
import { fromLocalInput } from '../../web/dates.ts'
import { chosenMany, readForm, tick } from '../../web/form.ts'
import { cleanText } from '../../web/vietnamese.ts'
import { decideOffer } from '../decide-offer.ts'
import { endPlacement } from '../end-placement.ts'
import { featurePlacement } from '../feature-placement.ts'
import { messages } from './messages.ts'
import { entryById } from './newsroom-queries.ts'
import { offersPage, showOffers } from './offers.tsx'

const desk = ['editor', 'desk_secretary', 'chief_editor'] as const

/** The entry and the portal an address /de-nghi/:placement/:entry/… speaks of. */
function placementOf(c: OfficeContext): { entryId: number; siteId: number } {
  const entry = c.req.param('entry') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(entry)) throw new NotFound()
  return { entryId: Number(entry), siteId: Number(c.req.param('placement')) }
}

const answerForm = z
  .object({
    answer: z.enum(['accept', 'decline']),
    sectionIds: chosenMany,
    note: z.string().default('').transform(cleanText),
  })
  .superRefine((form, context) => {
    if (form.answer === 'accept' && form.sectionIds.length === 0)
      context.addIssue({ code: 'custom', path: ['sectionIds'], message: messages.sectionsMissing.vi })
    if (form.answer === 'decline' && form.note === '')
      context.addIssue({ code: 'custom', path: ['note'], message: messages.declineMissing.vi })
  })

/** POST /de-nghi/:placement/:entry/tra-loi: a portal takes an article offered to it, or says why not. */
async function postAnswer(c: OfficeContext) {
  const read = await readForm(c, answerForm)
  const placement = placementOf(c)
  // An acceptance is refused only for want of sections: there is nothing ticked to keep.
  if (!read.ok) return c.html(await offersPage(c, { ...placement, typed: read.typed, errors: read.errors }), 422)
  const { answer, sectionIds, note } = read.value
  const act = { ...placement, accept: answer === 'accept', sectionIds: answer === 'accept' ? sectionIds : [], note }
  await inTransaction(c.var.db, (tx) => decideOffer(tx, c.var.actor, act, c.var.kinds))
  return c.redirect('/de-nghi?da=tra-loi', 303)
}

const featureForm = z.object({
  featured: tick,
  pinnedUntil: z
    .string()
    .default('')
    .transform((text) => fromLocalInput(text) ?? null),
})

/** POST /de-nghi/:placement/:entry/vi-tri: how prominent an entry is on one portal. */
async function postFeature(c: OfficeContext) {
  const read = await readForm(c, featureForm)
  const placement = placementOf(c)
  const { featured, pinnedUntil } = read.ok ? read.value : { featured: false, pinnedUntil: null }
  await inTransaction(c.var.db, (tx) => featurePlacement(tx, c.var.actor, { ...placement, featured, pinnedUntil }))
  // The entry's own page is for people of its home.
  const entry = await entryById(c.var.db, placement.entryId)
  const home = entry && holds(c.var.actor, entry.siteId, ...desk)
  return c.redirect(home ? `/muc/${placement.entryId}?da=vi-tri` : '/de-nghi?trang-thai=accepted&da=vi-tri', 303)
}

/** POST /de-nghi/:placement/:entry/ket-thuc: a portal takes another's article off its pages. */
async function postEnd(c: OfficeContext) {
  await inTransaction(c.var.db, (tx) => endPlacement(tx, c.var.actor, placementOf(c)))
  return c.redirect('/de-nghi?da=ket-thuc', 303)
}

const route = (noun: string, handle: OfficeRoute['handle']): OfficeRoute => ({
  method: 'POST',
  path: `/de-nghi/:placement/:entry/${noun}`,
  access: { who: desk, on: 'placement' },
  handle,
})

/** Articles that cross from one portal to another, always by the receiver's decision. */
export const offerRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/de-nghi', access: { who: [...desk, 'auditor'], on: 'somewhere' }, handle: showOffers },
  route('tra-loi', postAnswer),
  route('vi-tri', postFeature),
  route('ket-thuc', postEnd),
]
