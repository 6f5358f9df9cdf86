import type { OfficeContext } from '../../office/route.ts'
import type { Content } from '../content.ts'
import { editionById, saveById } from '../queries.ts'

/** A text as addresses name it: e12 is the text of edition 12, s34 a text that was kept. */
export interface TextRef {
  kind: 'edition' | 'save'
  id: number
}

export const refOfEdition = (edition: { id: number }): string => `e${edition.id}`
export const refOfSave = (save: { id: number }): string => `s${save.id}`

/** Reads a text's name from an address. */
export function readRef(text: string | undefined): TextRef | undefined {
  const found = /^([es])([1-9]\d{0,8})$/.exec(text ?? '')
  return found ? { kind: found[1] === 'e' ? 'edition' : 'save', id: Number(found[2]) } : undefined
}

/** A text to be compared, and who wrote it when. */
export interface ComparedText {
  ref: string
  editionId: number
  entryId: number
  version: number
  name: string
  at: Date
  content: Content
}

/** The text itself, read by its kind so that what an older release stored can be shown; undefined when there is none. */
export async function loadText(c: OfficeContext, ref: TextRef): Promise<ComparedText | undefined> {
  const { db } = c.var
  if (ref.kind === 'edition') {
    const edition = await editionById(db, ref.id)
    return (
      edition && {
        ref: refOfEdition(edition),
        editionId: edition.id,
        entryId: edition.entryId,
        version: edition.version,
        name: edition.updatedByName,
        at: edition.updatedAt,
        content: edition.content,
      }
    )
  }
  const save = await saveById(db, ref.id)
  return (
    save && {
      ref: refOfSave(save),
      editionId: save.editionId,
      entryId: save.entryId,
      version: save.version,
      name: save.name,
      at: save.savedAt,
      content: save.content,
    }
  )
}
