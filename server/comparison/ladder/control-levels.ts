import type { Day, Period } from '../../periods/day.ts'
import type { DailyFacts } from '../daily-facts.ts'
import { dayNumberOf } from '../day-table.ts'
import type { MaskedTable } from '../masked-table.ts'
import { isMasked, maskedTableOf } from '../masked-table.ts'
import { weekTableOf } from '../week-table.ts'
import type { WeekdayPattern } from '../weekday-pattern.ts'
import { levelLost, shareLost, weekdayCounter, weekdayPlaceOf } from '../weekday-pattern.ts'
import { leastDays } from '../windows.ts'
import type { WeekAxis } from './week-axis.ts'

/** The weeks of a brand, counted from the cutover of the one it is compared with. */
export type ControlWeeks = { cutover: Day; usable: Period; maskedDays: ReadonlySet<Day> }
export type ControlLevels = {
  /** On the metric's scale, by step of the axis; null where the week has no value. */
  levels: (number | null)[]
  /** Conversations at each step, a number's as if no day had been lost; null where there is no level. */
  totals: (number | null)[]
}

const WEEK = 7
const allWeekdays = [0, 1, 2, 3, 4, 5, 6]

/**
 * What `alignedValues` says of single weeks, as numbers alone: every brand that moved asks them of every brand that had
 * not, for every metric.
 */
export function controlLevels(facts: DailyFacts, brand: ControlWeeks, axis: WeekAxis): ControlLevels {
  const zero = dayNumberOf(brand.cutover)
  const from = dayNumberOf(brand.usable.from)
  const to = dayNumberOf(brand.usable.to)
  const masked = maskedTableOf(brand.maskedDays)
  const table = weekTableOf(facts, brand.maskedDays)
  let pattern: WeekdayPattern | null = null
  const levels: (number | null)[] = []
  const totals: (number | null)[] = []
  for (const { weeks } of axis.steps) {
    const start = zero + weeks[0] * WEEK
    const known = isUsable(start) ? valueAt(start) : null
    levels.push(known && known.level)
    totals.push(known && known.total)
  }
  return { levels, totals }

  function isUsable(start: number): boolean {
    return start >= from && start + WEEK <= to && WEEK - maskedOf(masked, start) >= leastDays
  }

  function valueAt(start: number): { level: number; total: number } | null {
    const isWhole = maskedOf(masked, start) === 0
    const n = table.countAt(start)
    if (facts.kind === 'count') {
      const total = isWhole
        ? n
        : n * shareLost(patternBefore(), keptWeekdays(masked, start), weekdaysFrom(start))
      return { level: Math.log(total + 0.5), total }
    }
    const level = table.levelAt(start)
    if (Number.isNaN(level)) return null
    if (isWhole) return { level, total: n }
    const lost = levelLost(patternBefore(), keptWeekdays(masked, start), weekdaysFrom(start))
    return { level: level + lost, total: n }
  }

  function patternBefore(): WeekdayPattern {
    if (pattern !== null) return pattern
    const counter = weekdayCounter(facts)
    for (const { side, weeks } of axis.steps) {
      const start = zero + weeks[0] * WEEK
      if (side !== 'before' || !isUsable(start)) continue
      for (let day = start; day < start + WEEK; day++) if (!isMasked(masked, day)) counter.add(day)
    }
    return (pattern = counter.pattern())
  }
}

function maskedOf(masked: MaskedTable, start: number): number {
  let days = 0
  for (let day = start; day < start + WEEK; day++) if (isMasked(masked, day)) days++
  return days
}

/** In the order of the days. */
function keptWeekdays(masked: MaskedTable, start: number): number[] {
  return weekdaysFrom(start).filter((_, i) => !isMasked(masked, start + i))
}

function weekdaysFrom(start: number): number[] {
  return allWeekdays.map((_, i) => weekdayPlaceOf(start + i))
}
