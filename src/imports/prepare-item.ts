import { picturesInHtml } from '../editions/body/from-html.ts'
import { prepareUpload, type PreparedUpload } from '../media/prepare-upload.ts'
import { Refused } from '../refusals.ts'
import { findLocalPicture } from './local-pictures.ts'
import type { SourceItem } from './source-item.ts'

export interface PreparedPicture {
  name: string
  body: Buffer
  prepared: PreparedUpload
  alt: string
}
/** An item with the pictures found beside its source, decoded before any transaction opens. */
export interface PreparedItem {
  item: SourceItem
  /** By address as written in the text. */
  pictures: Map<string, PreparedPicture>
  warnings: string[]
}

/** Finds and prepares the pictures of an item. What is not beside the source is named, never fetched; its alternative text stays in the body. */
export async function prepareItem(item: SourceItem, root: string, besides: string): Promise<PreparedItem> {
  const pictures = new Map<string, PreparedPicture>()
  const warnings = [...item.notes]
  const wanted = 'html' in item.body ? picturesInHtml(item.body.html) : []
  if (item.leadPicture) wanted.unshift({ src: item.leadPicture, alt: '' })
  for (const { src, alt } of wanted) {
    if (pictures.has(src)) continue
    const found = await findLocalPicture(src, root, besides)
    if (!found) {
      warnings.push(`ảnh không kèm theo nguồn: ${shorten(src)}${alt && ` (“${alt}”)`}`)
      continue
    }
    try {
      pictures.set(src, { ...found, prepared: await prepareUpload(found), alt })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      warnings.push(`ảnh ${shorten(src)}: ${error.reasons.join(' ')}`)
    }
  }
  return { item, pictures, warnings }
}

const shorten = (address: string): string => (address.length > 120 ? `${address.slice(0, 117)}…` : address)
