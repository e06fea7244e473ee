import type { SeriesWeek } from '../contract.ts'
import { daysBetween } from '../periods/day.ts'

const DAYS = 7

/**
 * Where a day's first moment lies on an axis on which week `i` has its middle at `i`.
 * @example positionOf('2026-01-05', [{ from: '2026-01-05', … }]) // -0.5
 */
export function positionOf(day: string, weeks: readonly SeriesWeek[]): number {
  return weeks.length === 0 ? 0 : daysBetween(weeks[0].from, day) / DAYS - 0.5
}

/** The same, kept within the weeks there are. */
export function clampedPosition(day: string, weeks: readonly SeriesWeek[]): number {
  return Math.min(weeks.length - 0.5, Math.max(-0.5, positionOf(day, weeks)))
}

/** A week belongs to the time before the move while it ends by the day of the move. */
export function isBeforeMove(weeks: readonly SeriesWeek[], cutover: string | null, index: number): boolean {
  return cutover === null || weeks[index].to <= cutover
}
