/**
 * What the law asks before a portal is suspended on purpose: public notice so many working days before, naming the expected
 * time of restoration; force majeure excepted.
 */
export const suspensionRule = {
  source: { vi: 'Nghị định 224/2026/NĐ-CP, Điều 13', en: 'Decree 224/2026, article 13' },
  verified: 'text',
  inForceFrom: '2026-07-01',
  workingDaysBefore: 7,
  /** Days of the week nobody works, Sunday being 0. Public holidays are not known here. */
  restDays: [0, 6],
} as const

const day = 86_400_000
/** Vietnam keeps UTC+7 all year. */
const ahead = 7 * 3_600_000

/**
 * The earliest start of a planned suspension announced at `now`: midnight in Vietnam after as many whole working days as the
 * rule asks. The day of the notice itself does not count.
 */
export function earliestStart(now: Date): Date {
  let midnight = Math.floor((now.getTime() + ahead) / day) * day
  for (let counted = 0; counted < suspensionRule.workingDaysBefore;) {
    midnight += day
    if (!isRestDay(midnight)) counted += 1
  }
  return new Date(midnight + day - ahead)
}

const isRestDay = (midnight: number): boolean =>
  (suspensionRule.restDays as readonly number[]).includes(new Date(midnight).getUTCDay())
