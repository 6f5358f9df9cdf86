import type { Content } from '../../editions/content.ts'

/** What the server hands the writing screen's script, as JSON in the page. */
export interface EditorData {
  editionId: number
  entryId: number
  siteId: number
  revision: number
  savedAt: string
  savedBy: string
  content: Content
  me: { id: string; name: string }
  authors: { id: number; name: string }[]
  parts: { code: string; label: string }[]
  /** Entries the text relates or links to. */
  entries: { id: number; title: string; live: boolean }[]
  files: { id: number; kind: string; name: string; focalX: number; focalY: number }[]
  comments: { id: number; quote: string | null; body: string; name: string }[]
}

/** Answer of the autosave endpoint. */
export type SaveAnswer =
  | { outcome: 'saved'; revision: number; dropped: string[]; savedAt: string }
  | { outcome: 'conflict'; saveId: number; theirs: { content: Content; revision: number; name: string; at: string } }

/** Answer of the presence endpoint: the others, and what stands on the server. */
export interface PresenceAnswer {
  people: { name: string; typing: boolean }[]
  revision: number
  savedBy: string
}
