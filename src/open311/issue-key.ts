import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { cleanLine } from '../web/vietnamese.ts'
import { hashOfKey, newKey } from './key.ts'
import { mayIssueKeys } from './policy.ts'
import { refuseKey, type KeyReason } from './why-not-key.ts'

export interface IssuingKey {
  /** The program. */
  name: string
  /** Who runs it, and how to reach them. */
  contact: string
  /** The one portal it may send to; null: every portal. */
  siteId: number | null
  /** Reports a day. */
  dailyLimit: number
}

/** Lets a program send reports. The key is given back once and never again: the database keeps its digest. */
export async function issueKey(tx: Transaction, by: Actor, act: IssuingKey): Promise<{ keyId: number; key: string }> {
  if (!mayIssueKeys(by)) throw new Forbidden()
  const [name, contact] = [cleanLine(act.name), cleanLine(act.contact)]
  const codes: KeyReason[] = []
  if (name === '') codes.push('name:missing')
  if (name.length > 120) codes.push('name:long')
  if (contact === '') codes.push('contact:missing')
  if (contact.length > 200) codes.push('contact:long')
  if (!Number.isInteger(act.dailyLimit) || act.dailyLimit < 1 || act.dailyLimit > 100_000) codes.push('limit:range')
  if (act.siteId !== null && !(await isOpen(tx, act.siteId))) codes.push('site:unknown')
  refuseKey('open311-key.issue', codes)
  const key = newKey()
  const { siteId, dailyLimit } = act
  const { id } = await tx
    .insertInto('open311Key')
    .values({ name, contact, siteId, dailyLimit, hash: hashOfKey(key), beginning: key.slice(0, 4), madeBy: by.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    action: 'open311-key.issued',
    by,
    siteId,
    subject: { kind: 'open311-key', id },
    after: { name, siteId, dailyLimit },
    summary: `Cấp khóa kết nối phản ánh cho ứng dụng “${name}”`,
  })
  return { keyId: id, key }
}

async function isOpen(tx: Transaction, siteId: number): Promise<boolean> {
  const site = await tx
    .selectFrom('site')
    .select('id')
    .where('id', '=', siteId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return site !== undefined
}
