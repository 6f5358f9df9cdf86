import { createHash } from 'node:crypto'
import { cleanLine } from '../web/vietnamese.ts'

/** One article as the source tells it, whatever the format. */
export interface SourceItem {
  /** What the source knows it by, the same at every run. */
  key: string
  title: string
  summary: string
  /** The text: HTML, or paragraphs as they stand. */
  body: { html: string } | { paragraphs: readonly string[] }
  publishedAt?: Date
  authors: readonly string[]
  sections: readonly { name: string; slug?: string }[]
  tags: readonly string[]
  /** Its old address, whole or from the root. */
  link: string
  source: string
  sourceUrl: string
  language: 'vi' | 'en'
  slug: string
  /** Address or relative name of its main picture. */
  leadPicture?: string
  /** What the reader itself left out or guessed. */
  notes: readonly string[]
  /** Why it is not to be imported, found while reading. */
  leaveOut?: string
}

/** An item of which nothing is known but its key and title. */
export const blankItem = (key: string, title: string): SourceItem => ({
  key: key.slice(0, 500),
  title: cleanLine(title),
  summary: '',
  body: { html: '' },
  authors: [],
  sections: [],
  tags: [],
  link: '',
  source: '',
  sourceUrl: '',
  language: 'vi',
  slug: '',
  notes: [],
})

/** Tells whether a source item changed between two runs. Notes of the reader do not count: readers get better. */
export const digestOf = ({ notes: _, leaveOut: __, ...item }: SourceItem): string =>
  createHash('sha256').update(JSON.stringify(item)).digest('hex')
