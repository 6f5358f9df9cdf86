import { inTransaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { caseFiles } from '../attachments/case-files.ts'
import { attachmentHeaders, readAttachment } from '../attachments/read-attachment.ts'
import { lookAtAttachment } from '../look-at-attachment.ts'
import { lookAtSender } from '../look-at-sender.ts'
import { showCase } from './case-screen.tsx'
import { attempt, caseIdOf, numberOf, typedOf } from './form.tsx'

/** POST /ho-so/:case/nguoi-gui: shows who sent it on this answer alone, once the look is recorded. */
export async function lookAtSenderOf(c: OfficeContext): Promise<Response> {
  const { actor, keyring } = c.var
  const caseId = caseIdOf(c)
  const { typed } = await typedOf(c)
  const look = { caseId, reason: typed.reason ?? '' }
  const result = await attempt(c, ['reason'], (tx) => lookAtSender(tx, actor, look, keyring))
  if ('errors' in result) return showCase(c, { refusal: { form: 'nguoi-gui', errors: result.errors, typed } })
  return showCase(c, { sender: result.done ?? null })
}

/** GET /ho-so/:case/tep/:attachment: a cleaned file, once the look is recorded. */
export async function openAttachment(c: OfficeContext): Promise<Response> {
  const { db, actor, config, keyring } = c.var
  const caseId = caseIdOf(c)
  const attachmentId = numberOf(c.req.param('attachment'))
  if (attachmentId === undefined) throw new NotFound()
  await inTransaction(db, (tx) => lookAtAttachment(tx, actor, { caseId, attachmentId }))
  const opened = await readAttachment({ db, files: caseFiles(config), keyring }, { caseId, id: attachmentId })
  if (!opened) throw new NotFound()
  return c.body(new Uint8Array(opened.body), 200, attachmentHeaders(opened, true))
}
