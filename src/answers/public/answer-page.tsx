import type { Child, FC } from 'hono/jsx'
import { articleAt, surroundings, type LiveArticle, type Surroundings } from '../../articles/live-queries.ts'
import { EndTools, PrintedAddress, ReadingTools } from '../../articles/public/article-tools.tsx'
import { showGone } from '../../articles/public/gone.ts'
import { messages as articleMessages } from '../../articles/public/messages.ts'
import { OtherVersion } from '../../articles/public/other-version.tsx'
import { mentionsIn, readMentions, type Mentions } from '../../articles/public/read-article.ts'
import { BodyView } from '../../delivery/components/body.tsx'
import { Card } from '../../delivery/components/lists.tsx'
import { AttachmentLink } from '../../delivery/components/media.tsx'
import { Page } from '../../delivery/components/page.tsx'
import { speak } from '../../delivery/language.ts'
import { showing, showingEntries, type DeliveryContext } from '../../delivery/route.ts'
import { originOf } from '../../delivery/site-of-host.ts'
import { frameOrigins } from '../../delivery/video-frames.ts'
import type { Body } from '../../editions/content.ts'
import type { LiveItem } from '../../editions/live.ts'
import { ratingSum } from '../../ratings/live-queries.ts'
import type { RatingSum } from '../../ratings/rating.ts'
import { NotFound } from '../../refusals.ts'
import { dateOf, dateTimeOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { answerKind, questionOf, replyOf } from '../answer.ts'
import { answerFacts, relatedAnswers, type AnswerFacts } from '../live-queries.ts'
import { answerData } from './answer-data.ts'
import { messages } from './messages.ts'

interface AnswerProps {
  c: DeliveryContext
  article: LiveArticle
  facts: AnswerFacts | undefined
  around: Surroundings
  mentions: Mentions
  related: readonly LiveItem[]
  sum: RatingSum
}

/** GET /hoi-dap/{slug}: a question and its answer; one that moved redirects for ever, one that was withdrawn says so. */
export async function showAnswer(c: DeliveryContext): Promise<Response> {
  const { db, site } = c.var
  const found = await articleAt(db, site.id, `${answerKind.path}/${c.req.param('slug') ?? ''}`)
  if (!found) throw new NotFound()
  if (found.is === 'moved') return c.redirect(found.path, 301)
  if (found.is === 'gone') return showGone(c, found.gone, messages.withdrawn)
  const { article } = found
  const { content, entryId } = article
  speak(c, content.language)
  const [facts, around, mentions, related, sum] = await Promise.all([
    answerFacts(db, site.id, entryId),
    surroundings(db, { siteId: site.id, entryId, sectionId: undefined, content }),
    readMentions(c, content, []),
    relatedAnswers(db, site.id, entryId),
    ratingSum(db, site.id, article.path),
  ])
  // What is related changes with every answer of the portal.
  showing(c, `entry:${entryId}`, `answers:${site.id}`, 'case-fields')
  showing(c, ...[...content.relatedIds, ...mentionsIn(content).entries].map((id) => `entry:${id}`))
  showingEntries(c, related)
  c.var.page.scripts.add('reader.js')
  for (const origin of frameOrigins(content.body)) c.var.page.frames.add(origin)
  c.var.page.counts = { entryId }
  return c.html(<AnswerPage {...{ c, article, facts, around, mentions, related, sum }} />)
}

const AnswerPage: FC<AnswerProps> = (props) => {
  const { c, article, facts, around, mentions } = props
  const { content, home, publishedAt, updatedAt } = article
  const { say, config, site } = c.var
  const homeUrl = home && `${originOf(config, home.host)}${home.path}`
  const url = homeUrl ?? `${site.origin}${article.path}`
  const field = facts?.field
  const fieldName = field && ((content.language === 'en' && field.nameEn) || field.name)
  return (
    <Page
      c={c}
      title={content.title}
      description={content.summary || undefined}
      canonical={homeUrl ?? article.path}
      translation={around.translation}
      crumbs={[
        { name: say(messages.title), href: '/hoi-dap' },
        ...(field && fieldName ? [{ name: fieldName, href: `/hoi-dap?linh-vuc=${field.slug}` }] : []),
      ]}
      openGraph={{ type: 'article', publishedAt, updatedAt, section: fieldName ?? undefined, tags: content.tags }}
      feeds={{ stem: '/hoi-dap', title: `${say(messages.title)} – ${site.name}` }}
      jsonLd={answerData(c, article, { url, facts })}
    >
      <div class="wrap article-page">
        <article class="article" lang={content.language === 'vi' ? undefined : content.language}>
          <header class="article-head">
            <p class="label">{say(messages.title)}</p>
            <h1>{content.title}</h1>
            {around.translation && <OtherVersion translation={around.translation} />}
          </header>
          <ReadingTools c={c} language={content.language} />
          <Corrections {...props} />
          <Text
            c={c}
            id="cau-hoi"
            title={say(messages.question)}
            body={questionOf(content.body)}
            mentions={mentions}
            quoted
          />
          <Text c={c} id="tra-loi" title={say(messages.answer)} body={replyOf(content.body)} mentions={mentions} />
          <Files {...props} />
          {facts && <Facts c={c} facts={facts} />}
          <p class="hint">{say(messages.hint)}</p>
          {home && homeUrl && (
            <p class="credits-home">
              {`${say(articleMessages.copyOf)} `}
              <a href={homeUrl}>{home.name}</a>
            </p>
          )}
        </article>
        <EndTools c={c} title={content.title} path={article.path} sum={props.sum} />
        <Beside {...props} fieldName={fieldName ?? ''} />
        <PrintedAddress c={c} url={url} path={article.path} />
      </div>
    </Page>
  )
}

const Text: FC<{ c: DeliveryContext; id: string; title: string; body: Body; mentions: Mentions; quoted?: true }> = ({
  c,
  id,
  title,
  body,
  mentions,
  quoted,
}) => {
  const drawn = <BodyView body={body} media={mentions.files} say={c.var.say} addressOf={mentions.addressOf} />
  return (
    <section class="answer-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {quoted ? <blockquote class="notice">{drawn}</blockquote> : drawn}
    </section>
  )
}

const Corrections: FC<AnswerProps> = ({ c, around, article }) =>
  around.corrections.length === 0 ? null : (
    <aside class="notice notice-warn corrections" aria-label={c.var.say(articleMessages.correction)}>
      {around.corrections.map(({ note, at }) => (
        <p>
          <strong>
            {fill(c.var.say(articleMessages.correctionAt), { at: dateTimeOf(at, article.content.language) })}
          </strong>
          {` ${note}`}
        </p>
      ))}
    </aside>
  )

const Files: FC<AnswerProps> = ({ c, article: { content }, mentions }) =>
  content.attachments.length === 0 ? null : (
    <section class="attachments" aria-labelledby="tep-dinh-kem">
      <h2 id="tep-dinh-kem">{c.var.say(articleMessages.attachments)}</h2>
      <ul class="plain">
        {content.attachments.map(({ mediaId, name }) => (
          <li>
            <AttachmentLink mediaId={mediaId} name={name} files={mentions.files} />
          </li>
        ))}
      </ul>
    </section>
  )

/** Who answered, when, and how long it took: no number of the case, nobody who asked. */
const Facts: FC<{ c: DeliveryContext; facts: AnswerFacts }> = ({ c, facts }) => {
  const { say, language, to } = c.var
  const { field, workingDays } = facts
  const time =
    workingDays === 0
      ? say(messages.sameDay)
      : workingDays === 1
        ? say(messages.oneDay)
        : fill(say(messages.days), { days: workingDays })
  const day = (text: string): Child => <time datetime={text}>{dateOf(new Date(text), language)}</time>
  const rows: [string, Child][] = [
    [say(messages.agency), facts.agency],
    [say(messages.division), facts.division],
    [
      say(messages.field),
      field && <a href={to(`/hoi-dap?linh-vuc=${field.slug}`)}>{(language === 'en' && field.nameEn) || field.name}</a>,
    ],
    [say(messages.asked), day(facts.askedOn)],
    [say(messages.answered), day(facts.answeredOn)],
    [say(messages.taken), facts.onTime === false ? fill(say(messages.late), { taken: time }) : time],
  ]
  return (
    <section aria-labelledby="ve-tra-loi">
      <h2 id="ve-tra-loi" class="visually-hidden">
        {say(messages.facts)}
      </h2>
      <dl class="receipt">
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

const Beside: FC<AnswerProps & { fieldName: string }> = ({ c, facts, mentions, related, fieldName }) => {
  const { say, to } = c.var
  const items = [
    ...mentions.related,
    ...related.filter((one) => !mentions.related.some((r) => r.entryId === one.entryId)),
  ]
  return (
    <div class="beside">
      <section aria-labelledby="lien-quan">
        <h2 id="lien-quan">{say(messages.related)}</h2>
        {items.length > 0 && (
          <ul class="titles plain">
            {items.map((item) => (
              <li>
                <Card item={item} files={new Map()} level={3} look="title" />
              </li>
            ))}
          </ul>
        )}
        <p class="beside-label">
          {facts?.field ? (
            <a href={to(`/hoi-dap?linh-vuc=${facts.field.slug}`)}>
              {fill(say(messages.toField), { field: fieldName.toLocaleLowerCase(c.var.language) })}
            </a>
          ) : (
            <a href={to('/hoi-dap')}>{say(messages.toAll)}</a>
          )}
        </p>
      </section>
    </div>
  )
}
