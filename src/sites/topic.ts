import type { Fault } from './site.ts'

export interface TopicWords {
  name: string
  summary: string
  /** In English, where there is such a form. */
  nameEn?: string | null
  summaryEn?: string | null
  /** yyyy-mm-dd, or none. */
  startsOn: string | null
  endsOn: string | null
}

/** What is wrong with a topic as it was typed. */
export function whyNotTopic({ name, summary, nameEn = null, summaryEn = null, startsOn, endsOn }: TopicWords): Fault[] {
  const faults: Fault[] = []
  if (name === '')
    faults.push({ code: 'name:missing', message: { vi: 'Hãy ghi tên chuyên đề.', en: 'Name the topic.' } })
  if (name.length > 160)
    faults.push({
      code: 'name:long',
      message: { vi: 'Tên dài quá 160 ký tự: hãy rút gọn.', en: 'Longer than 160 characters.' },
    })
  if (summary.length > 1000)
    faults.push({
      code: 'summary:long',
      message: { vi: 'Giới thiệu dài quá 1000 ký tự: hãy rút gọn.', en: 'Longer than 1000 characters.' },
    })
  for (const [field, value, limit] of [
    ['nameEn', nameEn, 160],
    ['summaryEn', summaryEn, 1000],
  ] as const)
    if (value !== null && value.length > limit)
      faults.push({
        code: `${field}:long`,
        message: { vi: `Dài quá ${limit} ký tự: hãy rút gọn.`, en: `Longer than ${limit} characters.` },
      })
  for (const [field, value] of Object.entries({ startsOn, endsOn }))
    if (value !== null && !isDate(value)) faults.push(dateFault(field))
  if (startsOn !== null && endsOn !== null && isDate(startsOn) && isDate(endsOn) && endsOn < startsOn) {
    faults.push({
      code: 'endsOn:before',
      message: { vi: 'Ngày kết thúc phải sau ngày bắt đầu.', en: 'The last day comes before the first.' },
    })
  }
  return faults
}

/** Whether the text is a day of the calendar, yyyy-mm-dd. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

export const dateFault = (field: string): Fault => ({
  code: `${field}:form`,
  message: {
    vi: 'Hãy ghi ngày có thật, dạng năm-tháng-ngày, ví dụ 2026-07-01.',
    en: 'Give a day as year-month-day, for example 2026-07-01.',
  },
})
