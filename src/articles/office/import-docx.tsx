import { inTransaction } from '../../database/connect.ts'
import type { BodyNode, Content } from '../../editions/content.ts'
import { readDocx, type DocxPicture } from '../../editions/body/from-docx.ts'
import type { PictureOf } from '../../editions/body/from-html.ts'
import { saveEdition } from '../../editions/save-edition.ts'
import type { EditionView } from '../../editions/queries.ts'
import { prepareUpload } from '../../media/prepare-upload.ts'
import { storeUpload } from '../../media/store-upload.ts'
import type { OfficeContext } from '../../office/route.ts'
import { Forbidden, Refused } from '../../refusals.ts'
import { ConflictPage } from './conflict-page.tsx'
import { isWritable, loadScreen, readableEdition } from './load-screen.ts'
import { messages } from './messages.ts'
import { fields } from './read-article-form.ts'
import { droppedQuery } from './save-article.tsx'
import { WritePage } from './write-page.tsx'

const heaviest = 40 * 1024 * 1024

/** POST /ban-thao/:edition/nhap-docx: adds a Word file to the end of the text; its pictures go to the library. */
export async function importDocx(c: OfficeContext): Promise<Response> {
  const { say, db, actor, kinds } = c.var
  const edition = await readableEdition(c)
  if (!isWritable(c, edition)) throw new Forbidden()
  const form = await c.req.parseBody()
  const file = form.tep
  if (!(file instanceof File) || file.size === 0) return await refuse(c, edition, say(messages.importMissing))
  if (file.size > heaviest) return await refuse(c, edition, say(messages.importTooHeavy))
  const reading = await readDocx(Buffer.from(await file.arrayBuffer()))
  if (!reading) return await refuse(c, edition, say(messages.importBroken))
  const { pictureOf, refused } = await storePictures(c, edition.siteId, reading.pictures)
  const { body, dropped } = reading.read(pictureOf)
  const content: Content = {
    ...edition.content,
    title: edition.content.title || reading.title,
    body: { type: 'doc', content: [...withoutEmptyEnd(edition.content.body.content), ...body.content] },
  }
  const baseRevision = Number(form[fields.revision])
  const outcome = await inTransaction(db, (tx) =>
    saveEdition(tx, actor, { editionId: edition.id, baseRevision, content, kind: 'save' }, kinds),
  )
  if (outcome.outcome === 'conflict')
    return await c.html(<ConflictPage c={c} edition={edition} mine={content} conflict={outcome} posted={{}} />, 409)
  const left = [
    ...dropped.filter((name) => refused.length === 0 || name !== 'hình không kèm theo tệp'),
    ...refused,
    ...outcome.dropped,
  ]
  return c.redirect(`/ban-thao/${edition.id}?${new URLSearchParams({ 'da-nhap': '1', ...droppedQuery(left) })}`, 303)
}

async function refuse(c: OfficeContext, edition: EditionView, error: string): Promise<Response> {
  return await c.html(<WritePage c={c} screen={await loadScreen(c, edition)} errors={{ tep: error }} />, 422)
}

/** Puts each picture into the library, in a commit of its own; one that is refused is named and leaves the others alone. */
async function storePictures(
  c: OfficeContext,
  siteId: number,
  pictures: readonly DocxPicture[],
): Promise<{ pictureOf: PictureOf; refused: string[] }> {
  const { db, actor, files } = c.var
  const stored = new Map<string, number>()
  const refused: string[] = []
  for (const { src, name, body } of pictures) {
    try {
      const prepared = await prepareUpload({ name, body })
      const { mediaId } = await inTransaction(db, (tx) =>
        storeUpload(tx, actor, { siteId, name, body, prepared }, files),
      )
      stored.set(src, mediaId)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused.push(`${name} (${error.reasons.join(' ')})`)
    }
  }
  const pictureOf: PictureOf = (src) => {
    const mediaId = stored.get(src)
    return mediaId === undefined ? undefined : { mediaId }
  }
  return { pictureOf, refused }
}

/** Text is added after the last words, not after the empty lines below them. */
function withoutEmptyEnd(nodes: readonly BodyNode[]): BodyNode[] {
  const last = nodes.findLastIndex((node) => node.type !== 'paragraph' || node.content !== undefined)
  return nodes.slice(0, last + 1)
}
