import type { Day } from '../../server/periods/day.ts'
import { addDays } from '../../server/periods/day.ts'
import { dayOf, startOfDay } from '../../server/periods/zone.ts'
import type { ZendeskReadings } from '../../server/settings/zendesk-readings.ts'
import type { BotExportDay } from '../../server/store/bot-export-days.ts'

export type BotDay = { bot_id: string; day: Day }

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A file that may grow is looked at this often. */
const READ_AGAIN_MS = 4 * HOUR_MS
/** One that was not there yet may be built at any moment. */
const ASK_AGAIN_MS = HOUR_MS

/**
 * The bots' UTC days whose files are to be read now, newest first: those never read, those that may still grow and
 * were not read lately, and each once more after it stopped growing. A file exists from the midnight after its day.
 */
export function dueBotDays(
  bots: readonly string[],
  known: readonly BotExportDay[],
  { botExportKeptDays, botExportGrowingDays }: ZendeskReadings,
  now: number,
): BotDay[] {
  const seen = new Map(known.map((day) => [keyOf(day), day]))
  const today = dayOf(now, 'UTC')
  const due: BotDay[] = []
  for (let age = 1; age <= botExportKeptDays; age++) {
    const day = addDays(today, -age)
    const settlesAt = startOfDay(day, 'UTC') + (1 + botExportGrowingDays) * DAY_MS
    for (const bot_id of bots) {
      const stored = seen.get(keyOf({ bot_id, day }))
      if (!stored || isDue(stored, settlesAt, now)) due.push({ bot_id, day })
    }
  }
  return due
}

function isDue({ read_at, outcome }: BotExportDay, settlesAt: number, now: number): boolean {
  if (read_at >= settlesAt) return false
  return now >= settlesAt || now - read_at >= (outcome === 'read' ? READ_AGAIN_MS : ASK_AGAIN_MS)
}

function keyOf({ bot_id, day }: BotDay): string {
  return `${day} ${bot_id}`
}
