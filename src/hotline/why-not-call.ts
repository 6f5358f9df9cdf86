import type { CaseReason } from '../cases/take-step.ts'
import type { Message } from '../web/message.ts'

/** What follows a call. */
export const followUps = {
  none: { vi: 'Đã trả lời xong', en: 'Answered at once' },
  'call-back': { vi: 'Hẹn gọi lại', en: 'To be called back' },
  case: { vi: 'Chuyển thành hồ sơ', en: 'Becomes a case' },
} as const satisfies Record<string, Message>
export type FollowUp = keyof typeof followUps
export const isFollowUp = (text: string | undefined): text is FollowUp =>
  text !== undefined && Object.hasOwn(followUps, text)

/** Longest values, in characters; minutes at most. */
export const callLimits = { question: 2000, guidance: 5000, minutes: 480 } as const

/** A call as the operator wrote it down. */
export interface CallFacts {
  fieldId: number | undefined
  question: string
  guidance: string
  minutes: number
  followUp: string
}

/** Reasons not to keep a call as it is written. Codes begin with the field. */
export function whyNotCall(call: CallFacts): CaseReason[] {
  const reasons: CaseReason[] = []
  const add = (code: string, vi: string, en: string): void => void reasons.push({ code, message: { vi, en } })
  if (call.fieldId === undefined) add('fieldId:missing', 'Hãy chọn lĩnh vực của cuộc gọi.', 'Choose a field.')
  if (call.question === '') add('question:missing', 'Hãy ghi người dân hỏi gì.', 'Write down what was asked.')
  if (call.question.length > callLimits.question)
    add('question:long', `Nội dung hỏi dài quá ${callLimits.question} ký tự: hãy ghi gọn lại.`, 'Too long.')
  if (call.guidance.length > callLimits.guidance)
    add('guidance:long', `Phần hướng dẫn dài quá ${callLimits.guidance} ký tự: hãy ghi gọn lại.`, 'Too long.')
  if (!isFollowUp(call.followUp)) add('followUp:unknown', 'Hãy chọn việc tiếp theo.', 'Choose what follows.')
  if (call.guidance === '' && call.followUp === 'none')
    add(
      'guidance:missing',
      'Hãy ghi đã hướng dẫn thế nào, hoặc chọn hẹn gọi lại hay chuyển thành hồ sơ.',
      'Write down the guidance given, or choose what follows.',
    )
  if (!Number.isInteger(call.minutes) || call.minutes < 1 || call.minutes > callLimits.minutes)
    add('minutes:range', `Số phút là số nguyên từ 1 đến ${callLimits.minutes}.`, 'Whole minutes from 1 to 480.')
  return reasons
}
