import { docx, type AttachmentMime } from './attachment.ts'
import { cleanDocx } from './clean-docx.ts'
import { cleanPdf } from './clean-pdf.ts'
import { cleanPicture, isPictureMime } from './clean-picture.ts'
import type { QuarantineReason } from './messages.ts'
import { Uncleanable } from './uncleanable.ts'

export type Cleaned = { is: 'clean'; body: Buffer } | { is: 'quarantined'; reason: QuarantineReason }

/** Makes a file clean by its type, or says why that cannot be. Never throws, whatever the bytes are. */
export async function cleanFile(body: Uint8Array, mime: AttachmentMime): Promise<Cleaned> {
  try {
    return { is: 'clean', body: await cleanBy(body, mime) }
  } catch (error) {
    return { is: 'quarantined', reason: error instanceof Uncleanable ? error.reason : 'broken' }
  }
}

function cleanBy(body: Uint8Array, mime: AttachmentMime): Promise<Buffer> {
  if (isPictureMime(mime)) return cleanPicture(body, mime)
  return mime === docx ? cleanDocx(body) : cleanPdf(body)
}
