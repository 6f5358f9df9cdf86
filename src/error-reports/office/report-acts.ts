import { inTransaction, type Transaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { Refused } from '../../refusals.ts'
import type { Typed } from '../../web/form.ts'
import { changeReportRule } from '../change-report-rule.ts'
import { closeReport } from '../close-report.ts'
import { takeReport } from '../take-report.ts'
import { showQueue } from './queue-screen.tsx'
import { reportIdOf, type Refusal } from './refusal.ts'
import { showReport } from './report-screen.tsx'

async function typedOf(c: OfficeContext): Promise<Typed> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

/** Runs an act in one transaction; a refusal comes back as messages beside the fields. */
async function attempt(
  c: OfficeContext,
  typed: Typed,
  act: (tx: Transaction) => Promise<unknown>,
): Promise<Refusal | undefined> {
  try {
    await inTransaction(c.var.db, act)
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const errors: Record<string, string> = {}
    for (const [i, reason] of error.reasons.entries()) errors[error.codes[i]?.split(':')[0] ?? 'form'] ??= reason
    return { errors, typed }
  }
}

/** POST /cong/:site/bao-loi/:report/nhan */
export async function saveTaking(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const reportId = reportIdOf(c)
  const refusal = await attempt(c, {}, (tx) => takeReport(tx, actor, { siteId, reportId }))
  return refusal ? showReport(c, refusal) : c.redirect(`/cong/${siteId}/bao-loi/${reportId}?da=nhan`, 303)
}

/** POST /cong/:site/bao-loi/:report/xong */
export async function saveClosing(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const reportId = reportIdOf(c)
  const typed = await typedOf(c)
  const { outcome = '', note = '', answer = '' } = typed
  const silent = typed.silent === 'on'
  const refusal = await attempt(c, typed, (tx) =>
    closeReport(tx, actor, { siteId, reportId, outcome, note, answer, silent }),
  )
  return refusal ? showReport(c, refusal) : c.redirect(`/cong/${siteId}/bao-loi/${reportId}?da=xong`, 303)
}

/** POST /cong/:site/bao-loi/thoi-han */
export async function saveRule(c: OfficeContext): Promise<Response> {
  const { actor, siteId } = c.var
  const typed = await typedOf(c)
  const whole = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : Number.NaN)
  const rule = { siteId, hours: whole(typed.hours), keepDays: whole(typed.keepDays) }
  const refusal = await attempt(c, typed, (tx) => changeReportRule(tx, actor, rule))
  return refusal ? showQueue(c, refusal) : c.redirect(`/cong/${siteId}/bao-loi?da=thoi-han`, 303)
}
