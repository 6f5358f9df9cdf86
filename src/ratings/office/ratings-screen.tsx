import type { FC } from 'hono/jsx'
import { Empty, Field, Notice, Paging, ScreenHead, When } from '../../office/components.tsx'
import { Page } from '../../office/page.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { NotFound } from '../../refusals.ts'
import { siteById } from '../../sites/queries.ts'
import { fill } from '../../web/message.ts'
import type { Page as Paged } from '../../web/paging.ts'
import { maskPersonalData } from '../mask-personal-data.ts'
import { messages } from '../messages.ts'
import {
  ratingComments,
  ratingsByPage,
  ratingsOfSite,
  suspectedComments,
  type PageRating,
  type RatingComment,
} from '../queries.ts'
import { choices, satisfiedShare, totalOf, type RatingSum } from '../rating.ts'
import { readDays } from './read-days.ts'

/** Pages on one screen; the CSV has all. */
const most = 200

/** GET /cong/:site/hai-long */
export async function showRatings(c: OfficeContext): Promise<Response> {
  const { say, db, siteId } = c.var
  const days = readDays(c)
  const suspect = c.req.query('nghi-ngo') === '1'
  const after = c.req.query('sau')
  const [site, sum, pages, comments, suspected] = await Promise.all([
    siteById(db, siteId),
    ratingsOfSite(db, siteId, days),
    ratingsByPage(db, siteId, days, most),
    ratingComments(db, siteId, { suspect, after }),
    suspectedComments(db, siteId),
  ])
  if (!site) throw new NotFound()
  const here = `/cong/${siteId}/hai-long`
  const query = { tu: days.from, den: days.to }
  const address = (more: Record<string, string> = {}): string =>
    `${here}?${new URLSearchParams({ ...query, ...(suspect && { 'nghi-ngo': '1' }), ...more })}`
  const title = `${say(messages.title)}: ${site.shortName}`
  return c.html(
    <Page c={c} title={title} styles={['office/newsroom.css']}>
      <div class="stack">
        <ScreenHead title={title}>
          <a class="button" href={`/cong/${siteId}/bao-loi`}>
            {say(messages.reports)}
          </a>
          <a class="button" href={`${here}/ban-xuat.csv?${new URLSearchParams(query)}`}>
            {say(messages.csv)}
          </a>
        </ScreenHead>
        <p class="soft">{say(messages.ground)}</p>
        <form class="filters" method="get" action={here}>
          <Field label={say(messages.from)} name="tu" type="date" value={days.from} />
          <Field label={say(messages.to)} name="den" type="date" value={days.to} />
          <div class="row">
            <button type="submit" class="button">
              {say(messages.filter)}
            </button>
          </div>
        </form>
        {days.wrong && <Notice kind="warn">{say(messages.badDates)}</Notice>}
        {totalOf(sum) === 0 ? (
          <Empty title={say(messages.noRatings)}>
            <p>{say(messages.noRatingsHint)}</p>
          </Empty>
        ) : (
          <>
            <SumTable c={c} sum={sum} />
            <section aria-labelledby="theo-trang" class="stack">
              <h2 id="theo-trang">{say(messages.byPage)}</h2>
              <p class="soft small">{say(messages.byPageHint)}</p>
              <PageTable c={c} pages={pages} />
            </section>
          </>
        )}
        <Comments c={c} comments={comments} suspect={suspect} suspected={suspected} address={address} />
      </div>
    </Page>,
  )
}

interface CommentsProps {
  c: OfficeContext
  comments: Paged<RatingComment>
  /** Whether the suspected are shown, and how many there are. */
  suspect: boolean
  suspected: number
  address(more?: Record<string, string>): string
}

const Comments: FC<CommentsProps> = ({ c, comments, suspect, suspected, address }) => {
  const { say } = c.var
  return (
    <section aria-labelledby="y-kien" class="stack">
      <h2 id="y-kien">{say(messages.comments)}</h2>
      <p class="soft small">
        {say(messages.commentsHint)}{' '}
        {suspect ? (
          <a href={address({ 'nghi-ngo': '0' })}>{say(messages.hideSuspect)}</a>
        ) : (
          suspected > 0 && (
            <a href={address({ 'nghi-ngo': '1' })}>{fill(say(messages.showSuspect), { n: suspected })}</a>
          )
        )}
      </p>
      {comments.rows.length === 0 ? (
        <Empty title={say(messages.noComments)} />
      ) : (
        <ul class="work-list">
          {comments.rows.map((comment) => (
            <CommentItem c={c} comment={comment} />
          ))}
        </ul>
      )}
      <Paging
        say={say}
        next={comments.next && address({ sau: comments.next })}
        first={c.req.query('sau') ? address() : undefined}
      />
    </section>
  )
}

const share = (sum: RatingSum): string => {
  const value = satisfiedShare(sum)
  return value === undefined ? '—' : `${value}%`
}

const SumTable: FC<{ c: OfficeContext; sum: RatingSum }> = ({ c, sum }) => {
  const { say } = c.var
  return (
    <table class="table">
      <thead>
        <tr>
          {choices.map(({ label }) => (
            <th scope="col" class="number">
              {say(label)}
            </th>
          ))}
          <th scope="col" class="number">
            {say(messages.total)}
          </th>
          <th scope="col" class="number">
            {say(messages.share)}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <Sums c={c} sum={sum} />
        </tr>
      </tbody>
    </table>
  )
}

const Sums: FC<{ c: OfficeContext; sum: RatingSum }> = ({ c, sum }) => {
  const { say } = c.var
  const values = [sum.verySatisfied, sum.satisfied, sum.unsatisfied]
  return (
    <>
      {choices.map(({ label }, index) => (
        <td class="number" data-label={say(label)}>
          {values[index]}
        </td>
      ))}
      <td class="number" data-label={say(messages.total)}>
        {totalOf(sum)}
      </td>
      <td class="number" data-label={say(messages.share)}>
        {share(sum)}
      </td>
    </>
  )
}

const nameOf = (c: OfficeContext, { page, title }: { page: string; title: string | null }): string =>
  title ?? (page === '/' ? c.var.say(messages.homePage) : page)

const PageTable: FC<{ c: OfficeContext; pages: readonly PageRating[] }> = ({ c, pages }) => {
  const { say } = c.var
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{say(messages.page)}</th>
          {choices.map(({ label }) => (
            <th scope="col" class="number">
              {say(label)}
            </th>
          ))}
          <th scope="col" class="number">
            {say(messages.total)}
          </th>
          <th scope="col" class="number">
            {say(messages.share)}
          </th>
        </tr>
      </thead>
      <tbody>
        {pages.map((page) => (
          <tr>
            <th scope="row">{nameOf(c, page)}</th>
            <Sums c={c} sum={page} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const CommentItem: FC<{ c: OfficeContext; comment: RatingComment }> = ({ c, comment }) => {
  const { say, language } = c.var
  const chosen = choices.find(({ choice }) => choice === comment.choice)
  return (
    <li class="work-item">
      <p class="said">{maskPersonalData(comment.body)}</p>
      <p class="work-facts">
        {chosen && (
          <span class={`tag ${chosen.choice === 'unsatisfied' ? 'tag-warn' : 'tag-ok'}`}>{say(chosen.label)}</span>
        )}
        {comment.suspect && <span class="tag tag-danger">{say(messages[comment.suspect])}</span>}
        <span>{nameOf(c, comment)}</span> <When at={comment.at} language={language} day />
      </p>
    </li>
  )
}
