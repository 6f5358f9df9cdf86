import type { Role } from '../people/actor.ts'
import type { Message } from '../web/message.ts'

/** Where a case stands. */
export const caseStates = {
  quarantined: { vi: 'Chờ kiểm tra (nghi thư rác)', en: 'Held back as suspected spam' },
  received: { vi: 'Mới tiếp nhận', en: 'Received' },
  assigned: { vi: 'Đang xử lý', en: 'In hand' },
  clarifying: { vi: 'Chờ người gửi bổ sung', en: 'Waiting for the sender' },
  submitted: { vi: 'Chờ duyệt trả lời', en: 'Answer waits for approval' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
} as const satisfies Record<string, Message>
export type CaseState = keyof typeof caseStates

/** States in which somebody owes something: what the queues show, and what can be late. */
export const openStates = ['received', 'assigned', 'clarifying', 'submitted'] as const satisfies readonly CaseState[]

/** How a closed case ended. */
export const caseOutcomes = {
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  guided: { vi: 'Đã hướng dẫn đến cơ quan có thẩm quyền', en: 'Shown to whom to turn' },
  refused: { vi: 'Từ chối, có nêu căn cứ', en: 'Refused, with the ground' },
  merged: { vi: 'Gộp vào hồ sơ khác', en: 'Joined to another case' },
  withdrawn: { vi: 'Người gửi rút lại', en: 'Withdrawn by the sender' },
  spam: { vi: 'Thư rác, quảng cáo', en: 'Spam' },
  silent: { vi: 'Người gửi không bổ sung', en: 'The sender did not add what was asked' },
} as const satisfies Record<string, Message>
export type CaseOutcome = keyof typeof caseOutcomes

/** How a case came. */
export const channels = {
  web: { vi: 'Cổng thông tin điện tử', en: 'Portal' },
  hotline: { vi: 'Tổng đài', en: 'Hotline' },
  open311: { vi: 'Ứng dụng kết nối (Open311)', en: 'Application (Open311)' },
  counter: { vi: 'Trực tiếp tại trụ sở', en: 'In person' },
  letter: { vi: 'Thư, công văn', en: 'Letter' },
  social: { vi: 'Trang mạng xã hội', en: 'Social page' },
} as const satisfies Record<string, Message>
export type Channel = keyof typeof channels

/**
 * Who may take a step and where it leads, printable. `sender` and `system`: it may also be theirs. `second`: not by who wrote the answer.
 * `holder`: the officer it is assigned to, their substitute, or anyone of its division while no officer is named.
 */
export interface CaseStep {
  from: readonly CaseState[]
  /** undefined: the case stays where it is. */
  to: CaseState | undefined
  roles: readonly Role[]
  holder?: 'may'
  sender?: 'may'
  system?: 'may'
  second?: 'not-the-writer'
  /** Whether the sender sees it on the page of the case. */
  isPublic: boolean
  label: Message
}

const coordinators = ['case_coordinator', 'case_leader'] as const satisfies readonly Role[]

/** Every step of a case. The database knows the same moves (migrations/0040, case_may_become). */
export const caseSteps = {
  receive: {
    from: [],
    to: 'received',
    roles: ['hotline_operator', 'case_coordinator', 'case_officer'],
    sender: 'may',
    isPublic: true,
    label: { vi: 'Tiếp nhận', en: 'Received' },
  },
  release: {
    from: ['quarantined'],
    to: 'received',
    roles: coordinators,
    isPublic: true,
    label: { vi: 'Chuyển vào hàng chờ xử lý', en: 'Put into the queue' },
  },
  reject: {
    from: ['quarantined', 'received'],
    to: 'closed',
    roles: coordinators,
    isPublic: true,
    label: { vi: 'Kết thúc vì là thư rác, quảng cáo', en: 'Closed as spam' },
  },
  assign: {
    from: ['received', 'assigned'],
    to: 'assigned',
    roles: coordinators,
    system: 'may',
    isPublic: true,
    label: { vi: 'Giao xử lý', en: 'Assigned' },
  },
  decline: {
    from: ['assigned'],
    to: 'received',
    roles: [],
    holder: 'may',
    isPublic: false,
    label: { vi: 'Trả lại bộ phận phân công', en: 'Given back' },
  },
  forward: {
    from: ['received', 'assigned'],
    to: 'received',
    roles: coordinators,
    isPublic: true,
    label: { vi: 'Chuyển đến cơ quan có thẩm quyền', en: 'Passed to the competent agency' },
  },
  ask: {
    from: ['assigned'],
    to: 'clarifying',
    roles: [],
    holder: 'may',
    isPublic: true,
    label: { vi: 'Đề nghị người gửi bổ sung', en: 'The sender is asked to add something' },
  },
  clarify: {
    from: ['clarifying'],
    to: 'assigned',
    roles: [],
    sender: 'may',
    isPublic: true,
    label: { vi: 'Người gửi đã bổ sung', en: 'The sender added what was asked' },
  },
  resume: {
    from: ['clarifying'],
    to: 'assigned',
    roles: coordinators,
    holder: 'may',
    isPublic: true,
    label: { vi: 'Tiếp tục xử lý', en: 'Work goes on' },
  },
  add: {
    from: ['quarantined', 'received', 'assigned', 'submitted'],
    to: undefined,
    roles: [],
    sender: 'may',
    isPublic: true,
    label: { vi: 'Người gửi gửi thêm thông tin', en: 'The sender added something' },
  },
  extend: {
    from: ['received', 'assigned', 'clarifying', 'submitted'],
    to: undefined,
    roles: ['case_leader'],
    isPublic: true,
    label: { vi: 'Gia hạn', en: 'Extended' },
  },
  take: {
    from: ['assigned', 'clarifying', 'submitted'],
    to: undefined,
    roles: [],
    holder: 'may',
    isPublic: false,
    label: { vi: 'Nhận xử lý', en: 'Taken up' },
  },
  'hand-over': {
    from: ['assigned', 'clarifying', 'submitted'],
    to: undefined,
    roles: coordinators,
    holder: 'may',
    isPublic: false,
    label: { vi: 'Bàn giao cho người khác', en: 'Handed over' },
  },
  inform: {
    from: ['submitted'],
    to: 'assigned',
    roles: ['case_leader'],
    second: 'not-the-writer',
    isPublic: true,
    label: { vi: 'Thông báo tiến độ', en: 'The sender was told how far it is' },
  },
  submit: {
    from: ['assigned'],
    to: 'submitted',
    roles: [],
    holder: 'may',
    isPublic: false,
    label: { vi: 'Trình duyệt dự thảo trả lời', en: 'Answer handed in' },
  },
  recall: {
    from: ['submitted'],
    to: 'assigned',
    roles: [],
    holder: 'may',
    isPublic: false,
    label: { vi: 'Rút dự thảo về', en: 'Answer taken back' },
  },
  return: {
    from: ['submitted'],
    to: 'assigned',
    roles: ['case_leader'],
    isPublic: false,
    label: { vi: 'Trả lại dự thảo để sửa', en: 'Answer returned' },
  },
  approve: {
    from: ['submitted'],
    to: 'answered',
    roles: ['case_leader'],
    second: 'not-the-writer',
    isPublic: true,
    label: { vi: 'Trả lời', en: 'Answered' },
  },
  guide: {
    from: ['received', 'assigned'],
    to: 'closed',
    roles: coordinators,
    isPublic: true,
    label: { vi: 'Hướng dẫn đến cơ quan có thẩm quyền', en: 'Shown to whom to turn' },
  },
  merge: {
    from: ['received', 'assigned', 'clarifying'],
    to: 'closed',
    roles: coordinators,
    isPublic: true,
    label: { vi: 'Gộp vào hồ sơ khác cùng nội dung', en: 'Joined to a case about the same matter' },
  },
  withdraw: {
    from: ['received', 'assigned', 'clarifying'],
    to: 'closed',
    roles: [],
    sender: 'may',
    isPublic: true,
    label: { vi: 'Người gửi rút lại', en: 'Withdrawn by the sender' },
  },
  lapse: {
    from: ['clarifying'],
    to: 'closed',
    roles: coordinators,
    isPublic: true,
    label: { vi: 'Kết thúc vì người gửi không bổ sung', en: 'Closed: nothing was added' },
  },
  reopen: {
    from: ['answered'],
    to: 'assigned',
    roles: [],
    sender: 'may',
    isPublic: true,
    label: { vi: 'Người gửi chưa thỏa đáng, xử lý lại', en: 'Not satisfactory: taken up again' },
  },
  rate: {
    from: ['answered', 'closed'],
    to: undefined,
    roles: [],
    sender: 'may',
    isPublic: true,
    label: { vi: 'Người gửi đánh giá', en: 'Rated by the sender' },
  },
  close: {
    from: ['answered'],
    to: 'closed',
    roles: coordinators,
    system: 'may',
    isPublic: true,
    label: { vi: 'Kết thúc', en: 'Closed' },
  },
  seal: {
    from: ['quarantined', 'received', 'assigned'],
    to: 'received',
    roles: ['case_coordinator', 'case_leader'],
    holder: 'may',
    isPublic: false,
    label: { vi: 'Niêm phong vì có nội dung tố cáo', en: 'Sealed as a denunciation' },
  },
  // Sealed letters only: all their steps are for the handlers named.
  settle: {
    from: ['received'],
    to: 'closed',
    roles: [],
    isPublic: true,
    label: { vi: 'Đã xử lý theo quy định', en: 'Dealt with as the law prescribes' },
  },
  publish: {
    from: ['answered', 'closed'],
    to: undefined,
    roles: ['case_leader'],
    second: 'not-the-writer',
    isPublic: true,
    label: { vi: 'Đăng công khai câu trả lời', en: 'Answer published' },
  },
} as const satisfies Record<string, CaseStep>
export type CaseStepName = keyof typeof caseSteps
export const stepOf = (name: CaseStepName): CaseStep => caseSteps[name]
/** What the sender reads on the page of the case; also of steps that only tell. */
export const stepNames: Record<string, Message> = {
  ...Object.fromEntries(Object.entries(caseSteps).map(([name, step]) => [name, step.label])),
  'answer-of-main': { vi: 'Đã trả lời chung với hồ sơ được gộp vào', en: 'Answered with the case it was joined to' },
  classify: { vi: 'Xem xét yêu cầu cung cấp thông tin', en: 'Request for information looked at' },
  deliver: { vi: 'Đã cung cấp thông tin', en: 'Information provided' },
  fetch: { vi: 'Đã nhận tệp bằng mã một lần', en: 'File fetched with the one-time code' },
  acknowledge: { vi: 'Xác nhận đã nhận yêu cầu', en: 'Request acknowledged' },
  'erase-sender': { vi: 'Đã xóa dữ liệu người gửi', en: 'Data of the sender erased' },
  'move-division': { vi: 'Chuyển sang bộ phận tiếp nhận công việc', en: 'Moved to the division that took over' },
  'clock-moved': { vi: 'Thời hạn được tính lại', en: 'The deadline was counted anew' },
}

/** Longest values, in characters. */
export const caseLengths = {
  titleFrom: 10,
  title: 300,
  bodyFrom: 20,
  body: 10_000,
  message: 5_000,
  note: 2_000,
  answer: 30_000,
  reason: 1_000,
} as const
