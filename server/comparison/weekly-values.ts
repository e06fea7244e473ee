import type { Day } from '../periods/day.ts'
import type { DailyFacts } from './daily-facts.ts'
import { secondsOver, sumOver, valueOver } from './daily-facts.ts'
import type { WeekdayPattern } from './weekday-pattern.ts'
import { lostLevel, lostShare, weekdayPattern } from './weekday-pattern.ts'
import type { Bin } from './windows.ts'
import { daysOf } from './windows.ts'

/** One week, or two or four taken together where single weeks hold too little. */
export type WeeklyValue = {
  /** Number of the week on a common axis; weeks that were left out leave gaps. */
  position: number
  from: Day
  to: Day
  days: readonly Day[]
  n: number
  numerator: number
  seconds: readonly number[]
  /** The number a count would have had without lost days; otherwise `n`. */
  restoredTotal: number
  /** On the metric's scale, as if no day had been lost. */
  level: number
}

/** The values of both windows, of weeks that have one: `width` weeks to a value, in the order of the bins. */
export function weeklyValues(
  facts: DailyFacts,
  before: readonly Bin[],
  after: readonly Bin[],
  width: number,
): { before: WeeklyValue[]; after: WeeklyValue[] } {
  const pattern = weekdayPattern(
    facts,
    before.flatMap(({ days }) => days),
  )
  const side = (bins: readonly Bin[]) =>
    groupsOf(bins, width).map((group) => weeklyValue(facts, group, width, pattern))
  return { before: side(before), after: side(after) }
}

function weeklyValue(
  facts: DailyFacts,
  bins: readonly Bin[],
  width: number,
  pattern: WeekdayPattern,
): WeeklyValue {
  const days = bins.flatMap((bin) => bin.days)
  const wanted = bins.flatMap(daysOf)
  const { n, numerator } = sumOver(facts, days)
  const hasLostDays = days.length < wanted.length
  const restoredTotal = facts.kind === 'count' && hasLostDays ? n * lostShare(pattern, days, wanted) : n
  return {
    position: Math.round(bins[0].index / width),
    from: bins[0].from,
    to: bins[bins.length - 1].to,
    days,
    n,
    numerator,
    seconds: secondsOver(facts, days),
    restoredTotal,
    level: levelOf(),
  }

  function levelOf(): number {
    if (facts.kind === 'count') return Math.log(restoredTotal + 0.5)
    const value = valueOver(facts, days)
    if (value === null) throw new Error('weeklyValues requires weeks that hold data')
    const level = facts.kind === 'duration' ? Math.log(value) : value
    return hasLostDays ? level + lostLevel(pattern, days, wanted) : level
  }
}

function groupsOf(bins: readonly Bin[], width: number): Bin[][] {
  return Array.from({ length: Math.floor(bins.length / width) }, (_, i) =>
    bins.slice(i * width, (i + 1) * width),
  )
}
