import type { CaseKind } from '../cases/kind.ts'

/** Questions people ask the authorities: answered in 15 working days, published when they concern more than one (Decree 43/2011, art. 17, cl. 1, pt. đ; repealed, kept as preset). */
export const questionKind: CaseKind = {
  name: 'question',
  label: { vi: 'Câu hỏi', en: 'Question' },
  formPath: '/hoi-dap/gui-cau-hoi',
  clocks: { answer: 'question.answer' },
  publishable: true,
  sealed: false,
  identity: 'optional',
  keepDays: 365,
}
