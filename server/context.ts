import { randomBytes } from 'node:crypto'
import type { Clock } from './platform/clock.ts'
import { frozenClock, shiftedClock, systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Logger } from './platform/logger.ts'
import { createLogger } from './platform/logger.ts'
import type { Mailer } from './platform/mailer.ts'
import { createMailer } from './platform/mailer.ts'
import type { Thread } from './platform/thread.ts'
import type { Database } from './store/database.ts'
import { openDatabase } from './store/database.ts'
import { backupBeforeMigrating } from './store/backup.ts'
import { migrate, pendingMigrations } from './store/migrate.ts'

/** Every long-lived thing the program needs: built once by a root, then passed. */
export type Context = {
  db: Database
  config: Config
  clock: Clock
  mailer: Mailer
  logger: Logger
  random: { token(bytes: number): string }
  /** Works out people's questions away from the event loop; null where they may be worked out on it. */
  questions: Thread | null
}

export function createContext(config: Config, name: string, overrides: Partial<Context> = {}): Context {
  const db = overrides.db ?? openDatabase(config.databaseFile)
  const clock = overrides.clock ?? clockOf(config)
  if (pendingMigrations(db).length > 0) {
    backupBeforeMigrating(db, clock.now())
    migrate(db)
  }
  return {
    db,
    config,
    clock,
    mailer: overrides.mailer ?? createMailer(config.mail),
    logger: overrides.logger ?? createLogger(config.logLevel, name),
    random: overrides.random ?? { token: (bytes) => randomBytes(bytes).toString('base64url') },
    questions: overrides.questions ?? null,
  }
}

function clockOf(config: Config): Clock {
  if (!config.clock) return systemClock
  return config.clock.frozen ? frozenClock(config.clock.now) : shiftedClock(config.clock.now)
}
