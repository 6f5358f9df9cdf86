import { createHash } from 'node:crypto'
import type { Logger } from '../../logger.ts'
import { reading, type Fetch, type Reading } from '../reading.ts'
import type { PublicSite } from '../route.ts'
import type { PageAddress } from './page-address.ts'
import type { PageStore, StoredPage } from './page-store.ts'
import { costOf } from './page-store.ts'
import { pressPage, type Drawn } from './press-page.ts'
import { createTurns } from './turns.ts'

/** What came of drawing an address. */
export type Outcome =
  /** Ready for everybody, and kept where the store has room. */
  | { is: 'page'; page: StoredPage }
  /** For everybody who waits now, and not kept. `away`: the database could not be reached. */
  | { is: 'answer'; drawn: Drawn; reading: Reading; away: boolean }
  /** Not a text, or for one reader alone: whoever waits must ask the router himself. */
  | { is: 'single' }

export interface DrawingsParts {
  /** The router. */
  fetch: Fetch
  store: PageStore
  /** Whether changes are heard of; what is drawn meanwhile is not kept. */
  hears(): boolean
  logger: Logger
  /** Milliseconds a page is sent without being drawn anew. */
  longestFresh?: number
}

/** Draws pages, each once for all who ask at the same time. */
export interface Drawings {
  /** @throws TooManyWaiting when the portal has too many unanswered requests already. */
  draw(site: PublicSite, address: PageAddress): Promise<Outcome>
  /** Tags of what changed, undefined for everything: pages being drawn that show it are not kept, nor joined by later requests. */
  purge(tags: readonly string[] | undefined): void
}

interface Drawing {
  /** What changed since it began; 'all' when that is too much to tell. */
  changed: Set<string> | 'all'
}

const usualFresh = 10 * 60_000
/** How long after its time a page is still sent once more while it is drawn anew. */
const graceOfAge = 10 * 60_000
const graceOfClock = 10_000
const slowestDrawing = 20_000
/** After a drawing that found the database away, others do not look for it for this long. */
const restAfterFailure = 1000
const atOnce = 12
const mostWaiting = 300

const textual = /^(?:text\/(?:html|css|plain|xml)|application\/(?:(?:[a-z]+\+)?xml|(?:[a-z]+\+)?json))/

export function createDrawings({ fetch, store, hears, logger, longestFresh = usualFresh }: DrawingsParts): Drawings {
  const joinable = new Map<string, Promise<Outcome>>()
  const active = new Set<Drawing>()
  const turns = createTurns(atOnce, mostWaiting)
  let restUntil = 0

  /** Begun when it is asked for: what changes while it waits for its turn may be in the portal it was given already. */
  const begin = async (site: PublicSite, address: PageAddress): Promise<Outcome> => {
    const drawing: Drawing = { changed: hears() ? new Set() : 'all' }
    active.add(drawing)
    try {
      return await turns.take(site.id, () => drawNow(site, address, drawing))
    } finally {
      active.delete(drawing)
    }
  }
  const drawNow = async (site: PublicSite, address: PageAddress, drawing: Drawing): Promise<Outcome> => {
    const told = reading('', site)
    const resting = Date.now() < restUntil
    if (resting) told.unreachable = true
    const response = await withinTime(fetch(requestFor(site, address), { reading: told }))
    if (!response) {
      logger.error({ path: address.address }, 'a page took too long to draw')
      restUntil = Date.now() + restAfterFailure
      return await answerAway(site, address)
    }
    if (told.unreachable && !resting) restUntil = Date.now() + restAfterFailure
    const drawn = await textOf(response)
    if (!drawn || told.personal) return { is: 'single' }
    const tags = told.unreachable ? undefined : tagsToKeep(site, address, { drawn, told })
    if (!tags) return { is: 'answer', drawn, reading: told, away: told.unreachable === true }
    const page = await storedPage(site, address, { drawn, told, tags, longestFresh })
    if (drawing.changed !== 'all' && !tags.some((tag) => (drawing.changed as Set<string>).has(tag))) store.keep(page)
    return { is: 'page', page }
  }
  const answerAway = async (site: PublicSite, address: PageAddress): Promise<Outcome> => {
    const told = { ...reading('', site), unreachable: true }
    const drawn = await textOf(await fetch(requestFor(site, address), { reading: told }))
    return drawn ? { is: 'answer', drawn, reading: told, away: true } : { is: 'single' }
  }
  return {
    draw(site, address) {
      const key = `${site.id} ${address.address}`
      const before = joinable.get(key)
      if (before) return before
      const outcome = begin(site, address).finally(() => {
        if (joinable.get(key) === outcome) joinable.delete(key)
      })
      joinable.set(key, outcome)
      return outcome
    },
    purge(tags) {
      joinable.clear()
      // Everything changed also when the database is back.
      if (!tags) restUntil = 0
      for (const drawing of active) {
        if (!tags) drawing.changed = 'all'
        else if (drawing.changed !== 'all') for (const tag of tags) drawing.changed.add(tag)
      }
    },
  }
}

