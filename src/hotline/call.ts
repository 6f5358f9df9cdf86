import type { CaseKind } from '../cases/kind.ts'

/** A call to the hotline that needs an answer later; on the clock of a question. */
export const callKind: CaseKind = {
  name: 'call',
  label: { vi: 'Cuộc gọi tổng đài', en: 'Hotline call' },
  formPath: '',
  clocks: { answer: 'question.answer' },
  publishable: true,
  sealed: false,
  identity: 'optional',
  keepDays: 365,
}
