import { pino, type Logger } from 'pino'

export type { Logger }

/** One structured logger for a process; personal data never goes into it. */
export const createLogger = (level: string): Logger =>
  pino(
    { level, redact: ['password', 'token', '*.password', '*.token', 'email', '*.email'] },
    pino.destination({ dest: 2, sync: true }),
  )
