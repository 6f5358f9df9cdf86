import { parseArgs } from 'node:util'
import { describe } from './machine.ts'
import { articles } from './parts/articles.ts'
import { bytes } from './parts/bytes.ts'
import { cached } from './parts/cached.ts'
import { memory } from './parts/memory.ts'
import { misses } from './parts/misses.ts'
import { notModified } from './parts/not-modified.ts'
import { publish } from './parts/publish.ts'
import { similar } from './parts/similar.ts'
import { start } from './parts/start.ts'
import { submissions } from './parts/submissions.ts'
import { tracking } from './parts/tracking.ts'
import { triage } from './parts/triage.ts'
import { isKept, type BenchOptions, type Figure, type Part, type PartResult, type Ratio } from './result.ts'

// npm run bench -- [parts…] [--json] [--runs 5] [--seconds 5] [--minutes 1] [--publications 100] [--entries 1000000] [--cases 1000000] [--answers 100000]

const parts: readonly Part[] = [
  cached, articles, notModified, misses, publish, memory, start, bytes, submissions, triage, similar, tracking,
] // prettier-ignore

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '1' },
    publications: { type: 'string', default: '100' },
    entries: { type: 'string', default: '1000000' },
    cases: { type: 'string', default: '1000000' },
    answers: { type: 'string', default: '100000' },
  },
})
const options: BenchOptions = {
  runs: Number(values.runs),
  seconds: Number(values.seconds),
  minutes: Number(values.minutes),
  publications: Number(values.publications),
  entries: Number(values.entries),
  cases: Number(values.cases),
  answers: Number(values.answers),
  say: (text) => console.error(text),
}

const unknown = positionals.filter((name) => !parts.some((part) => part.name === name))
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are:`)
  for (const { name, says } of parts) console.error(`  ${name.padEnd(14)} ${says}`)
  process.exit(1)
}

const results: PartResult[] = []
const failed: string[] = []
for (const part of parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  try {
    const result = await part.run(options)
    results.push(result)
    if (!values.json) print(result)
  } catch (error) {
    failed.push(part.name)
    console.error(`${part.name}: ${(error as Error).message}`)
  }
}
if (values.json) console.log(JSON.stringify({ ...describe(), results, failed }, undefined, 2))
else console.log(JSON.stringify(describe()))
process.exitCode = failed.length > 0 ? 1 : 0

function print({ part, figures, ratios, notes }: PartResult): void {
  console.log(`\n${part}`)
  for (const { name, unit, median, min, max, runs } of figures)
    console.log(`  ${name.padEnd(34)} ${shown(median)} ${unit} (${shown(min)}–${shown(max)}, ${runs} runs)`)
  for (const one of ratios) console.log(`  ${one.name.padEnd(34)} ${shown(one.value)} (${range(one)})${verdict(one)}`)
  for (const note of notes) console.log(`  · ${note}`)
}

function range({ min, max }: Pick<Figure, 'min' | 'max'>): string {
  return `${shown(min)}–${shown(max)}`
}

/** Three figures that count. */
function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}

function verdict(one: Ratio): string {
  if (!one.budget) return ''
  const said = 'atLeast' in one.budget ? `at least ${one.budget.atLeast}` : `at most ${one.budget.atMost}`
  return isKept(one) ? `  within budget: ${said}` : `  OVER BUDGET: ${said}`
}
