import cluster, { type Worker } from 'node:cluster'
import type { Logger } from '../logger.ts'

/** What a process of ours tells the one that started it. */
export type WorkerWord = { ready: number } | { failed: string }

export interface WorkersWanted {
  count: number
  /** The program of each; it says a WorkerWord when it listens or cannot. Given its number from 1 as KHUE_WORKER. */
  program: string
  env: Readonly<Record<string, string>>
  logger: Logger
  /** Milliseconds before the first replacement; doubles with every process that ends within a minute. */
  pause?: number
}

export interface Workers {
  /** The port they share. */
  port: number
  /** Lets each finish its requests; who has not ended after 15 seconds is ended. */
  stop(): Promise<void>
}

const longestPause = 30_000
const aMinute = 60_000
const patience = 15_000

/**
 * Starts processes that share a port and keeps as many running: one that ends is replaced after a growing pause. They end by themselves when this process ends, however it does.
 * @throws what the first of them said when it could not start.
 */
export async function startWorkers(wanted: WorkersWanted): Promise<Workers> {
  // Every process takes connections from the one queue of the system. Handed round by this process instead, those on their way to a
  // process that was killed would never be answered, and each would pass through here.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  cluster.setupPrimary({ exec: wanted.program, args: [] })
  const places = Array.from({ length: wanted.count }, (_, index) => keepOne(index + 1, wanted))
  const stop = async (): Promise<void> => {
    await Promise.all(places.map((place) => place.stop()))
  }
  try {
    const [port = 0] = await Promise.all(places.map((place) => place.listening))
    return { port, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Place {
  /** The port, when the first process of this place listens. */
  listening: Promise<number>
  stop(): Promise<void>
}

/** Keeps one process running under a number. */
function keepOne(number: number, { env, logger, pause: shortest = 100 }: WorkersWanted): Place {
  let worker: Worker
  let next: NodeJS.Timeout | undefined
  let stopping = false
  const listens = new WeakSet<Worker>()
  /** How many ended within a minute of their start, one after the other. */
  let early = 0
  const fork = (): Worker => {
    const startedAt = Date.now()
    const forked = cluster.fork({ ...env, KHUE_WORKER: String(number) })
    // What was on its way to a process that is being ended breaks off with it: nothing to tell.
    forked.on('error', (error) => {
      if (!stopping) logger.warn({ error, worker: number }, 'delivery process')
    })
    forked.once('message', () => listens.add(forked))
    forked.on('exit', (code, signal) => {
      if (stopping) return
      early = Date.now() - startedAt > aMinute ? 1 : early + 1
      const pause = Math.min(longestPause, shortest * 2 ** (early - 1))
      const facts = { worker: number, processId: forked.process.pid, code, signal, pause }
      logger.warn(facts, 'delivery process ended, another takes its place')
      next = setTimeout(() => (worker = fork()), pause)
    })
    return forked
  }
  worker = fork()
  const listening = firstWord(worker)
  return {
    listening,
    async stop() {
      stopping = true
      clearTimeout(next)
      await end(worker, listens.has(worker) ? patience : 0)
    },
  }
}

const firstWord = (worker: Worker): Promise<number> =>
  new Promise((resolve, reject) => {
    worker.once('message', (word: WorkerWord) =>
      'ready' in word ? resolve(word.ready) : reject(new Error(word.failed)),
    )
    worker.once('exit', (code) =>
      reject(new Error(`Tiến trình của mặt công khai không khởi động (mã ${code}). (Delivery process did not start.)`)),
    )
  })

/** Ends a process in order; hard after `wait` milliseconds. */
async function end(worker: Worker, wait: number): Promise<void> {
  if (worker.isDead()) return
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  const force = setTimeout(() => worker.process.kill('SIGKILL'), wait)
  if (wait > 0 && worker.isConnected()) worker.send('stop')
  await ended
  clearTimeout(force)
}
