import { createHash } from 'node:crypto'
import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import { createAccountKnowledge } from '../metrics/account-knowledge.ts'
import { derivationVersion } from '../metrics/derive-conversation.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { readAccountFact, readAccountSettings } from './settings.ts'

/** Settings and account facts in the form in which conversations are derived from them. */
export function readAccountKnowledge(db: Database): AccountKnowledge {
  const rows = statement<{ id: number; bot_since: number }>(
    db,
    'select id, bot_since from brand where bot_since is not null',
  ).all()
  const defaultBrand = readAccountFact(db, 'default_brand_id')
  return createAccountKnowledge(
    readAccountSettings(db),
    defaultBrand === null ? null : Number(defaultBrand),
    new Map(rows.map(({ id, bot_since }) => [id, bot_since])),
  )
}

/**
 * A short text that differs whenever stored conversations have to be derived anew. Bots are left out: their rows
 * are derived anew in the transaction that finds them.
 */
export function fingerprintOf({ settings, defaultBrandId }: AccountKnowledge): string {
  const { zone, brandOrder, topics, brands } = settings
  const readings = brands.map(
    ({ id, zone, openingHours, closedDays, holidayCalendar, departments, hosts, botSince }) => [
      id,
      zone,
      openingHours,
      closedDays,
      holidayCalendar,
      departments,
      hosts,
      botSince,
    ],
  )
  const text = JSON.stringify([derivationVersion, defaultBrandId, zone, brandOrder, topics, readings])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
