import type { PageFacts, PublicSite } from './route.ts'

/**
 * What the front and the router tell each other about one request; travels in the bindings of the router (`c.env.reading`),
 * so nothing a client sends can take its place.
 */
export interface Reading {
  /** Network address of who asks; empty while a page is drawn for everybody. */
  client: string
  /** The portal, where the front has found it already. */
  site?: PublicSite
  /** Set by the front: the database was away a moment ago, so nobody need find out again. By the router: it is away. */
  unreachable?: boolean
  /** Filled by the router: what the page says of itself. */
  page?: PageFacts
  /** Filled by the router: names of the parameters the page looked at. */
  looked: Set<string>
  /** Set by the router: the page asked who reads it, so the answer is for one reader alone. */
  personal?: boolean
}

/** The router, as the front asks it. */
export type Fetch = (request: Request, bindings: { reading: Reading }) => Response | Promise<Response>

export const reading = (client = '', site?: PublicSite): Reading => ({ client, site, looked: new Set() })
