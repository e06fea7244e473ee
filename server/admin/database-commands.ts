import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { assertSound, backupDatabase } from '../store/backup.ts'
import { readLease } from '../store/leases.ts'
import { pendingMigrations } from '../store/migrate.ts'
import { openDatabase } from '../store/database.ts'
import type { Command } from './command.ts'

export const backupCommand: Command = {
  words: ['backup'],
  usage: 'backup [FILE]                   a sound copy of the running database',
  async run(ctx, [file]) {
    const stamp = new Date(ctx.clock.now()).toISOString().replace(/[:.]/g, '-')
    const target = file ?? join(dirname(ctx.config.databaseFile), 'backups', `cutover-${stamp}.db`)
    if (existsSync(target)) throw new Error(`${target} exists already; name another file`)
    const { pages } = await backupDatabase(ctx.db, target)
    return `${pages} pages copied to ${target} and checked`
  },
}

export const restoreCommand: Command = {
  words: ['restore'],
  usage: 'restore FILE                    puts a backup in place of the database; stop Cutover first',
  run(ctx, [file]) {
    if (file === undefined || !existsSync(file))
      throw new Error(`no backup at "${file ?? ''}"; npm run admin -- restore FILE`)
    const lease = readLease(ctx.db, 'jobs')
    if (lease && lease.expires_at > Date.now())
      throw new Error(`Cutover is running (process ${lease.pid}); stop it before a restore`)
    assertSound(file)
    const copy = openDatabase(file)
    pendingMigrations(copy)
    copy.close()
    const { databaseFile } = ctx.config
    ctx.db.close()
    copyFileSync(file, `${databaseFile}.restoring`)
    const replaced = `${databaseFile}.replaced`
    renameSync(databaseFile, replaced)
    for (const suffix of ['-wal', '-shm']) rmSync(`${databaseFile}${suffix}`, { force: true })
    renameSync(`${databaseFile}.restoring`, databaseFile)
    return `${file} restored; what was there before is kept as ${replaced}`
  },
}

export const checkCommand: Command = {
  words: ['check'],
  usage: 'check                           is the database sound, are the jobs at work',
  run(ctx) {
    const [{ quick_check: verdict }] = ctx.db.pragma('quick_check') as [{ quick_check: string }]
    if (verdict !== 'ok') throw new Error(`the database is damaged (${verdict}); restore the latest backup`)
    const broken = ctx.db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0)
      throw new Error(`${broken.length} rows point to rows that are gone; restore the latest backup`)
    const lease = readLease(ctx.db, 'jobs')
    const isHeld = lease !== null && lease.expires_at > Date.now()
    return `database sound; jobs process ${isHeld ? `at work (process ${lease.pid})` : 'not running: start it with npm start'}`
  },
}
