import { articleAt, surroundings } from '../../articles/live-queries.ts'
import { EndTools, PrintedAddress, ReadingTools } from '../../articles/public/article-tools.tsx'
import { showGone } from '../../articles/public/gone.ts'
import { messages as articleMessages } from '../../articles/public/messages.ts'
import { mentionsIn, readMentions } from '../../articles/public/read-article.ts'
import { BodyView } from '../../delivery/components/body.tsx'
import { AttachmentLink } from '../../delivery/components/media.tsx'
import { Page } from '../../delivery/components/page.tsx'
import { speak } from '../../delivery/language.ts'
import { showing, type DeliveryContext } from '../../delivery/route.ts'
import { originOf } from '../../delivery/site-of-host.ts'
import { ratingSum } from '../../ratings/live-queries.ts'
import { NotFound } from '../../refusals.ts'
import { dateOf, dateTimeOf } from '../../web/dates.ts'
import { fill } from '../../web/message.ts'
import { complaintResultKind, resultKinds } from '../complaint-result.ts'
import { resultFacts } from '../live-queries.ts'
import { messages } from './messages.ts'

/** GET /khieu-nai-to-cao/{slug}: one result; 410 with the reason once it was withdrawn. */
export async function showResult(c: DeliveryContext): Promise<Response> {
  const { db, site, say, config } = c.var
  const found = await articleAt(db, site.id, `${complaintResultKind.path}/${c.req.param('slug') ?? ''}`)
  if (!found) throw new NotFound()
  if (found.is === 'moved') return c.redirect(found.path, 301)
  if (found.is === 'gone') return showGone(c, found.gone, messages.withdrawn)
  const { article } = found
  const { content, entryId, home, publishedAt, updatedAt } = article
  speak(c, content.language)
  const [facts, around, mentions, sum] = await Promise.all([
    resultFacts(db, site.id, entryId),
    surroundings(db, { siteId: site.id, entryId, sectionId: undefined, content }),
    readMentions(c, content, []),
    ratingSum(db, site.id, article.path),
  ])
  showing(c, `entry:${entryId}`, `complaints:${site.id}`)
  showing(c, ...[...content.relatedIds, ...mentionsIn(content).entries].map((id) => `entry:${id}`))
  c.var.page.scripts.add('reader.js')
  c.var.page.counts = { entryId }
  const homeUrl = home && `${originOf(config, home.host)}${home.path}`
  const url = homeUrl ?? `${site.origin}${article.path}`
  const rows: [string, string][] = facts
    ? [
        [say(messages.number), facts.documentNumber],
        [say(messages.signedOn), dateOf(new Date(`${facts.signedOn}T12:00:00+07:00`))],
        [say(messages.published), dateOf(publishedAt)],
      ]
    : []
  return c.html(
    <Page
      c={c}
      title={content.title}
      description={content.summary || undefined}
      canonical={homeUrl ?? article.path}
      crumbs={[{ name: say(messages.title), href: complaintResultKind.path }]}
      openGraph={{ type: 'article', publishedAt, updatedAt, tags: content.tags }}
    >
      <div class="wrap article-page">
        <article class="article">
          <header class="article-head">
            {facts && <p class="label">{say(resultKinds[facts.kind].label)}</p>}
            <h1>{content.title}</h1>
          </header>
          <ReadingTools c={c} language={content.language} />
          {around.corrections.length > 0 && (
            <aside class="notice notice-warn corrections" aria-label={say(articleMessages.correction)}>
              {around.corrections.map(({ note, at }) => (
                <p>
                  <strong>{fill(say(articleMessages.correctionAt), { at: dateTimeOf(at) })}</strong>
                  {` ${note}`}
                </p>
              ))}
            </aside>
          )}
          <dl class="receipt">
            {rows.map(([name, value]) => (
              <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <BodyView body={content.body} media={mentions.files} say={say} addressOf={mentions.addressOf} />
          {content.attachments.length > 0 && (
            <section class="attachments" aria-labelledby="tep-dinh-kem">
              <h2 id="tep-dinh-kem">{say(articleMessages.attachments)}</h2>
              <ul class="plain">
                {content.attachments.map(({ mediaId, name }) => (
                  <li>
                    <AttachmentLink mediaId={mediaId} name={name} files={mentions.files} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p class="hint">{say(messages.masked)}</p>
          <p>
            <a href={complaintResultKind.path}>{say(messages.toAll)}</a>
          </p>
        </article>
        <EndTools c={c} title={content.title} path={article.path} sum={sum} />
        <PrintedAddress c={c} url={url} path={article.path} />
      </div>
    </Page>,
  )
}
