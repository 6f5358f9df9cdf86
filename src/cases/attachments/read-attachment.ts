import { buffer } from 'node:stream/consumers'
import type { Database } from '../../database/connect.ts'
import type { FileStore } from '../../media/file-store.ts'
import type { Keyring } from '../../sealing/keyring.ts'
import { open } from '../../sealing/seal.ts'
import { attachmentTypes, encryptedName, isAttachmentMime } from './attachment.ts'
import { isPictureMime } from './clean-picture.ts'
import { decryptFile } from './file-cipher.ts'

/** Where attachments are opened: the office and the worker alone. */
export interface OpeningPlace {
  db: Database
  files: FileStore
  keyring: Keyring
}

/** A cleaned file, opened. */
export interface OpenedAttachment {
  body: Buffer
  name: string
  mime: string
}

/**
 * Opens a cleaned file of a case. undefined when the case has no such file, or it is not clean. The caller has checked who asks, and
 * records the look. @throws SealingKeyMissing, SealBroken, FileCipherBroken, or when the bytes are gone from the disk.
 */
export async function readAttachment(
  { db, files, keyring }: OpeningPlace,
  { caseId, id }: { caseId: number; id: number },
): Promise<OpenedAttachment | undefined> {
  const row = await db
    .selectFrom('caseAttachment')
    .select(['stored', 'mime', 'keySealed', 'nameSealed'])
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .where('state', '=', 'clean')
    .executeTakeFirst()
  if (!row) return undefined
  const { key } = await open<{ key: string }>(keyring, row.keySealed)
  const body = decryptFile(await buffer(files.read(encryptedName(row.stored))), key, row.stored)
  return { body, name: await openName(keyring, row), mime: row.mime }
}

/** What the sender called a file, with the extension its content deserves. */
export async function openName(
  keyring: Keyring,
  { nameSealed, mime }: { nameSealed: string; mime: string },
): Promise<string> {
  const { name } = await open<{ name: string }>(keyring, nameSealed)
  const extension = isAttachmentMime(mime) ? attachmentTypes[mime] : 'bin'
  return `${name.replace(/\.[\p{L}\p{N}]{1,5}$/u, '') || 'tep'}.${extension}`
}

/**
 * Headers under which a file may leave the office: never sniffed, never kept, without any right where a browser shows it. `inline`
 * shows pictures; anything else is always handed out as a file.
 */
export function attachmentHeaders({ name, mime, body }: OpenedAttachment, inline = false): Record<string, string> {
  const shown = inline && isPictureMime(mime)
  const plain = name.normalize('NFKD').replace(/[^\w. -]/g, '_')
  return {
    'Content-Type': mime,
    'Content-Length': String(body.length),
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}
