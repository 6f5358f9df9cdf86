import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './processes.ts'

/** The machine and the versions figures belong to. */
export function describe(): Record<string, unknown> {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    at: new Date().toISOString(),
    machine: {
      processor: os.cpus()[0]?.model ?? 'unknown',
      cores: os.availableParallelism(),
      memoryMb: Math.round(os.totalmem() / 1024 / 1024),
      system: `${os.type()} ${os.release()} ${os.arch()}`,
      /** Above the number of cores, figures are of a busy machine. */
      load: os.loadavg().map((value) => Number(value.toFixed(2))),
    },
    versions: {
      khue: manifest.version,
      node: process.version,
      nginx: said('nginx', ['-v']) || said('/usr/sbin/nginx', ['-v']),
      wrk: said('wrk', ['-v']),
    },
  }
}

/** The first line a tool says of itself, on whichever stream; empty where it is not there. */
function said(tool: string, args: readonly string[]): string {
  try {
    return execFileSync('/bin/sh', ['-c', `"$0" "$@" 2>&1 | head -1`, tool, ...args], { encoding: 'utf8' })
      .trim()
      .replace(/.*not found.*/, '')
  } catch {
    return ''
  }
}
