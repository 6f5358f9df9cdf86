import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { JudgedPage } from './pages-of.ts'

export interface Judgement {
  page: string
  /** Median of the runs, 0 to 100. */
  scores: Record<string, number>
  /** Median of the runs: milliseconds; layout shift as Lighthouse counts it; the spread of the largest content behind a dash. */
  metrics: Record<string, number>
  /** What cost points in the last run. */
  lost: string[]
}

interface Result {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; numericValue?: number; title: string }>
}

const judged = ['home', 'section', 'article']
const categories = ['performance', 'accessibility', 'best-practices', 'seo']
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Lighthouse's mobile profile (slow 4G, a CPU four times slower) on home, list and article, each several times. */
export async function judgeByLighthouse(pages: readonly JudgedPage[], runs: number): Promise<Judgement[]> {
  const judgements: Judgement[] = []
  for (const page of pages.filter(({ name }) => judged.includes(name))) {
    const results: Result[] = []
    for (let run = 0; run < runs; run++) results.push(await runOnce(page.address))
    const last = results.at(-1)
    judgements.push({
      page: page.name,
      scores: Object.fromEntries(
        categories.map((id) => [id, median(results.map((r) => Math.round((r.categories[id]?.score ?? 0) * 100)))]),
      ),
      metrics: {
        'first content': metric(results, 'first-contentful-paint', median),
        'largest content': metric(results, 'largest-contentful-paint', median),
        'largest content, worst': metric(results, 'largest-contentful-paint', (all) => Math.max(...all)),
        'blocking time': metric(results, 'total-blocking-time', median),
        'layout shift': metric(results, 'cumulative-layout-shift', median, 4),
      },
      lost: last ? lostIn(last) : [],
    })
  }
  return judgements
}

async function runOnce(address: string): Promise<Result> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'khue-lighthouse-'))
  const port = 9480
  const browser = spawn(
    process.env.CHROMIUM ?? '/usr/bin/chromium',
    [...flags, `--remote-debugging-port=${port}`, `--user-data-dir=${folder}/profile`, 'about:blank'],
    { stdio: 'ignore' },
  )
  try {
    const cli = path.join(import.meta.dirname, 'node_modules/lighthouse/cli/index.js')
    const file = path.join(folder, 'report.json')
    await pause(1500)
    // Its own process, and not waited for with the loop stopped: the portal that is judged may live in this one.
    await promisify(execFile)(
      process.execPath,
      [
        cli,
        address,
        '--quiet',
        '--output=json',
        `--output-path=${file}`,
        `--port=${port}`,
        `--only-categories=${categories.join(',')}`,
      ],
      { timeout: 180_000 },
    )
    return JSON.parse(readFileSync(file, 'utf8')) as Result
  } finally {
    browser.kill()
    await pause(1000)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function metric(results: readonly Result[], id: string, pick: (all: number[]) => number, digits = 0): number {
  return Number(pick(results.map((result) => result.audits[id]?.numericValue ?? Number.NaN)).toFixed(digits))
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function lostIn({ categories: all, audits }: Result): string[] {
  return Object.values(all).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.995)
      .map(({ id }) => `${id} ${audits[id]?.score}: ${audits[id]?.title}`),
  )
}
