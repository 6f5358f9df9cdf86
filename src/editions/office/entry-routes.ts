import { z } from 'zod'
import { inTransaction } from '../../database/connect.ts'
import type { OfficeContext, OfficeRoute } from '../../office/route.ts'
import { newsroom } from '../../people/actor.ts'
import { chosen, highestRow, lines, optionalLine, readForm } from '../../web/form.ts'
import { correctEntry } from '../correct-entry.ts'
import { endPlacement } from '../end-placement.ts'
import { offerEntry } from '../offer-entry.ts'
import { restoreEdition } from '../restore-edition.ts'
import { reviseEntry } from '../revise-entry.ts'
import { entryPage, readableEntry, showEntry } from './entry.tsx'
import { showHistory } from './history.tsx'
import { messages } from './messages.ts'

const readers = [...newsroom, 'auditor'] as const
const desk = ['editor', 'desk_secretary', 'chief_editor'] as const

/** POST /muc/:entry/phien-ban-moi */
async function postRevision(c: OfficeContext) {
  const { entry } = await readableEntry(c)
  const { editionId } = await inTransaction(c.var.db, (tx) =>
    reviseEntry(tx, c.var.actor, { entryId: entry.id }, c.var.kinds),
  )
  return c.redirect(`/ban-thao/${editionId}`, 303)
}

const correctionForm = z.object({ note: lines(messages.correctMissing.vi, 2000) })

/** POST /muc/:entry/dinh-chinh: opens a version that will carry the public note. */
async function postCorrection(c: OfficeContext) {
  const read = await readForm(c, correctionForm)
  const { entry } = await readableEntry(c)
  if (!read.ok) return c.html(await entryPage(c, { form: 'dinh-chinh', typed: read.typed, errors: read.errors }), 422)
  const { note } = read.value
  const { editionId } = await inTransaction(c.var.db, (tx) =>
    correctEntry(tx, c.var.actor, { entryId: entry.id, note }, c.var.kinds),
  )
  return c.redirect(`/ban-thao/${editionId}`, 303)
}

const row = z.coerce.number().int().positive().max(highestRow).optional().catch(undefined)
const restoreForm = z.object({ editionId: row, saveId: row })

/** POST /muc/:entry/khoi-phuc: an earlier text comes back as, or into, the open version. */
async function postRestored(c: OfficeContext) {
  const read = await readForm(c, restoreForm)
  const { entry } = await readableEntry(c)
  const from = read.ok ? read.value : {}
  const { editionId } = await inTransaction(c.var.db, (tx) =>
    restoreEdition(tx, c.var.actor, { ...from, entryId: entry.id }, c.var.kinds),
  )
  return c.redirect(`/ban-thao/${editionId}/duyet?da=khoi-phuc`, 303)
}

const offerForm = z.object({ siteId: chosen(messages.offerSiteMissing.vi), offerNote: optionalLine(1000) })

/** POST /muc/:entry/de-nghi */
async function postOffer(c: OfficeContext) {
  const read = await readForm(c, offerForm)
  const { entry } = await readableEntry(c)
  if (!read.ok) return c.html(await entryPage(c, { form: 'de-nghi', typed: read.typed, errors: read.errors }), 422)
  const { siteId, offerNote } = read.value
  await inTransaction(c.var.db, (tx) => offerEntry(tx, c.var.actor, { entryId: entry.id, siteId, note: offerNote }))
  return c.redirect(`/muc/${entry.id}?da=de-nghi`, 303)
}

const takeBackForm = z.object({ siteId: chosen(messages.offerSiteMissing.vi) })

/** POST /muc/:entry/de-nghi/rut: an offer no one has answered is taken back. */
async function postTakenBack(c: OfficeContext) {
  const read = await readForm(c, takeBackForm)
  const { entry } = await readableEntry(c)
  if (!read.ok) return c.html(await entryPage(c), 422)
  const { siteId } = read.value
  await inTransaction(c.var.db, (tx) => endPlacement(tx, c.var.actor, { entryId: entry.id, siteId }))
  return c.redirect(`/muc/${entry.id}?da=rut-de-nghi`, 303)
}

/** What concerns an entry across its versions. */
export const entryRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: '/muc/:entry', access: { who: readers, on: 'entry' }, handle: showEntry },
  { method: 'GET', path: '/muc/:entry/lich-su', access: { who: readers, on: 'entry' }, handle: showHistory },
  { method: 'POST', path: '/muc/:entry/phien-ban-moi', access: { who: newsroom, on: 'entry' }, handle: postRevision },
  { method: 'POST', path: '/muc/:entry/dinh-chinh', access: { who: newsroom, on: 'entry' }, handle: postCorrection },
  { method: 'POST', path: '/muc/:entry/khoi-phuc', access: { who: newsroom, on: 'entry' }, handle: postRestored },
  { method: 'POST', path: '/muc/:entry/de-nghi', access: { who: desk, on: 'entry' }, handle: postOffer },
  { method: 'POST', path: '/muc/:entry/de-nghi/rut', access: { who: desk, on: 'entry' }, handle: postTakenBack },
]
