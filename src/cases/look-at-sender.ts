import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden, NotFound, Refused } from '../refusals.ts'
import type { Keyring } from '../sealing/keyring.ts'
import { open } from '../sealing/seal.ts'
import { divisionsOf } from './load-case.ts'
import { caseForUpdate } from './lock-case.ts'
import { isLookReason } from './look-reasons.ts'
import { maySeeSender } from './policy.ts'
import type { Sender } from './receive-case.ts'
import { recordCaseStep } from './take-step.ts'

interface Look {
  caseId: number
  /** One of `lookReasons`. */
  reason: string
}

/**
 * Opens who sent a case for somebody who deals with it, and notes who looked and why. The code of the case stays sealed: whoever
 * has it may act as the sender. Undefined where it was erased.
 * @throws NotFound; Forbidden; Refused without a reason; SealingKeyMissing when this installation lacks the key.
 */
export async function lookAtSender(
  tx: Transaction,
  by: Actor,
  { caseId, reason }: Look,
  keyring: Keyring,
): Promise<Sender | undefined> {
  const found = await caseForUpdate(tx, by, caseId)
  if (!maySeeSender(by, found, await divisionsOf(tx, by.id))) throw new Forbidden()
  if (!isLookReason(reason)) throw new Refused('case.look', [{ code: 'reason', message: noReason }])
  const row = await tx.selectFrom('caseSender').select('sealed').where('caseId', '=', caseId).executeTakeFirst()
  if (!row) throw new NotFound()
  const opened = row.sealed === null ? undefined : await open<Sender>(keyring, row.sealed)
  await tx.insertInto('caseLook').values({ caseId, personId: by.id, what: 'sender', reason }).execute()
  await recordCaseStep(tx, by, found, {
    done: 'sender-read',
    summary: 'Xem thông tin người gửi',
    after: { reason },
  })
  if (!opened) return undefined
  const { name, email, phone, address, identity, organisation } = opened
  return { name, email, phone, address, identity, organisation }
}

const noReason = {
  vi: 'Hãy chọn lý do xem thông tin người gửi: mỗi lần xem đều được ghi lại.',
  en: 'Choose why you look at who sent it: every look is recorded.',
}
