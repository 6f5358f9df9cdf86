import type { Message } from '../../web/message.ts'
import type { Rule } from '../rules.ts'
import { hours, workingDays } from './durations.ts'

const outageLabel: Message = {
  vi: 'Báo trước khi tạm ngừng cổng theo kế hoạch',
  en: 'Notice before a planned suspension of the portal',
}

/** The notice before a suspension under the decree of 2007, which that of 2026 repealed. */
export const outageOf2007 = (effectiveFrom: string, effectiveTo: string): Rule => ({
  id: 'outage.notice',
  label: outageLabel,
  duration: workingDays(7),
  basis: { instrument: 'Nghị định số 64/2007/NĐ-CP', article: '16' },
  status: 'law',
  verified: 'second-hand',
  effectiveFrom,
  effectiveTo,
})

export const outageOf2026: Rule = {
  id: 'outage.notice',
  label: outageLabel,
  duration: workingDays(7),
  basis: { instrument: 'Nghị định số 224/2026/NĐ-CP', article: '13' },
  status: 'law',
  verified: 'text',
  effectiveFrom: '2026-07-01',
  effectiveTo: null,
}

/** What no text names, and this software sets so that nothing runs without a clock. */
export const ownRules = (effectiveFrom: string): Rule[] => [
  {
    id: 'reopen.answer',
    label: { vi: 'Trả lời lại khi hồ sơ được mở lại', en: 'Answer again after reopening' },
    duration: workingDays(15),
    basis: {
      instrument: 'Mặc định của phần mềm',
      note: {
        vi: 'Hồ sơ mở lại được tính lại đúng thời hạn của loại hồ sơ đó; số ngày ghi ở đây chỉ dùng cho loại không có thời hạn riêng.',
        en: 'A reopened case is given the time of its kind again; the figure here is for kinds without one.',
      },
    },
    status: 'own',
    verified: 'unverified',
    effectiveFrom,
    effectiveTo: null,
  },
  {
    id: 'error-report',
    label: { vi: 'Xử lý báo lỗi của bạn đọc', en: 'Handle a report of an error' },
    duration: hours(24),
    basis: {
      instrument: 'Mặc định của phần mềm',
      note: {
        vi: 'Nghị định số 224/2026/NĐ-CP, Điều 9 khoản 3 buộc cập nhật kịp thời, không định số giờ. Mỗi cổng đặt số giờ của mình ở mục Bạn đọc.',
        en: 'Decree 224/2026, article 9, clause 3 asks for prompt updates and names no hours. Each portal sets its own under Readers.',
      },
    },
    status: 'own',
    verified: 'unverified',
    effectiveFrom,
    effectiveTo: null,
  },
]
