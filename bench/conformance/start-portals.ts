import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { loadDemoCases } from '../../demo/load-cases.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { startKhue } from '../../src/app.ts'
import { loadCalendar } from '../../src/calendar/load-calendar.ts'
import { readConfig } from '../../src/config.ts'
import { connect } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/database/open.ts'
import { installQueue } from '../../src/jobs/worker.ts'
import { createLogger } from '../../src/logger.ts'
import { deriveImages } from '../../src/media/derive-images.ts'
import { openFileStore } from '../../src/media/file-store.ts'

export interface Portals {
  /** Address of a portal by the first part of its host; none: the city's. */
  origin(name?: string): string
  stop(): Promise<void>
}

/**
 * The demo network on ports and an embedded database of its own, told that it is none: a demo asks search engines to stay away,
 * which would count against it. Its pictures are ready when this resolves.
 */
export async function startPortals(): Promise<Portals> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'khue-conformance-'))
  const [port, officePort] = [4790, 4791]
  const config = readConfig({
    KHUE_HOME: home,
    PORT: String(port),
    OFFICE_PORT: String(officePort),
    LISTEN: '127.0.0.1',
    LOG_LEVEL: 'error',
  })
  const database = await openDatabase(config, true)
  await migrate(database.url)
  await installQueue(database.url)
  await loadCalendar(database.url)
  await loadDemo({ url: database.url, config })
  await loadDemoCases({ url: database.url, config, logger: createLogger(config.logLevel) })
  const owner = connect(database.url, 'owner', 2)
  const pictures = await owner.selectFrom('media').select('id').where('kind', '=', 'image').orderBy('id').execute()
  const files = openFileStore(path.join(home, 'files'))
  for (const { id } of pictures) await deriveImages(owner, files, id)
  await owner.updateTable('site').set({ isDemo: false }).execute()
  await owner.destroy()
  const khue = await startKhue(config, database.url, 'all', createLogger('error'))
  return {
    origin: (name) => `http://${name ? `${name}.` : ''}localhost:${port}`,
    async stop() {
      await khue.stop()
      await database.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
