import type { AlignedBrand, AlignedWeek } from '../contract-aligned.ts'
import type { Levels } from '../contract-levels.ts'
import type { Effect, MetricKind, SeriesWeek, WindowValue } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import { addDays, daysBetween } from '../periods/day.ts'

/** The weeks around a move that are shown, counted from it; the earlier ones make the level. */
export const firstWeek = -13
export const lastWeek = 26

const THURSDAY = 3
const DAYS = 7
const PREVIOUS_WEEKS = 13
/** The same weekdays a year before. */
const YEAR_DAYS = 364
/** Fewer weeks make no level. */
const LEAST_WEEKS = 4
/** Of the weeks of a stretch, so many must have a value. */
const LEAST_SHARE = 0.75

type Move = { wentLiveOn: Day; rampEnd: Day | null }

/** A brand's weekly values counted from its own move and held against its own level before it. */
export function alignWeeks(
  weeks: readonly SeriesWeek[],
  kind: MetricKind,
  { wentLiveOn, rampEnd }: Move,
): NonNullable<AlignedBrand['move']> {
  const counted = weeks
    .map((week) => ({ ...week, week: weekFromMove(week.from, wentLiveOn) }))
    .filter(({ week }) => week >= firstWeek && week <= lastWeek)
  const level = levelOf(
    counted.filter(({ week, complete }) => week < 0 && complete),
    kind,
  )
  return {
    wentLiveOn,
    rampWeeks: rampEnd === null ? null : daysBetween(wentLiveOn, rampEnd) / DAYS,
    level,
    weeks: counted.map(({ week, from, value, n, complete }): AlignedWeek => ({
      ...{ week, from, value, n, complete },
      distance: distanceOf(value, level?.value ?? null, unitOf(kind)),
    })),
  }
}

/** What the series holds beside the latest weeks: those right before them, and the same a year earlier. */
export function earlierLevels(
  weeks: readonly SeriesWeek[],
  kind: MetricKind,
  now: WindowValue | null,
): Pick<Levels, 'previous' | 'lastYear'> {
  if (now === null) return { previous: null, lastYear: null }
  const over = (from: Day, to: Day) => {
    const wanted = Math.round(daysBetween(from, to) / DAYS)
    const within = weeks.filter((week) => week.complete && isWithin(week.from, from, to))
    return valued(within).length < wanted * LEAST_SHARE ? null : levelOf(within, kind, 1)
  }
  return {
    previous: over(addDays(now.from, -PREVIOUS_WEEKS * DAYS), now.from),
    lastYear: over(addDays(now.from, -YEAR_DAYS), addDays(now.to, -YEAR_DAYS)),
  }
}

export function unitOf(kind: MetricKind): Effect['unit'] {
  return kind === 'rate' ? 'points' : 'ratio'
}

/** A week belongs to the week from the move its Thursday falls in. @example weekFromMove('2026-04-20', '2026-04-21') // 0 */
function weekFromMove(monday: Day, wentLiveOn: Day): number {
  return Math.floor(daysBetween(wentLiveOn, addDays(monday, THURSDAY)) / DAYS)
}

function isWithin(monday: Day, from: Day, to: Day): boolean {
  const thursday = addDays(monday, THURSDAY)
  return from <= thursday && thursday < to
}

type ValuedWeek = SeriesWeek & { value: number }

function valued(weeks: readonly SeriesWeek[]): ValuedWeek[] {
  return weeks.filter((week): week is ValuedWeek => week.value !== null)
}

/**
 * One value for several weeks, as near as weekly values allow: counts by their mean, shares and amounts by their
 * weighted mean, durations by their weighted geometric mean. Null below `least` weeks with a value.
 */
function levelOf(weeks: readonly SeriesWeek[], kind: MetricKind, least = LEAST_WEEKS): WindowValue | null {
  const known = valued(weeks)
  const first = known.at(0)
  const last = known.at(-1)
  if (!first || !last || known.length < least) return null
  const n = known.reduce((sum, week) => sum + week.n, 0)
  return { value: meanOf(known, kind), n, from: first.from, to: last.to }
}

function meanOf(weeks: readonly ValuedWeek[], kind: MetricKind): number {
  const isDuration = kind === 'duration'
  const weightOf = (week: ValuedWeek) => (kind === 'count' ? 1 : week.n)
  const numberOf = ({ value }: ValuedWeek) => (isDuration ? Math.log(value) : value)
  const weight = weeks.reduce((sum, week) => sum + weightOf(week), 0)
  const mean = weeks.reduce((sum, week) => sum + weightOf(week) * numberOf(week), 0) / weight
  return isDuration ? Math.exp(mean) : mean
}

function distanceOf(value: number | null, level: number | null, unit: Effect['unit']): number | null {
  if (value === null || level === null) return null
  if (unit === 'points') return (value - level) * 100
  return level > 0 ? value / level : null
}
