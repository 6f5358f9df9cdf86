import { loadDemo } from '../demo/load-demo.ts'
import { loadDemoCases } from '../demo/load-cases.ts'
import { mayLoadDemo } from '../demo/may-load-demo.ts'
import { readConfig } from '../src/config.ts'
import { connect } from '../src/database/connect.ts'
import { createLogger } from '../src/logger.ts'

// Loads the demo network into an empty, migrated database, then what stands on its desks. `khue serve --demo` starts it and serves as
// soon as the network is there, which this tells its parent; by hand there is `khue demo`.
const config = readConfig(process.env)
const url = config.databaseUrl ?? ''
const db = connect(url, 'khue_office', 1)
const empty = await mayLoadDemo(db)
await db.destroy()
if (empty) await loadDemo({ url, config })
process.send?.('network')
await loadDemoCases({ url, config, logger: createLogger(config.logLevel) })
process.disconnect?.()
