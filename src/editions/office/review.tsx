import type { FC } from 'hono/jsx'
import { Notice, StateTag } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { fill } from '../../web/message.ts'
import { isEditable, isOpen } from '../edition.ts'
import { mayRead, mayWrite } from '../policy.ts'
import {
  commentsOfEntry,
  editionById,
  loadPublishFacts,
  stepsOfEdition,
  type CommentView,
  type EditionView,
  type TakenStep,
} from '../queries.ts'
import { workOf, type EditionRow } from '../work-lists.ts'
import type { PublishFacts } from '../why-not-publish.ts'
import { Comments, type CommentAttempt } from './comments.tsx'
import { Facts } from './facts.tsx'
import { messages } from './messages.ts'
import { namesOf, type ContentNames } from './newsroom-queries.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { GalleryView, PictureView, ReadBodyView } from './read-body-view.tsx'
import { StepBar } from './step-bar.tsx'
import { AttemptNotice, type StepAttempt } from './step-form-view.tsx'
import { shownSteps, StepPanel } from './step-panel.tsx'
import { StepHistory } from './step-history.tsx'
import { doneMessage, labelOf } from './steps.ts'

/** What a review page shows beside the text. */
export interface ReviewState {
  attempt?: StepAttempt
  commentAttempt?: CommentAttempt
  /** A preview link that was just made. */
  previewUrl?: string
}

/** An edition the person may read; NotFound otherwise, as if it did not exist. */
export async function readableEdition(c: OfficeContext): Promise<EditionView> {
  const edition = await editionById(c.var.db, Number(c.req.param('edition')))
  if (!edition || !mayRead(c.var.actor, edition)) throw new NotFound()
  return edition
}

/** GET /ban-thao/:edition/duyet */
export async function showReview(c: OfficeContext) {
  return c.html(await reviewPage(c, await readableEdition(c)))
}

/** The review page of an edition; also what a refused act on it answers with, everything typed kept. */
export async function reviewPage(c: OfficeContext, edition: EditionView, state: ReviewState = {}) {
  const { db, say, actor } = c.var
  const done = doneMessage(c.req.query('da'))
  const [facts, steps, comments, names, next] = await Promise.all([
    loadPublishFacts(db, edition),
    stepsOfEdition(db, edition.id),
    commentsOfEntry(db, edition.entryId),
    namesOf(db, edition.content),
    done ? nextWaiting(c, edition.id) : undefined,
  ])
  const title = edition.title || say(messages.untitled)
  return (
    <Page c={c} title={`${say(messages.review)}: ${title}`} styles={['office/newsroom.css']}>
      <div class="review">
        {done && (
          <Notice kind="ok">
            <p>{say(done)}.</p>
            {next && (
              <p>
                {say(messages.nextWaiting)}:{' '}
                <a href={`/ban-thao/${next.id}/duyet`}>{next.title || say(messages.untitled)}</a>
              </p>
            )}
          </Notice>
        )}
        <LostAttempt c={c} edition={edition} facts={facts} attempt={state.attempt} />
        <ReviewHead c={c} edition={edition} />
        <ReadText c={c} edition={edition} />
        <div class="review-side stack no-print">
          <StepPanel
            c={c}
            edition={edition}
            facts={facts}
            attempt={state.attempt}
            leaveOut={isOpen(edition.state) ? StepBar.steps : []}
          />
          <PreviewPanel c={c} edition={edition} url={state.previewUrl} mayMake={mayWrite(actor, edition)} />
        </div>
        <ReviewMore c={c} edition={edition} more={{ steps, comments, names, attempt: state.commentAttempt }} />
        <ReviewBar c={c} edition={edition} facts={facts} attempt={state.attempt} />
      </div>
    </Page>
  )
}

const ReviewBar: FC<{ c: OfficeContext; edition: EditionView; facts: PublishFacts; attempt?: StepAttempt }> = (props) =>
  isOpen(props.edition.state) ? <StepBar.View {...props} /> : null

