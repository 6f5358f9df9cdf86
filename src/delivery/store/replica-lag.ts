import pg from 'pg'
import { poolConfig } from '../../database/connect.ts'
import type { Logger } from '../../logger.ts'

/** Waits for a read replica to have what the primary had. */
export interface ReplicaWatch {
  /** Calls `then` once the replica has everything committed until now. */
  whenCaughtUp(then: () => void): void
  close(): Promise<void>
}

const lookEvery = 100
/** A replica that lags behind for longer is left to the age of pages. */
const longestLag = 10 * 60_000

/** `primary`, `replica`: addresses of the two servers. */
export function watchReplica(primary: string, replica: string, logger: Logger): ReplicaWatch {
  const [ahead, behind] = [primary, replica].map((url) => {
    const pool = new pg.Pool({ ...poolConfig(url, 'khue_delivery', 1), idleTimeoutMillis: 60_000 })
    pool.on('error', () => {})
    return pool
  }) as [pg.Pool, pg.Pool]
  let waiting: (() => void)[] = []
  let running = false
  let closed = false
  const isClosed = (): boolean => closed

  const caughtUp = async (place: string): Promise<void> => {
    for (const end = Date.now() + longestLag; Date.now() < end && !isClosed(); await pause(lookEvery)) {
      // A server that is no replica has everything.
      const { rows } = await behind.query<{ here: boolean }>(
        'select coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, true) as here',
        [place],
      )
      if (rows[0]?.here) return
    }
  }
  const run = async (): Promise<void> => {
    while (waiting.length > 0 && !isClosed()) {
      const now = waiting
      waiting = []
      try {
        const { rows } = await ahead.query<{ place: string }>('select pg_current_wal_lsn()::text as place')
        await caughtUp(rows[0]?.place ?? '0/0')
      } catch (error) {
        logger.warn({ err: error }, 'how far the replica is could not be asked')
      }
      for (const then of now) then()
    }
    running = false
  }
  return {
    whenCaughtUp(then) {
      waiting.push(then)
      if (running) return
      running = true
      void run()
    },
    async close() {
      closed = true
      await Promise.all([ahead.end(), behind.end()])
    },
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(), milliseconds).unref()
  })
