import { loadDemo } from '../demo/load-demo.ts'
import { lacksDemoCases, mayLoadDemo } from '../demo/may-load-demo.ts'
import { readConfig } from '../src/config.ts'
import { connect, type Database } from '../src/database/connect.ts'

// Loads the demo network into an empty, migrated database, then what stands on its desks. `khue serve --demo` starts it and serves as
// soon as the network is there, which this tells its parent; by hand there is `khue demo`.
const config = readConfig(process.env)
const url = config.databaseUrl ?? ''

async function ask(question: (db: Database) => Promise<boolean>): Promise<boolean> {
  const db = connect(url, 'khue_office', 1)
  try {
    return await question(db)
  } finally {
    await db.destroy()
  }
}

/** Until the parent serves its first pages: what follows would take the processor from them. Alone there is nobody to wait for. */
const served = (): Promise<unknown> =>
  process.send
    ? new Promise((resolve) => {
        process.once('message', resolve)
        process.once('disconnect', resolve)
      })
    : Promise.resolve()

if (await ask(mayLoadDemo)) await loadDemo({ url, config })
const told = served()
process.send?.('network')
await told
if (await ask(lacksDemoCases)) {
  const [{ loadDemoCases }, { createLogger }] = await Promise.all([
    import('../demo/load-cases.ts'),
    import('../src/logger.ts'),
  ])
  await loadDemoCases({ url, config, logger: createLogger(config.logLevel) })
}
if (process.connected) process.disconnect()
