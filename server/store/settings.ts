import { z } from 'zod'
import type { AccountSettings, SettingsDocument } from '../settings/account-settings.ts'
import { accountSettingsSchema, documentOf } from '../settings/account-settings.ts'
import { defaultAccountSettings } from '../settings/default-settings.ts'
import { assumedHoursOf } from '../settings/schedule-hours.ts'
import { InvalidRequestError } from '../platform/problem.ts'
import { decryptSecret, encryptSecret } from '../platform/secrets.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { readSchedules } from './schedules.ts'

/** One raw setting, or null. */
export function readSetting(db: Database, key: string): string | null {
  return (
    statement<{ value: string }>(db, 'select value from setting where key = :key').get({ key })?.value ?? null
  )
}

export function writeSetting(db: Database, key: string, value: string, now: number): void {
  statement(
    db,
    `insert into setting (key, value, updated_at) values (:key, :value, :now)
     on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`,
  ).run({ key, value, now })
}

/** The settings; what nobody set yet is assumed from the account's zone and its first schedule. */
export function readAccountSettings(db: Database): AccountSettings {
  const document = readSettingsDocument(db)
  const assumedHours = assumedHoursOf(readSchedules(db), document.zone)
  return assumedHours ? { ...document, assumedHours } : document
}

function readSettingsDocument(db: Database): SettingsDocument {
  const stored = readSetting(db, 'account')
  if (stored !== null) return accountSettingsSchema.parse(JSON.parse(stored))
  return defaultAccountSettings(readAccountFact(db, 'zone') ?? 'UTC')
}

/** Stores the settings without what is only assumed. @throws InvalidRequestError naming every bad place; nothing is stored then */
export function writeAccountSettings(db: Database, settings: AccountSettings, now: number): void {
  const parsed = accountSettingsSchema.safeParse(documentOf(settings))
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => ({
      field: path.join('.') || 'settings',
      message,
    }))
    throw new InvalidRequestError(
      fields.map(({ field, message }) => `${field} ${message}`).join('\n'),
      fields,
    )
  }
  writeSetting(db, 'account', JSON.stringify(parsed.data), now)
}

/** A fact Zendesk told about the account: `zone`, `default_brand_id`, … */
export function readAccountFact(db: Database, key: string): string | null {
  return (
    statement<{ value: string }>(db, 'select value from account where key = :key').get({ key })?.value ?? null
  )
}

/** Name of the secret that requesters are hashed with; losing it makes everybody a stranger. */
export const requesterHashKey = 'requester_hash_key'

/** A secret made once and kept encrypted; the same one is given back ever after. */
export function keepSecret(
  db: Database,
  key: string,
  appSecret: string,
  make: () => string,
  now: number,
): string {
  const stored = readSetting(db, key)
  if (stored !== null) return decryptSecret(z.string().parse(JSON.parse(stored)), appSecret, key)
  const secret = make()
  writeSetting(db, key, JSON.stringify(encryptSecret(secret, appSecret, key)), now)
  return secret
}
