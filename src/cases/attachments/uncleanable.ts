import type { QuarantineReason } from './messages.ts'

/** A file cannot be made clean; the officer learns why. */
export class Uncleanable extends Error {
  readonly reason: QuarantineReason
  constructor(reason: QuarantineReason, cause?: unknown) {
    super(`the file cannot be cleaned: ${reason}`, { cause })
    this.name = 'Uncleanable'
    this.reason = reason
  }
}
