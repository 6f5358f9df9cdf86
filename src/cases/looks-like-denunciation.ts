import { fold } from '../web/vietnamese.ts'
import type { CaseKind } from './kind.ts'
import type { NewCase } from './receive-case.ts'

/** Whether words look like a denunciation of somebody: no form takes one (Law on Denunciations 2018, art. 22). Pure. */
export const looksLikeDenunciation = (words: string): boolean =>
  /(?<![\p{L}\d])tố cáo(?![\p{L}\d])/iu.test(words.normalize('NFC')) ||
  /\b(?:toi|don|xin|muon) to cao\b/.test(fold(words))

/**
 * A case as it is taken where nobody can be asked first: words that look like a denunciation arrive as a sealed letter, whatever they
 * were sent as, so that no queue and no list ever shows them (decision 57). What was typed of a place is sealed with the words.
 */
export function sealedInstead(given: NewCase, letter: CaseKind): NewCase {
  if (!looksLikeDenunciation(`${given.title}\n${given.body}`)) return given
  const { taking, suspicion } = given
  const address = (taking?.more.place as { address?: unknown } | undefined)?.address
  return {
    ...given,
    kind: letter,
    body: typeof address === 'string' && address !== '' ? `${given.body}\n\n${address}` : given.body,
    details: {},
    publicWanted: false,
    rules: undefined,
    // Held back it would wait where its handlers do not look.
    ...(suspicion && { suspicion: { ...suspicion, quarantine: false } }),
    ...(taking && { taking: { ...taking, more: { ...taking.more, place: null } } }),
  }
}
