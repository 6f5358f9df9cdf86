/** One reading of a public page, as the counting is told of it. Nothing of it but sums is kept beyond the day. */
export interface Visit {
  siteId: number
  sectionId?: number
  entryId?: number
  /** Milliseconds since 1970. */
  at: number
  /** Network address of the reader; enters a daily-salted digest and goes no further. */
  address: string
  userAgent: string
  /** The Referer header as it came. */
  referrer: string
  /** The host that was asked, to tell our own pages from other places in the referrer. */
  host: string
}

/**
 * Told of every page read, from the store or drawn anew: pages answered with 200 or 304 to a GET; not files, feeds, HEAD, previews,
 * or what a browser fetches ahead.
 */
export interface VisitCounter {
  /** Takes a few microseconds, never waits and never throws. */
  note(visit: Visit): void
}

/** Whether an answer is a page of the public, in contrast to a feed, a file, or the preview of a draft. */
export const isPublicPage = (type: string | null | undefined, cacheControl: string | null | undefined): boolean =>
  (type?.startsWith('text/html') ?? false) && !(cacheControl?.includes('private') ?? false)
