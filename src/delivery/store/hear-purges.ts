import pg from 'pg'
import { poolConfig } from '../../database/connect.ts'
import type { Logger } from '../../logger.ts'

/** The ear of a delivery process: a connection of its own that is told of every change. */
export interface PurgeEar {
  /** Whether it hears now. While it does not, changes may be missed. */
  hears(): boolean
  /** Resolves when the first attempt to connect is over: whether it succeeded. */
  first: Promise<boolean>
  close(): Promise<void>
}

export interface EarParts {
  /** The primary server: a standby sends no notifications. */
  url: string
  logger: Logger
  /** Tags of what changed; undefined for everything. */
  onPurge(tags: readonly string[] | undefined): void
  /** It hears again, after it did not: whatever was missed in between is made good by dropping everything. */
  onHearing(): void
  /** Milliseconds between two heartbeats; the answer must come within the same time. */
  heartbeat?: number
}

const shortestPause = 50
const longestPause = 2000

/** Listens for `khue_purge`, and goes on trying whenever the connection is lost, until closed. */
export function hearPurges({ url, logger, onPurge, onHearing, heartbeat = 5000 }: EarParts): PurgeEar {
  const deafness = deafnessLog(logger)
  let client: pg.Client | undefined
  let hearing = false
  let closed = false
  let pause = shortestPause
  let timer: NodeJS.Timeout | undefined

  const later = (work: () => void, after: number): void => {
    clearTimeout(timer)
    timer = setTimeout(work, after).unref()
  }
  const lost = (which: pg.Client, error: unknown): void => {
    if (client !== which) return
    client = undefined
    hearing = false
    which.end().catch(() => {})
    if (closed) return
    deafness.begins(error)
    later(() => void connect(), pause)
    pause = Math.min(pause * 2, longestPause)
  }
  const beat = (which: pg.Client): void => {
    const tooLate = setTimeout(() => lost(which, new Error('no answer to a heartbeat')), heartbeat).unref()
    which
      .query('select 1')
      .then(
        () => client === which && later(() => beat(which), heartbeat),
        (error: unknown) => lost(which, error),
      )
      .finally(() => clearTimeout(tooLate))
  }
  const connect = async (): Promise<boolean> => {
    const made = newClient(url, heartbeat)
    client = made
    made.on('error', (error) => lost(made, error))
    made.on('end', () => lost(made, new Error('connection ended')))
    made.on('notification', ({ payload = '' }) => onPurge(tagsIn(payload)))
    await listenOn(made).catch((error: unknown) => lost(made, error))
    if (client !== made) return false
    hearing = true
    pause = shortestPause
    onHearing()
    deafness.ends()
    later(() => beat(made), heartbeat)
    return true
  }
  return {
    hears: () => hearing,
    first: connect(),
    async close() {
      closed = true
      hearing = false
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}

const newClient = (url: string, patience: number): pg.Client =>
  new pg.Client({
    ...poolConfig(url, 'khue_delivery'),
    application_name: 'khue page store',
    connectionTimeoutMillis: patience,
    keepAlive: true,
  })

async function listenOn(client: pg.Client): Promise<void> {
  await client.connect()
  await client.query('listen khue_purge')
}

function tagsIn(payload: string): readonly string[] | undefined {
  const tags = payload.split(' ').filter((tag) => tag !== '')
  return tags.includes('all') ? undefined : tags
}

const sayAgainAfter = 60_000

/** Says that the database is away, once a minute as long as it is, and that it is back. */
function deafnessLog(logger: Logger): { begins(error: unknown): void; ends(): void } {
  let since = 0
  let saidAt = 0
  return {
    begins(error) {
      const now = Date.now()
      since ||= now
      if (now - saidAt < sayAgainAfter) return
      saidAt = now
      const facts = { err: error, since: new Date(since).toISOString() }
      logger.error(facts, 'database unreachable: serving the pages held, newer ones cannot be drawn')
    },
    ends() {
      if (since) logger.warn({ seconds: Math.round((Date.now() - since) / 1000) }, 'database reached again')
      since = saidAt = 0
    },
  }
}
