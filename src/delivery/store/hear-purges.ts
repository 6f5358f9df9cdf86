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
const sayAgainAfter = 60_000

/** Listens for `khue_purge`, and goes on trying whenever the connection is lost, until closed. */
export function hearPurges({ url, logger, onPurge, onHearing, heartbeat = 5000 }: EarParts): PurgeEar {
  let client: pg.Client | undefined
  let hearing = false
  let closed = false
  let pause = shortestPause
  let deafSince = 0
  let saidAt = 0
  let timer: NodeJS.Timeout | undefined

  const later = (work: () => void, after: number): void => {
    clearTimeout(timer)
    timer = setTimeout(work, after)
    timer.unref()
  }
  const lost = (which: pg.Client, error: unknown): void => {
    if (client !== which) return
    client = undefined
    hearing = false
    which.end().catch(() => {})
    if (closed) return
    const now = Date.now()
    deafSince ||= now
    if (now - saidAt > sayAgainAfter) {
      saidAt = now
      logger.error(
        { err: error, since: new Date(deafSince).toISOString() },
        'database unreachable: serving the pages held, newer ones cannot be drawn',
      )
    }
    later(() => void connect(), pause)
    pause = Math.min(pause * 2, longestPause)
  }
  const beat = (which: pg.Client): void => {
    const tooLate = setTimeout(() => lost(which, new Error('no answer to a heartbeat')), heartbeat)
    tooLate.unref()
    which.query('select 1').then(
      () => {
        clearTimeout(tooLate)
        if (client === which) later(() => beat(which), heartbeat)
      },
      (error: unknown) => {
        clearTimeout(tooLate)
        lost(which, error)
      },
    )
  }
  const connect = async (): Promise<boolean> => {
    const made = new pg.Client({
      ...poolConfig(url, 'khue_delivery'),
      application_name: 'khue page store',
      connectionTimeoutMillis: heartbeat,
      keepAlive: true,
    })
    client = made
    made.on('error', (error) => lost(made, error))
    made.on('end', () => lost(made, new Error('connection ended')))
    made.on('notification', ({ payload = '' }) => hear(payload, onPurge))
    try {
      await made.connect()
      await made.query('listen khue_purge')
    } catch (error) {
      lost(made, error)
      return false
    }
    if (client !== made) return false
    hearing = true
    pause = shortestPause
    onHearing()
    if (deafSince) logger.warn({ seconds: Math.round((Date.now() - deafSince) / 1000) }, 'database reached again')
    deafSince = saidAt = 0
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

function hear(payload: string, onPurge: EarParts['onPurge']): void {
  const tags = payload.split(' ').filter((tag) => tag !== '')
  onPurge(tags.includes('all') ? undefined : tags)
}
