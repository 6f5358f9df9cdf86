import { loadDemo } from '../demo/load-demo.ts'
import { readConfig } from '../src/config.ts'

// Loads the demo network into an empty, migrated database. `khue serve --demo` starts it; by hand there is `khue demo`.
const config = readConfig(process.env)
await loadDemo({ url: config.databaseUrl ?? '', config })
