import type { LiveArticle } from '../../articles/live-queries.ts'
import type { DeliveryContext } from '../../delivery/route.ts'
import { organization, type Thing } from '../../delivery/structured-data.ts'
import { questionOf, replyOf, wordsOf } from '../answer.ts'
import type { AnswerFacts } from '../live-queries.ts'

/** What search engines are told of a question and its answer (QAPage). Nobody is named as the author of the question. */
export function answerData(
  c: DeliveryContext,
  { content, publishedAt, updatedAt }: LiveArticle,
  { url, facts }: { url: string; facts: AnswerFacts | undefined },
): Thing {
  const agency = facts && { '@type': 'GovernmentOrganization', name: facts.agency }
  return {
    '@type': 'QAPage',
    '@id': url,
    url,
    name: content.title,
    inLanguage: content.language,
    datePublished: publishedAt.toISOString(),
    dateModified: updatedAt.toISOString(),
    isPartOf: { '@type': 'WebSite', name: c.var.site.name, url: `${c.var.site.origin}${c.var.to('/')}` },
    publisher: organization(c),
    mainEntity: {
      '@type': 'Question',
      name: content.title,
      text: wordsOf(questionOf(content.body)),
      answerCount: 1,
      datePublished: facts?.askedOn,
      acceptedAnswer: {
        '@type': 'Answer',
        text: wordsOf(replyOf(content.body)),
        url: `${url}#tra-loi`,
        datePublished: facts?.answeredOn ?? publishedAt.toISOString(),
        dateModified: updatedAt.toISOString(),
        author: agency ?? organization(c),
      },
    },
  }
}
