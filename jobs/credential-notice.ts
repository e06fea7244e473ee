import type { Context } from '../server/context.ts'
import { lockedSecrets, withStoredSecrets } from '../server/store/secrets.ts'
import type { ConnectionCode } from '../server/text/connection.ts'
import { connectionSentence } from '../server/text/connection.ts'
import { apiTokenEnded } from './zendesk/api-token.ts'

/** Says in the log, when the jobs process starts, what is wrong or about to be wrong with the way in to Zendesk. */
export function noteCredential(ctx: Context): void {
  const { db, config, clock, logger } = ctx
  const locked = lockedSecrets(db, config.appSecret)
  if (locked.length > 0) {
    logger.error(
      { locked },
      'stored secrets do not open with this APP_SECRET: start with the one they were stored under, or run npm run admin -- rotate-secret',
    )
    return
  }
  const { credential } = withStoredSecrets(db, config).zendesk
  const tell = (level: 'warn' | 'error', code: ConnectionCode) =>
    logger[level]({ code }, connectionSentence(code, 'en'))
  const secret = credential.kind === 'oauth' ? credential.clientSecret : credential.apiToken
  if (secret === null) tell('error', 'credential_missing')
  else if (credential.kind === 'token') {
    if (apiTokenEnded(clock.now())) tell('error', 'api_token_ended')
    else tell('warn', 'api_token_ends')
  }
}
