import type { OfficeContext, OfficeRoute } from '../../office/route.ts'
import { NotFound, Stale } from '../../refusals.ts'
import { attempt, typedForm } from '../../sites/office/form.tsx'
import type { Transaction } from '../../database/connect.ts'
import type { Typed } from '../../web/form.ts'
import { resultCheckers, resultReaders, resultWriters } from '../policy.ts'
import { publishResult } from '../publish-result.ts'
import { returnResult } from '../return-result.ts'
import { saveResult } from '../save-result.ts'
import { submitResult } from '../submit-result.ts'
import type { ResultStep } from '../take-result-step.ts'
import { messages } from './messages.ts'
import { resultOf, showResult } from './result-screen.tsx'
import { showResults } from './results-screen.tsx'

const at = '/cong/:site/ket-qua-giai-quyet'
const fields = ['kind', 'documentNumber', 'signedOn', 'title', 'body', 'checked', 'reason']

/** Finds of the machine a person let stand, from the fields find-0, why-0, … */
const letStandOf = (typed: Typed): { text: string; reason: string }[] =>
  Object.keys(typed)
    .filter((name) => /^find-\d{1,3}$/.test(name))
    .map((name) => ({ text: typed[name] ?? '', reason: typed[name.replace('find', 'why')] ?? '' }))

/** POST …/:result, a new one under /moi. */
async function save(c: OfficeContext): Promise<Response> {
  const row = await resultOf(c)
  const { siteId, actor } = c.var
  const typed = await typedForm(c, 'body')
  const { kind = '', documentNumber = '', signedOn = '', title = '', body = '' } = typed
  const act = {
    siteId,
    resultId: row?.id,
    kind,
    documentNumber,
    signedOn,
    title,
    body,
    letStand: letStandOf(typed),
    saves: Number(typed.saves),
  }
  try {
    const result = await attempt(c, fields, (tx) => saveResult(tx, actor, act))
    if ('errors' in result) return await showResult(c, { errors: result.errors, typed })
    return c.redirect(`/cong/${siteId}/ket-qua-giai-quyet/${result.done.resultId}?da-luu=1`, 303)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    return showResult(c, { errors: { form: c.var.say(messages.stale) }, typed })
  }
}

const step =
  (take: (tx: Transaction, c: OfficeContext, act: ResultStep & { typed: Typed }) => Promise<unknown>) =>
  async (c: OfficeContext): Promise<Response> => {
    const row = await resultOf(c)
    if (!row) throw new NotFound()
    const { siteId } = c.var
    const typed = await typedForm(c, 'reason')
    const result = await attempt(c, fields, (tx) => take(tx, c, { siteId, resultId: row.id, typed }))
    return 'errors' in result
      ? showResult(c, { errors: result.errors, typed: row.state === 'draft' ? undefined : typed })
      : c.redirect(`/cong/${siteId}/ket-qua-giai-quyet/${row.id}?da-luu=1`, 303)
  }

/** Results of complaints and denunciations: written, checked by a second person, published on their clock. */
export const complaintOfficeRoutes: readonly OfficeRoute[] = [
  { method: 'GET', path: at, access: { who: resultReaders, on: 'site' }, handle: showResults },
  { method: 'GET', path: `${at}/:result`, access: { who: resultReaders, on: 'site' }, handle: (c) => showResult(c) },
  { method: 'POST', path: `${at}/:result`, access: { who: resultWriters, on: 'site' }, handle: save },
  {
    method: 'POST',
    path: `${at}/:result/trinh`,
    access: { who: resultWriters, on: 'site' },
    handle: step((tx, c, { typed: _, ...act }) => submitResult(tx, c.var.actor, act)),
  },
  {
    method: 'POST',
    path: `${at}/:result/tra-lai`,
    access: { who: [...resultWriters, 'chief_editor'], on: 'site' },
    handle: step((tx, c, { typed, ...act }) => returnResult(tx, c.var.actor, { ...act, reason: typed.reason ?? '' })),
  },
  {
    method: 'POST',
    path: `${at}/:result/cong-khai`,
    access: { who: resultCheckers, on: 'site' },
    handle: step((tx, c, { typed, ...act }) =>
      publishResult(tx, c.var.actor, { ...act, checked: typed.checked === 'on' }, c.var.kinds),
    ),
  },
]
