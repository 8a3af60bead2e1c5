import { pino, type Logger } from 'pino'
import type { LogLevel } from './config.ts'

export type Log = Logger

// Cookies and tokens open doors; a log is copied to where no door should be opened from.
const secrets = ['cookie', 'set-cookie', 'authorization', 'token', 'password', 'seatToken', 'secret']
const paths = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`])

/** JSON lines on standard error: standard output belongs to the addresses that a person reads at the start. */
export function createLog(level: LogLevel, name: string): Log {
  return pino(
    { level, name, redact: { paths, censor: '[hidden]' }, timestamp: pino.stdTimeFunctions.isoTime },
    // Synchronous: the last lines before a crash are the ones that somebody will want to read.
    pino.destination({ dest: 2, sync: true }),
  )
}
