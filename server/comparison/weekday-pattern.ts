import type { Day } from '../periods/day.ts'
import { weekdayOf } from '../periods/day.ts'
import type { DailyFacts } from './daily-facts.ts'
import { sumOver, valueOfSum } from './daily-facts.ts'
import type { DayTable } from './day-table.ts'
import { dayNumbersOf, dayTableOf } from './day-table.ts'
import { levelOf, levelOver } from './level.ts'

/** What each weekday was like before the move; index 0 = Monday. */
export type WeekdayPattern = readonly OneWeekday[]
type OneWeekday = { readonly conversationsPerDay: number; readonly level: number | null }

/** A pattern, or how to find it out: that takes as long as all weeks' values, and only restores lost days. */
export type PatternSource = WeekdayPattern | (() => WeekdayPattern)

const weekdays = [0, 1, 2, 3, 4, 5, 6]
/** 1970-01-01 was a Thursday. */
const WEEKDAYS_BEFORE = 3

/** Levels are on the metric's own scale: logarithms for durations. */
export function weekdayPattern(facts: DailyFacts, daysBefore: readonly Day[]): WeekdayPattern {
  return patternOfWeeks(facts, [daysBefore])
}

/** The same of lists of days that stay the same: those of weeks in which many brands are compared. */
export function patternOfWeeks(facts: DailyFacts, weeks: readonly (readonly Day[])[]): WeekdayPattern {
  return facts.kind === 'duration'
    ? patternOfDurations(facts, weeks)
    : patternOfSums(facts.kind, dayTableOf(facts.sums), weeks)
}

/** Finds a pattern out once, when it is first needed. */
export function onceNeeded(find: () => WeekdayPattern): () => WeekdayPattern {
  let found: WeekdayPattern | null = null
  return () => (found ??= find())
}

function patternOfDurations(
  facts: Extract<DailyFacts, { kind: 'duration' }>,
  weeks: readonly (readonly Day[])[],
): WeekdayPattern {
  const byWeekday: Day[][] = weekdays.map(() => [])
  for (const days of weeks) {
    const numbers = dayNumbersOf(days)
    for (let i = 0; i < days.length; i++) byWeekday[weekdayOfNumber(numbers[i])].push(days[i])
  }
  return byWeekday.map((days) => ({
    conversationsPerDay: perDay(sumOver(facts, days).n, days.length),
    level: levelOver(facts, days),
  }))
}

function patternOfSums(
  kind: Exclude<DailyFacts['kind'], 'duration'>,
  { first, ...table }: DayTable,
  weeks: readonly (readonly Day[])[],
): WeekdayPattern {
  const sums = weekdays.map(() => ({ days: 0, n: 0, numerator: 0, denominator: 0 }))
  for (const days of weeks) {
    for (const number of dayNumbersOf(days)) {
      const sum = sums[weekdayOfNumber(number)]
      sum.days++
      const place = number - first
      if (!(place >= 0 && place < table.n.length)) continue
      sum.n += table.n[place]
      sum.numerator += table.numerator[place]
      sum.denominator += table.denominator[place]
    }
  }
  return sums.map(({ days, ...sum }) => ({
    conversationsPerDay: perDay(sum.n, days),
    level: levelOf(kind, valueOfSum(kind, sum)),
  }))
}

/** 0 = Monday, of days since 1970. */
function weekdayOfNumber(number: number): number {
  return (((number + WEEKDAYS_BEFORE) % 7) + 7) % 7
}

function perDay(n: number, days: number): number {
  return days === 0 ? 0 : n / days
}

/** How much larger a number would have been had no day been lost, going by the weekdays before the move. */
export function lostShare(source: PatternSource, kept: readonly Day[], wanted: readonly Day[]): number {
  const pattern = patternOf(source)
  const expected = (days: readonly Day[]) =>
    days.reduce((sum, day) => sum + pattern[weekdayOf(day) - 1].conversationsPerDay, 0)
  const keptExpected = expected(kept)
  return keptExpected > 0 ? expected(wanted) / keptExpected : wanted.length / kept.length
}

/** How much a level would have moved had no day been lost, going by the weekdays before the move. */
export function lostLevel(source: PatternSource, kept: readonly Day[], wanted: readonly Day[]): number {
  const pattern = patternOf(source)
  const wantedMean = meanLevel(pattern, wanted)
  const keptMean = meanLevel(pattern, kept)
  return wantedMean === null || keptMean === null ? 0 : wantedMean - keptMean
}

function patternOf(source: PatternSource): WeekdayPattern {
  return typeof source === 'function' ? source() : source
}

function meanLevel(pattern: WeekdayPattern, days: readonly Day[]): number | null {
  let sum = 0
  let weight = 0
  for (const day of days) {
    const { conversationsPerDay, level } = pattern[weekdayOf(day) - 1]
    if (level === null) continue
    sum += conversationsPerDay * level
    weight += conversationsPerDay
  }
  return weight > 0 ? sum / weight : null
}
