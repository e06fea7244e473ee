import { oneIn, stableHex, stableNumber } from '../stable-number.ts'
import { isoSeconds } from '../wire-time.ts'
import type { World, WorldBrand, WorldTicket } from './types.ts'

const dayMilliseconds = 86_400_000
/** The file of a day is built after midnight UTC, which takes a while. */
const builtAfterMilliseconds = 20 * 60_000
const keptDays = 30
/** These last conversations of a day are missing from its file until the day after. */
const lateRows = 2

/** The bots' conversations by `${brand} ${UTC day of their start}`. */
export type BotDays = ReadonlyMap<string, readonly WorldTicket[]>

export function botDaysOf(world: World): BotDays {
  const days = new Map<string, WorldTicket[]>()
  for (const ticket of world.tickets) {
    if (!ticket.bot) continue
    const key = `${ticket.brandId} ${isoSeconds(ticket.startedAt).slice(0, 10)}`
    const day = days.get(key)
    if (day === undefined) days.set(key, [ticket])
    else day.push(ticket)
  }
  return days
}

/** What a brand's file of a day holds at a moment: it grows once; null = there is none, not yet or no longer. */
export function exportedAt(
  days: BotDays,
  brand: WorldBrand,
  date: string,
  now: number,
): readonly WorldTicket[] | null {
  const tickets = days.get(`${brand.id} ${date}`)
  const startsAt = Date.parse(`${date}T00:00:00Z`)
  const isBuilt = now >= startsAt + dayMilliseconds + builtAfterMilliseconds
  const isKept = startsAt > now - (keptDays + 1) * dayMilliseconds
  if (tickets === undefined || !isBuilt || !isKept) return null
  const isYoung = now < startsAt + 2 * dayMilliseconds
  return isYoung && tickets.length > lateRows ? tickets.slice(0, -lateRows) : tickets
}

/** When a conversation's row was made: with the first file of its day, or when the file grew. */
export function processedAt(ticket: WorldTicket, tickets: readonly WorldTicket[], date: string): number {
  const isLate = tickets.length > lateRows && tickets.slice(-lateRows).includes(ticket)
  return Date.parse(`${date}T00:00:00Z`) + (isLate ? 2 : 1) * dayMilliseconds + builtAfterMilliseconds
}

export function botConversationId(ticket: WorldTicket): string {
  return stableHex(24, ticket.id, 'ai-agents')
}

/** Stars given to the bot; most people give none. */
export function botStars(ticket: WorldTicket): number | null {
  return oneIn(4, ticket.id, 'asked for stars') ? 1 + (stableNumber(ticket.id, 'stars') % 5) : null
}

/** Conversations the files of the last days hold at a moment, by bot. */
export function exportedByBot(world: World, now: number, lastDays = keptDays): Map<string, WorldTicket[]> {
  const days = botDaysOf(world)
  const found = new Map<string, WorldTicket[]>()
  const firstDate = isoSeconds(now - lastDays * dayMilliseconds).slice(0, 10)
  for (const brand of world.brands) {
    if (brand.botId === null) continue
    const dates = [...days.keys()]
      .filter((key) => key.startsWith(`${brand.id} `))
      .map((key) => key.split(' ')[1] ?? '')
      .filter((date) => date >= firstDate)
    found.set(
      brand.botId,
      dates.flatMap((date) => exportedAt(days, brand, date, now) ?? []),
    )
  }
  return found
}
