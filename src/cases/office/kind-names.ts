import { caseKinds } from '../../case-kinds.ts'
import type { Message, Say } from '../../web/message.ts'
import { isCaseKind } from '../kind.ts'
import { messages } from './case-messages.ts'

/** What a kind of case is called. */
export const kindName = (kind: string, say: Say): string => {
  const known = isCaseKind(kind) ? caseKinds.get(kind) : undefined
  return known ? say(known.label) : kind
}

/** Kinds to choose from in filters. */
export const kindOptions = (say: Say): { value: string; label: string }[] =>
  [...caseKinds.values()].map(({ name, label }) => ({ value: name, label: say(label) }))

/** Kinds that have a screen of their own beside that of the case: the last part of its address, and its name. */
export const kindScreens: Readonly<Record<string, { slug: string; label: Message } | undefined>> = {
  feedback: { slug: 'phan-anh', label: messages.placeAndPublic },
  information_request: { slug: 'thong-tin', label: { vi: 'Phiếu yêu cầu, cung cấp', en: 'The request, delivery' } },
  data_request: { slug: 'du-lieu', label: { vi: 'Yêu cầu về dữ liệu', en: 'What is asked of data' } },
}

export { caseKinds }
