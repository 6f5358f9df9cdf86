import { z } from 'zod'
import { inTransaction } from '../../database/connect.ts'
import { wantsJson } from '../../office/office.tsx'
import type { OfficeContext, OfficeRoute } from '../../office/route.ts'
import { newsroom } from '../../people/actor.ts'
import { NotFound } from '../../refusals.ts'
import { lines, optionalLine, readForm } from '../../web/form.ts'
import { commentOnEdition } from '../comment-on-edition.ts'
import { makePreviewLink } from '../make-preview-link.ts'
import { resolveComment } from '../resolve-comment.ts'
import { revokePreviewLinks } from '../revoke-preview-links.ts'
import { messages } from './messages.ts'
import { hostOfSite } from './newsroom-queries.ts'
import { publicAddress } from './public-address.ts'
import { readableEdition, reviewPage } from './review.tsx'

const commentForm = z.object({
  body: lines(messages.commentMissing.vi),
  quote: optionalLine(1000),
  tiep: z.string().optional(),
})

/** An address of this office to go back to; nothing else is followed. */
const ownAddress = (text: string | undefined, otherwise: string): string =>
  text && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : otherwise

/** POST /ban-thao/:edition/gop-y: a comment on a passage, or without one a note for the desk. */
async function postComment(c: OfficeContext) {
  const read = await readForm(c, commentForm)
  const edition = await readableEdition(c)
  if (!read.ok) {
    if (wantsJson(c)) return c.json({ error: 'form', errors: read.errors }, 422)
    return c.html(await reviewPage(c, edition, { commentAttempt: { typed: read.typed, errors: read.errors } }), 422)
  }
  const { body, quote, tiep } = read.value
  const made = await inTransaction(c.var.db, (tx) =>
    commentOnEdition(tx, c.var.actor, { editionId: edition.id, body, quote }),
  )
  return wantsJson(c)
    ? c.json(made, 201)
    : c.redirect(ownAddress(tiep, `/ban-thao/${edition.id}/duyet?da=gop-y#gop-y`), 303)
}

/** POST /gop-y/:comment/xong */
async function postResolved(c: OfficeContext) {
  const { tiep } = await c.req.parseBody()
  await inTransaction(c.var.db, (tx) => resolveComment(tx, c.var.actor, { commentId: Number(c.req.param('comment')) }))
  return wantsJson(c) ? c.json({}) : c.redirect(ownAddress(typeof tiep === 'string' ? tiep : undefined, '/'), 303)
}

const hoursForm = z.object({ hours: z.coerce.number().int().min(1).max(720).catch(24) })

/** POST /ban-thao/:edition/xem-thu: the link is shown in the answer and kept nowhere as text. */
async function postPreview(c: OfficeContext) {
  const read = await readForm(c, hoursForm)
  const edition = await readableEdition(c)
  const host = await hostOfSite(c.var.db, edition.siteId)
  if (!host) throw new NotFound()
  const hours = read.ok ? read.value.hours : 24
  const { token } = await inTransaction(c.var.db, (tx) =>
    makePreviewLink(tx, c.var.actor, { editionId: edition.id, hours }),
  )
  const previewUrl = publicAddress(c.var.config, host, `/xem-thu/${token}`)
  return wantsJson(c) ? c.json({ url: previewUrl }, 201) : c.html(await reviewPage(c, edition, { previewUrl }), 201)
}

/** POST /ban-thao/:edition/xem-thu/thu-hoi */
async function postRevoked(c: OfficeContext) {
  const editionId = Number(c.req.param('edition'))
  await inTransaction(c.var.db, (tx) => revokePreviewLinks(tx, c.var.actor, { editionId }))
  return wantsJson(c) ? c.json({}) : c.redirect(`/ban-thao/${editionId}/duyet?da=xem-thu`, 303)
}

/** Comments and preview links: what stands beside a text and changes nothing in it. */
export const besideTextRoutes: readonly OfficeRoute[] = [
  { method: 'POST', path: '/ban-thao/:edition/gop-y', access: { who: newsroom, on: 'edition' }, handle: postComment },
  { method: 'POST', path: '/gop-y/:comment/xong', access: { who: newsroom, on: 'comment' }, handle: postResolved },
  { method: 'POST', path: '/ban-thao/:edition/xem-thu', access: { who: newsroom, on: 'edition' }, handle: postPreview },
  {
    method: 'POST',
    path: '/ban-thao/:edition/xem-thu/thu-hoi',
    access: { who: newsroom, on: 'edition' },
    handle: postRevoked,
  },
]
