import type { CaseKind } from '../cases/kind.ts'

/** What arrived as a denunciation although it cannot be lodged online: information to be classified (Law on Denunciations 2018, art. 22, 24, 25), sealed. */
export const sealedLetterKind: CaseKind = {
  name: 'sealed_letter',
  label: { vi: 'Đơn được niêm phong', en: 'Sealed letter' },
  formPath: '',
  clocks: { answer: 'denunciation.classify' },
  publishable: false,
  sealed: true,
  identity: 'optional',
  keepDays: 1825,
}
