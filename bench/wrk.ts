import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { cores, toolAt } from './processes.ts'

/** What wrk saw in one run. */
export interface Load {
  requests: number
  /** Requests a second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
}

export interface LoadWanted {
  url: string
  headers?: Readonly<Record<string, string>>
  seconds: number
  connections?: number
  /** A wrk script and what it is given. */
  script?: readonly string[]
}

const run = promisify(execFile)

/** Puts a server of this machine under load from one core. @throws when an answer was not 2xx or 3xx, or wrk is not installed. */
export async function load({ url, headers = {}, seconds, connections = 64, script }: LoadWanted): Promise<Load> {
  if (!['127.0.0.1', 'localhost'].includes(new URL(url).hostname)) throw new Error('load goes to this machine only')
  const wrk = toolAt('wrk', 'apt-get install wrk')
  // wrk leaves out its own Host only for one written like this.
  const written = (name: string): string => (name === 'host' ? 'Host' : name)
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${written(name)}: ${value}`])
  const [file, ...given] = script ?? []
  const { stdout } = await run('taskset', [
    '-c',
    cores.load,
    wrk,
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--latency',
    ...named,
    ...(file ? ['-s', file] : []),
    url,
    ...(given.length > 0 ? ['--', ...given] : []),
  ])
  const bad = /Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1]
  if (bad) throw new Error(`${bad} answers of ${url} were errors`)
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
  if (!(rate > 0)) throw new Error(`wrk measured nothing: ${stdout}`)
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1])
  return { requests, rate, p50: latency(stdout, '50%'), p99: latency(stdout, '99%') }
}

const units: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000 }

function latency(stdout: string, share: string): number {
  const [, value, unit = 'ms'] = new RegExp(`${share}\\s+([\\d.]+)(us|ms|s|m)`).exec(stdout) ?? []
  return Number(value) * (units[unit] ?? 1)
}
