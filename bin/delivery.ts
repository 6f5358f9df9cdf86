import cluster from 'node:cluster'
import { readConfig } from '../src/config.ts'
import { createLogger } from '../src/logger.ts'
import { startPublicFace, type PublicFace } from '../src/public-app.ts'
import type { WorkerWord } from '../src/web/workers.ts'

// One of several processes that serve readers. `khue serve --workers` starts it; it is not meant to be started by hand.

const config = readConfig(process.env)
const logger = createLogger(config.logLevel)
const say = (word: WorkerWord): void => void process.send?.(word)

try {
  const slot = Number(process.env.KHUE_WORKER ?? 1)
  const face = await startPublicFace(config, config.databaseUrl ?? '', logger, slot)
  endInOrder(face)
  say({ ready: face.port })
} catch (error) {
  say({ failed: (error as Error).message })
  process.disconnect?.()
  process.exitCode = 1
}

/** Ends when told to, on SIGTERM, and when the process that started this one is gone, so that none is left over. */
function endInOrder(face: PublicFace): void {
  let ending = false
  const end = async (): Promise<void> => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), 12_000).unref()
    await face.stop().catch((error: unknown) => logger.error({ error }, 'delivery process did not end in order'))
    process.exit(0)
  }
  process.on('message', (word) => word === 'stop' && void end())
  process.on('SIGTERM', () => void end())
  // Ctrl+C in a terminal reaches all processes; the first of them decides.
  process.on('SIGINT', () => {})
  cluster.worker?.on('disconnect', () => {
    // Node would end this process at once; requests at work and counts in memory come first.
    if (cluster.worker) cluster.worker.exitedAfterDisconnect = true
    void end()
  })
}
