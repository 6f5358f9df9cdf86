import pg from 'pg'

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
])
/** Ended by an administrator, shutting down or starting up, too many connections, not there (yet); class 08: connection exceptions. */
const serverCodes = /^(?:08...|57P0[1-5]|53300|3D000)$/
/** Said at the door, under a code that statements have too. */
const notAccepting = /not currently accepting connections/
/** What pg and its pool say without a code. */
const words =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout|Cannot use a pool after)/

/** Whether an error says that the database could not be reached, rather than that a statement failed. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnreachable)
  if (!(error instanceof Error)) return false
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (error instanceof pg.DatabaseError) return serverCodes.test(code) || notAccepting.test(error.message)
  return (
    networkCodes.has(code) || words.test(error.message) || (error.cause !== undefined && isUnreachable(error.cause))
  )
}
