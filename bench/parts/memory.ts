import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ask } from '../pages.ts'
import { answers, freePort, memoryOf, pause, root, startProgram, type Program } from '../processes.ts'
import { figure, ratio, type BenchOptions, type Part } from '../result.ts'
import { nodeFlags } from '../servers.ts'
import { load } from '../wrk.ts'

const settling = 10_000
const budget = 250

/** Memory of the whole application (public face, office, jobs in one process) without PostgreSQL. */
export const memory: Part = {
  name: 'memory',
  says: 'memory at rest after the first start, after a restart, and after minutes of load',
  async run(options) {
    const home = mkdtempSync(path.join(os.tmpdir(), 'khue-bench-memory-'))
    let place = ''
    try {
      const first = await serveAll(home)
      place = /Dữ liệu \(data\):\s+(\S+);/.exec(first.output())?.[1] ?? ''
      const afterFirst = await atRest(first)
      await first.stop()
      const again = await serveAll(home)
      const afterRestart = await atRest(again)
      const { during, after } = await underLoad(again, options)
      await again.stop()
      const mb = (name: string, { resident, own }: Memory) => [
        figure(`${name}: resident`, 'MB', [resident]),
        figure(`${name}: its own`, 'MB', [own]),
      ]
      const against = (name: string, { resident }: Memory) => ratio(name, [resident], [1], { atMost: budget })
      return {
        part: 'memory',
        figures: [
          ...mb('after first start', afterFirst),
          ...mb('after restart', afterRestart),
          ...mb('under load', during),
          ...mb('at rest after load', after),
        ],
        ratios: [
          against('MB at rest after first start', afterFirst),
          against('MB at rest after restart', afterRestart),
          ratio('after load / before', [after.resident], [afterRestart.resident]),
        ],
        notes: [
          'resident: Rss of smaps_rollup, summed over the process and all it started, PostgreSQL left out; its own: private pages alone',
          `at rest: ${settling / 1000} s after the last request; load: ${options.minutes} min, 64 connections over the pages of the demonstration`,
        ],
      }
    } finally {
      for (const folder of [home, place]) if (folder) rmSync(folder, { recursive: true, force: true })
    }
  },
}

interface Memory {
  resident: number
  own: number
}

interface Whole extends Program {
  port: number
}

async function serveAll(home: string): Promise<Whole> {
  const [port, officePort] = [await freePort(), await freePort()]
  const env = { KHUE_HOME: home, PORT: String(port), OFFICE_PORT: String(officePort), LISTEN: '127.0.0.1' }
  const started = await startProgram({
    program: process.execPath,
    args: [...nodeFlags, path.join(root, 'bin/khue.ts'), 'serve', '--role', 'all', '--demo'],
    env: { ...env, LOG_LEVEL: 'error' },
    ready: 'Cổng con (sub-portal)',
  })
  if (!(await answers(`http://localhost:${port}/`))) throw new Error('the home page does not answer')
  return { ...started, port }
}

async function atRest({ pid }: Whole): Promise<Memory> {
  await pause(settling)
  return memoryOf(pid)
}

async function underLoad(khue: Whole, { minutes, say }: BenchOptions): Promise<{ during: Memory; after: Memory }> {
  const headers = { host: 'localhost', 'accept-encoding': 'gzip' }
  const map = (await ask(khue.port, '/sitemap.xml', { host: 'localhost' })).body.toString()
  const addresses = [...map.matchAll(/<loc>[^<]*?\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, address]) => address || '/')
  const list = path.join(os.tmpdir(), `khue-bench-addresses-${khue.pid}`)
  writeFileSync(list, [...new Set(['/', ...addresses])].map((address) => `${address}\n`).join(''))
  const script = [path.resolve(import.meta.dirname, '../different-pages.lua'), list]
  say(`memory: ${minutes} min of load on ${addresses.length} pages`)
  const seconds = Math.max(1, Math.round(minutes * 60))
  const loading = load({ url: `http://127.0.0.1:${khue.port}`, headers, seconds, script })
  // A load that fails ends the part below; until then it must not end the program.
  loading.catch(() => {})
  await pause(seconds * 900)
  const during = memoryOf(khue.pid)
  await loading
  rmSync(list, { force: true })
  return { during, after: await atRest(khue) }
}
