import { dayOf } from '../periods/zone.ts'
import type { AccountSettings } from '../settings/account-settings.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import { exportedResolutionOf } from './bot-resolution.ts'

/** What the AI agents export says of one conversation. */
export type BotConversationFacts = {
  /** 'export:<bot id>:<conversation id>' */
  id: string
  bot_id: string
  started_at: number
  ended_at: number | null
  language: string | null
  channel: string | null
  /** Raw, as are the next three. */
  status: string | null
  resolution_tier: string | null
  last_resolution: string | null
  automated_resolution: number | null
  survey_stars: number | null
  bot_messages: number | null
  customer_messages: number | null
  not_understood_messages: number | null
  updated_at: number
  /** The UTC day of the file the row stands in. */
  file_day: string
}

/** What follows from the facts and the settings. */
export type BotConversationDerivation = {
  brand_id: number | null
  /** Brand-local; of a bot that belongs to no brand: the account's. */
  day: string
  resolved: 0 | 1 | null
  escalated: 0 | 1 | null
}

export type BotConversationRow = BotConversationFacts & BotConversationDerivation

/** Settings in the form in which rows of the export are derived from them. */
export type BotKnowledge = {
  settings: AccountSettings
  brandOfBot: ReadonlyMap<string, number>
}

export function createBotKnowledge(settings: AccountSettings): BotKnowledge {
  return {
    settings,
    brandOfBot: new Map(settings.brands.flatMap(({ id, bots }) => bots.map((bot) => [bot, id] as const))),
  }
}

/** Which brand a bot's conversation belongs to, on which of its days, and what the bot made of it. */
export function deriveBotConversation(
  facts: Pick<
    BotConversationFacts,
    'bot_id' | 'started_at' | 'status' | 'resolution_tier' | 'last_resolution' | 'automated_resolution'
  >,
  { settings, brandOfBot }: BotKnowledge,
): BotConversationDerivation {
  const brandId = brandOfBot.get(facts.bot_id) ?? null
  const zone = brandId === null ? settings.zone : brandSettingsOf(settings, brandId).zone
  return {
    brand_id: brandId,
    day: dayOf(facts.started_at, zone),
    ...exportedResolutionOf(facts, settings.readings),
  }
}

/** A short text that differs whenever stored rows of the export have to be derived anew. */
export function botFingerprintOf({ settings: { zone, brands, readings } }: BotKnowledge): string {
  const mapped = brands.filter(({ bots }) => bots.length > 0).map(({ id, zone, bots }) => [id, zone, bots])
  return JSON.stringify([zone, mapped, readings.botResolved, readings.botEscalated])
}
