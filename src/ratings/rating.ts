import type { Message } from '../web/message.ts'

/** The three answers (Circular 32/2017/TT-BTTTT, art. 12), best first, with their words in addresses. */
export const choices = [
  { choice: 'very_satisfied', slug: 'rat-hai-long', label: { vi: 'Rất hài lòng', en: 'Very satisfied' } },
  { choice: 'satisfied', slug: 'hai-long', label: { vi: 'Hài lòng', en: 'Satisfied' } },
  { choice: 'unsatisfied', slug: 'chua-hai-long', label: { vi: 'Chưa hài lòng', en: 'Not satisfied' } },
] as const satisfies readonly { choice: string; slug: string; label: Message }[]
export type Choice = (typeof choices)[number]['choice']

/** How often each answer was given. */
export interface RatingSum {
  verySatisfied: number
  satisfied: number
  unsatisfied: number
}

export const totalOf = (sum: RatingSum): number => sum.verySatisfied + sum.satisfied + sum.unsatisfied

/** Of a hundred, how many are satisfied or more; undefined where nobody answered. */
export function satisfiedShare(sum: RatingSum): number | undefined {
  const total = totalOf(sum)
  return total === 0 ? undefined : Math.round(((sum.verySatisfied + sum.satisfied) / total) * 100)
}

/**
 * From how many ratings on a page shows their sum. Fewer say nothing about a page, and could let one guess who gave which:
 * the rater stays unknown (Decree 224/2026, art. 10, cl. 3, point b).
 */
export const shownFrom = 10

/** Longest word that goes with a rating, in characters. */
export const longestWord = 1000

/** The page a rating is about, as readers of both languages share it; undefined when it cannot be one. */
export function readPage(typed: string | undefined): string | undefined {
  const page = (typed ?? '').replace(/^\/en(?=\/|$)/, '') || '/'
  return typed && page.length <= 300 && /^\/[a-z0-9/-]*$/.test(page) ? page : undefined
}
