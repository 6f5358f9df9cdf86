import type { RuleId } from '../calendar/rules.ts'
import type { CaseKind } from '../cases/kind.ts'
import type { Message } from '../web/message.ts'

/** Requests of data subjects: acknowledged within 2 working days, done within 10 to 20 days (Decree 356/2025, art. 5). */
export const dataRequestKind: CaseKind = {
  name: 'data_request',
  label: { vi: 'Yêu cầu về dữ liệu cá nhân', en: 'Request about personal data' },
  formPath: '/du-lieu-ca-nhan/gui-yeu-cau',
  clocks: { acknowledge: 'data.acknowledge', answer: 'data.access' },
  publishable: false,
  sealed: false,
  identity: 'required',
  keepDays: 1095,
}

/** A right of a data subject, and the rule its request runs on. */
export interface DataRight {
  label: Message
  rule: RuleId
}

/** Rights of data subjects (Law 91/2025; times of Decree 356/2025, art. 5, each with its mark in the rule packs). */
export const dataRights = {
  access: {
    label: { vi: 'Xem, nhận bản sao dữ liệu của tôi', en: 'See my data, or have a copy' },
    rule: 'data.access',
  },
  correct: { label: { vi: 'Sửa dữ liệu sai', en: 'Correct data that is wrong' }, rule: 'data.access' },
  delete: { label: { vi: 'Xóa dữ liệu', en: 'Delete data' }, rule: 'data.delete' },
  withdraw: {
    label: { vi: 'Rút lại sự đồng ý đã cho', en: 'Take back a consent I gave' },
    rule: 'data.withdraw',
  },
  restrict: { label: { vi: 'Hạn chế việc xử lý', en: 'Restrict processing' }, rule: 'data.withdraw' },
  object: { label: { vi: 'Phản đối việc xử lý', en: 'Object to processing' }, rule: 'data.withdraw' },
} as const satisfies Record<string, DataRight>
export type RightName = keyof typeof dataRights
export const isRight = (text: unknown): text is RightName => typeof text === 'string' && Object.hasOwn(dataRights, text)

/** Rights that may end in the erasure of who sent a case. */
export const erasingRights: readonly RightName[] = ['delete', 'withdraw']

/** Most cases one request may name. */
export const mostCases = 20

/**
 * What a request keeps open beside its words: the right, the numbers of cases whose code the sender gave (so they are theirs), and
 * numbers they merely named. Codes themselves are kept nowhere.
 */
export interface DataDetails {
  right: RightName
  proved: string[]
  named: string[]
}

/** Reads what take_case kept; what is not as it should be is left out. */
export function readDetails(details: Record<string, unknown>): DataDetails {
  const numbers = (list: unknown): string[] =>
    (Array.isArray(list) ? list : []).filter((one): one is string => typeof one === 'string').slice(0, mostCases)
  return {
    right: isRight(details.right) ? details.right : 'access',
    proved: numbers(details.proved),
    named: numbers(details.named),
  }
}
