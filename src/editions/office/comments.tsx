import type { FC } from 'hono/jsx'
import { Field, When } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import type { Typed } from '../../web/form.ts'
import { fill } from '../../web/message.ts'
import { holds } from '../../people/actor.ts'
import type { CommentView, EditionView } from '../queries.ts'
import { messages } from './messages.ts'

/** A comment that was refused, with what was typed. */
export interface CommentAttempt {
  typed: Typed
  errors: Record<string, string>
}

interface CommentsProps {
  c: OfficeContext
  edition: Pick<EditionView, 'id' | 'siteId' | 'version'>
  comments: readonly CommentView[]
  attempt?: CommentAttempt
}

/** What colleagues said about an entry, open ones first, and a form for the next word. */
export const Comments: FC<CommentsProps> = ({ c, edition, comments, attempt }) => {
  const { say, actor } = c.var
  const mayWrite = holds(actor, edition.siteId, 'contributor', 'editor', 'desk_secretary', 'chief_editor')
  const open = comments.filter((comment) => comment.resolvedAt === null)
  const done = comments.filter((comment) => comment.resolvedAt !== null)
  return (
    <section class="panel" id="gop-y" aria-labelledby="gop-y-ten">
      <h2 id="gop-y-ten">
        {say(messages.comments)} {open.length > 0 && <span class="count">{open.length}</span>}
      </h2>
      {comments.length === 0 && <p class="soft">{say(messages.noComments)}</p>}
      {open.length > 0 && (
        <ul class="comments">
          {open.map((comment) => (
            <CommentItem c={c} comment={comment} edition={edition} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <details>
          <summary>
            {say(messages.commentDone)} ({done.length})
          </summary>
          <ul class="comments">
            {done.map((comment) => (
              <CommentItem c={c} comment={comment} edition={edition} mayWrite={false} />
            ))}
          </ul>
        </details>
      )}
      {mayWrite && <CommentForm c={c} edition={edition} attempt={attempt} />}
    </section>
  )
}

const CommentItem: FC<{
  c: OfficeContext
  comment: CommentView
  edition: CommentsProps['edition']
  mayWrite: boolean
}> = ({ c, comment, edition, mayWrite }) => {
  const { say, language } = c.var
  return (
    <li>
      {comment.quote && <blockquote>{comment.quote}</blockquote>}
      <p class="said">{comment.body}</p>
      <p class="soft small">
        {comment.name} · <When at={comment.createdAt} language={language} />
        {comment.version !== edition.version && <> · {fill(say(messages.versionN), { n: comment.version })}</>}
        {comment.resolvedByName && <> · {fill(say(messages.commentDoneBy), { name: comment.resolvedByName })}</>}
      </p>
      {mayWrite && (
        <form method="post" action={`/gop-y/${comment.id}/xong`}>
          <input type="hidden" name="tiep" value={`/ban-thao/${edition.id}/duyet#gop-y`} />
          <button type="submit" class="link small">
            {say(messages.commentMark)}
            <span class="visually-hidden">: {comment.body.slice(0, 60)}</span>
          </button>
        </form>
      )}
    </li>
  )
}

const CommentForm: FC<{ c: OfficeContext; edition: CommentsProps['edition']; attempt?: CommentAttempt }> = ({
  c,
  edition,
  attempt,
}) => {
  const { say } = c.var
  return (
    <form class="stack" method="post" action={`/ban-thao/${edition.id}/gop-y`} data-keep>
      <Field
        label={say(messages.deskNote)}
        name="body"
        id="gop-y-body"
        hint={say(messages.deskNoteHint)}
        rows={3}
        required
        value={attempt?.typed.body}
        error={attempt?.errors.body}
      />
      <details open={Boolean(attempt?.typed.quote)}>
        <summary>{say(messages.quote)}</summary>
        <Field
          label={say(messages.quote)}
          name="quote"
          id="gop-y-quote"
          rows={2}
          value={attempt?.typed.quote}
          error={attempt?.errors.quote}
        />
      </details>
      <div>
        <button type="submit" class="button">
          {say(messages.sendComment)}
        </button>
      </div>
    </form>
  )
}
