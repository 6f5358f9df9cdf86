import { loadCalendar } from '../../src/calendar/load-calendar.ts'
import { readConfig, type Config } from '../../src/config.ts'
import { connect, type Database } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/database/open.ts'
import { installQueue } from '../../src/jobs/worker.ts'
import { createLogger, type Logger } from '../../src/logger.ts'

/** Runs a command's body; what it throws becomes one sentence on standard error and exit code 1. */
export const sentence =
  <Arguments extends unknown[]>(body: (...given: Arguments) => Promise<void>) =>
  async (...given: Arguments): Promise<void> => {
    try {
      await body(...given)
    } catch (error) {
      console.error(`khue: ${(error as Error).message}`)
      if (process.env.LOG_LEVEL === 'debug') console.error(error)
      process.exitCode = 1
    }
  }

export interface Workplace {
  config: Config
  url: string
  /** As the office is connected. */
  db: Database
  logger: Logger
}

/** Opens the migrated database for a command and closes it afterwards, whatever happens. */
export async function withDatabase(work: (place: Workplace) => Promise<void>): Promise<void> {
  const config = readConfig(process.env)
  const database = await openDatabase(config, false)
  try {
    await prepare(database.url)
    const db = connect(database.url, 'khue_office', 4)
    try {
      await work({ config, url: database.url, db, logger: createLogger(config.logLevel) })
    } finally {
      await db.destroy()
    }
  } finally {
    await database.close()
  }
}

/** Migrates, installs the job queue and brings in the days off known here. Returns the names of the migrations applied. */
export async function prepare(url: string): Promise<string[]> {
  const applied = await migrate(url)
  await installQueue(url)
  await loadCalendar(url)
  return applied
}
