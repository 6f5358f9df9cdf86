/** One line of a comparison: the same in both, different, or in one only. */
export interface ComparedRow {
  mine: string | undefined
  theirs: string | undefined
}

/**
 * Lays two lists of paragraphs side by side: what both have stands in one row, what differs between stands opposite the
 * paragraph most like it. `wordsOf` tells the words of a paragraph where it is not words itself.
 */
export function compareParagraphs(
  mine: readonly string[],
  theirs: readonly string[],
  wordsOf: (text: string) => string = (text) => text,
): ComparedRow[] {
  const rows: ComparedRow[] = []
  let left = 0
  let right = 0
  for (const [atMine, atTheirs] of [...longestCommon(mine, theirs), [mine.length, theirs.length] as const]) {
    rows.push(...opposite(mine.slice(left, atMine), theirs.slice(right, atTheirs), wordsOf))
    if (atMine < mine.length) rows.push({ mine: mine[atMine], theirs: theirs[atTheirs] })
    left = atMine + 1
    right = atTheirs + 1
  }
  return rows
}

/** Share of words two paragraphs have in common: 0 none, 1 all. */
export function likeness(a: string, b: string): number {
  const left = new Set(wordsIn(a))
  const right = new Set(wordsIn(b))
  if (left.size === 0 || right.size === 0) return 0
  let common = 0
  for (const word of left) if (right.has(word)) common++
  return common / Math.max(left.size, right.size)
}

/** Below this share two paragraphs are different ones, not two forms of one. */
export const alike = 0.3

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Paragraphs between two that are the same: like stands opposite like, the rest by place. */
function opposite(
  mine: readonly string[],
  theirs: readonly string[],
  wordsOf: (text: string) => string,
): ComparedRow[] {
  const rows: ComparedRow[] = []
  let left = 0
  let right = 0
  for (const [atMine, atTheirs] of [
    ...mostAlike(mine.map(wordsOf), theirs.map(wordsOf)),
    [mine.length, theirs.length] as const,
  ]) {
    for (let step = 0; step < Math.max(atMine - left, atTheirs - right); step++) {
      rows.push({
        mine: left + step < atMine ? mine[left + step] : undefined,
        theirs: right + step < atTheirs ? theirs[right + step] : undefined,
      })
    }
    if (atMine < mine.length) rows.push({ mine: mine[atMine], theirs: theirs[atTheirs] })
    left = atMine + 1
    right = atTheirs + 1
  }
  return rows
}

/** Pairs of places, in order, whose paragraphs together are most alike. Beyond 4,000 pairs to try nothing is paired. */
function mostAlike(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  if (a.length * b.length > 4000) return []
  const like = a.map((one) => b.map((other) => likeness(one, other)))
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const paired = like[i]![j]! >= alike ? like[i]![j]! + best[i + 1]![j + 1]! : 0
      best[i]![j] = Math.max(paired, best[i + 1]![j]!, best[i]![j + 1]!)
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (like[i]![j]! >= alike && best[i]![j] === like[i]![j]! + best[i + 1]![j + 1]!) pairs.push([i++, j++])
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++
    else j++
  }
  return pairs
}

/** Pairs of places where both lists have the same paragraph, in order. Texts beyond 2,000 paragraphs are compared by place. */
function longestCommon(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  if (a.length > 2000 || b.length > 2000) return a.flatMap((text, at) => (text === b[at] ? [[at, at] as const] : []))
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return pairs
}
