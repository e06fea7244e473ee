import type { BotGap } from '../../contract-bot.ts'
import { dayOf } from '../../periods/zone.ts'
import { readBotExportDays, readBotExportGap } from '../../store/bot-export-days.ts'
import type { BotFunnelFound } from '../../store/bot-funnel.ts'
import { readFirstAiAgentTicket } from '../../store/brand-bots.ts'
import { readFirstBotDay } from '../../store/daily-values.ts'
import type { Database } from '../../store/database.ts'

type OfBrand = Pick<BotFunnelFound, 'daysLeftOut' | 'isSampled'> & {
  /** Whether the settings name a bot of the brand. */
  isNamed: boolean
  zone: string
}

/** What is missing of the records of a brand's bot. */
export function brandGaps(
  db: Database,
  brand: { id: number; name: string },
  { daysLeftOut, isSampled, isNamed, zone }: OfBrand,
): BotGap[] {
  const firstBot = readFirstBotDay(db, brand.id, '')
  const firstTicket = readFirstAiAgentTicket(db)
  const firstRecorded = firstTicket === null ? null : dayOf(firstTicket, zone)
  const isUnrecorded = firstBot !== null && (firstRecorded === null || firstBot < firstRecorded)
  const isExportRead = readBotExportDays(db).some(({ outcome }) => outcome === 'read')
  return [
    ...(isUnrecorded
      ? [{ code: 'bot_only_not_recorded', brand, from: firstBot, to: firstRecorded } as const]
      : []),
    ...(daysLeftOut > 0 ? [{ code: 'involvement_unknown', brand, days: daysLeftOut } as const] : []),
    ...(isSampled ? [{ code: 'sampled', brand } as const] : []),
    ...(isExportRead && !isNamed ? [{ code: 'no_bot_named', brand } as const] : []),
  ]
}

/** What is missing for every brand alike. */
export function accountGaps(db: Database): BotGap[] {
  const missing = readBotExportGap(db)
  return missing === null ? [] : [{ code: 'export_not_read', missing }]
}
