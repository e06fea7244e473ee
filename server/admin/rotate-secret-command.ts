import { recordAudit } from '../store/audit.ts'
import { readLease } from '../store/leases.ts'
import { lockedSecrets, resealSecrets } from '../store/secrets.ts'
import type { Command } from './command.ts'
import type { SecretInput } from './secret-input.ts'

/** After APP_SECRET was changed: opens what is stored with the one of before and seals it with the present one. */
export function rotateSecretCommand(input: () => SecretInput): Command {
  return {
    words: ['rotate-secret'],
    usage: 'rotate-secret                   after a new APP_SECRET: asks for the old one and re-encrypts',
    async run(ctx, args) {
      if (args.length > 0) {
        throw new Error(
          'the old APP_SECRET is not taken from the command line: start rotate-secret without it and type it in, or pipe it in',
        )
      }
      const lease = readLease(ctx.db, 'jobs')
      if (lease !== null && lease.expires_at > Date.now()) {
        throw new Error('the jobs process is at work with the secret it was started with: stop Cutover first')
      }
      const { appSecret } = ctx.config
      if (lockedSecrets(ctx.db, appSecret).length === 0) {
        return 'everything stored opens with this APP_SECRET; nothing was changed'
      }
      const from = input()
      const before = (from.canAsk ? await from.ask('the old APP_SECRET') : await from.readAll()).trim()
      const now = ctx.clock.now()
      const count = resealWith(before)
      recordAudit(ctx.db, { at: now, actor: 'command line', action: 'secret.rotated', detail: String(count) })
      return `${count} stored ${count === 1 ? 'secret' : 'secrets'} re-encrypted under the present APP_SECRET; the old one is no longer needed, except for older backups`

      function resealWith(old: string): number {
        try {
          return resealSecrets(ctx.db, { before: old, appSecret, now })
        } catch (error) {
          const locked = lockedSecrets(ctx.db, appSecret).join(', ')
          throw new Error(
            `that is not the APP_SECRET under which ${locked} were stored; nothing was changed. Secrets of the connection can be stored anew with connect`,
            { cause: error },
          )
        }
      }
    },
  }
}
