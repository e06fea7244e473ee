import type { Day, Period } from '../../server/periods/day.ts'
import { addDays } from '../../server/periods/day.ts'
import { dayOf, startOfDay } from '../../server/periods/zone.ts'
import type { HistoryProgress } from '../../server/store/checkpoints.ts'

/**
 * A day is compared only once it ended this long before the moment the streams are complete to: Zendesk's search is
 * minutes behind, and conversations of the evening still change.
 */
const SETTLED_AFTER_MS = 6 * 3_600_000

/**
 * The local days that are here completely and have settled, half-open; null while there are none, or where the
 * account has no such source.
 * @param streams all must be read that far
 */
export function settledDays(
  history: readonly HistoryProgress[],
  streams: readonly string[],
  zone: string,
): Period | null {
  const read = streams.map((name) => history.find(({ stream }) => stream === name))
  let from = -Infinity
  let to = Infinity
  for (const stream of read) {
    if (!stream || stream.isAbsent || stream.completeTo === null) return null
    if (stream.coveredFrom === null) return null
    from = Math.max(from, stream.coveredFrom)
    to = Math.min(to, stream.completeTo - SETTLED_AFTER_MS)
  }
  const first = firstWholeDay(from, zone)
  const end = dayOf(to, zone)
  return first < end ? { from: first, to: end } : null
}

/** The days both periods hold; null where there are none. */
export function overlapOf(one: Period, other: Period): Period | null {
  const from = one.from > other.from ? one.from : other.from
  const to = one.to < other.to ? one.to : other.to
  return from < to ? { from, to } : null
}

function firstWholeDay(instant: number, zone: string): Day {
  const day = dayOf(instant, zone)
  return startOfDay(day, zone) >= instant ? day : addDays(day, 1)
}
