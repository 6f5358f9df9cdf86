/** One page of a list walked by key: the rows, and the cursor of the next page where there is one. */
export interface Page<Row> {
  rows: Row[]
  next?: string
}

/** Cuts a result of `size + 1` rows into a page; `keyOf` names the last row shown. */
export function pageOf<Row>(found: Row[], size: number, keyOf: (row: Row) => string): Page<Row> {
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return found.length > size && last ? { rows, next: keyOf(last) } : { rows }
}
