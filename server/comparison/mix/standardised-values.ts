import type { Day } from '../../periods/day.ts'
import { daysBetween, weekdayOf } from '../../periods/day.ts'
import { standardisedKindQuantile, standardisedKindRate } from '../../statistics/standardised-kinds.ts'
import type { StandardisedWeek } from '../../statistics/standardised-week.ts'
import type { DailyFacts } from '../daily-facts.ts'
import type { WeekdayPattern } from '../weekday-pattern.ts'
import { lostLevel, patternOfWeeks } from '../weekday-pattern.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import { daysOf, daysOfWeek } from '../windows.ts'
import type { BrandMix } from './brand-mix.ts'

/** A week's level as if the brand's conversations had been mixed in it as they always are. */
export type StandardisedLevel = { level: number; missingWeight: number }
/** A week's days as far as they are used; its own figures are not looked at. */
type UsedWeek = Pick<WeeklyValue, 'days' | 'from' | 'to'>
type Kind = 'duration' | 'rate'

const DAYS_OF_WEEK = 7
const FIRST_DAY_OF_WEEKEND = 6

/**
 * The level of each weekly value with the brand's fixed mix; null where it has none on the metric's scale. Days that a
 * week lost are restored as in the value itself, but weekdays by weekdays and weekends by weekends: how much either of
 * them counts, the mix says already.
 * @param facts the same metric without strata, for what each weekday is like
 * @param weeksBefore the days of each week before the move
 */
export function standardisedLevels(
  kind: Kind,
  mix: BrandMix,
  values: readonly (UsedWeek | null)[],
  facts: DailyFacts,
  weeksBefore: readonly (readonly Day[])[],
): (StandardisedLevel | null)[] {
  let pattern: WeekdayPattern | null = null
  const restored = ({ days, from, to }: UsedWeek): number => {
    if (days.length >= daysBetween(from, to)) return 0
    const wanted = daysBetween(from, to) === DAYS_OF_WEEK ? daysOfWeek(from) : daysOf({ from, to })
    pattern ??= patternOfWeeks(facts, weeksBefore)
    return lostWithinParts(pattern, mix.weekendWeight, days, wanted)
  }
  let near: number | undefined
  return values.map((value) => {
    if (value === null) return null
    const week = standardisedWeek(kind, mix, value.days, near)
    // One week is much like the next.
    if (week !== null && Number.isFinite(week.value)) near = week.value
    const level = week === null ? null : levelOf(kind, week.value)
    return week === null || level === null
      ? null
      : { level: level + restored(value), missingWeight: week.missingWeight }
  })
}

function standardisedWeek(
  kind: Kind,
  mix: BrandMix,
  days: readonly Day[],
  near: number | undefined,
): StandardisedWeek | null {
  const counts = mix.countsOver(days)
  if (kind === 'rate') return standardisedKindRate(counts, mix)
  return standardisedKindQuantile(mix.durationsOver(days), counts, mix, 0.5, near)
}

/** Null for a median among durations that have not ended. */
function levelOf(kind: Kind, value: number): number | null {
  if (kind === 'rate') return value
  return Number.isFinite(value) ? Math.log(value) : null
}

/** A part of the week of which no day is left counts for nothing, as its strata do. */
function lostWithinParts(
  pattern: WeekdayPattern,
  weekendWeight: number,
  kept: readonly Day[],
  wanted: readonly Day[],
): number {
  const parts = [
    { weight: 1 - weekendWeight, isIn: (day: Day) => weekdayOf(day) < FIRST_DAY_OF_WEEKEND },
    { weight: weekendWeight, isIn: (day: Day) => weekdayOf(day) >= FIRST_DAY_OF_WEEKEND },
  ].filter(({ weight, isIn }) => weight > 0 && kept.some(isIn))
  const held = parts.reduce((sum, { weight }) => sum + weight, 0)
  return parts.reduce(
    (sum, { weight, isIn }) =>
      sum + (weight / held) * lostLevel(pattern, kept.filter(isIn), wanted.filter(isIn)),
    0,
  )
}
