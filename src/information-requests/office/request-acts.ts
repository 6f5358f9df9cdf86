import { attempt, caseIdOf, typedOf, type Refusal } from '../../cases/office/form.tsx'
import type { Transaction } from '../../database/connect.ts'
import { publicAddress } from '../../editions/office/public-address.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { activeSealingKey } from '../../sealing/queries.ts'
import type { Typed } from '../../web/form.ts'
import { cleanLine } from '../../web/vietnamese.ts'
import { classifyRequest } from '../classify-request.ts'
import { deliverInformation, type DeliveryPlace } from '../deliver-information.ts'
import { draftRefusal } from '../draft-refusal.ts'
import type { DeliveredFile } from '../one-time-code.ts'
import { portalOf } from '../queries.ts'
import { showRequest } from './request-screen.tsx'

interface Act {
  form: string
  fields: readonly string[]
  typed: Typed
  take: (tx: Transaction) => Promise<unknown>
}

async function finish(c: OfficeContext, { form, fields, typed, take }: Act): Promise<Response> {
  const outcome = await attempt(c, fields, take)
  if ('done' in outcome) return c.redirect(`/ho-so/${caseIdOf(c)}/thong-tin?da=${form}`, 303)
  const refusal: Refusal = { form, errors: outcome.errors, typed }
  return showRequest(c, refusal)
}

/** POST /ho-so/:case/thong-tin/phan-loai */
export async function saveClass(c: OfficeContext): Promise<Response> {
  const { typed } = await typedOf(c)
  const { complexity = '', subject = '' } = typed
  const caseId = caseIdOf(c)
  return finish(c, {
    form: 'phan-loai',
    fields: ['complexity', 'subject'],
    typed,
    take: (tx) => classifyRequest(tx, c.var.actor, { caseId, complexity, subject }),
  })
}

/** POST /ho-so/:case/thong-tin/tu-choi */
export async function saveRefusal(c: OfficeContext): Promise<Response> {
  const { typed } = await typedOf(c)
  const { ground = '', words = '' } = typed
  const caseId = caseIdOf(c)
  return finish(c, {
    form: 'tu-choi',
    fields: ['ground', 'words'],
    typed,
    take: (tx) => draftRefusal(tx, c.var.actor, { caseId, ground, words }),
  })
}

/** POST /ho-so/:case/thong-tin/giao */
export async function saveDelivery(c: OfficeContext): Promise<Response> {
  const { typed } = await typedOf(c)
  const { means = '', note = '' } = typed
  const caseId = caseIdOf(c)
  const [file, place] = await Promise.all([fileOf(c), placeOf(c, caseId)])
  return finish(c, {
    form: 'giao',
    fields: ['means', 'file', 'note'],
    typed,
    take: (tx) => deliverInformation(tx, c.var.actor, { caseId, means, note, file }, place),
  })
}

async function fileOf(c: OfficeContext): Promise<DeliveredFile | undefined> {
  const { file } = await c.req.parseBody()
  if (!(file instanceof File) || file.size === 0) return undefined
  const name = cleanLine(file.name.split(/[/\\]/).at(-1) ?? '').slice(0, 180) || 'tep'
  return { name, mime: file.type, body: Buffer.from(await file.arrayBuffer()) }
}

/** Keys, and the portal the request was sent to: there its sender looks for the page. */
async function placeOf(c: OfficeContext, caseId: number): Promise<DeliveryPlace> {
  const { db, config, keyring } = c.var
  const found = await db.selectFrom('citizenCase').select('siteId').where('id', '=', caseId).executeTakeFirst()
  if (!found) throw new NotFound()
  const [{ name, host }, key] = await Promise.all([portalOf(db, found.siteId), activeSealingKey(db)])
  return { keyring, key, origin: host ? publicAddress(config, host, '') : '', siteName: name }
}
