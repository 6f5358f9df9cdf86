import { refusedAttachment } from './messages.ts'

/** What citizens may send with a case, by content. */
export const attachmentTypes = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
} as const
export type AttachmentMime = keyof typeof attachmentTypes
export const isAttachmentMime = (mime: string | undefined): mime is AttachmentMime =>
  mime !== undefined && Object.hasOwn(attachmentTypes, mime)

export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' satisfies AttachmentMime

/** For the file chooser of a form. */
export const acceptedAttachments = '.jpg,.jpeg,.png,.webp,.pdf,.docx'

/** Bounds of one form; the database holds the same (migrations/0042, take_attachment). */
export const attachmentLimits = { bytes: 10 * 1024 * 1024, files: 5, together: 25 * 1024 * 1024 } as const

/** Why a file is not taken, with what to do. */
export type AttachmentRefusal = keyof typeof refusedAttachment

/** Name in the store of the encrypted bytes a row names. */
export const encryptedName = (stored: string): string => `${stored}.bin`
