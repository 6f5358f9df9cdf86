import { sql } from 'kysely'
import { recordEvent } from '../audit/record-event.ts'
import { inTransaction, type Database, type Transaction } from '../database/connect.ts'
import type { FileStore } from '../media/file-store.ts'
import { encryptedName } from './attachments/attachment.ts'
import { masked } from './find-personal-data.ts'
import type { CaseKinds } from './kind.ts'
import { defaultKeepDays, groundOf, keepDaysOfUnknown, type ErasedThing, type KeepRule } from './retention.ts'

/** Cases of one portal in one commit. */
const most = 200

/**
 * Erases who sent cases that are closed for longer than their kind is kept (Law on Personal Data Protection 2025, art. 14: the purpose is
 * done): the sealed sender, sealed words, attachments and their files, messages and mails, notes of colleagues, drafts that were never
 * sent, and words that were not published; in those behind a published answer what a machine finds of persons is masked. Each case
 * leaves a deletion record that names nobody, each commit one audit event. What is interrupted goes on at the next run; safe to repeat.
 */
export async function eraseCaseSenders(db: Database, files: FileStore, kinds: CaseKinds): Promise<{ erased: number }> {
  let erased = 0
  for (;;) {
    const done = await inTransaction(db, (tx) => eraseSome(tx, defaultKeepDays(kinds)))
    // After the commit: what a crash leaves here is found by the job that tidies.
    for (const stored of done.stored) await files.remove(encryptedName(stored))
    if (done.cases === 0) return { erased }
    erased += done.cases
  }
}

interface Erasable {
  id: number
  number: string
  kind: string
  siteId: number
  title: string
  body: string
  sealed: boolean
  published: boolean
}
interface DueCase extends Erasable {
  keepDays: number
  rule: KeepRule
}

async function eraseSome(
  tx: Transaction,
  defaults: Record<string, number>,
): Promise<{ cases: number; stored: string[] }> {
  const due = await dueCases(tx, defaults)
  const siteId = due[0]?.siteId
  if (siteId === undefined) return { cases: 0, stored: [] }
  const mine = due.filter((each) => each.siteId === siteId)
  const ids = mine.map(({ id }) => id)
  const erased = await eraseAround(tx, ids)
  await maskReplies(tx, ids)
  for (const each of mine) await eraseWords(tx, each)
  await tx
    .insertInto('deletionRecord')
    .values(
      mine.map((each) => ({
        siteId,
        number: each.number,
        kind: each.kind,
        what: whatOf(each, erased),
        ground: groundOf(each.keepDays, each.rule),
      })),
    )
    .execute()
  // On the page of the case; nobody is left to be told by mail.
  const noted = { step: 'erase-sender', byWhom: 'system', isPublic: true, toldAt: new Date() } as const
  await tx
    .insertInto('caseEvent')
    .values(mine.map(({ id }) => ({ ...noted, caseId: id })))
    .execute()
  await recordEvent(tx, {
    action: 'case.sender-erased',
    by: { system: 'erase-case-senders' },
    siteId,
    subject: { kind: 'site', id: siteId },
    after: { cases: mine.map(({ number }) => number) },
    summary: `Xóa thông tin người gửi của ${mine.length} hồ sơ đã hết thời hạn lưu`,
  })
  return { cases: mine.length, stored: erased.stored }
}

/** Its words, without who sent them, stand on a portal. */
const isPublished = sql<boolean>`(c.published_entry_id is not null
  or exists (select from published_answer a where a.case_id = c.id) or exists (select from public_feedback f where f.case_id = c.id))`

async function dueCases(tx: Transaction, defaults: Record<string, number>): Promise<DueCase[]> {
  const { rows } = await sql<DueCase>`
    select c.id, c.number, c.kind, c.handling_site_id as site_id, c.title, c.body, c.sealed_words is not null as sealed,
      ${isPublished} as published, k.keep_days, k.rule
    from citizen_case c
    cross join lateral (
      select keep_days, rule from (
        select r.keep_days, case when r.site_id is null then 'network' else 'portal' end as rule, r.site_id is null as wide
          from case_retention r where r.kind = c.kind and (r.site_id = c.handling_site_id or r.site_id is null)
        union all
        select coalesce((${JSON.stringify(defaults)}::jsonb ->> c.kind)::integer, ${keepDaysOfUnknown}::integer), 'default', null
      ) x order by wide nulls last limit 1) k
    where c.closed_at is not null and c.erased_at is null and c.closed_at < now() - make_interval(days => k.keep_days)
    order by c.handling_site_id, c.id limit ${most} for update of c skip locked`.execute(tx)
  return rows
}

interface Erased {
  senders: Set<number>
  attachments: Set<number>
  messages: Set<number>
  notes: Set<number>
  mails: Set<number>
  /** Names of the files to remove. */
  stored: string[]
}

