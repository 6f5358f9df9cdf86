/** One line of a comparison: the same in both, different, or in one only. */
export interface ComparedRow {
  mine: string | undefined
  theirs: string | undefined
}

/** Lays two lists of paragraphs side by side: what both have stands in one row, what differs between stands opposite. */
export function compareParagraphs(mine: readonly string[], theirs: readonly string[]): ComparedRow[] {
  const same = longestCommon(mine, theirs)
  const rows: ComparedRow[] = []
  let left = 0
  let right = 0
  for (const [atMine, atTheirs] of [...same, [mine.length, theirs.length] as const]) {
    const count = Math.max(atMine - left, atTheirs - right)
    for (let step = 0; step < count; step++) {
      rows.push({ mine: left + step < atMine ? mine[left + step] : undefined, theirs: right + step < atTheirs ? theirs[right + step] : undefined })
    }
    if (atMine < mine.length) rows.push({ mine: mine[atMine], theirs: theirs[atTheirs] })
    left = atMine + 1
    right = atTheirs + 1
  }
  return rows
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
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return pairs
}
