import type { Child, FC } from 'hono/jsx'
import { When } from '../../office/components.tsx'
import type { OfficeContext } from '../../office/route.ts'
import { wordCount } from '../body/plain-text.ts'
import type { EditionView } from '../queries.ts'
import { DueTag } from './due-tag.tsx'
import { genreName } from './genre-names.ts'
import { fieldNames } from './field-names.ts'
import { messages } from './messages.ts'
import type { ContentNames } from './newsroom-queries.ts'

/** What stands beside a text: where it goes, who made it, its dates. Empty facts say so where they matter. */
export const Facts: FC<{ c: OfficeContext; edition: EditionView; names: ContentNames }> = ({ c, edition, names }) => {
  const { say, language, kinds } = c.var
  const { content } = edition
  const named = (ids: readonly number[], known: ReadonlyMap<number, string>): string =>
    ids.map((id) => known.get(id) ?? `#${id}`).join(', ')
  const missing = <span class="soft">{say(messages.none)}</span>
  const row = (name: string, value: Child) => (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
  return (
    <section class="panel" aria-labelledby="thong-tin">
      <h2 id="thong-tin">{say(messages.facts)}</h2>
      <dl class="facts">
        {row(say(fieldNames.genre), say(genreName(kinds, edition.kind, content.genre)))}
        {row(say(messages.sections), named(content.sectionIds, names.sections) || missing)}
        {content.topicIds.length > 0 && row(say(messages.topics), named(content.topicIds, names.topics))}
        {row(say(messages.credits), content.credits.map((credit) => credit.name).join(', ') || missing)}
        {row(
          say(messages.source),
          <Source source={content.source} url={content.sourceUrl} none={say(messages.none)} />,
        )}
        {content.tags.length > 0 && row(say(messages.tags), content.tags.join(', '))}
        {row(say(messages.words), String(wordCount(content.body)))}
        {row(say(messages.writtenBy), edition.authorName)}
        {row(
          say(messages.updated),
          <>
            <When at={edition.updatedAt} language={language} /> · {edition.updatedByName}
          </>,
        )}
        {edition.stepDueAt &&
          row(
            say(messages.dueBy),
            <>
              <When at={edition.stepDueAt} language={language} exact />{' '}
              <DueTag at={edition.stepDueAt} now={new Date()} say={say} />
            </>,
          )}
        {edition.withdrawalReason && row(say(messages.withdrawalReason), edition.withdrawalReason)}
      </dl>
    </section>
  )
}

const Source: FC<{ source: string; url: string; none: string }> = ({ source, url, none }) => {
  const words = source || url
  if (!words) return <span class="soft">{none}</span>
  return /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noopener noreferrer" target="_blank">
      {words}
    </a>
  ) : (
    <>{words}</>
  )
}
