import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { judgeByLighthouse } from './lighthouse.ts'
import { startPortals } from './start-portals.ts'
import { pagesOf } from './pages-of.ts'

/**
 * Holds the public face against two judges of others: the checker of the W3C (vnu, needs Java) on every kind of page and the
 * stylesheet, and Lighthouse (mobile, throttled) on home, list and article. Exit code 1 when anything is found.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
})
const tools = path.join(import.meta.dirname, 'node_modules')
if (!existsSync(tools)) {
  console.error('Chưa cài công cụ: npm ci --prefix bench/conformance --ignore-scripts (tools not installed)')
  process.exit(1)
}

const portals = await startPortals()
const report: Record<string, unknown> = {}
let faults = 0
try {
  const pages = await pagesOf(portals)
  if (values.only !== 'lighthouse') {
    const found = checkHtml(pages)
    report.html = { pages: pages.length, messages: found }
    faults += found.length
    say(`W3C: ${pages.length} trang (pages), ${found.length} nhận xét (messages)`)
    for (const line of found) say(`  ${line}`)
  }
  if (values.only !== 'html') {
    const judged = await judgeByLighthouse(pages, Number(values.runs))
    report.lighthouse = judged
    for (const { page, scores, metrics, lost } of judged) {
      say(`Lighthouse ${page}: ${describe(scores)} | ${describe(metrics)}`)
      for (const line of lost) say(`  ${line}`)
      if (Object.values(scores).some((score) => score < 100)) faults++
    }
  }
} finally {
  await portals.stop()
}
if (values.json) console.log(JSON.stringify(report, null, 2))
process.exit(faults > 0 ? 1 : 0)

function say(line: string): void {
  if (!values.json) console.log(line)
}

function describe(values: Record<string, number>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
}

/** What the checker of the W3C says of pages as they came over the wire: errors, warnings and remarks alike. */
function checkHtml(pages: readonly { name: string; html: string }[]): string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'khue-html-'))
  try {
    const names = new Map(pages.map(({ name }, index) => [`${index}.html`, name]))
    pages.forEach(({ html }, index) => writeFileSync(path.join(folder, `${index}.html`), html))
    const jar = path.join(tools, 'vnu-jar/build/dist/vnu.jar')
    const checked = spawnSync('java', ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', folder], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: 300_000,
    })
    if (checked.error)
      throw new Error('Không chạy được Java: hãy cài openjdk 17 trở lên (Java is needed by the checker)')
    const { messages } = JSON.parse(checked.stdout) as {
      messages: { url?: string; type: string; message: string; extract?: string }[]
    }
    return messages.map(
      ({ url = '', type, message, extract = '' }) =>
        `${names.get(path.basename(url)) ?? url}: ${type}: ${message} … ${extract.slice(0, 80).replaceAll('\n', ' ')}`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
