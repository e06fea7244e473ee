import type { Day } from '../periods/day.ts'
import { weekdayOf } from '../periods/day.ts'
import type { DailyFacts } from './daily-facts.ts'
import { sumOver, valueOver } from './daily-facts.ts'

/** What each weekday was like before the move; index 0 = Monday. */
export type WeekdayPattern = { conversationsPerDay: number; level: number | null }[]

/** Levels are on the metric's own scale: logarithms for durations. */
export function weekdayPattern(facts: DailyFacts, daysBefore: readonly Day[]): WeekdayPattern {
  const byWeekday: Day[][] = [[], [], [], [], [], [], []]
  for (const day of daysBefore) byWeekday[weekdayOf(day) - 1].push(day)
  return byWeekday.map((days) => {
    const value = valueOver(facts, days)
    const level = value !== null && facts.kind === 'duration' ? Math.log(value) : value
    const conversationsPerDay = days.length === 0 ? 0 : sumOver(facts, days).n / days.length
    return { conversationsPerDay, level }
  })
}

/** How much larger a number would have been had no day been lost, going by the weekdays before the move. */
export function lostShare(pattern: WeekdayPattern, kept: readonly Day[], wanted: readonly Day[]): number {
  const expected = (days: readonly Day[]) =>
    days.reduce((sum, day) => sum + pattern[weekdayOf(day) - 1].conversationsPerDay, 0)
  const keptExpected = expected(kept)
  return keptExpected > 0 ? expected(wanted) / keptExpected : wanted.length / kept.length
}

/** How much a level would have moved had no day been lost, going by the weekdays before the move. */
export function lostLevel(pattern: WeekdayPattern, kept: readonly Day[], wanted: readonly Day[]): number {
  const wantedMean = meanLevel(pattern, wanted)
  const keptMean = meanLevel(pattern, kept)
  return wantedMean === null || keptMean === null ? 0 : wantedMean - keptMean
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
