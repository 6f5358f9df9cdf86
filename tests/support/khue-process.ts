import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** The real program in a process of its own. */
export interface Started {
  child: ChildProcess
  /** What it has said so far, on both streams. */
  output: () => string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

/** Starts `khue` with these arguments. */
export function startProcess(args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'bin/khue.ts'), ...args], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'warn', LISTEN: '127.0.0.1', ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { child, output: () => output, ended: new Promise((resolve) => child.on('exit', (code) => resolve(code))) }
}

/** Waits until it has said something. @throws with all it said when it ended before, or takes too long. */
export async function untilSaid(started: Started, text: string, seconds = 40): Promise<void> {
  const said = (): boolean => started.output().includes(text)
  await untilTrue(said, () => `"${text}" in: ${started.output()}`, {
    seconds,
    giveUp: () => started.child.exitCode !== null,
  })
}

/** Waits until something holds. @throws what was waited for when it takes too long. */
export async function untilTrue(
  holds: () => boolean | Promise<boolean>,
  what: () => string,
  { seconds = 40, giveUp = () => false }: { seconds?: number; giveUp?: () => boolean } = {},
): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await holds());) {
    if (Date.now() > end || giveUp()) throw new Error(`waited in vain for ${what()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Processes a process has started that still live. */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/** The words a process was started with; empty when it has ended. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

export function lives(pid: number): boolean {
  try {
    // A dead process nobody has asked after is still listed.
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A page of a host, over a connection of its own; fetch() would not let us name the host. */
export const pageOf = (host: string, port: number, address = '/'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: address, headers: { host }, agent: false, timeout: 10_000 })
    asked.on('timeout', () => asked.destroy(new Error('no answer')))
    asked.on('error', reject)
    asked.on('response', (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
    })
    asked.end()
  })
