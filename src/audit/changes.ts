/** One value of an event, before and after, under its path: content.title. */
export interface Change {
  path: string
  before: string | undefined
  after: string | undefined
  changed: boolean
}

/** Lays two recorded values side by side, leaf by leaf, in the order they occur. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const left = leaves(before)
  const right = leaves(after)
  return [...new Set([...left.keys(), ...right.keys()])].map((path) => {
    const [was, is] = [left.get(path), right.get(path)]
    return { path, before: was, after: is, changed: was !== is }
  })
}

function leaves(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (value === undefined || (value === null && path === '')) return found
  if (value === null || typeof value !== 'object') return found.set(path, value === null ? '' : String(value))
  const entries = Object.entries(value)
  if (entries.length === 0) return path === '' ? found : found.set(path, '')
  for (const [key, inner] of entries) leaves(inner, path === '' ? key : `${path}.${key}`, found)
  return found
}
