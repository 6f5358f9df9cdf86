import path from 'node:path'
import { readConfig } from '../../src/config.ts'
import { connect } from '../../src/database/connect.ts'
import { createDelivery } from '../../src/delivery/delivery.tsx'
import { createLogger } from '../../src/logger.ts'
import { openFileStore } from '../../src/media/file-store.ts'
import { publicRoutes } from '../../src/public-app.ts'
import { listen, listenerOf, readerLimits } from '../../src/web/listen.ts'
import { publicFiles } from '../../src/web/public-files.ts'

// The public face without its page store: every page is drawn when it is asked for.
const config = readConfig(process.env)
const delivery = createDelivery({
  config,
  db: connect(config.databaseUrl ?? '', 'khue_delivery', 16),
  logger: createLogger('error'),
  files: openFileStore(path.join(config.home, 'files')),
  publicFiles: publicFiles(path.resolve(import.meta.dirname, '../../public')),
  health: { whyNotReady: async () => undefined },
  routes: publicRoutes,
})
await listen(listenerOf(delivery.fetch), {
  port: config.port,
  host: '127.0.0.1',
  variable: 'PORT',
  limits: readerLimits,
})
console.log('ready')
