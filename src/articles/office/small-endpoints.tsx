import { inTransaction } from '../../database/connect.ts'
import { commentOnEdition } from '../../editions/comment-on-edition.ts'
import { makePreviewLink } from '../../editions/make-preview-link.ts'
import { notePresence } from '../../editions/note-presence.ts'
import { resolveComment } from '../../editions/resolve-comment.ts'
import { peopleOn } from '../../editions/queries.ts'
import { wantsJson } from '../../office/office.tsx'
import type { PresenceAnswer } from '../../office/editor/editor-data.ts'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { cleanText } from '../../web/vietnamese.ts'
import { publicAddress } from '../../editions/office/public-address.ts'
import { ScreenHead } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import { fill } from '../../web/message.ts'
import { nameAuthor } from '../name-author.ts'
import { liveEntriesMatching, primaryHost } from '../queries.ts'
import { loadScreen, readableEdition } from './load-screen.ts'
import { messages } from './messages.ts'
import { previewHours } from './side-panel.tsx'
import { WritePage } from './write-page.tsx'

/** GET and POST /ban-thao/:edition/nguoi-dang-sua: who else has it open; a POST says that oneself does. */
export async function showPresence(c: OfficeContext): Promise<Response> {
  const { db, actor } = c.var
  const edition = await readableEdition(c)
  if (c.req.method === 'POST') {
    const asked = (await c.req.json().catch(() => ({}))) as { typing?: unknown }
    await inTransaction(db, (tx) => notePresence(tx, actor, { editionId: edition.id, typing: asked?.typing === true }))
  }
  const people = await peopleOn(db, edition.id)
  const answer: PresenceAnswer = {
    people: people.filter((person) => person.personId !== actor.id).map(({ name, typing }) => ({ name, typing })),
    revision: edition.revision,
    savedBy: edition.updatedByName,
  }
  return c.json(answer)
}

/** POST /ban-thao/:edition/xem-thu-moi: a new preview link. */
export async function openPreview(c: OfficeContext): Promise<Response> {
  const { db, actor, config, say } = c.var
  const edition = await readableEdition(c)
  const { token } = await inTransaction(db, (tx) =>
    makePreviewLink(tx, actor, { editionId: edition.id, hours: previewHours }),
  )
  const url = publicAddress(config, (await primaryHost(db, edition.siteId)) ?? 'localhost', `/xem-thu/${token}`)
  if (wantsJson(c)) return c.json({ url })
  // A form may not lead to another host, so the person follows the link.
  return await c.html(
    <Page c={c} title={say(messages.preview)}>
      <ScreenHead title={say(messages.preview)} />
      <div class="panel">
        <p>{fill(say(messages.previewHint), { hours: previewHours })}</p>
        <p>
          <a href={url}>{url}</a>
        </p>
      </div>
    </Page>,
  )
}

/** POST /ban-thao/:edition/gop-y-moi: a comment on a passage, or on the whole. */
export async function addComment(c: OfficeContext): Promise<Response> {
  const { db, actor, say } = c.var
  const edition = await readableEdition(c)
  const form = await c.req.parseBody()
  const quote = cleanText(String(form.quote ?? '')).slice(0, 2000)
  const body = cleanText(String(form.body ?? '')).slice(0, 5000)
  if (!body) {
    const error = say(messages.commentMissing)
    if (wantsJson(c)) return c.json({ error }, 422)
    return await c.html(<WritePage c={c} screen={await loadScreen(c, edition)} comment={{ quote, body, error }} />, 422)
  }
  await inTransaction(db, (tx) =>
    commentOnEdition(tx, actor, { editionId: edition.id, quote: quote || undefined, body }),
  )
  if (!wantsJson(c)) return c.redirect(`/ban-thao/${edition.id}#muc-gop-y`, 303)
  const { data } = await loadScreen(c, edition)
  return c.json({ comments: data.comments }, 201)
}

/** POST /ban-thao/:edition/gop-y-xong: a comment of this entry is dealt with. */
export async function endComment(c: OfficeContext): Promise<Response> {
  const { db, actor } = c.var
  const edition = await readableEdition(c)
  const commentId = Number((await c.req.parseBody())['gop-y'])
  const comment = await db
    .selectFrom('editionComment')
    .select('entryId')
    .where('id', '=', Number.isSafeInteger(commentId) ? commentId : 0)
    .executeTakeFirst()
  if (comment?.entryId !== edition.entryId) throw new NotFound()
  await inTransaction(db, (tx) => resolveComment(tx, actor, { commentId }))
  return wantsJson(c) ? c.json({ resolved: commentId }) : c.redirect(`/ban-thao/${edition.id}#muc-gop-y`, 303)
}

/** GET /cong/:site/tim-bai?q=: live articles of the portal, to link to or to relate. */
export async function findEntries(c: OfficeContext): Promise<Response> {
  const found = await liveEntriesMatching(c.var.db, c.var.siteId, (c.req.query('q') ?? '').slice(0, 200))
  return c.json({ entries: found.map(({ id, title, publishedAt }) => ({ id, title, publishedAt })) })
}

/** POST /cong/:site/tac-gia: the byline of a name, made when there is none. */
export async function findAuthor(c: OfficeContext): Promise<Response> {
  const asked = (await c.req.json().catch(() => ({}))) as { name?: unknown }
  const author = await inTransaction(c.var.db, (tx) =>
    nameAuthor(tx, c.var.actor, { siteId: c.var.siteId, name: typeof asked?.name === 'string' ? asked.name : '' }),
  )
  return c.json(author)
}
