import { caseFiles } from '../../cases/attachments/case-files.ts'
import { encryptedName } from '../../cases/attachments/attachment.ts'
import { attempt, caseIdOf, typedOf } from '../../cases/office/form.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { acknowledgeRequest } from '../acknowledge-request.ts'
import { eraseOnRequest } from '../erase-on-request.ts'
import { showData } from './data-screen.tsx'

/** POST /ho-so/:case/du-lieu/xac-nhan */
export async function saveAcknowledgement(c: OfficeContext): Promise<Response> {
  const caseId = caseIdOf(c)
  const outcome = await attempt(c, [], (tx) => acknowledgeRequest(tx, c.var.actor, { caseId }))
  if ('errors' in outcome) return showData(c, { form: 'xac-nhan', errors: outcome.errors, typed: {} })
  return c.redirect(`/ho-so/${caseId}/du-lieu?da=xac-nhan`, 303)
}

/** POST /ho-so/:case/du-lieu/xoa */
export async function saveErasure(c: OfficeContext): Promise<Response> {
  const caseId = caseIdOf(c)
  const { typed } = await typedOf(c)
  const { number = '', reason = '' } = typed
  const outcome = await attempt(c, ['number', 'reason'], (tx) =>
    eraseOnRequest(tx, c.var.actor, { caseId, number, reason }),
  )
  if ('errors' in outcome) return showData(c, { form: 'xoa', errors: outcome.errors, typed })
  // After the commit: what a crash leaves here is found by the job that tidies.
  const files = caseFiles(c.var.config)
  for (const stored of outcome.done.stored) await files.remove(encryptedName(stored))
  return c.redirect(`/ho-so/${caseId}/du-lieu?da=xoa`, 303)
}
