import { createHash, randomBytes } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { sql } from 'kysely'
import type { Database } from '../../database/connect.ts'
import type { FileStore } from '../../media/file-store.ts'
import { seal, type SealingKey } from '../../sealing/seal.ts'
import { cleanLine } from '../../web/vietnamese.ts'
import { digestOf } from '../tracking.ts'
import {
  attachmentLimits,
  encryptedName,
  isAttachmentMime,
  type AttachmentMime,
  type AttachmentRefusal,
} from './attachment.ts'
import { encryptFile } from './file-cipher.ts'

/** A file of a form that is not sent yet. */
export interface BroughtAttachment {
  /** As its sender calls it; kept sealed. */
  name: string
  body: Buffer
  /** The token of the form; the case that is made of it takes the files over. */
  formToken: string
  /** Digest of the reader; empty for what the office enters. */
  visitor: string
}

export interface TakenAttachment {
  is: 'taken'
  /** Random name of the encrypted bytes. */
  stored: string
  mime: AttachmentMime
  bytes: number
  sha256: string
  keySealed: string
  nameSealed: string
}

/** What taking needs: the primary database, the store of case files, and the public half of the active key. */
export interface AttachmentPlace {
  intake: Database
  files: FileStore
  key: SealingKey
}

/**
 * Takes a file for a form: by its content, encrypted with a key of its own before it touches the disk, under a random name. Key and
 * file name are sealed; whoever takes it cannot open it again. Answers why not, when it is not taken; nothing is left behind then.
 */
export async function takeAttachment(
  { intake, files, key }: AttachmentPlace,
  { name, body, formToken, visitor }: BroughtAttachment,
): Promise<TakenAttachment | { is: AttachmentRefusal }> {
  const mime = await typeOrRefusal(body)
  if (!isAttachmentMime(mime)) return { is: mime }
  const stored = randomBytes(32).toString('hex')
  const encrypted = encryptFile(body, stored)
  const taken: TakenAttachment = {
    is: 'taken',
    stored,
    mime,
    bytes: body.length,
    sha256: createHash('sha256').update(encrypted.body).digest('hex'),
    keySealed: await seal(key, { key: encrypted.key }),
    nameSealed: await seal(key, { name: fileNameOf(name) }),
  }
  await files.put(encryptedName(stored), encrypted.body)
  try {
    const is = await note(intake, taken, { formToken, visitor })
    if (is === 'taken') return taken
    await files.remove(encryptedName(stored))
    return { is }
  } catch (error) {
    await files.remove(encryptedName(stored))
    throw error
  }
}

async function note(
  intake: Database,
  { stored, mime, bytes, sha256, keySealed, nameSealed }: TakenAttachment,
  { formToken, visitor }: { formToken: string; visitor: string },
): Promise<'taken' | 'many' | 'enough' | 'full'> {
  const { rows } = await sql<{ is: 'taken' | 'many' | 'enough' | 'full' }>`
    select take_attachment(${digestOf(formToken)}, ${visitor}, ${stored}, ${mime}, ${bytes}::integer, ${sha256}, ${nameSealed}, ${keySealed}) as is`.execute(
    intake,
  )
  return rows[0]!.is
}

async function typeOrRefusal(body: Buffer): Promise<AttachmentMime | AttachmentRefusal> {
  if (body.length === 0) return 'empty'
  if (body.length > attachmentLimits.bytes) return 'heavy'
  // A reader that stumbles over made-up bytes has found no type in them.
  const found = await fileTypeFromBuffer(body).catch(() => undefined)
  const mime = found?.mime === 'image/apng' ? 'image/png' : found?.mime
  if (isAttachmentMime(mime)) return mime
  return mime?.toLowerCase().includes('macroenabled') ? 'macro' : 'type'
}

/** Without folders; never empty. */
const fileNameOf = (given: string): string => cleanLine(given.split(/[/\\]/).at(-1) ?? '').slice(0, 180) || 'tep'

/** A file in a form that is not sent yet, as its form lists it. */
export interface DraftAttachment {
  id: number
  mime: string
  bytes: number
}

/** What lies in a form so far. */
export async function draftAttachments(intake: Database, formToken: string): Promise<DraftAttachment[]> {
  const { rows } =
    await sql<DraftAttachment>`select id, mime, bytes from draft_attachments(${digestOf(formToken)})`.execute(intake)
  return rows
}

/** Takes a file out of a form; whether it was there. */
export async function dropAttachment(intake: Database, formToken: string, id: number): Promise<boolean> {
  const { rows } = await sql<{
    gone: boolean
  }>`select drop_attachment(${digestOf(formToken)}, ${id}::integer) as gone`.execute(intake)
  return rows[0]?.gone ?? false
}
