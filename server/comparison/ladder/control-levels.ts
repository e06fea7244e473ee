import type { Day, Period } from '../../periods/day.ts'
import type { DailyFacts } from '../daily-facts.ts'
import { dayNumberOf } from '../day-table.ts'
import type { MaskedTable } from '../masked-table.ts'
import { isMasked, maskedInWeek, maskedTableOf } from '../masked-table.ts'
import { weekTableOf } from '../week-table.ts'
import type { WeekdayPattern } from '../weekday-pattern.ts'
import { weekdayCounter, weekdayPlaceOf } from '../weekday-pattern.ts'
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
  const isCount = facts.kind === 'count'
  let pattern: WeekdayPattern | null = null
  const levels: (number | null)[] = []
  const totals: (number | null)[] = []
  for (const { weeks } of axis.steps) {
    const start = zero + weeks[0] * WEEK
    const lost = maskedInWeek(masked, start)
    const level = isUsable(start, lost) ? levelAt(start, lost) : NaN
    levels.push(Number.isNaN(level) ? null : level)
    totals.push(Number.isNaN(level) ? null : totalAt(start, lost))
  }
  return { levels, totals }

  function isUsable(start: number, lost: number): boolean {
    return start >= from && start + WEEK <= to && WEEK - lost >= leastDays
  }

  function levelAt(start: number, lost: number): number {
    if (isCount) return Math.log(totalAt(start, lost) + 0.5)
    const level = table.levelAt(start)
    if (Number.isNaN(level) || lost === 0) return level
    return level + levelLostAt((pattern ??= patternBefore()), masked, start)
  }

  function totalAt(start: number, lost: number): number {
    const n = table.countAt(start)
    return isCount && lost > 0 ? n * shareLostAt((pattern ??= patternBefore()), masked, start) : n
  }

  /** The weeks after differ from question to question; those before the move are asked for by each of its checks. */
  function patternBefore(): WeekdayPattern {
    const starts = axis.steps.flatMap(({ side, weeks }) => {
      const start = zero + weeks[0] * WEEK
      return side === 'before' && isUsable(start, maskedInWeek(masked, start)) ? start : []
    })
    const key = `${starts[0]} ${starts.at(-1)} ${starts.length}`
    let found = table.patterns.get(key)
    if (!found) {
      const counter = weekdayCounter(facts)
      for (const start of starts)
        for (let day = start; day < start + WEEK; day++) if (!isMasked(masked, day)) counter.add(day)
      table.patterns.set(key, (found = counter.pattern()))
    }
    return found
  }
}

/** `shareLost` of a week that begins on a day. */
function shareLostAt(pattern: WeekdayPattern, masked: MaskedTable, start: number): number {
  let kept = 0
  let wanted = 0
  let keptDays = 0
  for (let day = start; day < start + WEEK; day++) {
    const { conversationsPerDay } = pattern[weekdayPlaceOf(day)]
    wanted += conversationsPerDay
    if (isMasked(masked, day)) continue
    kept += conversationsPerDay
    keptDays++
  }
  return kept > 0 ? wanted / kept : WEEK / keptDays
}

/** `levelLost` of a week that begins on a day. */
function levelLostAt(pattern: WeekdayPattern, masked: MaskedTable, start: number): number {
  let kept = 0
  let keptWeight = 0
  let wanted = 0
  let wantedWeight = 0
  for (let day = start; day < start + WEEK; day++) {
    const { conversationsPerDay, level } = pattern[weekdayPlaceOf(day)]
    if (level === null) continue
    wanted += conversationsPerDay * level
    wantedWeight += conversationsPerDay
    if (isMasked(masked, day)) continue
    kept += conversationsPerDay * level
    keptWeight += conversationsPerDay
  }
  return wantedWeight > 0 && keptWeight > 0 ? wanted / wantedWeight - kept / keptWeight : 0
}
