import type { RulePack } from '../rules.ts'
import { otherLawsDuring } from './other-laws.ts'
import { outageOf2007, ownRules } from './portal-rules.ts'

const range = { effectiveFrom: '2022-08-15', effectiveTo: '2026-06-30' }

/** The decree of 2022. The articles read name no number of days for questions: those of 2011 are carried on. */
export const vn2022: RulePack = {
  id: 'vn-2022',
  name: { vi: 'Nghị định 42/2022', en: 'Decree 42/2022' },
  instrument: 'Nghị định số 42/2022/NĐ-CP',
  verified: 'second-hand',
  ...range,
  rules: [
    outageOf2007(range.effectiveFrom, range.effectiveTo),
    ...ownRules(range.effectiveFrom),
    ...otherLawsDuring(range),
  ],
}
