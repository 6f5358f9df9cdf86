import { findPersonalData } from '../cases/find-personal-data.ts'
import type { CaseKind } from '../cases/kind.ts'
import type { CaseView } from '../cases/load-case.ts'
import { whyNotPublic, type LetStand, type PublicWords } from '../cases/public-words.ts'
import type { CaseReason } from '../cases/take-step.ts'

/** The approved answer of a case, as far as publishing it asks. */
export interface ApprovedAnswer extends PublicWords {
  kind: string
  writerId: string | null
  /** Everyone whose words stand in it. */
  writers: readonly string[]
  letStand: readonly LetStand[]
}

/** What the reasons look at beside the case. */
export interface PublishFacts {
  byId: string
  kind: CaseKind | undefined
  answer: ApprovedAnswer | undefined
  siteClosed: boolean
}

/** What publishing is asked with. */
export interface PublishAct {
  caseId: number
  /** Sections of the portal in which it stands too. */
  sectionIds?: readonly number[]
  /** Why it is of general interest; needed where the sender did not ask for publication. Names nobody. */
  interest?: string
}

/** Every reason for which the answer of a case is not published now; empty when it may be. Pure. */
export function whyNotPublishAnswer(
  c: Pick<CaseView, 'sealed' | 'mergedInto' | 'publishedEntryId' | 'publicWanted'>,
  { byId, kind, answer, siteClosed }: PublishFacts,
  act: Omit<PublishAct, 'caseId'>,
): CaseReason[] {
  if (!kind || !kind.publishable || kind.sealed || c.sealed) return [reasons.kind]
  if (c.mergedInto !== null) return [reasons.merged]
  if (c.publishedEntryId !== null) return [reasons.published]
  if (!answer || answer.kind !== 'answer') return [reasons.unanswered]
  return [
    ...(siteClosed ? [reasons.closed] : []),
    ...(answer.writerId === null ? [reasons.writerGone] : []),
    ...(answer.writerId !== byId && answer.writers.includes(byId) ? [reasons.wroteIt] : []),
    ...(answer.publicTitle.trim() === '' ? [reasons.title] : []),
    ...(answer.publicQuestion.trim() === '' ? [reasons.question] : []),
    ...(answer.publicAnswer.trim() === '' ? [reasons.answer] : []),
    ...(!c.publicWanted && !act.interest?.trim() ? [reasons.interest] : []),
    ...whyNotPublic(answer, answer.letStand),
    ...(findPersonalData(act.interest ?? '').length > 0 ? [reasons.naming] : []),
  ]
}

const reasons = {
  kind: {
    code: 'form:kind',
    message: {
      vi: 'Loại hồ sơ này không đăng công khai câu trả lời.',
      en: 'Answers to such a case are not published.',
    },
  },
  merged: {
    code: 'form:merged',
    message: {
      vi: 'Hồ sơ đã gộp vào hồ sơ khác: câu trả lời được đăng một lần, ở hồ sơ đó.',
      en: 'This case was joined to another: the answer is published once, there.',
    },
  },
  published: {
    code: 'form:published',
    message: {
      vi: 'Câu trả lời đã được đăng. Cần sửa thì mở bản đính chính của bài đã đăng.',
      en: 'The answer is published already. To change it, correct the published entry.',
    },
  },
  unanswered: {
    code: 'form:unanswered',
    message: {
      vi: 'Hồ sơ chưa có câu trả lời được duyệt nên chưa có gì để đăng.',
      en: 'The case has no approved answer yet, so there is nothing to publish.',
    },
  },
  closed: {
    code: 'form:site-closed',
    message: { vi: 'Cổng này đã đóng nên không đăng thêm.', en: 'This portal is closed: nothing is published on it.' },
  },
  writerGone: {
    code: 'form:writer-gone',
    message: {
      vi: 'Không còn tài khoản của người soạn trả lời nên không xác định được người thứ hai. Hãy soạn bản trả lời mới.',
      en: 'The account of who wrote the answer is gone, so nobody can be the second person. Write the answer anew.',
    },
  },
  wroteIt: {
    code: 'form:wrote-it',
    message: {
      vi: 'Người đã viết trong câu trả lời này không tự đăng: cần một lãnh đạo khác.',
      en: 'Who wrote in this answer does not publish it: another leader must.',
    },
  },
  title: {
    code: 'publicTitle:missing',
    message: { vi: 'Hãy viết tiêu đề công khai của câu hỏi.', en: 'Write the public title of the question.' },
  },
  question: {
    code: 'publicQuestion:missing',
    message: { vi: 'Hãy viết câu hỏi như sẽ đăng công khai.', en: 'Write the question as the public will read it.' },
  },
  answer: {
    code: 'publicAnswer:missing',
    message: { vi: 'Hãy viết câu trả lời như sẽ đăng công khai.', en: 'Write the answer as the public will read it.' },
  },
  interest: {
    code: 'interest:missing',
    message: {
      vi: 'Người gửi không đề nghị công khai: hãy nêu vì sao câu trả lời có ích cho nhiều người.',
      en: 'The sender did not ask for publication: say why the answer is of general interest.',
    },
  },
  naming: {
    code: 'interest:personal',
    message: {
      vi: 'Lý do đăng không được nêu tên hay thông tin của ai: hãy viết lại.',
      en: 'The reason must not name anybody: write it anew.',
    },
  },
} as const satisfies Record<string, CaseReason>
