import { sql } from 'kysely'
import { ruleFor } from '../calendar/calendar-queries.ts'
import type { RuleId } from '../calendar/rules.ts'
import type { Database, Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { isoDayOf } from '../web/dates.ts'
import { cleanText } from '../web/vietnamese.ts'
import { caseLengths } from './case.ts'
import { reasonsOf, whyNotText, type CaseReasonCode } from './case-reasons.ts'
import { lastDayOf } from './clock.ts'
import { countClocks } from './count-clocks.ts'
import type { CaseView } from './load-case.ts'
import { caseForStep, moveCase, recordCaseStep } from './take-step.ts'

/** How far the answer clock of a case may be extended, and what says so. */
export interface Extension {
  clockId: number
  most: number
  unit: 'working_days' | 'days'
  /** In Vietnamese: the law, or the decision of the portal. */
  basis: string
  /** It has been, and once is all. */
  used: boolean
  /** Its time ran out: what is late does not become timely afterwards. */
  over: boolean
}

/** Rules of the law that let a time be extended, by the rule of the clock. */
const extensionRules: Partial<Record<string, RuleId>> = {
  'information.simple': 'information.extension',
  'information.complex': 'information.extension',
  'data.access': 'data.extension',
  'data.delete': 'data.extension',
  'data.withdraw': 'data.extension',
}

/** undefined: no clock runs; null: nothing lets it be extended. */
export async function extensionFor(
  db: Database | Transaction,
  c: Pick<CaseView, 'id' | 'handlingSiteId'>,
): Promise<Extension | null | undefined> {
  const clock = await db
    .selectFrom('caseClock as k')
    .select(['k.id', 'k.ruleId', 'k.startedAt'])
    .select(sql<boolean>`exists (select from case_extension x where x.clock_id = k.id)`.as('used'))
    .select(
      sql<boolean>`k.due_at <= now() and not k.stale and not exists (select from case_pause p where p.clock_id = k.id and p.to_at is null)`.as(
        'over',
      ),
    )
    .where('k.caseId', '=', c.id)
    .where('k.purpose', '=', 'answer')
    .where('k.state', '=', 'running')
    .executeTakeFirst()
  if (!clock) return undefined
  const common = { clockId: clock.id, used: clock.used, over: clock.over }
  const ruleId = extensionRules[clock.ruleId]
  if (ruleId) {
    const { rule, override, duration } = await ruleFor(db, ruleId, c.handlingSiteId, isoDayOf(clock.startedAt))
    if (duration.unit === 'hours') return null
    const { instrument, article } = rule.basis
    const law = [instrument, ...(article ? [`Điều ${article}`] : [])].join(', ')
    return { ...common, most: duration.amount, unit: duration.unit, basis: override?.document ?? law }
  }
  const own = await db
    .selectFrom('caseSetting')
    .select(['extensionDays', 'extensionBasis'])
    .where('siteId', '=', c.handlingSiteId)
    .where('extensionDays', '>', 0)
    .executeTakeFirst()
  return own ? { ...common, most: own.extensionDays, unit: 'working_days', basis: own.extensionBasis } : null
}

export interface Extending {
  caseId: number
  amount: number
  reason: string
}

export async function whyNotExtend(
  db: Database | Transaction,
  c: Pick<CaseView, 'id' | 'handlingSiteId'>,
  act: Extending,
): Promise<CaseReasonCode[]> {
  const extension = await extensionFor(db, c)
  const text = whyNotText('reason', act.reason, caseLengths.reason)
  if (extension === undefined) return ['form:no-clock', ...text]
  if (extension === null) return ['form:no-extension', ...text]
  const within = Number.isInteger(act.amount) && act.amount >= 1 && act.amount <= extension.most
  return [
    ...(extension.used ? (['form:extended'] as const) : []),
    ...(extension.over ? (['form:over'] as const) : []),
    ...(within ? [] : (['amount:range'] as const)),
    ...text,
  ]
}

/** A leader gives a case more time, once, as far as a law or a decision of the portal allows; the sender is told the new day and why. */
export async function extendCase(tx: Transaction, by: Actor, act: Extending): Promise<void> {
  const { caseId, amount } = act
  const found = await caseForStep(tx, by, 'extend', {
    caseId,
    reasons: async (c) => reasonsOf(await whyNotExtend(tx, c, act)),
  })
  const { clockId, unit, basis } = (await extensionFor(tx, found))!
  const reason = cleanText(act.reason)
  await tx.insertInto('caseExtension').values({ clockId, amount, unit, reason, byId: by.id }).execute()
  await tx.updateTable('caseClock').set({ stale: true }).where('id', '=', clockId).execute()
  await countClocks(tx, caseId, 'own-act')
  const { dueAt } = await tx.selectFrom('caseClock').select('dueAt').where('id', '=', clockId).executeTakeFirstOrThrow()
  const facts = { amount, unit, basis, from: found.dueAt && lastDayOf(found.dueAt), to: lastDayOf(dueAt) }
  await moveCase(tx, by, found, { step: 'extend', note: reason, facts })
  await recordCaseStep(tx, by, found, { done: 'extended', summary: 'Gia hạn', after: { amount, unit, dueAt } })
}
