/** An expected refusal: the act and every reason for it, as sentences for people. Domain errors never know HTTP; the shells translate them. */
export class Refused extends Error {
  readonly act: string
  readonly reasons: readonly string[]
  /** Stable codes of the reasons, in the same order. */
  readonly codes: readonly string[]
  constructor(act: string, reasons: readonly { code: string; message: { vi: string } }[]) {
    super(`${act} refused: ${reasons.map((reason) => reason.code).join(', ')}`)
    this.act = act
    this.reasons = reasons.map((reason) => reason.message.vi)
    this.codes = reasons.map((reason) => reason.code)
  }
}

/** The person may not do this at all. */
export class Forbidden extends Error {}

/** What the address names does not exist, or must not be seen to exist. */
export class NotFound extends Error {}

/** Someone else changed it meanwhile; nothing was overwritten. */
export class Stale extends Error {}
