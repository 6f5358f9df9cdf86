import type { CaseKind } from '../cases/kind.ts'
import type { Message } from '../web/message.ts'

/** What people report and propose: passed on and answered on the clocks of the law on citizen reception and of Decree 20/2008. */
export const feedbackKind: CaseKind = {
  name: 'feedback',
  label: { vi: 'Phản ánh, kiến nghị', en: 'Feedback' },
  formPath: '/phan-anh/gui-phan-anh',
  clocks: { answer: 'feedback.answer', transfer: 'feedback.transfer' },
  publishable: true,
  sealed: false,
  identity: 'optional',
  keepDays: 365,
}

/** Where public feedback stands, as everybody reads it. The database follows the case (migrations/0046, feedback_follows_case). */
export const feedbackStates = {
  received: { slug: 'tiep-nhan', label: { vi: 'Đã tiếp nhận', en: 'Received' } },
  in_hand: { slug: 'dang-xu-ly', label: { vi: 'Đang xử lý', en: 'In hand' } },
  done: { slug: 'da-xu-ly', label: { vi: 'Đã xử lý', en: 'Done' } },
} as const satisfies Record<string, { slug: string; label: Message }>
export type FeedbackState = keyof typeof feedbackStates

/** What the list can be narrowed to: the three states, and what is past its day. */
export type FeedbackFilterState = FeedbackState | 'late'
export const lateFilter = { slug: 'qua-han', label: { vi: 'Quá hạn', en: 'Overdue' } } as const

/** The state an address names: dang-xu-ly, qua-han. */
export function stateOfSlug(slug: string): FeedbackFilterState | undefined {
  if (slug === lateFilter.slug) return 'late'
  return (Object.keys(feedbackStates) as FeedbackState[]).find((state) => feedbackStates[state].slug === slug)
}

/** What a report owes: the day its answer is due, and whether that day was or is missed. */
export type Service = { is: 'none' } | { is: 'running' | 'late' | 'met' | 'missed'; lastDay: Date; days: number }

const day = 86_400_000

/**
 * How a report stands against its clock. `lastDay` is a moment on the last day that is in time (a clock names the first moment that
 * is late); `days`: whole days left, or past it.
 */
export function serviceOf(
  { state, dueAt, answeredAt }: { state: FeedbackState; dueAt: Date | null; answeredAt: Date | null },
  now: Date,
): Service {
  if (!dueAt) return { is: 'none' }
  const lastDay = new Date(dueAt.getTime() - 1)
  const until = state === 'done' ? (answeredAt ?? dueAt) : now
  const days = Math.floor(Math.abs(dueAt.getTime() - until.getTime()) / day)
  if (state === 'done') return { is: until < dueAt ? 'met' : 'missed', lastDay, days }
  return { is: now < dueAt ? 'running' : 'late', lastDay, days }
}

/** Longest values of public feedback and of a place, in characters. */
export const lengths = {
  title: 200,
  words: 4000,
  place: 200,
  answer: 10_000,
  address: 300,
  alt: 300,
  reason: 500,
} as const

/** How pictures stand to what was done. */
export const moments = {
  before: { vi: 'Trước khi xử lý', en: 'Before' },
  after: { vi: 'Sau khi xử lý', en: 'After' },
} as const satisfies Record<string, Message>
export type Moment = keyof typeof moments
export const isMoment = (text: string | undefined): text is Moment => text !== undefined && Object.hasOwn(moments, text)
