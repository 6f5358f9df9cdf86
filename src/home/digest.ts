import { createHash } from 'node:crypto'
import type { Block } from './block.ts'

/** A short digest of a block, by which a form tells which state of it it was opened on. */
export const digestOf = (block: Block): string =>
  createHash('sha256').update(JSON.stringify(block)).digest('hex').slice(0, 16)
