import type { Context } from '../context.ts'
import { readLease } from '../store/leases.ts'
import { readPermissionChecks } from '../store/permission-checks.ts'
import { lockedSecrets, secretSources } from '../store/secrets.ts'
import { connectionSentence } from '../text/connection.ts'
import type { Command } from './command.ts'

export const checkCommand: Command = {
  words: ['check'],
  usage: 'check                           database, jobs, secrets, and what Zendesk lets us read',
  run(ctx) {
    const [{ quick_check: verdict }] = ctx.db.pragma('quick_check') as [{ quick_check: string }]
    if (verdict !== 'ok') throw new Error(`the database is damaged (${verdict}); restore the latest backup`)
    const broken = ctx.db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0)
      throw new Error(`${broken.length} rows point to rows that are gone; restore the latest backup`)
    const lease = readLease(ctx.db, 'jobs')
    const isHeld = lease !== null && lease.expires_at > Date.now()
    const jobs = isHeld ? `at work (process ${lease.pid})` : 'not running: start it with npm start'
    return [
      `database sound; jobs process ${jobs}`,
      ...describeSecrets(ctx),
      ...describePermissions(ctx),
    ].join('\n')
  },
}

/** Which secrets are there and where they come from; never what they are. */
function describeSecrets({ db, config }: Context): string[] {
  const lines = Object.entries(secretSources(db, config)).map(
    ([name, source]) => `  ${name.padEnd(28)}${source}`,
  )
  const locked = lockedSecrets(db, config.appSecret)
  const warning =
    locked.length === 0
      ? []
      : [`  ${locked.join(', ')}: stored under another APP_SECRET; start with that one, or run rotate-secret`]
  return ['secrets:', ...lines, ...warning]
}

/** What the jobs process found when it last asked: this command never talks to Zendesk. */
function describePermissions({ db }: Context): string[] {
  const checks = readPermissionChecks(db)
  if (checks.length === 0) return ['connection: not checked yet; npm run job -- check-connection']
  const [{ checked_at }] = checks
  const lines = checks.map(({ subject, state, code, detail }) => {
    const said = detail === null ? '' : ` (Zendesk says: ${detail})`
    return `  ${subject.padEnd(24)}${state.replace('_', ' ').padEnd(16)}${connectionSentence(code, 'en')}${said}`
  })
  return [`connection, as checked at ${new Date(checked_at).toISOString()}:`, ...lines]
}
