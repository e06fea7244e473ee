import { pino } from 'pino'
import type { Logger } from 'pino'

export type { Logger }

/** Every logger of both processes; credentials are blanked wherever they might be put. */
export function createLogger(level: string, name: string): Logger {
  return pino({
    name,
    level,
    redact: {
      paths: [
        'authorization',
        '*.authorization',
        'headers.authorization',
        'password',
        '*.password',
        'token',
        '*.token',
        'cookie',
        '*.cookie',
      ],
      censor: '[hidden]',
    },
  })
}
