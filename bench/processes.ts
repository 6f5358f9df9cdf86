import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

/** The core servers run on, and the one load comes from. */
export const cores = { server: '0', load: '1' }

/** A program at work for the benchmark. */
export interface Program {
  pid: number
  output(): string
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>
}

export interface Start {
  program: string
  args: readonly string[]
  env?: Readonly<Record<string, string>>
  /** Held to one core. */
  pinned?: boolean
  /** What it says when it is ready. */
  ready: string | (() => Promise<boolean>)
}

/** Starts a program and waits until it is ready. @throws with all it said when it ends before, or takes a minute. */
export async function startProgram({ program, args, env, pinned, ready }: Start): Promise<Program> {
  const [command, ...words] = [...(pinned ? ['taskset', '-c', cores.server] : []), program, ...args]
  // MALLOC_ARENA_MAX as bin/khue.js and `npm start` set it.
  const environment = { ...process.env, MALLOC_ARENA_MAX: '2', ...env }
  const child = spawn(command ?? program, words, { cwd: root, env: environment })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  child.on('error', (error) => (output += error.message))
  const isReady = typeof ready === 'string' ? async () => output.includes(ready) : ready
  for (const end = Date.now() + 60_000; !(await isReady()); await pause(20)) {
    if (child.exitCode !== null || child.pid === undefined || Date.now() > end) {
      child.kill('SIGKILL')
      throw new Error(`${program} did not start: ${output.slice(-2000)}`)
    }
  }
  return { pid: child.pid ?? 0, output: () => output, stop: () => stop(child, ended) }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null) child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await ended
  clearTimeout(force)
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Whether a page is there. */
export const answers = (url: string, headers: Record<string, string> = {}): Promise<boolean> =>
  fetch(url, { headers }).then(
    (answer) => answer.ok,
    () => false,
  )

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Where a tool lies. @throws one sentence that says what to install. */
export function toolAt(name: string, install: string): string {
  for (const place of [name, `/usr/sbin/${name}`, `/usr/local/sbin/${name}`]) {
    try {
      return execFileSync('which', [place], { encoding: 'utf8' }).trim()
    } catch {
      // Look in the next place.
    }
  }
  throw new Error(`${name} is not installed: ${install}`)
}

/** Resident memory in MB of a process and all it has started, PostgreSQL left out. `own`: what no other process shares. */
export function memoryOf(pid: number): { resident: number; own: number } {
  const sum = { resident: 0, own: 0 }
  for (const each of treeOf(pid)) {
    try {
      const text = readFileSync(`/proc/${each}/smaps_rollup`, 'utf8')
      const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
      sum.resident += kilobytes('Rss') / 1024
      sum.own += (kilobytes('Private_Dirty') + kilobytes('Private_Clean')) / 1024
    } catch {
      // Ended meanwhile.
    }
  }
  return sum
}

/** Seconds of processor time a process and all it has started, also what has ended since, have used; PostgreSQL left out. */
export function processorTimeOf(pid: number): number {
  let ticks = 0
  for (const each of treeOf(pid)) {
    const stat = readFileSync(`/proc/${each}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // utime, stime, cutime and cstime of proc(5).
    for (const field of fields.slice(11, 15)) ticks += Number(field)
  }
  // The kernel tells hundredths, whatever its own clock does.
  return ticks / 100
}

function treeOf(pid: number): number[] {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    if (/postgres/.test(command.split('\0')[0] ?? '')) return []
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return [pid, ...children.flatMap((child) => treeOf(Number(child)))]
  } catch {
    return []
  }
}
