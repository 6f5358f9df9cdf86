import type { Transaction } from '../database/connect.ts'
import type { Content } from './content.ts'
import { refuse } from './reason.ts'

/** Refuses a text in another language for an entry that is linked to its version in that other language. */
export async function refuseOtherLanguage(tx: Transaction, entryId: number, content: Content): Promise<void> {
  const linked = await tx
    .selectFrom('entryTranslation')
    .select('language')
    .where('entryId', '=', entryId)
    .executeTakeFirst()
  if (linked && linked.language !== content.language) refuse('save', 'language-linked', 'language')
}
