import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'
import { cleanText } from '../web/vietnamese.ts'
import { looksLikeSpam } from '../web/looks-like-spam.ts'
import { longestWord, type Choice } from './rating.ts'

export interface Rating {
  siteId: number
  /** Path of the page, see readPage. */
  page: string
  choice: Choice
  /** A word of the reader; may be empty. */
  words: string
  /** Digest of who asks, forgotten the next day. */
  visitor: string
}
/** unknown: this portal has no such page. enough: this reader rated sixty pages today. */
export type RatingOutcome = 'rated' | 'unknown' | 'enough'

/**
 * Notes how satisfied a reader is with a page: one voice a reader, page and day; another one changes the first. The reader stays
 * unknown (Decree 224/2026, art. 10, cl. 3, point b). One commit, through a function of the database (migrations/0035).
 */
export async function ratePage(db: Database, rating: Rating): Promise<RatingOutcome> {
  const words = cleanText(rating.words).slice(0, longestWord).toWellFormed()
  const { rows } = await sql<{ outcome: RatingOutcome }>`
    select rate_page(${rating.siteId}, ${rating.page}, ${rating.choice}, ${words}, ${looksLikeSpam(words)}, ${rating.visitor})
      as outcome`.execute(db)
  return rows[0]!.outcome
}
