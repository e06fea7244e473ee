import { dirname, join } from 'node:path'
import type { Context } from '../server/context.ts'
import { backupDatabase, keepNewestBackups } from '../server/store/backup.ts'

const KEPT = 7

/** A sound copy of the database beside it, in `backups/`; the newest seven are kept. */
export async function backup(ctx: Context): Promise<{ file: string; pages: number; removed: number }> {
  const directory = join(dirname(ctx.config.databaseFile), 'backups')
  const stamp = new Date(ctx.clock.now()).toISOString().replace(/[:.]/g, '-')
  const copy = await backupDatabase(ctx.db, join(directory, `cutover-${stamp}.db`))
  return { ...copy, removed: keepNewestBackups(directory, KEPT).length }
}
