import type { Database } from '../../database/connect.ts'

/** A file of a case as its officer lists it; its name is sealed (see openName). */
export interface AttachmentLine {
  id: number
  messageId: number | null
  mime: string
  bytes: number
  state: 'waiting' | 'clean' | 'quarantined' | 'gone'
  /** Why it is quarantined, in Vietnamese. */
  reason: string
  nameSealed: string
  at: Date
}

/** The files of a case, in the order they came; one of a form that is not sent yet belongs to none. */
export async function attachmentsOf(db: Database, caseId: number): Promise<AttachmentLine[]> {
  const rows = await db
    .selectFrom('caseAttachment')
    .select(['id', 'messageId', 'mime', 'bytes', 'state', 'reason', 'nameSealed', 'at'])
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute()
  return rows as AttachmentLine[]
}
