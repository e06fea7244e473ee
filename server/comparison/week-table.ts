import type { Day } from '../periods/day.ts'
import type { DailyFacts, Sum } from './daily-facts.ts'
import { quantileOver, valueOfSum } from './daily-facts.ts'
import type { DayTable } from './day-table.ts'
import { addDay, dayTableOf, identityOf } from './day-table.ts'
import { levelOf } from './level.ts'
import { isMasked, maskedTableOf } from './masked-table.ts'

/** What the weeks of a brand hold before lost days are restored, by the number of their first day. */
export type WeekTable = {
  /** Conversations of the week's used days. */
  countAt(start: number): number
  /** On the metric's scale; NaN without one, and of a number. */
  levelAt(start: number): number
}

const DAYS_OF_WEEK = 7
const weekdays = [0, 1, 2, 3, 4, 5, 6]
const tables = new WeakMap<ReadonlySet<Day>, WeakMap<object, Map<number, WeekTable>>>()

/** Worked out week by week, when somebody asks; neither facts nor masked days may change afterwards. */
export function weekTableOf(facts: DailyFacts, maskedDays: ReadonlySet<Day>): WeekTable {
  const { source, quantile } = identityOf(facts)
  let ofFacts = tables.get(maskedDays)
  if (!ofFacts) tables.set(maskedDays, (ofFacts = new WeakMap()))
  let byQuantile = ofFacts.get(source)
  if (!byQuantile) ofFacts.set(source, (byQuantile = new Map()))
  let table = byQuantile.get(quantile)
  if (!table) byQuantile.set(quantile, (table = createTable(facts, maskedDays)))
  return table
}

function createTable(facts: DailyFacts, maskedDays: ReadonlySet<Day>): WeekTable {
  const days = dayTableOf(facts)
  const masked = maskedTableOf(maskedDays)
  const first = days.first - DAYS_OF_WEEK + 1
  const size = days.n.length + DAYS_OF_WEEK - 1
  const isKnown = new Uint8Array(size)
  const counts = new Float64Array(size)
  const levels = new Float64Array(size)

  function placeOf(start: number): number {
    const place = start - first
    if (!(place >= 0 && place < size)) return -1
    if (isKnown[place] === 0) {
      const used = weekdays.map((_, i) => start + i).filter((day) => !isMasked(masked, day))
      const sum = { n: 0, numerator: 0, denominator: 0 }
      for (const day of used) addDay(days, day, sum)
      counts[place] = sum.n
      levels[place] = levelOfWeek(facts, days, used, sum) ?? NaN
      isKnown[place] = 1
    }
    return place
  }

  return {
    countAt(start) {
      const place = placeOf(start)
      return place < 0 ? 0 : counts[place]
    },
    levelAt(start) {
      const place = placeOf(start)
      return place < 0 ? NaN : levels[place]
    },
  }
}

function levelOfWeek(
  facts: DailyFacts,
  { first, seconds }: DayTable,
  used: readonly number[],
  sum: Required<Sum>,
): number | null {
  if (facts.kind === 'count') return null
  if (facts.kind !== 'duration') return levelOf(facts.kind, valueOfSum(facts.kind, sum))
  const ofDays = used.map((day) => seconds[day - first])
  return levelOf(facts.kind, quantileOver(ofDays, facts.quantile))
}
