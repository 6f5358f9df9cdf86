import type { TakeFile } from '../../delivery/posted-form.tsx'
import type { DeliveryContext } from '../../delivery/route.ts'
import { activeSealingKey, NoSealingKey } from '../../sealing/queries.ts'
import { cleanLine } from '../../web/vietnamese.ts'
import { attachmentLimits } from '../attachments/attachment.ts'
import { caseFiles } from '../attachments/case-files.ts'
import { refusedAttachment } from '../attachments/messages.ts'
import { draftAttachments, dropAttachment, takeAttachment } from '../attachments/take-attachment.ts'
import { isFormToken } from '../tracking.ts'
import { fileNameField, filesField } from './attachments.tsx'
import type { DraftFile, FormErrors, FormState, Typed } from './case-form.ts'
import { messages } from './messages.ts'
import { carried } from './step-page.tsx'
import { fill } from '../../web/message.ts'

/** Bytes of the fields of a form: of ten thousand letters each may be nine bytes long in an address-encoded body. */
export const heaviestFields = 256 * 1024

/** The largest body of a form: its files together, and room for its fields. */
export const heaviestForm = attachmentLimits.together + 512 * 1024

/** Takes the files of a form while it is read: encrypted, one by one, never two in memory. */
export function takeFiles(c: DeliveryContext): {
  take: TakeFile
  /** Names of those taken, as hidden fields carry them. */
  names(): Typed
  errors(): FormErrors
} {
  const taken: string[] = []
  const names: Record<string, string> = {}
  let error: string | undefined
  const take: TakeFile = async ({ name: field, filename, bytes }, typed) => {
    const formToken = typed[carried.token]
    if (field !== filesField || !isFormToken(formToken)) return
    const name = cleanLine(filename.split(/[/\\]/).at(-1) ?? '').slice(0, 180)
    const body = taken.length < attachmentLimits.files && error === undefined ? await readFile(bytes) : undefined
    const is = body === undefined ? 'many' : await bring(c, { name, body, formToken })
    if (typeof is === 'object') {
      taken.push(name)
      names[fileNameField(is.id)] = name
    } else error ??= fill(c.var.say(messages.fileRefused), { name, why: c.var.say(refusedAttachment[is]) })
  }
  return { take, names: () => names, errors: (): FormErrors => (error === undefined ? {} : { [filesField]: error }) }
}

/** A file as a whole; one that is too heavy ends one byte above the limit, and is refused for it. */
async function readFile(bytes: AsyncGenerator<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of bytes) {
    if (length <= attachmentLimits.bytes) pieces.push(Buffer.from(piece))
    length += piece.length
  }
  return Buffer.concat(pieces).subarray(0, attachmentLimits.bytes + 1)
}

async function bring(
  c: DeliveryContext,
  { name, body, formToken }: { name: string; body: Buffer; formToken: string },
): Promise<{ id: number } | keyof typeof refusedAttachment> {
  const { intake, config } = c.var
  const visitor = await c.var.visitorKey()
  const key = await activeSealingKey(intake).catch((error: unknown) => {
    if (!(error instanceof NoSealingKey)) throw error
    c.var.logger.error({ err: error }, 'a file could not be taken')
  })
  if (!key) return 'full'
  const place = { intake, files: caseFiles(config), key }
  const outcome = await takeAttachment(place, { name, body, formToken, visitor })
  if (outcome.is !== 'taken') return outcome.is
  // The newest of the form: its files come one after another.
  return (await draftAttachments(intake, formToken)).at(-1) ?? 'many'
}

/** Files of a form, with the names it carries. */
export async function filesOf(c: DeliveryContext, token: string, typed: Typed): Promise<DraftFile[]> {
  const files = await draftAttachments(c.var.intake, token)
  return files.map((file) => ({ ...file, name: cleanLine(typed[fileNameField(file.id)] ?? '').slice(0, 180) }))
}

/** The form without one of its files. */
export async function removeFile(state: FormState, id: number): Promise<FormState> {
  const token = state.typed[carried.token] ?? ''
  if (isFormToken(token) && id <= 2_147_483_647) await dropAttachment(state.c.var.intake, token, id)
  return { ...state, files: state.files.filter((file) => file.id !== id) }
}
