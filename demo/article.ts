// The shape of one demonstration article, and the reader of its folded text.

export interface DemoPicture {
  file: string
  alt: string
  caption: string
  credit: string
}

/** A film of demo/films; the text opens with it. Its poster is the article's picture. */
export interface DemoFilm {
  file: string
  captions: string
  title: string
  transcript: readonly string[]
}

export interface DemoArticle {
  key: string
  site: string
  genre: 'news' | 'feature' | 'reportage' | 'interview' | 'photo' | 'video' | 'notice' | 'good-deed'
  section: string
  topics?: readonly string[]
  tags?: readonly string[]
  title: string
  summary: string
  /**
   * Light markup. Blank lines part the paragraphs; a line may start with '## ' (heading), '### ' (subheading),
   * '- ' (bullet), '1. ' (numbered item), '> ' (quote) or '| a | b |' (table row, the first being the header).
   */
  body: string
  /** A file of demo/images. */
  image?: DemoPicture
  gallery?: DemoPicture[]
  film?: DemoFilm
  /** Collective names or posts, never a person's. */
  authors: { name: string; part: 'text' | 'photo' | 'edit' | 'translate' }[]
  source: string
  /** 'published' with an emergencyReason: live on one person's word, a second has yet to approve it. */
  state:
    | 'draft'
    | 'submitted'
    | 'reviewed'
    | 'returned'
    | 'approved'
    | 'scheduled'
    | 'published'
    | 'withdrawn'
    | 'expired'
    | 'discarded'
  /** Days before today; negative means ahead of us, for what is scheduled. */
  publishedDaysAgo?: number
  /** 'HH:mm', Hà Nội time. */
  publishedAt?: string
  correction?: { note: string; daysAgo: number }
  withdrawalReason?: string
  returnComment?: string
  emergencyReason?: string
  deskNote?: string
  /** `by` is the e-mail of a person in demoPeople; `quote` occurs in the body. */
  comments?: { quote: string; body: string; by: string }[]
  /** Portals this article was offered to; 'reason' says why one declined. */
  offeredTo?: { site: string; state: 'offered' | 'accepted' | 'declined'; reason?: string }[]
  pinned?: boolean
  featured?: boolean
  /** Vietnamese unless said otherwise. */
  language?: 'vi' | 'en'
  /** Key of the article of the same portal whose version in the other language it is. */
  translates?: string
}

const startsBlock = /^(#{2,3} |- |\d+\. |> |\|)/

/** Joins lines folded to fit the editor: one block a line, blank lines kept, indentation dropped. */
export function unfold(text: string): string {
  const lines: string[] = []
  for (const line of text.trim().split('\n')) {
    const words = line.trim()
    const previous = lines.at(-1)
    if (previous && words && !startsBlock.test(words)) lines[lines.length - 1] = `${previous} ${words}`
    else lines.push(words)
  }
  return lines.join('\n').normalize('NFC')
}
