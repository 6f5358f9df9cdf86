import { createHash } from 'node:crypto'
import type { CaseView } from '../cases/load-case.ts'
import { written } from '../cases/mails.ts'
import { noteEvent } from '../cases/note-event.ts'
import type { Sender } from '../cases/receive-case.ts'
import { recordCaseStep } from '../cases/take-step.ts'
import type { Transaction } from '../database/connect.ts'
import { queueSealedMail } from '../outbox/queue-sealed-mail.ts'
import type { Actor } from '../people/actor.ts'
import type { Keyring } from '../sealing/keyring.ts'
import { open, type SealingKey } from '../sealing/seal.ts'
import { dateOf } from '../web/dates.ts'
import { cleanText } from '../web/vietnamese.ts'
import { deliveryRules, isMeans, type Means } from './information-request.ts'
import { digestOfCode, encryptForCode, newOneTimeCode, type DeliveredFile } from './one-time-code.ts'
import { requestForUpdate } from './request-for-update.ts'
import { refuseRequest, type RequestReason } from './why-not-request.ts'

export interface Delivering {
  caseId: number
  means: string
  /** For `code`. */
  file?: DeliveredFile
  /** For colleagues: what was given, to whom it was handed. */
  note: string
}

/** What handing over needs besides: keys, and where the public page stands. */
export interface DeliveryPlace {
  keyring: Keyring
  key: SealingKey
  /** Of the portal the request was sent to, no trailing slash. */
  origin: string
  siteName: string
}

/**
 * Hands over information after its answer was approved. A file is encrypted under a new one-time code (Law on Access to Information
 * 2016, art. 30, cl. 2), which goes to who asked in a sealed mail of this very commit, is shown to nobody here, and is kept nowhere.
 */
export async function deliverInformation(
  tx: Transaction,
  by: Actor,
  act: Delivering,
  place: DeliveryPlace,
): Promise<void> {
  const found = await requestForUpdate(tx, by, act.caseId)
  const note = cleanText(act.note)
  refuseRequest('case.information-deliver', await whyNotDeliver(tx, found, { ...act, note }))
  const means = act.means as Means
  if (means === 'code') await waitForCode(tx, by, { found, file: act.file!, note, place })
  else await tx.insertInto('informationDelivery').values({ caseId: found.id, means, note, madeBy: by.id }).execute()
  await noteEvent(tx, by, { caseId: found.id, step: 'deliver', facts: { means }, told: means === 'code' })
  await recordCaseStep(tx, by, found, {
    done: 'information-delivered',
    summary: 'Cung cấp thông tin theo yêu cầu',
    after: { means },
  })
}

async function whyNotDeliver(tx: Transaction, found: CaseView, act: Delivering): Promise<RequestReason[]> {
  const [answer, sender] = await Promise.all([
    tx
      .selectFrom('caseAnswer')
      .select('kind')
      .where('caseId', '=', found.id)
      .where('state', '=', 'approved')
      .where('kind', '<>', 'progress')
      .orderBy('revision', 'desc')
      .executeTakeFirst(),
    tx.selectFrom('caseSender').select('hasEmail').where('caseId', '=', found.id).executeTakeFirst(),
  ])
  const byCode = act.means === 'code'
  return [
    ...(answer && ['answered', 'closed'].includes(found.state) ? [] : (['form:not-answered'] as const)),
    ...(answer?.kind === 'refusal' ? (['form:refusal'] as const) : []),
    ...(isMeans(act.means) ? [] : (['means:missing'] as const)),
    ...(byCode && (act.file?.body.length ?? 0) === 0 ? (['file:missing'] as const) : []),
    ...(byCode && (act.file?.body.length ?? 0) > deliveryRules.bytes ? (['file:heavy'] as const) : []),
    ...(byCode && !sender?.hasEmail ? (['means:no-email'] as const) : []),
    ...(act.note.length > 500 ? (['note:long'] as const) : []),
  ]
}

interface Waiting {
  found: CaseView
  file: DeliveredFile
  note: string
  place: DeliveryPlace
}

async function waitForCode(tx: Transaction, by: Actor, { found, file, note, place }: Waiting): Promise<void> {
  const { keyring, key, origin, siteName } = place
  const row = await tx
    .selectFrom('caseSender')
    .select('sealed')
    .where('caseId', '=', found.id)
    .executeTakeFirstOrThrow()
  // Opened for the mail alone; nobody sees it, so it is no look.
  const { email, code: trackingCode } = await open<Sender & { code: string }>(keyring, row.sealed as string)
  const code = newOneTimeCode()
  const expiresAt = new Date(Date.now() + deliveryRules.days * 86_400_000)
  await tx
    .insertInto('informationDelivery')
    .values({
      caseId: found.id,
      means: 'code',
      codeHash: digestOfCode(code),
      ...encryptForCode(file, code),
      bytes: file.body.length,
      sha256: createHash('sha256').update(file.body).digest('hex'),
      note,
      madeBy: by.id,
      expiresAt,
    })
    .execute()
  const about = { number: found.number, code: trackingCode, origin, siteName }
  const mail = written(about, 'mã nhận thông tin của hồ sơ', [
    `${siteName} cung cấp thông tin ông/bà đã yêu cầu thành một tệp. Mở trang ${origin}/tiep-can-thong-tin/nhan và nhập mã một lần sau:`,
    code,
    `Mã dùng một lần, đến hết ngày ${dateOf(new Date(expiresAt.getTime() - 1))}. Nếu việc tải bị đứt giữa chừng, ông/bà tải lại được trong 10 phút trên cùng thiết bị. Sau đó tệp bị xóa khỏi cổng.`,
  ])
  const to = { to: email ?? '', subject: mail.subject, body: mail.body, siteId: found.siteId, caseId: found.id }
  await queueSealedMail(tx, key, to)
}
