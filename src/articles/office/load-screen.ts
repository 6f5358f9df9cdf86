import type { Content } from '../../editions/content.ts'
import { linksOf, mediaIdsOf } from '../../editions/content-parts.ts'
import { editable } from '../../editions/edition.ts'
import { mayRead, mayWrite } from '../../editions/policy.ts'
import {
  commentsOfEntry,
  editionById,
  loadPublishFacts,
  type CommentView,
  type EditionView,
} from '../../editions/queries.ts'
import type { PublishFacts } from '../../editions/why-not-publish.ts'
import type { EditorData } from '../../office/editor/editor-data.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { creditLabels } from '../article.ts'
import { choicesFor, entriesNamed, filesNamed, recentFiles, type Choices } from '../queries.ts'
import { creditParts } from '../../editions/content.ts'

/** Everything the writing screen shows. */
export interface Screen {
  edition: EditionView
  facts: PublishFacts
  choices: Choices
  comments: CommentView[]
  /** Files to choose from without script. */
  recent: Awaited<ReturnType<typeof recentFiles>>
  data: EditorData
}

/** The edition the address names, if the person may read it; otherwise it is not to be seen. */
export async function readableEdition(c: OfficeContext): Promise<EditionView> {
  const edition = await editionById(c.var.db, Number(c.req.param('edition')))
  if (!edition || !c.var.kinds.has(edition.kind) || !mayRead(c.var.actor, edition)) throw new NotFound()
  return edition
}

/** Whether this person can write this edition now. */
export const isWritable = (c: OfficeContext, edition: EditionView): boolean =>
  mayWrite(c.var.actor, edition) && (editable as readonly string[]).includes(edition.state)

/** Loads the screen of an edition; `content` shows something other than what stands saved. */
export async function loadScreen(
  c: OfficeContext,
  edition: EditionView,
  content: Content = edition.content,
): Promise<Screen> {
  const { db, actor } = c.var
  const entryIds = [...content.relatedIds, ...linksOf(content.body).flatMap(({ entryId }) => entryId ?? [])]
  const [facts, choices, comments, entries, files, recent] = await Promise.all([
    loadPublishFacts(db, edition),
    choicesFor(db, edition.siteId),
    commentsOfEntry(db, edition.entryId),
    entriesNamed(db, edition.siteId, [...new Set(entryIds)]),
    filesNamed(db, edition.siteId, mediaIdsOf(content)),
    recentFiles(db, edition.siteId),
  ])
  const data: EditorData = {
    editionId: edition.id,
    entryId: edition.entryId,
    siteId: edition.siteId,
    revision: edition.revision,
    savedAt: edition.updatedAt.toISOString(),
    savedBy: edition.updatedByName,
    content,
    me: { id: actor.id, name: actor.name },
    authors: choices.authors,
    parts: creditParts.map((code) => ({ code, label: c.var.say(creditLabels[code]) })),
    entries: entries.map(({ id, title, publishedAt }) => ({ id, title, live: publishedAt !== null })),
    files: files.map(({ id, kind, name, focalX, focalY }) => ({ id, kind, name, focalX, focalY })),
    comments: comments
      .filter((comment) => comment.resolvedAt === null)
      .map(({ id, quote, body, name }) => ({ id, quote, body, name })),
  }
  return { edition, facts, choices, comments, recent, data }
}
