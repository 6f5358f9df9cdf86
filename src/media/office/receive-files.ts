import { bodyLimit } from 'hono/body-limit'
import { inTransaction } from '../../database/connect.ts'
import type { OfficeContext } from '../../office/route.ts'
import { Refused } from '../../refusals.ts'
import type { Message } from '../../web/message.ts'
import { messages } from '../messages.ts'
import { prepareUpload } from '../prepare-upload.ts'
import { storeUpload, type StoredUpload } from '../store-upload.ts'

/** All files of one request together, in bytes: they are held in memory while they are read. */
const requestBytes = 200 * 1024 * 1024

export type Received = { name: string } & ({ stored: StoredUpload } | { refused: string })

/** Reads the files of a form's field "tep" and stores each in a commit of its own; one refused file does not hold up the others. */
export async function receiveFiles(
  c: OfficeContext,
  siteId: number,
): Promise<{ received: Received[] } | { problem: Message; status: 413 | 422 }> {
  let tooHeavy = false
  const limit = bodyLimit({
    maxSize: requestBytes,
    onError: (limited) => {
      tooHeavy = true
      return limited.body(null, 413)
    },
  })
  await limit(c, async () => {})
  if (tooHeavy) return { problem: messages.uploadTooHeavy, status: 413 }
  const form = await c.req
    .parseBody({ all: true })
    .catch((error: unknown) => (error instanceof Error && error.name === 'BodyLimitError' ? 'too-heavy' : 'unread'))
  if (form === 'too-heavy') return { problem: messages.uploadTooHeavy, status: 413 }
  if (typeof form === 'string') return { problem: messages.uploadNotForm, status: 422 }
  const given = form['tep']
  const chosen = (Array.isArray(given) ? given : [given]).filter(
    (part) => part instanceof File && !(part.size === 0 && part.name === ''),
  ) as File[]
  if (chosen.length === 0) return { problem: messages.uploadNothing, status: 422 }
  const received: Received[] = []
  for (const file of chosen) received.push(await receiveOne(c, siteId, file))
  return { received }
}

async function receiveOne(c: OfficeContext, siteId: number, file: File): Promise<Received> {
  try {
    const body = Buffer.from(await file.arrayBuffer())
    // Prepared before the transaction opens: decoding takes its time, and connections are few.
    const prepared = await prepareUpload({ name: file.name, body })
    const stored = await inTransaction(c.var.db, (tx) =>
      storeUpload(tx, c.var.actor, { siteId, name: file.name, body, prepared }, c.var.files),
    )
    return { name: file.name, stored }
  } catch (error) {
    if (error instanceof Refused) return { name: file.name, refused: error.reasons.join(' ') }
    throw error
  }
}
