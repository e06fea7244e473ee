import type { Day } from '../periods/day.ts'
import { dayNumberOf } from '../periods/day.ts'
import type { DailyFacts } from './daily-facts.ts'
import { secondsOver, sumOver, valueOver } from './daily-facts.ts'
import { levelOf } from './level.ts'
import { weekTableOf } from './week-table.ts'
import { usedWeekOf } from './windows.ts'

/** What some days hold, before lost ones are restored. */
export type WeekFigures = {
  n: number
  numerator: number
  /** As it is shown; null of a number. */
  value: number | null
  /** On the metric's scale; null where there is none, and of a number: that is made of what a whole week would have had. */
  level: number | null
  /** Of a duration: every one of them. */
  seconds: () => Float64Array
}

/**
 * The figures of a week: each check and sensitivity of a brand asks for the same ones again. Neither facts nor days may
 * change afterwards.
 */
export function weekFigures(facts: DailyFacts, days: readonly Day[]): WeekFigures {
  const week = usedWeekOf(days)
  if (week === null) return figuresOver(facts, days)
  const { first, counts, numerators, values, levels } = weekTableOf(facts, week.maskedDays)
  const place = dayNumberOf(week.from) - first
  if (!(place >= 0 && place < counts.length)) return figuresOver(facts, days)
  return {
    n: counts[place],
    numerator: facts.kind === 'duration' ? 0 : numerators[place],
    value: numberAt(values, place),
    level: numberAt(levels, place),
    seconds: () => secondsOver(facts, days),
  }
}

function numberAt(numbers: Float64Array, place: number): number | null {
  return Number.isFinite(numbers[place]) ? numbers[place] : null
}

/** The same of any days. */
export function figuresOver(facts: DailyFacts, days: readonly Day[]): WeekFigures {
  const { n, numerator } = sumOver(facts, days)
  const value = facts.kind === 'count' ? null : valueOver(facts, days)
  return { n, numerator, value, level: levelOf(facts.kind, value), seconds: () => secondsOver(facts, days) }
}
