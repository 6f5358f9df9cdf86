import { PgBoss } from 'pg-boss'
import { poolConfig } from '../database/connect.ts'
import type { Logger } from '../logger.ts'
import { jobNames, type JobName, type JobPayloads } from './queue.ts'

/** What a job does with its payload. Runs again after a failure, so it must stand being repeated. */
export type JobHandlers = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<unknown> }

/** A recurring job: five-field cron in Vietnamese time. */
export interface Recurring {
  name: JobName
  cron: string
}

/** Creates the queue's tables and its queues. Run with the owner's rights, after the migrations; safe to repeat. */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ ...connection(url, 'owner', 2), supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  for (const name of jobNames) await boss.createQueue(name, { policy: 'standard' })
  const db = boss.getDb()
  await db.executeSql(`grant usage on schema pgboss to khue_office`)
  await db.executeSql(`grant select, insert, update, delete on all tables in schema pgboss to khue_office`)
  await db.executeSql(`grant usage, select on all sequences in schema pgboss to khue_office`)
  await db.executeSql(`grant execute on all functions in schema pgboss to khue_office`)
  await boss.stop({ graceful: false })
}

export interface Worker {
  /** Waits for running jobs, then stops. */
  stop(): Promise<void>
}

/** Works on every queue until stopped. Job bodies get their connections from the handlers. */
export async function startWorker(
  url: string,
  handlers: JobHandlers,
  recurring: readonly Recurring[],
  logger: Logger,
): Promise<Worker> {
  const boss = new PgBoss({
    ...connection(url, 'khue_office', 4),
    migrate: false,
    createSchema: false,
    schedule: true,
    cronWorkerIntervalSeconds: 5,
  })
  boss.on('error', (error) => logger.error({ error }, 'job queue'))
  await boss.start()
  for (const name of jobNames) {
    const handle = handlers[name] as (payload: unknown) => Promise<unknown>
    await boss.work(name, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
      for (const job of jobs) {
        try {
          await handle(job.data)
        } catch (error) {
          logger.error({ error, job: name, id: job.id }, 'job failed')
          throw error
        }
      }
    })
  }
  for (const { name, cron } of recurring) await boss.schedule(name, cron, {}, { tz: 'Asia/Ho_Chi_Minh' })
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}

function connection(
  url: string,
  role: 'owner' | 'khue_office',
  max: number,
): { connectionString: string; max: number; options: string } {
  const config = poolConfig(url, role, max)
  return { connectionString: url, max, options: config.options as string }
}