/** A request that says nothing of who asks: whatever a reader sends besides portal and address cannot reach the page. */
const requestFor = (site: PublicSite, { address }: PageAddress): Request =>
  new Request(`${site.origin}${address}`, { headers: { host: new URL(site.origin).host } })

async function withinTime(answer: Response | Promise<Response>): Promise<Response | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), slowestDrawing)
    timer.unref()
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The answer, whole; undefined for what is no text. */
async function textOf(response: Response): Promise<Drawn | undefined> {
  const type = response.headers.get('content-type')
  if (response.body !== null && !(type && textual.test(type) && !response.headers.has('content-disposition'))) {
    await response.body.cancel()
    return undefined
  }
  return {
    status: response.status,
    headers: [...response.headers],
    body: Buffer.from(await response.arrayBuffer()),
  }
}

interface Told {
  drawn: Drawn
  told: Reading
}

/** Tags under which a page is kept; undefined when it must not be kept. */
function tagsToKeep(site: PublicSite, { parameters }: PageAddress, { drawn, told }: Told): string[] | undefined {
  const { page, looked } = told
  if (drawn.status !== 200 || !page || page.tags.size === 0) return undefined
  const cacheControl = drawn.headers.find(([name]) => name === 'cache-control')?.[1] ?? ''
  if (/no-store|private/.test(cacheControl) || drawn.headers.some(([name]) => name === 'set-cookie')) return undefined
  // A parameter the page did not look at would keep one page under many addresses.
  if (parameters.some((name) => !looked.has(name))) return undefined
  return [...new Set([...page.tags, `frame:${site.id}`])]
}

interface Kept extends Told {
  tags: readonly string[]
  longestFresh: number
}

async function storedPage(site: PublicSite, { address }: PageAddress, kept: Kept): Promise<StoredPage> {
  const { told, tags, longestFresh } = kept
  const { drawn, etag } = withEtag(kept.drawn)
  const pressed = await pressPage(drawn, etag)
  const [now, clock] = [Date.now(), told.page?.keepUntil?.getTime() ?? Number.POSITIVE_INFINITY]
  return {
    ...pressed,
    siteId: site.id,
    name: address,
    tags,
    counts: told.page?.counts ?? {},
    isPage: drawn.headers.some(([name, value]) => name === 'content-type' && value.startsWith('text/html')),
    bytes: costOf({ ...pressed, name: address, tags }),
    freshUntil: Math.min(now + longestFresh, clock),
    usableUntil: Math.min(now + longestFresh + graceOfAge, clock + graceOfClock),
    redrawing: false,
  }
}

/** Every page kept has a digest by which readers ask whether they have it already. */
function withEtag(drawn: Drawn): { drawn: Drawn; etag: string } {
  const given = drawn.headers.find(([name]) => name === 'etag')?.[1]
  if (given) return { drawn, etag: given }
  const etag = `W/"${createHash('sha1').update(drawn.body).digest('base64url').slice(0, 22)}"`
  return { drawn: { ...drawn, headers: [...drawn.headers, ['etag', etag]] }, etag }
}