/** A step that was tried and is no longer offered, because someone was faster: said above, with what was typed to copy. */
const LostAttempt: FC<{ c: OfficeContext; edition: EditionView; facts: PublishFacts; attempt?: StepAttempt }> = ({
  c,
  edition,
  facts,
  attempt,
}) => {
  if (!attempt || shownSteps({ c, edition, facts }).some((step) => step.form.noun === attempt.noun)) return null
  const words = attempt.typed.comment || attempt.typed.reason
  return (
    <div class="stack review-note">
      <AttemptNotice c={c} edition={edition} attempt={attempt} label={labelOf(attempt.noun)} />
      {words && (
        <div class="panel">
          <p class="soft">{c.var.say(messages.typedKept)}:</p>
          <p class="said">{words}</p>
        </div>
      )}
    </div>
  )
}

const ReviewHead: FC<{ c: OfficeContext; edition: EditionView }> = ({ c, edition }) => {
  const { say, actor } = c.var
  return (
    <div class="review-head row no-print">
      <StateTag state={edition.state} chain={edition.chain} say={say} />
      <span class="soft">
        {edition.siteName} · {fill(say(messages.versionN), { n: edition.version })}
      </span>
      <span class="review-links row">
        {isEditable(edition.state) && mayWrite(actor, edition) && (
          <a class="button" href={`/ban-thao/${edition.id}`} data-edit>
            {say(messages.edit)}
          </a>
        )}
        <a class="button button-quiet" href={`/muc/${edition.entryId}/lich-su`}>
          {say(messages.historyTitle)}
        </a>
        <a class="button button-quiet" href={`/muc/${edition.entryId}`}>
          {say(messages.overview)}
        </a>
      </span>
    </div>
  )
}

const ReadText: FC<{ c: OfficeContext; edition: EditionView }> = ({ c, edition }) => {
  const { say } = c.var
  const { content } = edition
  return (
    <article class="read" lang={content.language}>
      <h1>{content.title || <span class="soft">{say(messages.untitled)}</span>}</h1>
      {edition.correctionNote && (
        <p class="notice notice-warn">
          <strong>{say(messages.correctionNote)}:</strong> {edition.correctionNote}
        </p>
      )}
      <p class="read-summary">{content.summary || <span class="soft">{say(messages.noSummary)}</span>}</p>
      {content.lead && <PictureView picture={content.lead} say={say} />}
      {(content.body.content ?? []).length > 0 ? (
        <ReadBodyView body={content.body} say={say} />
      ) : (
        <p class="soft">{say(messages.emptyBody)}</p>
      )}
      {content.gallery.length > 0 && <GalleryView pictures={content.gallery} say={say} />}
      {content.attachments.length > 0 && (
        <p>
          {say(messages.attachments)}:{' '}
          {content.attachments.map((file) => (
            <>
              <a href={`/thu-vien/${file.mediaId}`}>{file.name}</a>{' '}
            </>
          ))}
        </p>
      )}
      <p class="read-credits">{content.credits.map((credit) => credit.name).join(', ')}</p>
    </article>
  )
}

interface More {
  steps: readonly TakenStep[]
  comments: readonly CommentView[]
  names: ContentNames
  attempt?: CommentAttempt
}

const ReviewMore: FC<{ c: OfficeContext; edition: EditionView; more: More }> = ({ c, edition, more }) => (
  <div class="review-more stack">
    <Facts c={c} edition={edition} names={more.names} />
    <Comments c={c} edition={edition} comments={more.comments} attempt={more.attempt} />
    <StepHistory c={c} steps={more.steps} />
  </div>
)

/** The next text that waits for the person, so that one decision leads to the next. */
async function nextWaiting(c: OfficeContext, notId: number): Promise<EditionRow | undefined> {
  const { waiting } = await workOf(c.var.db, c.var.actor, new Date())
  return waiting.find((row) => row.id !== notId && row.state !== 'returned')
}
