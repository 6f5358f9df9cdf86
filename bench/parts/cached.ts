import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDemo } from '../database.ts'
import { ask, demoArticle } from '../pages.ts'
import { processorTimeOf } from '../processes.ts'
import { figure, ratio, type BenchOptions, type Part, type PartResult } from '../result.ts'
import { serveByNginx, serveProgram, servePublic, type Served } from '../servers.ts'
import { load, type Load } from '../wrk.ts'

/** A held article against nginx, raw Node and our own router, each alone on one core, with the same compressed bytes. */
export const cached: Part = {
  name: 'cached',
  says: 'a held article on one core against nginx, raw Node and our router alone',
  async run(options) {
    const database = await openDemo()
    const opened: Served[] = []
    const keep = (served: Served): Served => {
      opened.push(served)
      return served
    }
    try {
      const { host, path: address } = await demoArticle(database)
      const headers = { host, 'accept-encoding': 'gzip' }
      const khue = keep(await servePublic(database))
      const page = await settled(khue, address, headers)
      const body = path.join(database.home, 'page.gz')
      writeFileSync(body, page.body)
      const env = { BODY: body, HEADERS: JSON.stringify(withoutWire(page.rawHeaders)) }
      const raw = keep(await serveProgram('servers/raw-node.ts', env))
      const router = keep(
        await serveProgram('servers/router-alone.ts', { DATABASE_URL: database.url, KHUE_HOME: database.home }),
      )
      const nginx = keep(await serveByNginx(page.body))
      const targets = {
        nginx: { pid: nginx.pid, url: `${nginx.url}/page.html`, headers },
        'raw Node': { pid: raw.pid, url: raw.url, headers },
        khue: { pid: khue.pid, url: `${khue.url}${address}`, headers },
        'router alone': { pid: router.pid, url: `${router.url}${address}`, headers },
      }
      return await compare(targets, options, page.body.length)
    } finally {
      for (const served of opened) await served.stop()
      await database.stop()
    }
  },
}

/** The page once it is held: asked for until it says the same twice. */
async function settled(khue: Served, address: string, headers: Record<string, string>): ReturnType<typeof ask> {
  for (let tries = 0; tries < 3; tries++) await ask(khue.port, address, headers)
  return await ask(khue.port, address, headers)
}

/** Header lines without those every server writes itself. */
const withoutWire = (raw: readonly string[]): string[] =>
  raw.filter((_, at) => !/^(date|connection|keep-alive|transfer-encoding)$/i.test(raw[at - (at % 2)] ?? ''))

type Name = 'nginx' | 'raw Node' | 'khue' | 'router alone'
type Targets = Record<Name, { pid: number; url: string; headers: Record<string, string> }>

interface Seen extends Load {
  /** Requests for each second of processor time the server used. */
  thrift: number
}

async function compare(targets: Targets, options: BenchOptions, bytes: number): Promise<PartResult> {
  const seen: Record<Name, Seen[]> = { nginx: [], 'raw Node': [], khue: [], 'router alone': [] }
  const names = Object.keys(targets) as Name[]
  for (const name of names) await load({ ...targets[name], seconds: 2 })
  for (let run = 1; run <= options.runs; run++) {
    options.say(`cached: run ${run} of ${options.runs}`)
    for (const name of names) {
      const before = processorTimeOf(targets[name].pid)
      const loaded = await load({ ...targets[name], seconds: options.seconds })
      seen[name].push({ ...loaded, thrift: loaded.requests / (processorTimeOf(targets[name].pid) - before) })
    }
  }
  const of = (name: Name, what: keyof Seen): number[] => seen[name].map((one) => one[what])
  const one = of('khue', 'p99').map(() => 1)
  return {
    part: 'cached',
    figures: [
      ...names.map((name) => figure(name, 'requests/s', of(name, 'rate'))),
      ...names.map((name) => figure(`${name}, of processor time`, 'requests/s', of(name, 'thrift'))),
      figure('khue p50', 'ms', of('khue', 'p50')),
      figure('khue p99', 'ms', of('khue', 'p99')),
      figure('nginx p99', 'ms', of('nginx', 'p99')),
    ],
    ratios: [
      ratio('khue / nginx', of('khue', 'rate'), of('nginx', 'rate'), { atLeast: 0.45 }),
      ratio('the same by processor time', of('khue', 'thrift'), of('nginx', 'thrift'), { atLeast: 0.45 }),
      ratio('khue / raw Node', of('khue', 'rate'), of('raw Node', 'rate')),
      ratio('the same by processor time', of('khue', 'thrift'), of('raw Node', 'thrift')),
      ratio('khue / router alone', of('khue', 'rate'), of('router alone', 'rate')),
      ratio('p99 in ms at 64 connections', of('khue', 'p99'), one, { atMost: 10 }),
    ],
    notes: [
      `one article of ${bytes} bytes (gzip), 64 connections kept alive, server on core 0, load from core 1`,
      'on a machine that has other work, only the ratios by processor time mean something',
    ],
  }
}
