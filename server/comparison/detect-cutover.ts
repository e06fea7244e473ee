import type { Day } from '../periods/day.ts'

/** Conversations of one brand-local day, by the channel they came through. */
export type ChannelDay = { day: Day; chat: number; messaging: number }

const EVIDENCE_DAYS = 7

/**
 * The first day on which messaging overtakes live chat and stays ahead, or null. Days without conversations and
 * closed days are not counted. Single days may swing back, a week may not; pilot traffic never overtakes. A brand
 * that never had live chat did not move.
 * @param days ascending
 * @example detectCutover(days, new Set(['2026-09-25'])) // '2026-03-02'
 */
export function detectCutover(days: readonly ChannelDay[], closedDays: ReadonlySet<Day>): Day | null {
  const counted = days.filter(({ day, chat, messaging }) => chat + messaging > 0 && !closedDays.has(day))
  let found: Day | null = null
  // Backwards from the end: as long as every week from a day on is led by messaging, the move is that day or earlier.
  for (let i = counted.length - EVIDENCE_DAYS; i >= 0; i--) {
    const week = counted.slice(i, i + EVIDENCE_DAYS)
    if (lead(week) <= 0) return found
    if (lead([counted[i]]) > 0 && counted.length - i > EVIDENCE_DAYS) found = counted[i].day
  }
  return counted.some((day) => found !== null && day.day < found && lead([day]) < 0) ? found : null
}

function lead(days: readonly ChannelDay[]): number {
  return days.reduce((sum, { chat, messaging }) => sum + messaging - chat, 0)
}
