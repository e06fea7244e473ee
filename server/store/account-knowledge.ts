import { createHash } from 'node:crypto'
import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import { createAccountKnowledge } from '../metrics/account-knowledge.ts'
import { derivationVersion } from '../metrics/derive-conversation.ts'
import { readAbsentStreams } from './checkpoints.ts'
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
    readAbsentStreams(db).has('chats'),
  )
}

/**
 * A short text that differs whenever stored conversations have to be derived anew. Bots are left out: their rows
 * are derived anew in the transaction that finds them. So are tickets that stand in for live chats: they have a note of
 * their own.
 */
export function fingerprintOf({ settings, defaultBrandId }: AccountKnowledge): string {
  const { zone, messagingChannels, brandOrder, topics, readings, brands, assumedHours } = settings
  const ofBrands = brands.map(
    ({ id, zone, openingHours, closedDays, holidayCalendar, departments, hosts, chatTags, botSince }) => [
      id,
      zone,
      openingHours,
      closedDays,
      holidayCalendar,
      departments,
      hosts,
      chatTags,
      botSince,
    ],
  )
  const { chatRatingGood, chatRatingBad, chatTranscriptTickets, botResolved, botEscalated } = readings
  const text = JSON.stringify([
    derivationVersion,
    defaultBrandId,
    zone,
    [...messagingChannels].sort(),
    brandOrder,
    topics,
    ofBrands,
    [chatRatingGood, chatRatingBad, chatTranscriptTickets, botResolved, botEscalated],
    assumedHours ?? null,
  ])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
