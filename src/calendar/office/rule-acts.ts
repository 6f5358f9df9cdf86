import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { attempt, numberOf, typedForm } from '../../sites/office/form.tsx'
import { endOverride } from '../end-override.ts'
import { overrideRule } from '../override-rule.ts'
import { addressOf } from './override-parts.tsx'
import { showNetworkRules, showSiteRules } from './rules-screen.tsx'

const fields = ['ruleId', 'amount', 'unit', 'reason', 'document', 'decidedBy', 'fromDay'] as const

/** POST /quy-tac and /cong/:site/quy-tac. */
async function send(c: OfficeContext, siteId: number | null): Promise<Response> {
  const typed = await typedForm(c)
  const { ruleId = '', unit = '', reason = '', document = '', decidedBy = '', fromDay = '' } = typed
  const act = { siteId, ruleId, amount: numberOf(typed.amount), unit, reason, document, decidedBy, fromDay }
  const result = await attempt(c, fields, (tx) => overrideRule(tx, c.var.actor, act))
  if (!('errors' in result)) return c.redirect(`${addressOf(siteId)}?da-luu=1`, 303)
  const refusal = { errors: result.errors, typed }
  return siteId === null ? showNetworkRules(c, refusal) : showSiteRules(c, refusal)
}
export const sendNetworkOverride = (c: OfficeContext): Promise<Response> => send(c, null)
export const sendSiteOverride = (c: OfficeContext): Promise<Response> => send(c, c.var.siteId)

/** POST …/ket-thuc. */
async function end(c: OfficeContext, siteId: number | null): Promise<Response> {
  const overrideId = numberOf((await typedForm(c)).override)
  if (overrideId === undefined) throw new NotFound()
  await attempt(c, [], (tx) => endOverride(tx, c.var.actor, { siteId, overrideId }))
  return c.redirect(`${addressOf(siteId)}?da-luu=1`, 303)
}
export const endNetworkOverride = (c: OfficeContext): Promise<Response> => end(c, null)
export const endSiteOverride = (c: OfficeContext): Promise<Response> => end(c, c.var.siteId)
