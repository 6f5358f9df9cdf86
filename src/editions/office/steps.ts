import { z } from 'zod'
import { fromLocalInput } from '../../web/dates.ts'
import type { Message } from '../../web/message.ts'
import { cleanText } from '../../web/vietnamese.ts'
import type { Transition } from '../edition.ts'
import { stepMessages } from '../why-not-messages.ts'
import { messages } from './messages.ts'

/** What a step's form asks for beside the revision it was drawn for. */
export type StepField = 'comment' | 'reason' | 'at' | 'expiresAt'

/** A step as people take it: the noun of its address and what its form asks. Its button says what stepMessages calls it. */
export interface StepForm {
  noun: string
  /** The steps of the lifecycle it stands for: which one depends on the chain. */
  transitions: readonly Transition[]
  /** What the button says, by step. */
  labels: Partial<Record<Transition, Message>>
  /** Place among the buttons. */
  position: number
  done: Message
  /** What the list of reasons beside it is called. */
  whyNot: Message
  fields: readonly { name: StepField; needed: boolean; label: Message; hint?: Message }[]
  tone: 'primary' | 'plain' | 'danger'
  /** Asked once more before it is sent. */
  confirm?: Message
}

const comment = {
  name: 'comment',
  needed: false,
  label: { vi: 'Lời nhắn cho đồng nghiệp', en: 'A word for colleagues' },
} as const
const expiresAt = {
  name: 'expiresAt',
  needed: false,
  label: { vi: 'Tự hết hạn lúc', en: 'Expires at' },
  hint: { vi: 'Bỏ trống nếu bài không có hạn. Giờ Việt Nam.', en: 'Leave empty for no end. Vietnamese time.' },
} as const

const written = [
  {
    noun: 'trinh',
    transitions: ['submit'],
    tone: 'primary',
    fields: [comment],
    done: { vi: 'Đã gửi duyệt', en: 'Submitted' },
    whyNot: { vi: 'Vì sao chưa gửi duyệt được', en: 'Why it cannot be submitted yet' },
  },
  {
    noun: 'duyet-bien-tap',
    transitions: ['review'],
    tone: 'primary',
    fields: [comment],
    done: { vi: 'Đã chuyển phê duyệt', en: 'Passed on for approval' },
    whyNot: { vi: 'Vì sao chưa chuyển phê duyệt được', en: 'Why it cannot be passed on yet' },
  },
  {
    noun: 'phe-duyet',
    transitions: ['approve', 'approveSubmitted'],
    tone: 'primary',
    fields: [comment],
    done: { vi: 'Đã phê duyệt', en: 'Approved' },
    whyNot: { vi: 'Vì sao chưa phê duyệt được', en: 'Why it cannot be approved yet' },
  },
  {
    noun: 'dang',
    transitions: ['publish'],
    tone: 'primary',
    fields: [expiresAt],
    done: { vi: 'Bài đã lên cổng', en: 'Published' },
    whyNot: { vi: 'Vì sao chưa đăng được', en: 'Why it cannot be published yet' },
  },
  {
    noun: 'hen-gio',
    transitions: ['schedule'],
    tone: 'plain',
    fields: [
      {
        name: 'at',
        needed: true,
        label: { vi: 'Đăng lúc', en: 'Publish at' },
        hint: { vi: 'Giờ Việt Nam.', en: 'Vietnamese time.' },
      },
      expiresAt,
    ],
    done: { vi: 'Đã hẹn giờ đăng', en: 'Scheduled' },
    whyNot: { vi: 'Vì sao chưa hẹn giờ được', en: 'Why it cannot be scheduled yet' },
  },
  {
    noun: 'bo-hen-gio',
    transitions: ['unschedule'],
    tone: 'plain',
    fields: [comment],
    done: { vi: 'Đã bỏ hẹn giờ', en: 'No longer scheduled' },
    whyNot: { vi: 'Vì sao chưa bỏ hẹn giờ được', en: 'Why the schedule cannot be dropped' },
  },
  {
    noun: 'tra-lai',
    transitions: ['return'],
    tone: 'plain',
    fields: [
      {
        name: 'comment',
        needed: true,
        label: { vi: 'Cần sửa gì', en: 'What to change' },
        hint: { vi: 'Người viết sẽ đọc những lời này.', en: 'The writer will read this.' },
      },
    ],
    done: { vi: 'Đã trả bài lại', en: 'Returned' },
    whyNot: { vi: 'Vì sao chưa trả lại được', en: 'Why it cannot be returned' },
  },
  {
    noun: 'rut',
    transitions: ['recall'],
    tone: 'plain',
    fields: [comment],
    done: { vi: 'Đã rút bài về', en: 'Recalled' },
    whyNot: { vi: 'Vì sao chưa rút được', en: 'Why it cannot be recalled' },
  },
  {
    noun: 'dang-khan-cap',
    transitions: ['publishInEmergency'],
    tone: 'danger',
    fields: [
      {
        name: 'reason',
        needed: true,
        label: { vi: 'Vì sao phải đăng ngay', en: 'Why it cannot wait' },
        hint: {
          vi: 'Bài sẽ mang dấu khẩn cấp cho đến khi một trưởng ban khác xác nhận.',
          en: 'The article stays flagged until another head confirms it.',
        },
      },
      expiresAt,
    ],
    done: {
      vi: 'Bài đã lên cổng, đang chờ người thứ hai xác nhận',
      en: 'Published; a second person has yet to confirm',
    },
    whyNot: { vi: 'Vì sao chưa đăng khẩn cấp được', en: 'Why it cannot be published in emergency' },
    confirm: {
      vi: 'Đăng ngay, không qua phê duyệt? Việc này được ghi vào nhật ký.',
      en: 'Publish now without approval? This is written to the audit log.',
    },
  },
  {
    noun: 'go-bai',
    transitions: ['withdraw'],
    tone: 'danger',
    fields: [
      {
        name: 'reason',
        needed: true,
        label: { vi: 'Lý do gỡ', en: 'Reason' },
        hint: {
          vi: 'Công dân mở địa chỉ của bài sẽ thấy lý do này.',
          en: 'Citizens who open the address see this reason.',
        },
      },
    ],
    done: { vi: 'Đã gỡ bài khỏi mọi cổng', en: 'Withdrawn from every portal' },
    whyNot: { vi: 'Vì sao chưa gỡ được', en: 'Why it cannot be withdrawn' },
    confirm: { vi: 'Gỡ bài khỏi mọi cổng đang đăng?', en: 'Withdraw it from every portal?' },
  },
  {
    noun: 'bo',
    transitions: ['discard'],
    tone: 'danger',
    fields: [comment],
    done: { vi: 'Đã bỏ bản này. Lịch sử vẫn giữ nội dung của nó', en: 'Discarded. The history keeps its text' },
    whyNot: { vi: 'Vì sao chưa bỏ được', en: 'Why it cannot be discarded' },
    confirm: { vi: 'Bỏ bản này?', en: 'Discard this version?' },
  },
] as const satisfies readonly Omit<StepForm, 'labels' | 'position'>[]
export type StepNoun = (typeof written)[number]['noun']

