import type { CaseKinds } from './cases/kind.ts'
import { dataRequestKind } from './data-requests/data-request.ts'
import { sealedLetterKind } from './denunciations/sealed-letter.ts'
import { feedbackKind } from './feedback/feedback.ts'
import { callKind } from './hotline/call.ts'
import { informationRequestKind } from './information-requests/information-request.ts'
import { questionKind } from './questions/question.ts'

/** The kinds of case of this installation. */
export const caseKinds: CaseKinds = new Map(
  [questionKind, feedbackKind, informationRequestKind, dataRequestKind, callKind, sealedLetterKind].map((kind) => [
    kind.name,
    kind,
  ]),
)
