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

/** Told of every page read, from the store or drawn anew: pages answered with 200 or 304 to a GET; not files, feeds or HEAD. */
export interface VisitCounter {
  /** Takes a few microseconds, never waits and never throws. */
  note(visit: Visit): void
}
