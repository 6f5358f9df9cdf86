import type { RuleId } from '../calendar/rules.ts'
import { articleKind } from '../articles/article.ts'
import { blocksOf } from '../answers/text-to-blocks.ts'
import { beginningOf } from '../editions/body/plain-text.ts'
import type { Content, Kind } from '../editions/content.ts'
import type { Message } from '../web/message.ts'

/** What may be published, and the rule that says how soon after signing; a first decision has none. */
export const resultKinds = {
  second: {
    label: { vi: 'Quyết định giải quyết khiếu nại lần hai', en: 'Second decision on a complaint' },
    rule: 'complaint.second.publish',
  },
  denunciation: {
    label: { vi: 'Kết luận nội dung tố cáo', en: 'Conclusion on a denunciation' },
    rule: 'denunciation.publish',
  },
  first: {
    label: { vi: 'Quyết định giải quyết khiếu nại lần đầu', en: 'First decision on a complaint' },
    rule: undefined,
  },
} as const satisfies Record<string, { label: Message; rule: RuleId | undefined }>
export type ResultKind = keyof typeof resultKinds
export const isResultKind = (text: string | undefined): text is ResultKind =>
  text !== undefined && Object.hasOwn(resultKinds, text)

export const resultStates = {
  draft: { vi: 'Đang soạn', en: 'Draft' },
  submitted: { vi: 'Chờ người thứ hai kiểm tra', en: 'Waits for a second person' },
  published: { vi: 'Đã công khai', en: 'Published' },
} as const satisfies Record<string, Message>
export type ResultState = keyof typeof resultStates

/** Longest values, in characters. */
export const resultLengths = { number: 100, title: 300, body: 30_000 } as const

/** Published results: a title and paragraphs, nothing else of an article. */
export const complaintResultKind: Kind = {
  ...articleKind,
  name: 'complaint-result',
  label: { vi: 'Kết quả giải quyết khiếu nại, tố cáo', en: 'Result of a complaint or denunciation' },
  path: '/khieu-nai-to-cao',
  genres: undefined,
  optional: ['section-missing', 'author-missing'],
  empty: () => ({ ...articleKind.empty(), genre: '' }),
  read(raw) {
    const { content, dropped } = articleKind.read(raw)
    return { content: { ...content, genre: '', lead: null, gallery: [], summary: beginningOf(content.body) }, dropped }
  },
  whyNotPublish: (content) => articleKind.whyNotPublish({ ...content, genre: 'news' }),
}

/** The content of a result as it goes public. */
export const resultContent = (result: { title: string; body: string }): Content =>
  complaintResultKind.read({
    ...complaintResultKind.empty(),
    title: result.title,
    body: { type: 'doc', content: blocksOf(result.body) },
  }).content
