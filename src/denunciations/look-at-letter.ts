import { recordCaseStep } from '../cases/take-step.ts'
import { caseForUpdate } from '../cases/lock-case.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { NotFound } from '../refusals.ts'
import type { Keyring } from '../sealing/keyring.ts'
import { open } from '../sealing/seal.ts'

/** What a sealed letter says; undefined words where they were erased. */
export interface Letter {
  words: { title: string; body: string } | undefined
  messages: { at: Date; body: string }[]
}

/**
 * Opens a sealed letter for a handler named for it, and notes the look. Who sent it stays closed: that is a look of its own.
 * @throws NotFound for everybody else; SealingKeyMissing when this installation lacks the key.
 */
export async function lookAtLetter(
  tx: Transaction,
  by: Actor,
  { caseId }: { caseId: number },
  keyring: Keyring,
): Promise<Letter> {
  const found = await caseForUpdate(tx, by, caseId)
  if (!found.sealed) throw new NotFound()
  const row = await tx
    .selectFrom('citizenCase')
    .select('sealedWords')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const sealed = await tx
    .selectFrom('caseMessage')
    .select(['at', 'sealed'])
    .where('caseId', '=', caseId)
    .where('direction', '=', 'from_sender')
    .orderBy('id')
    .execute()
  const words =
    row.sealedWords === null ? undefined : await open<{ title: string; body: string }>(keyring, row.sealedWords)
  const messages = await Promise.all(
    sealed.map(async (one) => ({
      at: one.at,
      body: one.sealed === null ? '' : (await open<{ body: string }>(keyring, one.sealed)).body,
    })),
  )
  await tx.insertInto('caseLook').values({ caseId, personId: by.id, what: 'words' }).execute()
  await recordCaseStep(tx, by, found, { done: 'words-read', summary: 'Mở đơn niêm phong' })
  return { words, messages: messages.filter(({ body }) => body !== '') }
}
