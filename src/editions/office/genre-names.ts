import type { Message } from '../../web/message.ts'
import type { Kinds } from '../content.ts'

/** What a genre is called; its code where the kind does not say. */
export function genreName(kinds: Kinds, kind: string, genre: string): Message {
  const named = kinds.get(kind)?.genres?.[genre]?.label
  return named ?? { vi: genre, en: genre }
}

/** Every genre of every kind, for filters. */
export const allGenres = (kinds: Kinds): { value: string; label: Message }[] =>
  [...kinds.values()].flatMap((kind) =>
    Object.entries(kind.genres ?? {}).map(([value, { label }]) => ({ value, label })),
  )
