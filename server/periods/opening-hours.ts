import type { Day } from './day.ts'
import { addDays, weekdayOf } from './day.ts'
import { dayOf, instantOf } from './zone.ts'

/** Minutes after local midnight, half-open; index 0 = Monday. A closed day has no spans. */
export type OpeningHours = {
  zone: string
  week: readonly (readonly (readonly [number, number])[])[]
  holidays: ReadonlySet<Day>
}

const MINUTE_MS = 60_000
/** Nobody needs to know more than this: longer waits are all "unserved". */
const MAXIMUM_DAYS = 14

/**
 * Opening-hours minutes that lie between two instants (epoch ms); counting stops after two weeks.
 * @example openMinutesBetween(mondayNineOClock, mondayTenOClock, hours) // 60 when open at nine
 */
export function openMinutesBetween(from: number, to: number, hours: OpeningHours): number {
  if (to <= from) return 0
  let minutes = 0
  let day = dayOf(from, hours.zone)
  const lastDay = dayOf(to, hours.zone)
  for (let i = 0; ; i++, day = addDays(day, 1)) {
    for (const span of spansOf(day, hours)) {
      const opens = Math.max(from, span.opens)
      const closes = Math.min(to, span.closes)
      if (closes > opens) minutes += (closes - opens) / MINUTE_MS
    }
    if (i === MAXIMUM_DAYS || day >= lastDay) return minutes
  }
}

/**
 * Whether the brand is open at an instant (epoch ms).
 * @example isOpenAt(mondayNineOClock, hours) // true when open at nine
 */
export function isOpenAt(instant: number, hours: OpeningHours): boolean {
  return spansOf(dayOf(instant, hours.zone), hours).some(
    ({ opens, closes }) => instant >= opens && instant < closes,
  )
}

/** Instants, epoch ms, half-open. */
type Span = { opens: number; closes: number }

/** Conversations by the thousand share a day; what was found lives as long as the hours themselves. */
const found = new WeakMap<OpeningHours, Map<Day, readonly Span[]>>()

function spansOf(day: Day, hours: OpeningHours): readonly Span[] {
  let days = found.get(hours)
  if (!days) found.set(hours, (days = new Map()))
  let spans = days.get(day)
  if (!spans) days.set(day, (spans = measureSpans(day, hours)))
  return spans
}

function measureSpans(day: Day, { holidays, week, zone }: OpeningHours): Span[] {
  if (holidays.has(day)) return []
  return week[weekdayOf(day) - 1].map(([start, end]) => ({
    opens: instantOf(day, start * MINUTE_MS, zone),
    closes: instantOf(day, end * MINUTE_MS, zone),
  }))
}
