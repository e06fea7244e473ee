import type { Day } from '../periods/day.ts'
import type { DailyFacts } from './daily-facts.ts'
import { once } from './once.ts'
import type { PatternSource } from './weekday-pattern.ts'
import { lostLevel, lostShare, weekdayPattern } from './weekday-pattern.ts'
import { figuresOver, weekFigures } from './week-figures.ts'
import type { Bin } from './windows.ts'
import { daysOfWeek } from './windows.ts'

/** One week, or two or four taken together where single weeks hold too little. */
export type WeeklyValue = {
  /** Number of the week on a common axis; weeks that were left out leave gaps. */
  position: number
  from: Day
  to: Day
  days: readonly Day[]
  n: number
  numerator: number
  /** Of a duration: every one of them. */
  seconds: () => Float64Array
  /** The number a count would have had without lost days; otherwise `n`. */
  restoredTotal: number
  /** On the metric's scale, as if no day had been lost. */
  level: number
}

const DAYS_OF_WEEK = 7

/** The values of both windows, of weeks that have one: `width` weeks to a value, in the order of the bins. */
export function weeklyValues(
  facts: DailyFacts,
  before: readonly Bin[],
  after: readonly Bin[],
  width: number,
): { before: WeeklyValue[]; after: WeeklyValue[] } {
  const pattern = once(() =>
    weekdayPattern(
      facts,
      before.flatMap(({ days }) => days),
    ),
  )
  const side = (bins: readonly Bin[]) =>
    groupsOf(bins, width).flatMap((group) => weeklyValue(facts, group, pattern) ?? [])
  return { before: side(before), after: side(after) }
}

/**
 * The value of some weeks taken together, which must hold data; null where it has none on the metric's scale: a median
 * among durations that have not ended, the logarithm of a ratio of nothing.
 */
export function weeklyValue(
  facts: DailyFacts,
  bins: readonly Bin[],
  pattern: PatternSource,
): WeeklyValue | null {
  const [first] = bins
  const days = bins.length === 1 ? first.days : bins.flatMap((bin) => bin.days)
  const hasLostDays = days.length < bins.length * DAYS_OF_WEEK
  const wanted = hasLostDays ? bins.flatMap(({ from }) => daysOfWeek(from)) : days
  const {
    n,
    numerator,
    seconds,
    level: known,
  } = bins.length === 1 ? weekFigures(facts, days) : figuresOver(facts, days)
  const restoredTotal = facts.kind === 'count' && hasLostDays ? n * lostShare(pattern, days, wanted) : n
  const level = facts.kind === 'count' ? Math.log(restoredTotal + 0.5) : known
  if (level === null) return null
  const isRestored = hasLostDays && facts.kind !== 'count'
  return {
    position: Math.round(first.index / bins.length),
    from: first.from,
    to: bins[bins.length - 1].to,
    days,
    n,
    numerator,
    seconds,
    restoredTotal,
    level: isRestored ? level + lostLevel(pattern, days, wanted) : level,
  }
}

function groupsOf(bins: readonly Bin[], width: number): Bin[][] {
  return Array.from({ length: Math.floor(bins.length / width) }, (_, i) =>
    bins.slice(i * width, (i + 1) * width),
  )
}
