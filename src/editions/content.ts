import type { Message } from '../web/message.ts'

/** A node of a text: TipTap's JSON. Which types there are stands in editions/body/schema.ts. */
export interface BodyNode {
  type: string
  attrs?: Record<string, unknown>
  content?: BodyNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}
export interface Body extends BodyNode {
  type: 'doc'
  content: BodyNode[]
}

/** A picture in use: the words belong to this use, the file to the library. */
export interface Picture {
  mediaId: number
  alt: string
  caption: string
  /** Who made it, or whose rights: shown beside it. */
  source: string
}

/**
 * A film of the library in a text: the attributes of a node 'film'. Its paragraphs stand under the key `text` and its files under
 * `mediaId`, so that the database finds both as it finds words and files anywhere (words_in, media_in).
 */
export interface Film {
  film: { mediaId: number }
  poster: { mediaId: number } | null
  captions: { mediaId: number; language: 'vi' | 'en' }[]
  title: string
  transcript: { text: string }[]
}

export const creditParts = ['text', 'photo', 'video', 'edit', 'translate'] as const
export type CreditPart = (typeof creditParts)[number]

/**
 * What is edited, one value: stored whole in edition.content and edition_save.content.
 * The database reads these keys (migrations/0004, 0006): title, summary, language, genre, lead.mediaId, sectionIds,
 * topicIds, credits[].authorId, body, and mediaId at any depth.
 */
export interface Content {
  title: string
  summary: string
  genre: string
  language: 'vi' | 'en'
  /** Chosen address part; empty: made from the title. */
  slug: string
  body: Body
  lead: Picture | null
  gallery: Picture[]
  attachments: { mediaId: number; name: string }[]
  credits: { authorId: number; name: string; part: CreditPart }[]
  source: string
  sourceUrl: string
  sectionIds: number[]
  topicIds: number[]
  tags: string[]
  relatedIds: number[]
}

/** One reason not to publish: a stable code, the field it stands beside, and what to do. */
export interface Reason {
  code: string
  field?: keyof Content | 'state' | 'person'
  message: Message
}

/** A kind of content: plain data and rules. app.ts hands the list to the lifecycle, which knows no feature. */
export interface Kind {
  name: string
  label: Message
  /** First part of its public address: /bai-viet/… */
  path: string
  /** Its genres, where it has any: code and name. */
  genres?: Readonly<Record<string, { label: Message }>>
  /** Codes of reasons against publishing that do not count for it: what articles must have and it need not. */
  optional?: readonly ('section-missing' | 'author-missing')[]
  empty(): Content
  /** Reads an untrusted value; what the kind does not know is dropped and named, in Vietnamese. Never throws. */
  read(raw: unknown): { content: Content; dropped: string[] }
  /** Reasons that lie in the content alone. */
  whyNotPublish(content: Content): Reason[]
}
export type Kinds = ReadonlyMap<string, Kind>
