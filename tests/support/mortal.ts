import { readFileSync } from 'node:fs'
import path from 'node:path'
import { startEmbedded, type EmbeddedPostgres } from '../../src/database/embedded.ts'
import { childrenOf, lives, startProcess, untilTrue, type Started } from './khue-process.ts'

/** Something that can be killed hard, and comes back by itself. */
export interface Mortal {
  name: string
  /** With SIGKILL. False when there was nobody to kill. */
  kill(): Promise<boolean>
  stop(): Promise<void>
}

/** A process of Khuê that is started again whenever it ends, as a service manager does. */
export interface Service extends Mortal {
  /** 0 between an end and the next start. */
  pid(): number
  /** What all of its lives have said. */
  output(): string
}

/** Between an end and the next start, as systemd has it unless told otherwise. */
const rest = 100

export function keepServing(name: string, args: readonly string[], env: Readonly<Record<string, string>>): Service {
  let said = ''
  const end = new AbortController()
  let khue: Started | undefined
  const living = live()
  async function live(): Promise<void> {
    while (!end.signal.aborted) {
      khue = startProcess(args, env)
      await khue.ended
      said += khue.output()
      khue = undefined
      if (!end.signal.aborted) await pause(rest)
    }
  }
  return {
    name,
    pid: () => khue?.child.pid ?? 0,
    output: () => said + (khue?.output() ?? ''),
    async kill() {
      return khue?.child.kill('SIGKILL') ?? false
    },
    async stop() {
      end.abort()
      khue?.child.kill('SIGTERM')
      const force = setTimeout(() => khue?.child.kill('SIGKILL'), 20_000)
      await living
      clearTimeout(force)
    },
  }
}

/** One of the processes another has started, whichever. */
export const oneOf = (service: Service, name: string, isMeant: (pid: number) => boolean): Mortal => ({
  name,
  async kill() {
    const there = childrenOf(service.pid()).filter(isMeant)
    const victim = there[Math.floor(Math.random() * there.length)]
    if (victim !== undefined) process.kill(victim, 'SIGKILL')
    return victim !== undefined
  },
  stop: async () => {},
})

/** A PostgreSQL of its own that writes through to the disk, and comes back on the same port. */
export interface MortalDatabase extends Mortal {
  url: string
  dataDir: string
}

export async function mortalDatabase(home: string, port: number): Promise<MortalDatabase> {
  let server: EmbeddedPostgres = await startEmbedded(home, port)
  const { url, dataDir } = server
  let rising: Promise<void> = Promise.resolve()
  return {
    name: 'PostgreSQL',
    url,
    dataDir,
    async kill() {
      const [postmaster = 0] = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n').map(Number)
      const all = [postmaster, ...childrenOf(postmaster)]
      for (const pid of all) kill(pid)
      await untilTrue(
        () => !all.some(lives),
        () => 'the end of PostgreSQL',
      )
      rising = pause(rest + Math.random() * 1000).then(async () => {
        server = await startEmbedded(home, port)
      })
      await rising
      return true
    },
    async stop() {
      await rising
      await server.stop()
    },
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Ended by itself.
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

export interface Killing {
  /** Deaths in all. */
  deaths: number
  /** Pieces of work during which they are to happen, and how many are done. */
  work: number
  done(): number
}

/**
 * Kills one after the other at random moments, spread over a piece of work so that it gets done however slow the machine is: everyone
 * once, in any order, then everyone again. Every fourth dies within a second of the one before, while that is coming back. Stops by
 * itself; `stop` makes it stop earlier.
 */
export function killAtRandom(
  victims: readonly Mortal[],
  { deaths, work, done }: Killing,
): { kills: Record<string, number>; stop(): Promise<void> } {
  const kills: Record<string, number> = Object.fromEntries(victims.map(({ name }) => [name, 0]))
  const moments = Array.from({ length: deaths }, () => work * (0.05 + Math.random() * 0.9)).toSorted((a, b) => a - b)
  const end = new AbortController()
  const killing = (async () => {
    let round: Mortal[] = []
    for (const [n, moment] of moments.entries()) {
      if (n % 4 !== 3) while (!end.signal.aborted && done() < moment) await pause(10)
      await pause(Math.random() * 1000)
      if (end.signal.aborted) return
      if (round.length === 0) round = [...victims]
      const [victim] = round.splice(Math.floor(Math.random() * round.length), 1)
      if (!victim) return
      while (!end.signal.aborted && !(await victim.kill())) await pause(20)
      kills[victim.name]! += 1
    }
  })()
  return {
    kills,
    async stop() {
      end.abort()
      await killing
    },
  }
}
