import type { Message } from '../web/message.ts'
import { findPersonalData, type PersonalData } from './find-personal-data.ts'
import { personalKinds } from './personal-data/spot.ts'

/** What the public would read of a case (columns of case_answer). */
export interface PublicWords {
  publicTitle: string
  publicQuestion: string
  publicAnswer: string
}
export type PublicField = keyof PublicWords

/** A find somebody let stand, and why: what case_answer.let_stand holds a list of. `text`: as it is written in the public words. */
export interface LetStand {
  text: string
  reason: string
}

export const publicFields: Record<PublicField, Message> = {
  publicTitle: { vi: 'tiêu đề công khai', en: 'the public title' },
  publicQuestion: { vi: 'câu hỏi công khai', en: 'the public question' },
  publicAnswer: { vi: 'câu trả lời công khai', en: 'the public answer' },
}

/** Reads the list as the database keeps it; what has no reason lets nothing stand. */
export const readLetStand = (raw: unknown): LetStand[] =>
  (Array.isArray(raw) ? raw : []).filter(
    (one): one is LetStand =>
      typeof one?.text === 'string' && typeof one?.reason === 'string' && one.reason.trim() !== '',
  )

/** What of persons still stands in public words although nobody gave a reason for it, by field. */
export function personalLeft(
  words: PublicWords,
  letStand: readonly LetStand[],
): { field: PublicField; found: PersonalData }[] {
  const allowed = new Set(letStand.map(({ text }) => text.normalize('NFC').trim()))
  return (Object.keys(publicFields) as PublicField[]).flatMap((field) =>
    findPersonalData(words[field])
      .filter(({ text }) => !allowed.has(text.normalize('NFC').trim()))
      .map((found) => ({ field, found })),
  )
}

/** One sentence for each kind of find in each field. It never repeats what was found. */
export function whyNotPublic(words: PublicWords, letStand: readonly LetStand[]): { code: string; message: Message }[] {
  const seen = new Map<string, { code: string; message: Message }>()
  for (const { field, found } of personalLeft(words, letStand)) {
    const [kind, place] = [personalKinds[found.kind], publicFields[field]]
    seen.set(`${field} ${found.kind}`, {
      code: `${field}:${found.kind}`,
      message: {
        vi: `Trong ${place.vi} còn ${kind.vi}: hãy che đi, hoặc nêu lý do được để nguyên.`,
        en: `There is still ${kind.en} in ${place.en}: mask it, or say why it may stand.`,
      },
    })
  }
  return [...seen.values()]
}
