import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backupDatabase, restoreDatabase } from '../store/backup.ts'
import type { Command, OfflineCommand } from './command.ts'

export const backupCommand: Command = {
  words: ['backup'],
  usage: 'backup [FILE]                   a sound copy of the running database',
  async run(ctx, [file]) {
    const target =
      file ?? join(dirname(ctx.config.databaseFile), 'backups', `cutover-${stampOf(ctx.clock.now())}.db`)
    if (existsSync(target)) throw new Error(`${target} exists already; name another file`)
    const { pages } = await backupDatabase(ctx.db, target)
    return `${pages} pages copied to ${target} and checked`
  },
}

export const restoreCommand: OfflineCommand = {
  words: ['restore'],
  usage: 'restore FILE                    puts a backup in place of the database; stop Cutover first',
  runOffline({ databaseFile }, [file], now) {
    if (file === undefined || !existsSync(file)) {
      throw new Error(`no backup at "${file ?? ''}"; npm run admin -- restore FILE`)
    }
    const replaced = restoreDatabase(file, databaseFile, stampOf(now))
    return `${file} restored${replaced === null ? '' : `; what was there before is kept as ${replaced}`}`
  },
}

/** A moment as part of a file's name. */
function stampOf(instant: number): string {
  return new Date(instant).toISOString().replace(/[:.]/g, '-')
}
