import { recordEvent } from '../audit/record-event.ts'
import type { Transaction } from '../database/connect.ts'
import { enqueue } from '../jobs/queue.ts'
import type { Actor } from '../people/actor.ts'
import { Forbidden } from '../refusals.ts'
import { storedName, type MediaKind } from './file-kinds.ts'
import type { FileStore } from './file-store.ts'
import { lockFiles } from './lock-files.ts'
import { mayUpload } from './policy.ts'
import { digest, prepareUpload, type PreparedFilm, type PreparedUpload } from './prepare-upload.ts'

export interface StoredUpload {
  mediaId: number
  kind: MediaKind
  /** The portal had this file already; nothing new was kept. */
  duplicate: boolean
  /** Smaller versions of the picture are still to be written. */
  processing: boolean
}

/** A file brought in memory, prepared or not, or a film that was prepared on disk. */
export type UploadToStore = { siteId: number } & (
  | { name: string; body: Buffer; prepared?: PreparedUpload }
  | { prepared: PreparedUpload | PreparedFilm }
)

/**
 * Puts a file into a portal's library. Its type is read from its content; pictures are kept without metadata. The same file again
 * is the row there is. Throws Forbidden, or Refused with what is wrong with the file and what to do.
 * Decoding takes up to a second a picture: a caller that can should prepare the file before it opens the transaction.
 */
export async function storeUpload(
  tx: Transaction,
  by: Actor,
  act: UploadToStore,
  files: FileStore,
): Promise<StoredUpload> {
  if (!mayUpload(by, act.siteId)) throw new Forbidden()
  const uploadSha256 = 'body' in act && !act.prepared ? digest(act.body) : act.prepared!.uploadSha256
  const known = await found(tx, act.siteId, { uploadSha256 })
  if (known && known.state !== 'failed') return asDuplicate(known)
  const upload = act.prepared ?? (await prepareUpload(act as { name: string; body: Buffer }))
  await lockFiles(tx, 'shared')
  // The bytes are on disk before the row that names them can commit; without the commit they are tidied away.
  const name = storedName({ sha256: upload.sha256, mime: upload.kind.mime })
  await ('file' in upload ? files.keep(upload.file, name) : files.put(name, upload.body))
  const row = await tx
    .insertInto('media')
    .values({
      siteId: act.siteId,
      sha256: upload.sha256,
      uploadSha256: upload.uploadSha256,
      kind: upload.kind.kind,
      mime: upload.kind.mime,
      bytes: upload.bytes,
      name: upload.name,
      width: upload.width,
      height: upload.height,
      durationMs: upload.durationMs,
      language: upload.language,
      createdBy: by.id,
      state: upload.kind.kind === 'image' ? 'processing' : 'ready',
      isDemo: await isDemo(tx, act.siteId),
    })
    .onConflict((conflict) => conflict.columns(['siteId', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return renewed(tx, by, (await found(tx, act.siteId, { sha256: upload.sha256 })) as Known)
  if (upload.kind.kind === 'image') await enqueue(tx, 'derive-images', { mediaId: row.id })
  await recordEvent(tx, {
    action: 'media.uploaded',
    by,
    subject: { kind: 'media', id: row.id },
    siteId: act.siteId,
    summary: `Tải lên tệp ${upload.name}`,
    after: { name: upload.name, mime: upload.kind.mime, bytes: upload.bytes, sha256: upload.sha256 },
  })
  return { mediaId: row.id, kind: upload.kind.kind, duplicate: false, processing: upload.kind.kind === 'image' }
}

interface Known {
  id: number
  siteId: number
  kind: MediaKind
  name: string
  state: string
}

async function found(
  tx: Transaction,
  siteId: number,
  by: { uploadSha256: string } | { sha256: string },
): Promise<Known | undefined> {
  const query = tx
    .selectFrom('media')
    .select(['id', 'siteId', 'kind', 'name', 'state'])
    .where('siteId', '=', siteId)
    .orderBy('id')
    .limit(1)
  return (await (
    'sha256' in by ? query.where('sha256', '=', by.sha256) : query.where('uploadSha256', '=', by.uploadSha256)
  ).executeTakeFirst()) as Known | undefined
}

const asDuplicate = ({ id, kind, state }: Known): StoredUpload => ({
  mediaId: id,
  kind,
  duplicate: true,
  processing: state === 'processing',
})

/** A picture that could not be derived is tried again when it is brought again: its bytes are back on disk by now. */
async function renewed(tx: Transaction, by: Actor, known: Known): Promise<StoredUpload> {
  if (known.state !== 'failed') return asDuplicate(known)
  await tx.updateTable('media').set({ state: 'processing' }).where('id', '=', known.id).execute()
  await enqueue(tx, 'derive-images', { mediaId: known.id })
  await recordEvent(tx, {
    action: 'media.renewed',
    by,
    subject: { kind: 'media', id: known.id },
    siteId: known.siteId,
    summary: `Xử lý lại tệp ${known.name}`,
  })
  return asDuplicate({ ...known, state: 'processing' })
}

/** A file brought to a portal of the demo network goes when the demo is taken away. */
async function isDemo(tx: Transaction, siteId: number): Promise<boolean> {
  const row = await tx.selectFrom('site').select('isDemo').where('id', '=', siteId).executeTakeFirst()
  return row?.isDemo ?? false
}
