import { z } from 'zod'
import type { Config } from '../platform/config.ts'
import { decryptSecret, encryptSecret } from '../platform/secrets.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { readSetting, requesterHashKey, writeSetting } from './settings.ts'

/** Secrets that may be stored instead of standing in the environment, by the names they have there. */
export const secretNames = [
  'ZENDESK_CLIENT_SECRET',
  'ZENDESK_API_TOKEN',
  'ZENDESK_CHAT_TOKEN',
  'ZENDESK_CHAT_CLIENT_SECRET',
  'AI_AGENTS_API_KEY',
] as const

export type SecretName = (typeof secretNames)[number]
export type SecretSource = 'environment' | 'environment, over a stored one' | 'stored' | 'not set'

type SecretRow = { name: string; sealed: string }

/** Seals and stores secrets; what was stored under their names is replaced. */
export function storeSecrets(
  db: Database,
  secrets: ReadonlyMap<SecretName, string>,
  { appSecret, now }: { appSecret: string; now: number },
): void {
  inTransaction(db, () => {
    for (const [name, plain] of secrets) {
      writeSealed(db, name, encryptSecret(plain, appSecret, name), now)
    }
  })
}

/** True when there was one to forget. */
export function forgetSecret(db: Database, name: SecretName): boolean {
  return statement(db, 'delete from secret where name = :name').run({ name }).changes > 0
}

/**
 * The configuration with stored secrets where the environment holds none. Only those that are needed are opened.
 * @throws with what to do when one does not open with this APP_SECRET
 */
export function withStoredSecrets(db: Database, config: Config): Config {
  const { zendesk, aiAgents, appSecret } = config
  const { credential, chatClient } = zendesk
  const stored = (name: SecretName) => readSecret(db, name, appSecret)
  return {
    ...config,
    zendesk: {
      ...zendesk,
      credential:
        credential.kind === 'oauth'
          ? { ...credential, clientSecret: credential.clientSecret ?? stored('ZENDESK_CLIENT_SECRET') }
          : { ...credential, apiToken: credential.apiToken ?? stored('ZENDESK_API_TOKEN') },
      // A client named in the environment stands above a token that is only stored.
      chatToken: zendesk.chatToken ?? (chatClient ? null : stored('ZENDESK_CHAT_TOKEN')),
      chatClient: chatClient && {
        ...chatClient,
        clientSecret: chatClient.clientSecret ?? stored('ZENDESK_CHAT_CLIENT_SECRET'),
      },
    },
    aiAgents: { ...aiAgents, apiKey: aiAgents.apiKey ?? stored('AI_AGENTS_API_KEY') },
  }
}

/** Where each secret comes from; never what it is. */
export function secretSources(
  db: Database,
  { zendesk: { credential, chatToken, chatClient }, aiAgents }: Config,
): Record<SecretName, SecretSource> {
  const inEnvironment: Record<SecretName, boolean> = {
    ZENDESK_CLIENT_SECRET: credential.kind === 'oauth' && credential.clientSecret !== null,
    ZENDESK_API_TOKEN: credential.kind === 'token' && credential.apiToken !== null,
    ZENDESK_CHAT_TOKEN: chatToken !== null,
    ZENDESK_CHAT_CLIENT_SECRET: (chatClient?.clientSecret ?? null) !== null,
    AI_AGENTS_API_KEY: aiAgents.apiKey !== null,
  }
  const stored = new Set(readSealed(db).map(({ name }) => name))
  const sourceOf = (name: SecretName): SecretSource => {
    if (inEnvironment[name]) return stored.has(name) ? 'environment, over a stored one' : 'environment'
    return stored.has(name) ? 'stored' : 'not set'
  }
  return {
    ZENDESK_CLIENT_SECRET: sourceOf('ZENDESK_CLIENT_SECRET'),
    ZENDESK_API_TOKEN: sourceOf('ZENDESK_API_TOKEN'),
    ZENDESK_CHAT_TOKEN: sourceOf('ZENDESK_CHAT_TOKEN'),
    ZENDESK_CHAT_CLIENT_SECRET: sourceOf('ZENDESK_CHAT_CLIENT_SECRET'),
    AI_AGENTS_API_KEY: sourceOf('AI_AGENTS_API_KEY'),
  }
}

/** Names of stored secrets that do not open with this APP_SECRET, the key of requesters' hashes among them. */
export function lockedSecrets(db: Database, appSecret: string): string[] {
  return sealedValues(db)
    .filter(({ name, sealed }) => !opens(sealed, appSecret, name))
    .map(({ name }) => name)
}

/**
 * Opens everything that is stored with the secret of before and seals it with the present one; what opens with the
 * present one already is left. Returns how many were sealed anew.
 * @throws naming the first that opens with neither; nothing is changed then
 */
export function resealSecrets(
  db: Database,
  { before, appSecret, now }: { before: string; appSecret: string; now: number },
): number {
  return inTransaction(db, () => {
    const locked = sealedValues(db).filter(({ name, sealed }) => !opens(sealed, appSecret, name))
    for (const { name, sealed } of locked) {
      const resealed = encryptSecret(decryptSecret(sealed, before, name), appSecret, name)
      if (name === requesterHashKey) writeSetting(db, name, JSON.stringify(resealed), now)
      else writeSealed(db, name, resealed, now)
    }
    return locked.length
  })
}

function readSecret(db: Database, name: SecretName, appSecret: string): string | null {
  const row = statement<SecretRow>(db, 'select name, sealed from secret where name = :name').get({ name })
  return row ? decryptSecret(row.sealed, appSecret, name) : null
}

function readSealed(db: Database): SecretRow[] {
  return statement<SecretRow>(db, 'select name, sealed from secret order by name').all()
}

/** Stored secrets, and the key of requesters' hashes, which stands among the settings. */
function sealedValues(db: Database): SecretRow[] {
  const hashKey = readSetting(db, requesterHashKey)
  if (hashKey === null) return readSealed(db)
  return [...readSealed(db), { name: requesterHashKey, sealed: z.string().parse(JSON.parse(hashKey)) }]
}

function opens(sealed: string, appSecret: string, name: string): boolean {
  try {
    decryptSecret(sealed, appSecret, name)
    return true
  } catch {
    return false
  }
}

function writeSealed(db: Database, name: string, sealed: string, now: number): void {
  statement(
    db,
    `insert into secret (name, sealed, updated_at) values (:name, :sealed, :now)
     on conflict (name) do update set sealed = excluded.sealed, updated_at = excluded.updated_at`,
  ).run({ name, sealed, now })
}
