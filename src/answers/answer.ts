import { articleKind } from '../articles/article.ts'
import { beginningOf, paragraphsOf, wordCount } from '../editions/body/plain-text.ts'
import { emptyBody } from '../editions/body/read-body.ts'
import type { Body, Content, Kind, Reason } from '../editions/content.ts'
import { slugOf } from '../web/vietnamese.ts'
import { blocksOf } from './text-to-blocks.ts'

/**
 * Published answers. The text begins with the question, as a quotation; what follows it is the answer. So one value holds both, search
 * finds the words of both, and whoever corrects it sees and edits both. The summary is the beginning of the answer, always.
 */
export const answerKind: Kind = {
  name: 'answer',
  label: { vi: 'Hỏi đáp', en: 'Question and answer' },
  path: '/hoi-dap',
  optional: ['section-missing', 'author-missing'],
  empty: () => ({ ...articleKind.empty(), genre: '' }),
  read(raw) {
    const { content, dropped } = articleKind.read(raw)
    const pictures = [
      ...(content.lead ? ['ảnh đại diện (câu trả lời không có)'] : []),
      ...(content.gallery.length > 0 ? ['bộ ảnh (câu trả lời không có)'] : []),
    ]
    return {
      content: {
        ...content,
        genre: '',
        lead: null,
        gallery: [],
        summary: beginningOf(replyOf(content.body)),
        slug: freeSlug(content),
      },
      dropped: [...dropped, ...pictures],
    }
  },
  whyNotPublish: ({ body }) => [
    ...(wordCount(questionOf(body)) === 0 ? [questionMissing] : []),
    ...(wordCount(replyOf(body)) === 0 ? [answerMissing] : []),
  ],
}

/** Last parts of addresses below /hoi-dap that lead elsewhere. */
const taken: readonly string[] = ['gui-cau-hoi']

/** The address part asked for, unless a form stands there; then it says what it is. */
function freeSlug({ slug, title }: Content): string {
  const wanted = slug || slugOf(title)
  return taken.includes(wanted) ? `cau-hoi-ve-${wanted}` : slug
}

/** Public words of an answer, as plain text. */
export interface PublicWords {
  title: string
  question: string
  answer: string
  language: 'vi' | 'en'
}

/** The content of a published answer: the question as a quotation, then the answer. */
export const answerContent = (words: PublicWords, sectionIds: readonly number[] = []): Content =>
  answerKind.read({
    ...answerKind.empty(),
    title: words.title,
    language: words.language,
    sectionIds,
    body: {
      type: 'doc',
      content: [{ type: 'blockquote', content: blocksOf(words.question) }, ...blocksOf(words.answer)],
    },
  }).content

/** The question: what the quotation holds with which the text begins; nothing where it begins otherwise. */
export function questionOf(body: Body): Body {
  const [first] = body.content
  return first?.type === 'blockquote' ? { type: 'doc', content: first.content ?? [] } : emptyBody()
}

/** The answer: what follows the question. */
export function replyOf(body: Body): Body {
  const rest = body.content[0]?.type === 'blockquote' ? body.content.slice(1) : body.content
  return { type: 'doc', content: rest }
}

/** Words of a text, a paragraph a line. */
export const wordsOf = (body: Body): string => paragraphsOf(body).join('\n')

const questionMissing: Reason = {
  code: 'question-missing',
  field: 'body',
  message: {
    vi: 'Chưa có câu hỏi: phần đầu nội dung phải là câu hỏi, đặt trong khung trích dẫn.',
    en: 'The question is missing: the text must begin with it, as a quotation.',
  },
}
const answerMissing: Reason = {
  code: 'body-missing',
  field: 'body',
  message: {
    vi: 'Chưa có câu trả lời: hãy viết câu trả lời dưới câu hỏi.',
    en: 'The answer is missing: write it below the question.',
  },
}
