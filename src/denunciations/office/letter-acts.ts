import { lookAtSender } from '../../cases/look-at-sender.ts'
import { inTransaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { attempt, typedForm } from '../../sites/office/form.tsx'
import { lookAtLetter } from '../look-at-letter.ts'
import { sealCase } from '../seal-case.ts'
import { settleLetter } from '../settle-letter.ts'
import { letterOf, showLetter } from './letter-screen.tsx'

/** POST /don-niem-phong/:case/mo: the words, once, on the answer to this very press. */
export async function openLetter(c: OfficeContext): Promise<Response> {
  const { id: caseId } = await letterOf(c)
  const { db, actor, keyring } = c.var
  const letter = await inTransaction(db, (tx) => lookAtLetter(tx, actor, { caseId }, keyring))
  return showLetter(c, { letter })
}

/** POST /don-niem-phong/:case/nguoi-gui */
export async function openSender(c: OfficeContext): Promise<Response> {
  const { id: caseId } = await letterOf(c)
  const { actor, keyring } = c.var
  const typed = await typedForm(c)
  const result = await attempt(c, ['reason'], (tx) =>
    lookAtSender(tx, actor, { caseId, reason: typed.reason ?? '' }, keyring),
  )
  return 'errors' in result
    ? showLetter(c, { errors: result.errors, typed })
    : showLetter(c, { sender: result.done ?? 'erased' })
}

/** POST /don-niem-phong/:case/ket-thuc */
export async function saveSettling(c: OfficeContext): Promise<Response> {
  const { id: caseId } = await letterOf(c)
  const { actor } = c.var
  const typed = await typedForm(c, 'words')
  const { result = '', words = '' } = typed
  const done = await attempt(c, ['result', 'words'], (tx) => settleLetter(tx, actor, { caseId, result, words }))
  return 'errors' in done ? showLetter(c, { errors: done.errors, typed }) : c.redirect('/don-niem-phong?da=xong', 303)
}

/** POST /ho-so/:case/niem-phong: from now on only the handlers named see it, so the way leads back to the person's work. */
export async function saveSealing(c: OfficeContext): Promise<Response> {
  const { db, actor } = c.var
  await inTransaction(db, (tx) => sealCase(tx, actor, { caseId: Number(c.req.param('case')) }))
  return c.redirect('/ho-so?da=niem-phong', 303)
}
