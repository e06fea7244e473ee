import type { DailySum } from '../store/daily-values.ts'
import type { ChannelDay } from './detect-cutover.ts'

/** A brand's demand per day, split by era: conversations a bot held alone are messaging too. */
export function channelDaysOf(demand: readonly DailySum[]): ChannelDay[] {
  const byDay = new Map<string, ChannelDay>()
  for (const { day, source, n } of demand) {
    const entry = byDay.get(day) ?? { day, chat: 0, messaging: 0 }
    entry[source === 'chat' ? 'chat' : 'messaging'] += n
    byDay.set(day, entry)
  }
  return [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}
