/** The few header lines the front looks at. Everything else a client sends reaches no page that is kept. */
export interface RequestHead {
  /** How many Host lines there were: one, or the request is refused. */
  hosts: number
  host: string
  encodings: string | undefined
  /** If-None-Match. */
  has: string | undefined
  agent: string
  referrer: string
  forwardedFor: string | undefined
  /** A browser fetches this before its reader has asked for it, and may never show it. */
  ahead: boolean
}

/** Reads them from the lines as they came: half the work of having Node make an object of all of them. */
export function readHead(lines: readonly string[]): RequestHead {
  const head: RequestHead = {
    hosts: 0,
    host: '',
    encodings: undefined,
    has: undefined,
    agent: '',
    referrer: '',
    forwardedFor: undefined,
    ahead: false,
  }
  for (let at = 0; at < lines.length; at += 2) note(head, lines[at] as string, lines[at + 1] as string)
  return head
}

function note(head: RequestHead, name: string, value: string): void {
  switch (name.length) {
    case 4:
      if (is(name, 'host')) {
        head.hosts++
        head.host = value
      }
      break
    case 7:
      if (is(name, 'referer')) head.referrer = value
      else if (is(name, 'purpose')) head.ahead ||= value.startsWith('prefetch')
      break
    case 10:
      if (is(name, 'user-agent')) head.agent = value
      break
    case 11:
      if (is(name, 'sec-purpose')) head.ahead ||= value.startsWith('prefetch')
      break
    case 13:
      if (is(name, 'if-none-match')) head.has = joined(head.has, value)
      break
    case 15:
      if (is(name, 'accept-encoding')) head.encodings = joined(head.encodings, value)
      else if (is(name, 'x-forwarded-for')) head.forwardedFor = joined(head.forwardedFor, value)
      break
  }
}

// Most clients and proxies write names in one of two ways; toLowerCase() returns the same string for the first.
const is = (name: string, wanted: string): boolean => name === wanted || name.toLowerCase() === wanted

const joined = (before: string | undefined, value: string): string =>
  before === undefined ? value : `${before}, ${value}`
