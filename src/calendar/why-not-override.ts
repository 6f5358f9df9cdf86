import { isDay } from '../web/dates.ts'
import type { Duration } from './deadline.ts'
import { isRuleId, type Rule, type RuleId } from './rules.ts'
import { fault, type Fault } from './why-not-day.ts'

/** An override as it is typed. */
export interface OverrideWanted {
  ruleId: string
  amount: number | undefined
  unit: string
  reason: string
  document: string
  decidedBy: string
  fromDay: string
}

export const units = ['working_days', 'days', 'hours'] as const satisfies readonly Duration['unit'][]
export const isUnit = (text: string): text is Duration['unit'] => units.some((unit) => unit === text)

const texts = [
  { field: 'reason', most: 1000, vi: 'Hãy ghi lý do.', en: 'Give the reason.' },
  { field: 'document', most: 300, vi: 'Hãy ghi văn bản quyết định: số, ngày.', en: 'Name the decision.' },
  { field: 'decidedBy', most: 200, vi: 'Hãy ghi người quyết định.', en: 'Say who decided.' },
] as const

/** Everything that stands against an override. It rules clocks that start from its day on, never those that run already. */
export function whyNotOverride(wanted: OverrideWanted, today: string): Fault[] {
  const faults: Fault[] = []
  if (!isRuleId(wanted.ruleId)) faults.push(fault('ruleId:unknown', 'Hãy chọn quy tắc.', 'Choose a rule.'))
  if (wanted.amount === undefined || wanted.amount < 1 || wanted.amount > 400)
    faults.push(fault('amount:range', 'Hãy ghi một số từ 1 đến 400.', 'Write a number from 1 to 400.'))
  if (!isUnit(wanted.unit)) faults.push(fault('unit:unknown', 'Hãy chọn đơn vị tính.', 'Choose the unit.'))
  for (const { field, most, vi, en } of texts) {
    if (wanted[field] === '') faults.push(fault(`${field}:missing`, vi, en))
    if (wanted[field].length > most)
      faults.push(fault(`${field}:long`, `Dài quá ${most} ký tự: hãy rút gọn.`, `Over ${most} signs.`))
  }
  if (!isDay(wanted.fromDay)) faults.push(fault('fromDay:missing', 'Hãy chọn ngày áp dụng.', 'Choose a day.'))
  else if (wanted.fromDay < today)
    faults.push(
      fault(
        'fromDay:past',
        'Chỉ áp dụng từ hôm nay trở đi: thời hạn của việc đã nhận không đổi ngược.',
        'From today on: what was received keeps its time.',
      ),
    )
  return faults
}

/** Rules that ask for so much time at least: for these, less is against the law, not more. */
const atLeast: readonly RuleId[] = ['complaint.shown', 'outage.notice', 'reception.publish']

const inHours = { hours: 1, days: 24, working_days: (24 * 7) / 5 } as const

/** Whether an override asks less of an office than the law in force does; where units differ, by and large. */
export function laxerThanLaw(rule: Rule, duration: Duration): boolean {
  if (rule.status !== 'law') return false
  const more = duration.amount * inHours[duration.unit] - rule.duration.amount * inHours[rule.duration.unit]
  return atLeast.includes(rule.id) ? more < 0 : more > 0
}
