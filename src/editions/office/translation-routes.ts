import { z } from 'zod'
import { inTransaction } from '../../database/connect.ts'
import type { OfficeContext, OfficeRoute } from '../../office/route.ts'
import { newsroom } from '../../people/actor.ts'
import { highestRow, optionalLine, readForm } from '../../web/form.ts'
import { linkTranslation } from '../link-translation.ts'
import { startTranslation } from '../start-translation.ts'
import { entryAtAddress } from '../translation-queries.ts'
import { unlinkTranslation } from '../unlink-translation.ts'
import { entryPage, readableEntry } from './entry.tsx'
import { translationMessages } from './translations.tsx'

/** POST /muc/:entry/ban-dich: a draft in the other language. */
async function postStarted(c: OfficeContext) {
  const { entry } = await readableEntry(c)
  const { editionId } = await inTransaction(c.var.db, (tx) =>
    startTranslation(tx, c.var.actor, { entryId: entry.id }, c.var.kinds),
  )
  return c.redirect(`/ban-thao/${editionId}`, 303)
}

const linkForm = z.object({
  otherId: z.coerce.number().int().positive().max(highestRow).optional().catch(undefined),
  address: optionalLine(500),
})

/** POST /muc/:entry/ban-dich/lien-ket: an article that exists, chosen from the list or by its public address. */
async function postLinked(c: OfficeContext) {
  const read = await readForm(c, linkForm)
  const { entry } = await readableEntry(c)
  const { otherId, address } = read.ok ? read.value : {}
  const otherOf = async (): Promise<number | undefined> =>
    address ? entryAtAddress(c.var.db, entry.siteId, pathIn(address)) : otherId
  const found = read.ok ? await otherOf() : undefined
  if (!read.ok || found === undefined) {
    const missing = c.var.say(address ? translationMessages.addressUnknown : translationMessages.chooseOne)
    const errors = read.ok ? { [address ? 'address' : 'otherId']: missing } : read.errors
    return c.html(await entryPage(c, { form: 'ban-dich', typed: read.typed, errors }), 422)
  }
  await inTransaction(c.var.db, (tx) => linkTranslation(tx, c.var.actor, { entryId: entry.id, otherId: found }))
  return c.redirect(`/muc/${entry.id}?da=lien-ket`, 303)
}

/** The path of a pasted address: whole, or from the root. */
const pathIn = (address: string): string => {
  const path = address.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/s, '')
  return path.startsWith('/') ? path : `/${path}`
}

/** POST /muc/:entry/ban-dich/bo */
async function postUnlinked(c: OfficeContext) {
  const { entry } = await readableEntry(c)
  await inTransaction(c.var.db, (tx) => unlinkTranslation(tx, c.var.actor, { entryId: entry.id }))
  return c.redirect(`/muc/${entry.id}?da=bo-lien-ket`, 303)
}

/** The versions of an entry in two languages. */
export const translationRoutes: readonly OfficeRoute[] = [
  { method: 'POST', path: '/muc/:entry/ban-dich', access: { who: newsroom, on: 'entry' }, handle: postStarted },
  { method: 'POST', path: '/muc/:entry/ban-dich/lien-ket', access: { who: newsroom, on: 'entry' }, handle: postLinked },
  { method: 'POST', path: '/muc/:entry/ban-dich/bo', access: { who: newsroom, on: 'entry' }, handle: postUnlinked },
]
