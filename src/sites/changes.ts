/** The keys whose values differ, before and after, as the audit log shows them; undefined when nothing changes. */
export function changesOf<T extends object>(
  before: T,
  after: Partial<T>,
): { before: Partial<T>; after: Partial<T> } | undefined {
  const changed = (Object.keys(after) as (keyof T)[]).filter(
    (key) => after[key] !== undefined && before[key] !== after[key],
  )
  if (changed.length === 0) return undefined
  const pick = (from: Partial<T>): Partial<T> =>
    Object.fromEntries(changed.map((key) => [key, from[key]])) as Partial<T>
  return { before: pick(before), after: pick(after) }
}
