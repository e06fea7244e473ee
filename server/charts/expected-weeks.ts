import type { CourseWeek } from '../contract-detail.ts'
import type { SeriesWeek } from '../contract.ts'
import { addDays, daysBetween } from '../periods/day.ts'
import { positionOf } from './week-positions.ts'

const THURSDAY = 3
const DAYS = 7

/**
 * For every Monday–Sunday week what was expected of it without the move: the expectation counts its weeks from the day
 * of the move, so a week takes that of the stretch its Thursday falls in. Null where nothing was expected.
 */
export function expectedByWeek(
  weeks: readonly SeriesWeek[],
  course: readonly CourseWeek[] | null,
): (CourseWeek | null)[] {
  return weeks.map(({ from }) => {
    const thursday = addDays(from, THURSDAY)
    return course?.find((stretch) => stretch.from <= thursday && thursday < stretch.to) ?? null
  })
}

/** Where the middle of a stretch lies on an axis on which week `i` has its middle at `i`. */
export function middleOf(
  { from, to }: Pick<CourseWeek, 'from' | 'to'>,
  weeks: readonly SeriesWeek[],
): number {
  return positionOf(from, weeks) + daysBetween(from, to) / DAYS / 2
}
