import { spawn } from 'node:child_process'
import path from 'node:path'
import type { AttachmentMime } from './attachment.ts'
import type { Cleaned } from './clean-file.ts'
import { quarantineReasons, type QuarantineReason } from './messages.ts'

/** Bounds of one cleaning. */
const bounds = { seconds: 60, heapMegabytes: 512, outputBytes: 60 * 1024 * 1024 }

const program = path.resolve(import.meta.dirname, 'clean-process.ts')

/**
 * Cleans a file in a process of its own, without environment and without the right to write or to start anything: a file that breaks a
 * parser, fills its memory or never ends costs that process alone. Never throws for what a file holds.
 */
export function cleanApart(body: Uint8Array, mime: AttachmentMime, seconds = bounds.seconds): Promise<Cleaned> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${bounds.heapMegabytes}`,
        '--permission',
        '--allow-fs-read=*',
        '--allow-addons',
        '--no-warnings',
        program,
        mime,
      ],
      { env: {}, stdio: ['pipe', 'pipe', 'ignore'] },
    )
    const told: Buffer[] = []
    let bytes = 0
    let ended: QuarantineReason | undefined
    const end = (reason: QuarantineReason): void => {
      ended ??= reason
      child.kill('SIGKILL')
    }
    const alarm = setTimeout(() => end('slow'), seconds * 1000)
    child.once('error', (error) => {
      clearTimeout(alarm)
      reject(error)
    })
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > bounds.outputBytes) end('large')
      else told.push(part)
    })
    child.once('close', () => {
      clearTimeout(alarm)
      resolve(ended ? { is: 'quarantined', reason: ended } : outcomeOf(Buffer.concat(told)))
    })
    // A child that ended early no longer reads.
    child.stdin.on('error', () => {})
    child.stdin.end(body)
  })
}

/** A process that ended without a word ran out of memory, or was broken. */
function outcomeOf(told: Buffer): Cleaned {
  const line = told.indexOf(10)
  if (line < 0) return { is: 'quarantined', reason: 'broken' }
  const said = JSON.parse(told.toString('utf8', 0, line)) as { is: string; reason?: string }
  if (said.is === 'clean') return { is: 'clean', body: told.subarray(line + 1) }
  const reason = said.reason ?? ''
  return {
    is: 'quarantined',
    reason: Object.hasOwn(quarantineReasons, reason) ? (reason as QuarantineReason) : 'broken',
  }
}
