import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { inTransaction } from '../../database/connect.ts'
import type { Config } from '../../config.ts'
import type { OfficeContext } from '../../office/route.ts'
import { Refused } from '../../refusals.ts'
import { fill, type Message } from '../../web/message.ts'
import { BrokenForm, boundaryOf, readMultipart, type FormPart } from '../../web/read-multipart.ts'
import { messages } from '../messages.ts'
import { prepareFile, type BroughtFile } from '../prepare-upload.ts'
import { storeUpload, type StoredUpload } from '../store-upload.ts'

/** Most bytes of one request: the largest film, or as many other files, and what a form adds to them. */
const heaviestUpload = ({ filmBytes }: Pick<Config, 'filmBytes'>): number =>
  Math.max(200 * 1024 * 1024, filmBytes) + 1024 * 1024

export type Received = { name: string } & ({ stored: StoredUpload } | { refused: string })
type Outcome = { received: Received[] } | { problem: Message; status: 413 | 422 }

/**
 * Reads the files of a form's field "tep" as they come, each into a file of its own, and stores each in a commit of its own; one
 * refused file does not hold up the others. A film never lies in memory.
 */
export async function receiveFiles(c: OfficeContext, siteId: number): Promise<Outcome> {
  if (Number(c.req.header('content-length') ?? 0) > heaviestUpload(c.var.config))
    return { problem: tooHeavy(c.var.config), status: 413 }
  const boundary = boundaryOf(c.req.header('content-type'))
  const { body } = c.req.raw
  if (!boundary || !body) return { problem: messages.uploadNotForm, status: 422 }
  const received: Received[] = []
  let left = heaviestUpload(c.var.config)
  try {
    for await (const part of readMultipart(body, boundary)) {
      if (part.name !== 'tep' || part.filename === undefined) continue
      const file = await c.var.files.incoming()
      try {
        const brought = await writeDown(part, file, left)
        left -= brought.bytes
        if (brought.bytes > 0 || brought.name !== '') received.push(await receiveOne(c, siteId, brought))
      } finally {
        await rm(file, { force: true })
      }
    }
  } catch (error) {
    if (error instanceof TooHeavy) return { problem: tooHeavy(c.var.config), status: 413 }
    // Cut off on its way: the files before it are kept, and the sender is gone or told.
    if (!(error instanceof BrokenForm)) throw error
    if (received.length === 0) return { problem: messages.uploadNotForm, status: 422 }
  }
  return received.length > 0 ? { received } : { problem: messages.uploadNothing, status: 422 }
}

class TooHeavy extends Error {}

function tooHeavy(config: Config): Message {
  const megabytes = Math.floor(heaviestUpload(config) / 1024 / 1024) - 1
  const { vi, en } = messages.uploadTooHeavy
  return { vi: fill(vi, { megabytes }), en: fill(en, { megabytes }) }
}

/** Writes a part to disk while it comes in; throws TooHeavy beyond what is left of the request. */
async function writeDown({ filename, bytes }: FormPart, file: string, left: number): Promise<BroughtFile> {
  const handle = await open(file, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of bytes) {
      size += piece.length
      if (size > left) throw new TooHeavy()
      hash.update(piece)
      await handle.write(piece)
    }
  } finally {
    await handle.close()
  }
  return { name: filename ?? '', file, bytes: size, uploadSha256: hash.digest('hex') }
}

async function receiveOne(c: OfficeContext, siteId: number, brought: BroughtFile): Promise<Received> {
  const { name } = brought
  try {
    // Prepared before the transaction opens: decoding takes its time, and connections are few.
    const prepared = await prepareFile(brought, c.var.config)
    const stored = await inTransaction(c.var.db, (tx) =>
      storeUpload(tx, c.var.actor, { siteId, prepared }, c.var.files),
    )
    return { name, stored }
  } catch (error) {
    if (error instanceof Refused) return { name, refused: error.reasons.join(' ') }
    throw error
  }
}
