import { exactLine } from './exact-text.ts'

/** What reading one text uses up and leaves out. */
export interface Reading {
  dropped: Set<string>
  /** Nodes and characters that may still come. */
  nodes: number
  letters: number
}

const namesKept = 50

/** Names what was left out, once; a hostile text cannot make the list long. */
export function nameDrop(reading: Reading, name: string): void {
  if (reading.dropped.size < namesKept) reading.dropped.add(name)
}

/** Names something by the word it came with. */
export const nameUnknown = (reading: Reading, what: string, type: unknown): void =>
  nameDrop(reading, `${what} “${exactLine(typeof type === 'string' ? type : '?', 40) || '?'}”`)

/** Takes from the budget; false, and the cut is named, when it is used up. */
export function spend(reading: Reading, what: 'nodes' | 'letters', amount: number): boolean {
  if (reading[what] < amount) {
    nameDrop(reading, 'phần vượt quá độ dài cho phép')
    return false
  }
  reading[what] -= amount
  return true
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
