import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { UpstreamError } from '../../server/platform/problem.ts'
import type { ZendeskReadings } from '../../server/settings/zendesk-readings.ts'
import { storeBotConversations } from '../../server/store/bot-conversations.ts'
import type { BotExportGap } from '../../server/store/bot-export-days.ts'
import { readBotExportDays, saveBotExportDay, writeBotExportGap } from '../../server/store/bot-export-days.ts'
import { clearAbsent, markAbsent } from '../../server/store/checkpoints.ts'
import { takeFromQuarantine } from '../../server/store/quarantine.ts'
import { readAccountSettings } from '../../server/store/settings.ts'
import type { BotDay } from './bot-export-plan.ts'
import { dueBotDays } from './bot-export-plan.ts'
import type { BotDayRead } from './read-bot-day.ts'
import { nameOfBotDay, readBotDay } from './read-bot-day.ts'
import type { Page, Stream, SyncContext } from './stream.ts'

const NAME = 'bot-conversations'
/** Days in a row that could not be read: then it is not the day, and nothing more is asked for. */
const MOST_MISSES = 3

const TO_BE_READ_AGAIN = 0

/** Where the walk stands. It lives as long as the run: what was read is kept by day, beside the rows. */
const cursorSchema = z.object({
  bot_id: z.string(),
  day: z.string(),
  /** Days that could not be read, of all and in a row. */
  left: z.number(),
  misses: z.number(),
  hasAnswer: z.boolean(),
})
type Cursor = z.infer<typeof cursorSchema>

/**
 * What bots did, as AI agents – Advanced exports it: a file per bot and UTC day, newest first, read again while it may
 * grow. Each page is one bot's day, kept together with the record that it was read.
 */
export const botConversations: Stream = {
  name: NAME,
  scope: '',
  lane: 'ai-agents',
  walk: 'present',
  absentOn: [404],
  exclusionMs: 0,
  async readPage(sync, { cursor }) {
    const { db, clock } = sync
    const { brands, readings } = readAccountSettings(db)
    const bots = brands.flatMap((brand) => brand.bots)
    if (!sync.aiAgents.hasKey) return nothingToAsk(sync, 'key')
    if (bots.length === 0) return nothingToAsk(sync, 'bots')
    const before = cursor === null ? null : cursorSchema.parse(JSON.parse(cursor))
    const now = clock.now()
    const due = dueBotDays(bots, readBotExportDays(db), readings, now)
    const [botDay, ...rest] = before ? due.filter((one) => isBehind(one, before, bots)) : due
    if (botDay === undefined) return lastPage(before, () => noteConfigured(sync))
    const read = await readUnlessMissed(sync, botDay, readings, before, rest.length === 0)
    const reached = reachedBy(botDay, read, before)
    return {
      rows: read.outcome === 'read' ? read.records : 0,
      quarantined: read.quarantined,
      cursor: JSON.stringify(reached),
      isLast: rest.length === 0,
      ...(reached.left > 0 && { left: reached.left }),
      reachedAt: null,
      write() {
        noteConfigured(sync)
        if (read.outcome === 'missed') return 0
        takeFromQuarantine(db, NAME, nameOfBotDay(botDay))
        const conversations = read.outcome === 'read' ? read.conversations : []
        // Whoever changed the keys of the survey meanwhile wants this file read with them.
        const isCurrent = isDeepStrictEqual(readAccountSettings(db).readings, readings)
        const readAt = isCurrent ? now : TO_BE_READ_AGAIN
        saveBotExportDay(db, {
          ...botDay,
          read_at: readAt,
          outcome: read.outcome,
          rows: conversations.length,
        })
        return storeBotConversations(db, conversations)
      },
    }
  },
}

/** One day that cannot be read does not hold up the others; several in a row, or nothing but misses, is a failure. */
async function readUnlessMissed(
  sync: SyncContext,
  botDay: BotDay,
  readings: ZendeskReadings,
  before: Cursor | null,
  isLast: boolean,
): Promise<BotDayRead> {
  try {
    return await readBotDay(sync.aiAgents, botDay, readings)
  } catch (error) {
    const isOfTheDay = error instanceof UpstreamError && (error.status === null || error.status === 400)
    const misses = (before?.misses ?? 0) + 1
    if (!isOfTheDay || misses >= MOST_MISSES || (isLast && before?.hasAnswer !== true)) throw error
    sync.logger.warn({ ...botDay, err: error }, 'a day of the export could not be read')
    return { outcome: 'missed', quarantined: [] }
  }
}

function reachedBy(botDay: BotDay, { outcome }: BotDayRead, before: Cursor | null): Cursor {
  const isMissed = outcome === 'missed'
  return {
    ...botDay,
    left: (before?.left ?? 0) + (isMissed ? 1 : 0),
    misses: isMissed ? (before?.misses ?? 0) + 1 : 0,
    hasAnswer: before?.hasAnswer === true || !isMissed,
  }
}

/** Whether a bot's day comes after the cursor's: older days later, within a day in the order of the settings. */
function isBehind({ bot_id, day }: BotDay, cursor: Cursor, bots: readonly string[]): boolean {
  if (day !== cursor.day) return day < cursor.day
  return bots.indexOf(bot_id) > bots.indexOf(cursor.bot_id)
}

/** Without a key or a bot there is no such source: nothing waits for it, and the gap is remembered for people to see. */
function nothingToAsk({ db }: SyncContext, gap: BotExportGap): Page {
  return lastPage(null, () => {
    markAbsent(db, NAME)
    writeBotExportGap(db, gap)
  })
}

function noteConfigured({ db }: SyncContext): void {
  clearAbsent(db, NAME)
  writeBotExportGap(db, null)
}

function lastPage(before: Cursor | null, note: () => void): Page {
  return {
    rows: 0,
    quarantined: [],
    cursor: null,
    isLast: true,
    ...(before !== null && before.left > 0 && { left: before.left }),
    reachedAt: null,
    write() {
      note()
      return 0
    },
  }
}
