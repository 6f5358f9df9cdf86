import { sql } from 'kysely'
import type { Config } from '../config.ts'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import { originOf } from '../delivery/site-of-host.ts'
import type { Logger } from '../logger.ts'
import { queueSealedMail } from '../outbox/queue-sealed-mail.ts'
import type { Keyring } from '../sealing/keyring.ts'
import { activeSealingKey, NoSealingKey } from '../sealing/queries.ts'
import { open, SealBroken, SealingKeyMissing } from '../sealing/seal.ts'
import { stepMail, type ToldStep } from './mails.ts'
import type { Sender } from './receive-case.ts'

export interface Telling {
  config: Config
  keyring: Keyring
  logger: Logger
}

/**
 * Writes the mail of every public step that was not told of yet, in the order of the steps; each exactly once, by however many workers.
 * Who left no mail address, or was erased, is told by the page of the case alone. Where the key is missing the step is left for later.
 */
export async function tellSenders(db: Database, parts: Telling): Promise<{ mails: number; left: number }> {
  const done = { mails: 0, left: 0 }
  for (let after = 0; ;) {
    const told = await inTransaction(db, (tx) => tellNext(tx, parts, after))
    if (!told) return done
    after = told.eventId
    if (told.is === 'mailed') done.mails += 1
    if (told.is === 'left') done.left += 1
  }
}

interface Untold extends ToldStep {
  eventId: number
  caseId: number
  siteId: number
  siteName: string
  host: string | null
  number: string
  sealed: string | null
  hasEmail: boolean
}

type Told = { eventId: number; is: 'mailed' | 'nobody' | 'left' }

async function tellNext(tx: Transaction, parts: Telling, after: number): Promise<Told | undefined> {
  const event = await nextUntold(tx, after)
  if (!event) return undefined
  const { eventId, caseId, number } = event
  try {
    const is = (await writeMail(tx, event, parts)) ? 'mailed' : 'nobody'
    await sql`update case_event set told_at = now() where id = ${eventId}`.execute(tx)
    return { eventId, is }
  } catch (error) {
    if (!(error instanceof SealingKeyMissing || error instanceof SealBroken || error instanceof NoSealingKey))
      throw error
    parts.logger.error(
      { eventId, caseId, number, fault: error.name },
      'a sender could not be told: the sealed address does not open',
    )
    return { eventId, is: 'left' }
  }
}

/** The mail of an event is about the portal the case was sent to: its page is there. */
async function nextUntold(tx: Transaction, after: number): Promise<Untold | undefined> {
  const { rows } = await sql<Untold>`
    with next as (select id from case_event where is_public and told_at is null and id > ${after} order by id limit 1 for update skip locked)
    select e.id as event_id, e.step, e.by_whom, e.facts, c.id as case_id, c.reopened = 0 and c.merged_into is null as may_reopen, c.number, c.due_at, c.kind, s.id as site_id, s.name as site_name, h.host,
      r.sealed, coalesce(r.has_email, false) as has_email, coalesce(nullif(w.agency, ''), w.name) as handler,
      (select json_build_object('kind', a.kind, 'ground', a.ground, 'body', a.body, 'answerOn', a.answer_on) from case_answer a
        where a.case_id = c.id and a.state = 'approved' and a.approved_at <= e.at order by a.revision desc limit 1) as answer,
      (select m.body from case_message m where m.case_id = c.id and m.direction = 'to_sender' and m.at <= e.at order by m.id desc limit 1) as message,
      (select o.facts ->> 'division' from case_event o where o.case_id = c.id and o.id < e.id and o.is_public and o.step in ('assign', 'move-division')
        order by o.id desc limit 1) as division_before
    from case_event e join next n on n.id = e.id join citizen_case c on c.id = e.case_id join site s on s.id = c.site_id
    join site w on w.id = c.handling_site_id left join site_host h on h.site_id = s.id and h.is_primary
    left join case_sender r on r.case_id = c.id`.execute(tx)
  return rows[0]
}

async function writeMail(tx: Transaction, event: Untold, { config, keyring }: Telling): Promise<boolean> {
  if (event.sealed === null || !event.hasEmail) return false
  const sender = await open<Sender & { code: string }>(keyring, event.sealed)
  if (!sender.email) return false
  const { number, siteId, siteName, caseId } = event
  const origin = event.host === null ? '' : originOf(config, event.host)
  const mail = stepMail({ number, siteName, origin, code: sender.code }, event)
  if (!mail) return false
  await queueSealedMail(tx, await activeSealingKey(tx), { to: sender.email, ...mail, siteId, caseId })
  return true
}
