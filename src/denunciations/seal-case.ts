import { sql } from 'kysely'
import type { CaseView } from '../cases/load-case.ts'
import { startClock } from '../cases/start-clock.ts'
import { caseForStep, endClock, moveCase, recordCaseStep, type CaseReason } from '../cases/take-step.ts'
import type { Transaction } from '../database/connect.ts'
import type { Actor } from '../people/actor.ts'
import { activeSealingKey } from '../sealing/queries.ts'
import { seal } from '../sealing/seal.ts'
import { sealedLetterKind } from './sealed-letter.ts'

/**
 * Seals a case that is a denunciation: its words, messages and drafts are readable by the named handlers alone from now on, its clock
 * becomes that of a denunciation, and whoever sealed it sees it no more unless they are named (Law on Denunciations 2018, art. 8, 24).
 * Notes of colleagues are emptied, since they may quote it. A public report is taken down with it; a published answer must be
 * withdrawn first.
 */
export async function sealCase(tx: Transaction, by: Actor, act: { caseId: number }): Promise<{ handlers: number }> {
  const found = await caseForStep(tx, by, 'seal', {
    caseId: act.caseId,
    reasons: async (c) => (c.sealed || (await isLive(tx, c.publishedEntryId)) ? [sealedOrPublished] : []),
  })
  const key = await activeSealingKey(tx)
  const place = await takePlace(tx, found.id)
  const body = place === '' ? found.body : `${found.body}\n\n${place}`
  const words = { title: found.title, body, details: found.details }
  await tx
    .updateTable('citizenCase')
    .set({
      kind: sealedLetterKind.name,
      sealedWords: await seal(key, words),
      title: '',
      body: '',
      details: '{}',
      publicWanted: false,
      officerId: null,
      divisionId: null,
    })
    .where('id', '=', found.id)
    .execute()
  const messages = await tx
    .selectFrom('caseMessage')
    .select(['id', 'body'])
    .where('caseId', '=', found.id)
    .where('body', '<>', '')
    .execute()
  for (const { id, body } of messages)
    await tx
      .updateTable('caseMessage')
      .set({ body: '', sealed: await seal(key, { body }) })
      .where('id', '=', id)
      .execute()
  await tx.deleteFrom('caseAnswer').where('caseId', '=', found.id).where('state', '<>', 'approved').execute()
  await tx.updateTable('caseEvent').set({ note: '' }).where('caseId', '=', found.id).execute()
  await takeFromOtherLists(tx, found.id)
  await sql`insert into case_handler (case_id, person_id, named_by)
    select ${found.id}, person_id, named_by from sealed_desk where site_id = ${found.handlingSiteId} and ended_at is null
    on conflict do nothing`.execute(tx)
  await startOver(tx, found)
  await moveCase(tx, by, found, { step: 'seal' })
  await recordCaseStep(tx, by, found, { done: 'sealed', summary: 'Niêm phong vì có nội dung tố cáo' })
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from case_handler where case_id = ${found.id} and ended_at is null`.execute(tx)
  return { handlers: rows[0]!.n }
}

const sealedOrPublished: CaseReason = {
  code: 'form:published',
  message: {
    vi: 'Hồ sơ đã niêm phong, hoặc câu trả lời đã đăng công khai: hãy gỡ bài đã đăng trước khi niêm phong.',
    en: 'Already sealed, or its answer is public: withdraw that first.',
  },
}

/** Whether an entry is public somewhere: one that was withdrawn is not. */
async function isLive(tx: Transaction, entryId: number | null): Promise<boolean> {
  if (entryId === null) return false
  const live = await tx.selectFrom('liveItem').select('entryId').where('entryId', '=', entryId).executeTakeFirst()
  return live !== undefined
}

/** The address of a report as it was typed, which goes with the words; nothing of its place stays in the clear. */
async function takePlace(tx: Transaction, caseId: number): Promise<string> {
  const place = await tx
    .deleteFrom('feedbackPlace')
    .where('caseId', '=', caseId)
    .returning(['address', 'latitude', 'longitude'])
    .executeTakeFirst()
  if (!place) return ''
  const point = place.latitude === null ? '' : `${place.latitude}, ${place.longitude}`
  return [place.address, point].filter(Boolean).join(' · ')
}

/** The same words elsewhere: the public report with its pictures, and the call it was taken down from. */
async function takeFromOtherLists(tx: Transaction, caseId: number): Promise<void> {
  await tx.deleteFrom('feedbackPhoto').where('caseId', '=', caseId).execute()
  await tx.deleteFrom('publicFeedback').where('caseId', '=', caseId).execute()
  await tx
    .updateTable('hotlineCall')
    .set({ question: 'Nội dung đã niêm phong', guidance: '' })
    .where('caseId', '=', caseId)
    .execute()
}

/** Ends the clocks of what it was sent as, and begins that of a letter to be classified, from the day it arrived. */
async function startOver(tx: Transaction, found: CaseView): Promise<void> {
  await endClock(tx, found.id, 'all', 'stopped')
  const clock = await startClock(tx, {
    ruleId: sealedLetterKind.clocks.answer!,
    purpose: 'answer',
    siteId: found.handlingSiteId,
    startedAt: found.receivedAt,
  })
  const { dueAt, basis, ...rest } = clock
  await tx
    .insertInto('caseClock')
    .values({ caseId: found.id, ...rest, basis: JSON.stringify(basis), dueAt, firstDueAt: dueAt })
    .execute()
  await tx.updateTable('citizenCase').set({ dueAt }).where('id', '=', found.id).execute()
}
