import type { Language } from '../web/message.ts'

/** A feed, before it takes one of its three forms. Addresses are whole. Holds nothing of the moment it was asked for. */
export interface FeedFacts {
  title: string
  description: string
  language: Language
  /** The page it is the feed of; also its name for readers. */
  pageUrl: string
  /** Its address in each form. */
  urls: Record<FeedForm, string>
  /** Who publishes it. */
  publisher: { name: string; url: string }
  /** When the newest of its items or removals changed; undefined for an empty feed. */
  updatedAt: Date | undefined
  items: readonly FeedItem[]
  /** Entries that were on it and are public no more, the newest first. */
  removed: readonly RemovedItem[]
}
export type FeedForm = 'rss' | 'atom' | 'json'

export interface FeedItem {
  /** Stays the same when address, title or text change. */
  id: string
  url: string
  title: string
  summary: string
  /** Markup of its content: picture, summary, corrections. */
  html: string
  language: string
  publishedAt: Date
  updatedAt: Date
  picture: { url: string; mime: string; bytes: number } | undefined
}

export interface RemovedItem {
  id: string
  url: string
  state: 'withdrawn' | 'expired'
  at: Date
  /** Said to people, in the language of the feed. */
  note: string
}

/** Text as it stands in XML or HTML, also within quotes. Signs that XML forbids are dropped. */
export const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