/** Every step that has a button, in the order in which buttons stand. */
export const stepForms: readonly StepForm[] = written.map((form, position) => ({
  ...form,
  labels: stepMessages,
  position,
}))

/** The second person's yes to an emergency publication; no transition, the text is live already. */
export const confirmNoun = 'xac-nhan-khan-cap'

const words = z.string().default('').transform(cleanText).pipe(z.string().max(2000, 'Dài quá 2000 ký tự: hãy rút gọn.'))
const moment = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return undefined
    const at = fromLocalInput(text.trim())
    if (!at) context.addIssue({ code: 'custom', message: 'Hãy nhập ngày và giờ, ví dụ 2026-12-01 08:30.' })
    return at
  })

/** What every step form posts. */
export const revisionField = z.coerce.number('Trang đã cũ: hãy tải lại.').int().positive('Trang đã cũ: hãy tải lại.')

/** How the form of a step is read. What is missing is said beside its field. */
export function stepSchema(step: Pick<StepForm, 'fields'>) {
  const needed = (name: StepField): boolean => step.fields.some((field) => field.name === name && field.needed)
  return z.object({
    revision: revisionField,
    comment: words.refine(
      (text) => !needed('comment') || text !== '',
      'Hãy viết rõ cần sửa gì, để người viết không phải đoán.',
    ),
    reason: words.refine((text) => !needed('reason') || text !== '', 'Hãy ghi lý do.'),
    at: moment.refine((at) => !needed('at') || at !== undefined, 'Hãy chọn ngày và giờ đăng.'),
    expiresAt: moment,
  })
}

/** The form of a step of the lifecycle; none for what only the system does. */
export const formOf = (transition: Transition): StepForm | undefined =>
  stepForms.find((form) => form.transitions.includes(transition))

const otherDeeds: Record<string, Message> = {
  [confirmNoun]: messages.emergencyConfirmed,
  'gop-y': messages.saved,
  'xem-thu': messages.previewRevoked,
  'de-nghi': messages.offerSent,
  'rut-de-nghi': messages.takenBack,
  'ket-thuc': messages.placementEnded,
  'tra-loi': messages.offerDecided,
  'vi-tri': messages.saved,
  'khoi-phuc': messages.restored,
  'lien-ket': messages.versionsLinked,
  'bo-lien-ket': messages.versionsUnlinked,
}

/** What to say after a redirect that carries ?da=<noun>. */
export const doneMessage = (noun: string | undefined): Message | undefined =>
  stepForms.find((form) => form.noun === noun)?.done ??
  (noun !== undefined && Object.hasOwn(otherDeeds, noun) ? otherDeeds[noun] : undefined)

/** What a step is called, by its noun. */
export function labelOf(noun: string): Message {
  const form = stepForms.find((known) => known.noun === noun)
  const [transition] = form?.transitions ?? []
  return transition ? stepMessages[transition] : messages.confirmEmergency
}
