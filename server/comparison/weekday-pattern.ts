import type { Day } from '../periods/day.ts'
import { weekdayOf } from '../periods/day.ts'
import type { DailyFacts, Sum } from './daily-facts.ts'
import { valueOfSum } from './daily-facts.ts'
import { dayTableOf } from './day-table.ts'
import { levelOf } from './level.ts'
import { numbersOf } from './windows.ts'

/** What each weekday was like before the move; index 0 = Monday. */
export type WeekdayPattern = readonly OneWeekday[]
type OneWeekday = { readonly conversationsPerDay: number; readonly level: number | null }

/** A pattern, or how to find it out: that takes as long as all weeks' values, and only restores lost days. */
export type PatternSource = WeekdayPattern | (() => WeekdayPattern)

const DAYS_OF_WEEK = 7
const weekdays = [0, 1, 2, 3, 4, 5, 6]
/** 1970-01-01 was a Thursday. */
const WEEKDAYS_BEFORE = 3

/** Levels are on the metric's own scale: logarithms for durations. */
export function weekdayPattern(facts: DailyFacts, daysBefore: readonly Day[]): WeekdayPattern {
  return patternOfWeeks(facts, [daysBefore])
}

/** The same of lists of days that stay the same: those of weeks. */
export function patternOfWeeks(facts: DailyFacts, weeks: readonly (readonly Day[])[]): WeekdayPattern {
  const counter = weekdayCounter(facts)
  for (const days of weeks) for (const number of numbersOf(days)) counter.add(number)
  return counter.pattern()
}

/**
 * Makes a pattern of days by their number (see `dayNumberOf`). A weekday's level of durations is the mean of its days'
 * own levels, each counting by its conversations.
 */
function weekdayCounter(facts: DailyFacts): {
  add(dayNumber: number): void
  pattern(): WeekdayPattern
} {
  const { first, n, numerator, denominator } = dayTableOf(facts)
  // Every brand that moved makes one of every brand it is compared with: lists of numbers, not seven objects.
  const sums = new Float64Array(4 * DAYS_OF_WEEK)
  const perDayOf = (weekday: number) => (sums[weekday] === 0 ? 0 : sums[weekday + 7] / sums[weekday])
  const levelAt = (weekday: number) =>
    levelOfWeekday(facts.kind, {
      n: sums[weekday + 7],
      numerator: sums[weekday + 14],
      denominator: sums[weekday + 21],
    })
  return {
    add(dayNumber) {
      const weekday = weekdayPlaceOf(dayNumber)
      sums[weekday] += 1
      const place = dayNumber - first
      if (!(place >= 0 && place < n.length)) return
      sums[weekday + 7] += n[place]
      sums[weekday + 14] += numerator[place]
      sums[weekday + 21] += denominator[place]
    },
    pattern: () =>
      weekdays.map((weekday) => ({ conversationsPerDay: perDayOf(weekday), level: levelAt(weekday) })),
  }
}

/** The level of all days of a weekday together; null without one. */
export function levelOfWeekday(kind: DailyFacts['kind'], sum: Required<Sum>): number | null {
  if (kind === 'duration') return sum.denominator === 0 ? null : sum.numerator / sum.denominator
  return levelOf(kind, valueOfSum(kind, sum))
}

/** 0 = Monday, of days since 1970. */
function weekdayPlaceOf(dayNumber: number): number {
  return (((dayNumber + WEEKDAYS_BEFORE) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK
}

/** How much larger a number would have been had no day been lost, going by the weekdays before the move. */
export function lostShare(source: PatternSource, kept: readonly Day[], wanted: readonly Day[]): number {
  return shareLost(patternOf(source), kept.map(placeOfWeekday), wanted.map(placeOfWeekday))
}

/** How much a level would have moved had no day been lost, going by the weekdays before the move. */
export function lostLevel(source: PatternSource, kept: readonly Day[], wanted: readonly Day[]): number {
  return levelLost(patternOf(source), kept.map(placeOfWeekday), wanted.map(placeOfWeekday))
}

/** The same as `lostShare`, of weekdays by their place in the pattern. */
function shareLost(pattern: WeekdayPattern, kept: readonly number[], wanted: readonly number[]): number {
  const expected = (places: readonly number[]) =>
    places.reduce((sum, place) => sum + pattern[place].conversationsPerDay, 0)
  const keptExpected = expected(kept)
  return keptExpected > 0 ? expected(wanted) / keptExpected : wanted.length / kept.length
}

/** The same as `lostLevel`, of weekdays by their place in the pattern. */
function levelLost(pattern: WeekdayPattern, kept: readonly number[], wanted: readonly number[]): number {
  const wantedMean = meanLevel(pattern, wanted)
  const keptMean = meanLevel(pattern, kept)
  return wantedMean === null || keptMean === null ? 0 : wantedMean - keptMean
}

function placeOfWeekday(day: Day): number {
  return weekdayOf(day) - 1
}

function patternOf(source: PatternSource): WeekdayPattern {
  return typeof source === 'function' ? source() : source
}

function meanLevel(pattern: WeekdayPattern, places: readonly number[]): number | null {
  let sum = 0
  let weight = 0
  for (const place of places) {
    const { conversationsPerDay, level } = pattern[place]
    if (level === null) continue
    sum += conversationsPerDay * level
    weight += conversationsPerDay
  }
  return weight > 0 ? sum / weight : null
}
