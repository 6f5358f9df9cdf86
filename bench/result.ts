/** What several runs of the same measurement gave. */
export interface Figure {
  name: string
  unit: string
  median: number
  min: number
  max: number
  runs: number
}

/** How one figure stands to another of the same run of the benchmark; machines differ, ratios much less. */
export interface Ratio {
  name: string
  value: number
  min: number
  max: number
  /** From the design; undefined where none is promised. */
  budget?: { atLeast: number } | { atMost: number }
}

export interface PartResult {
  part: string
  figures: Figure[]
  ratios: Ratio[]
  /** What a reader of the figures must know. */
  notes: string[]
}

export interface BenchOptions {
  /** How often each measurement is made. */
  runs: number
  /** Seconds of load of each run. */
  seconds: number
  /** Minutes of load before memory is looked at again. */
  minutes: number
  /** Entries of the large archive. */
  entries: number
  /** Publications that are timed. */
  publications: number
  /** Cases, and published answers, of the large network. */
  cases: number
  answers: number
  /** Says what is going on; never to standard output. */
  say(text: string): void
}

/** One part of the benchmark: a file that exports it, a line in bench/run.ts. */
export interface Part {
  name: string
  /** One line for the list of parts. */
  says: string
  run(options: BenchOptions): Promise<PartResult>
}

/** Median and range of what was measured. */
export function figure(name: string, unit: string, measured: readonly number[]): Figure {
  const sorted = measured.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return { name, unit, median, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0, runs: sorted.length }
}

/** Ratio of two rows of runs made in turn: each run against its neighbour, so that what slows the machine slows both. */
export function ratio(
  name: string,
  ours: readonly number[],
  reference: readonly number[],
  budget?: Ratio['budget'],
): Ratio {
  const { median, min, max } = figure(
    name,
    '',
    ours.map((value, index) => value / (reference[index] ?? Number.NaN)),
  )
  return { name, value: median, min, max, budget }
}

/** The value below which this share (0 to 1) of the measured lies. */
export function percentile(measured: readonly number[], share: number): number {
  const sorted = measured.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const isKept = ({ value, budget }: Ratio): boolean | undefined =>
  budget && ('atLeast' in budget ? value >= budget.atLeast : value <= budget.atMost)
