import { answerKind } from './answers/answer.ts'
import { articleKind } from './articles/article.ts'
import { complaintResultKind } from './complaints/complaint-result.ts'
import type { Kinds } from './editions/content.ts'

/** The kinds of content of this installation. */
export const kinds: Kinds = new Map([articleKind, answerKind, complaintResultKind].map((kind) => [kind.name, kind]))
