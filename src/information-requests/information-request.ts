import type { CaseKind } from '../cases/kind.ts'
import type { Message } from '../web/message.ts'

/** Requests for information: notice within 3 working days, given or refused within 15 (Law on Access to Information 2016, art. 30). */
export const informationRequestKind: CaseKind = {
  name: 'information_request',
  label: { vi: 'Yêu cầu cung cấp thông tin', en: 'Request for information' },
  formPath: '/tiep-can-thong-tin/gui-yeu-cau',
  clocks: { acknowledge: 'information.simple', answer: 'information.complex' },
  publishable: false,
  sealed: false,
  identity: 'required',
  keepDays: 1095,
}

/** Who asks: forms 01a and 01b of Decree 13/2018. */
export const requestForms = {
  '01a': { vi: 'Cá nhân (mẫu 01a)', en: 'A person (form 01a)' },
  '01b': { vi: 'Tổ chức, đoàn thể, doanh nghiệp (mẫu 01b)', en: 'An organisation or company (form 01b)' },
} as const satisfies Record<string, Message>

/** How who asks wants to be given it. */
export const wantedForms = {
  code: {
    vi: 'Tệp điện tử, tải về bằng mã một lần gửi qua thư điện tử',
    en: 'A file, fetched with a one-time code sent by e-mail',
  },
  counter: { vi: 'Đọc hoặc nhận trực tiếp tại cơ quan', en: 'To read or take it at the office' },
  post: { vi: 'Bản giấy gửi qua bưu chính', en: 'On paper, by post' },
} as const satisfies Record<string, Message>

/** How it was handed over. */
export const means = {
  code: { vi: 'Tệp qua mã một lần', en: 'File with a one-time code' },
  public: { vi: 'Chỉ dẫn nơi đã công khai', en: 'Shown where it is public' },
  counter: { vi: 'Trực tiếp tại cơ quan', en: 'In person' },
  post: { vi: 'Qua bưu chính, fax', en: 'By post or fax' },
} as const satisfies Record<string, Message>
export type Means = keyof typeof means
export const isMeans = (text: string): text is Means => Object.hasOwn(means, text)

/** Whether what is asked is at hand, or has to be gathered, checked, agreed with others. Each has its own clock. */
export const complexities = {
  simple: { vi: 'Đơn giản, có sẵn', en: 'Simple and at hand' },
  complex: { vi: 'Phức tạp, phải tập hợp hoặc lấy ý kiến', en: 'Complex: to be gathered or agreed' },
} as const satisfies Record<string, Message>
export type Complexity = keyof typeof complexities
export const isComplexity = (text: string): text is Complexity => Object.hasOwn(complexities, text)

/** The rule an answer runs on. */
export const answerRules = { simple: 'information.simple', complex: 'information.complex' } as const

/** Figures of our own: no text gives any. */
export const deliveryRules = {
  /** Heaviest file, in bytes. */
  bytes: 15 * 1024 * 1024,
  /** Days a file waits for its code. */
  days: 30,
  /** Longest words of the register about one request. */
  subject: 200,
} as const
