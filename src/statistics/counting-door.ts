import pg from 'pg'
import { poolConfig } from '../database/connect.ts'
import type { Hosts } from './classify-referrer.ts'
import type { Batch } from './spool.ts'

/** The way of counts into the database. Every call ends within its patience (milliseconds), with an answer or an error. */
export interface CountingDoor {
  /** Hands in a batch, or only asks. Answers with the salts by day (2026-11-23) of `today` and the day after. */
  count(batch: Batch | undefined, today: string, patience: number): Promise<ReadonlyMap<string, string>>
  /** Portals by host. */
  hosts(patience: number): Promise<Hosts>
  /** Gives up what is under way. */
  close(): Promise<void>
}

/** Opens two connections at most, as khue_delivery, and only when they are needed. */
export function openDoor(url: string): CountingDoor {
  const pool = new pg.Pool({
    ...poolConfig(url, 'khue_delivery', 2),
    connectionTimeoutMillis: 2000,
    allowExitOnIdle: true,
  })
  pool.on('error', () => {})
  const closing = new AbortController()

  async function ask<Row extends object>(text: string, values: unknown[], patience: number): Promise<Row[]> {
    const deadline = AbortSignal.any([closing.signal, AbortSignal.timeout(patience)])
    const connected = pool.connect()
    // A connection that comes after the deadline goes back unused.
    const client = await unlessAborted(
      connected,
      deadline,
      () =>
        void connected.then(
          (late) => late.release(),
          () => {},
        ),
    )
    try {
      const { rows } = await unlessAborted(client.query<Row>(text, values), deadline)
      client.release()
      return rows
    } catch (error) {
      // Whether the statement was done is unknown: the connection is not used again.
      client.release(true)
      throw error
    }
  }

  return {
    async count(batch, today, patience) {
      const [row] = await ask<{ salts: Record<string, string> }>(
        'select count_visits($1, $2, $3, $4) as salts',
        [batch?.process ?? null, batch?.number ?? null, today, batch ? JSON.stringify(batch.counts) : null],
        patience,
      )
      return new Map(Object.entries(row?.salts ?? {}))
    },
    async hosts(patience) {
      const rows = await ask<{ host: string; site_id: number }>('select host, site_id from site_host', [], patience)
      return new Map(rows.map((row) => [row.host, row.site_id]))
    },
    async close() {
      closing.abort()
      await pool.end().catch(() => {})
    },
  }
}

/** Whether the database will never take this batch, rather than not now: its data were refused. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code?.startsWith('22') === true || error.code?.startsWith('23') === true)

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, abandon: () => void = () => {}): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => {
      abandon()
      reject(new Error('the database did not answer in time'))
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
