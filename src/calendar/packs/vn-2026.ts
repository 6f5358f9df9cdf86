import type { RulePack } from '../rules.ts'
import { otherLawsDuring } from './other-laws.ts'
import { outageOf2026, ownRules } from './portal-rules.ts'

const range = { effectiveFrom: '2026-07-01', effectiveTo: null }

/** The decree of 2026, in force. It asks for updates “at once” and names no days for questions: those of 2011 are carried on. */
export const vn2026: RulePack = {
  id: 'vn-2026',
  name: { vi: 'Nghị định 224/2026', en: 'Decree 224/2026' },
  instrument: 'Nghị định số 224/2026/NĐ-CP',
  verified: 'text',
  ...range,
  rules: [outageOf2026, ...ownRules(range.effectiveFrom), ...otherLawsDuring(range)],
}
