import { pino, type Logger } from 'pino'

export type { Logger }

/** One structured logger for a process; personal data never goes into it. */
export const createLogger = (level: string): Logger =>
  pino(
    // The detail of an error of the database may be a whole row that was refused, with what a reader typed.
    { level, redact: ['password', 'token', '*.password', '*.token', 'email', '*.email', '*.detail'] },
    pino.destination({ dest: 2, sync: true }),
  )