async function eraseAround(tx: Transaction, ids: readonly number[]): Promise<Erased> {
  const senders = await tx
    .updateTable('caseSender')
    .set({ sealed: null, hasEmail: false, hasPhone: false, erasedAt: new Date() })
    .where('caseId', 'in', ids)
    .where('erasedAt', 'is', null)
    .returning('caseId')
    .execute()
  const attachments = await tx
    .updateTable('caseAttachment')
    .set({ state: 'gone', reason: '', nameSealed: '', keySealed: '', sha256: '' })
    .where('caseId', 'in', ids)
    .where('state', '<>', 'gone')
    .returning(['caseId', 'stored'])
    .execute()
  const messages = await tx
    .updateTable('caseMessage')
    .set({ body: '', sealed: null })
    .where('caseId', 'in', ids)
    .where('direction', '=', 'from_sender')
    .returning('caseId')
    .execute()
  // Colleagues quote what the sender wrote, and drafts name people.
  const notes = await tx
    .updateTable('caseEvent')
    .set({ note: '' })
    .where('caseId', 'in', ids)
    .where('note', '<>', '')
    .returning('caseId')
    .execute()
  const drafts = await tx
    .deleteFrom('caseAnswer')
    .where('caseId', 'in', ids)
    .where('state', '<>', 'approved')
    .returning('caseId')
    .execute()
  const mails = await tx.deleteFrom('outboxMail').where('caseId', 'in', ids).returning('caseId').execute()
  // The place as the sender gave it may be where they live; what is public of it stands elsewhere, rounded.
  await tx
    .updateTable('feedbackPlace')
    .set({ address: '', latitude: null, longitude: null, precision: 'none' })
    .where('caseId', 'in', ids)
    .execute()
  await tx.updateTable('caseRating').set({ comment: '' }).where('caseId', 'in', ids).execute()
  // The call a case was taken down from holds the same words.
  await tx
    .updateTable('hotlineCall')
    .set({ question: 'Nội dung đã xóa', guidance: '' })
    .where('caseId', 'in', ids)
    .execute()
  const casesOf = (rows: readonly { caseId: number | null }[]): Set<number> =>
    new Set(rows.flatMap(({ caseId }) => caseId ?? []))
  return {
    senders: casesOf(senders),
    attachments: casesOf(attachments),
    messages: casesOf(messages),
    notes: casesOf([...notes, ...drafts]),
    mails: casesOf(mails),
    stored: attachments.map(({ stored }) => stored),
  }
}

/** What the office wrote to senders is the authority's own act and stays; whom it names is masked. */
async function maskReplies(tx: Transaction, ids: readonly number[]): Promise<void> {
  const [answers, questions] = await Promise.all([
    tx.selectFrom('caseAnswer').select(['id', 'body', 'ground']).where('caseId', 'in', ids).execute(),
    tx
      .selectFrom('caseMessage')
      .select(['id', 'body'])
      .where('caseId', 'in', ids)
      .where('direction', '=', 'to_sender')
      .execute(),
  ])
  for (const { id, body, ground } of answers)
    await tx
      .updateTable('caseAnswer')
      .set({ body: masked(body), ground: masked(ground) })
      .where('id', '=', id)
      .execute()
  for (const { id, body } of questions)
    await tx
      .updateTable('caseMessage')
      .set({ body: masked(body) })
      .where('id', '=', id)
      .execute()
}

async function eraseWords(tx: Transaction, { id, published, title, body }: Erasable): Promise<void> {
  const words = published ? { title: masked(title), body: masked(body) } : { title: '', body: '', details: '{}' }
  await tx
    .updateTable('citizenCase')
    .set({ ...words, sealedWords: null, erasedAt: new Date() })
    .where('id', '=', id)
    .execute()
}

function whatOf(each: Erasable, erased: Erased): ErasedThing[] {
  const what: [ErasedThing, boolean][] = [
    ['sender', erased.senders.has(each.id)],
    ['words', each.sealed],
    ['body', !each.published && each.body + each.title !== ''],
    ['details', each.published],
    ['attachments', erased.attachments.has(each.id)],
    ['messages', erased.messages.has(each.id)],
    ['notes', erased.notes.has(each.id)],
    ['mails', erased.mails.has(each.id)],
  ]
  return what.flatMap(([thing, is]) => (is ? [thing] : []))
}

/**
 * Erases who sent one case now, whatever its age, and leaves the deletion record with the ground given; the audit event is the
 * caller's. Gives the names of the encrypted files to remove once this is committed.
 */
export async function eraseCase(tx: Transaction, caseId: number, ground: string): Promise<{ stored: string[] }> {
  const { rows } = await sql<Erasable>`
    select c.id, c.number, c.kind, c.handling_site_id as site_id, c.title, c.body, c.sealed_words is not null as sealed,
      ${isPublished} as published
    from citizen_case c where c.id = ${caseId} and c.erased_at is null for update`.execute(tx)
  const found = rows[0]
  if (!found) return { stored: [] }
  const erased = await eraseAround(tx, [found.id])
  await maskReplies(tx, [found.id])
  await eraseWords(tx, found)
  const { siteId, number, kind } = found
  await tx
    .insertInto('deletionRecord')
    .values({ siteId, number, kind, what: whatOf(found, erased), ground })
    .execute()
  return { stored: erased.stored }
}
