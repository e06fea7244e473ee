import type { ComparisonDetail, CourseWeek, EventStudyWeek } from '../../contract-detail.ts'
import type { Day } from '../../periods/day.ts'
import { addDays } from '../../periods/day.ts'
import { eventStudy } from '../../statistics/event-study.ts'
import type { WeeklyBand } from '../../statistics/weekly-band.ts'
import type { EstimatedDraft } from '../draft.ts'
import type { WeekAxis } from '../ladder/week-axis.ts'

/** Week by week what was measured, and where the figure would likely have been without the move. */
export function courseOf({ moved, rung }: EstimatedDraft): CourseWeek[] | null {
  const { cutover } = moved.around
  const { metric } = moved
  const width = rung.staggered?.axis.width ?? 1
  if (rung.staggered) {
    const { answer, question, axis } = rung.staggered
    const levels = new Map(question.weeks.map((week, i) => [week, question.treated[i]]))
    const parts = new Map(answer.gap.map(({ week, part }) => [week, part]))
    return answer.expected.map((band) => ({
      ...daysOfStep(cutover, axis, band.week),
      part: parts.get(band.week) ?? 'ramp',
      value: shownOrNull(levels.get(band.week)),
      ...expectedWeek(band),
    }))
  }
  if (!rung.interrupted) return null
  const { answer, question } = rung.interrupted
  const levels = new Map(question.weeks.map((week, i) => [week, question.values[i]]))
  return [...answer.expectedBefore, ...answer.expected].map((band) => ({
    ...weekOf(cutover, band.week, 1),
    part: band.week < 0 ? ('before' as const) : ('after' as const),
    value: shownOrNull(levels.get(band.week)),
    ...expectedWeek(band),
  }))

  /** Numbers of two weeks taken together are shown for one. */
  function shown(level: number): number {
    if (metric.scale === 'identity') return Math.min(1, Math.max(0, level))
    return metric.kind === 'count' ? Math.exp(level) / width : Math.exp(level)
  }

  function shownOrNull(level: number | null | undefined): number | null {
    return level === null || level === undefined ? null : shown(level)
  }

  function expectedWeek({ estimate, low, high }: WeeklyBand): Pick<CourseWeek, 'expected' | 'low' | 'high'> {
    return { expected: shown(estimate), low: shown(low), high: shown(high) }
  }
}

/** The distance to the comparison brands around the move, as ratios or points from its usual level. */
export function eventStudyOf({ moved, rung }: EstimatedDraft): ComparisonDetail['eventStudy'] {
  if (!rung.staggered) return null
  const { answer, axis } = rung.staggered
  const { scale } = moved.metric
  const shown = (value: number) => (scale === 'log' ? Math.exp(value) : value * 100)
  const weeks = eventStudy(answer.gap, answer.after[answer.after.length - 1]).map((one): EventStudyWeek => ({
    week: firstWeekOf(axis, one.week),
    from: daysOfStep(moved.around.cutover, axis, one.week).from,
    value: shown(one.value),
    low: shown(one.low),
    high: shown(one.high),
    jointLow: shown(one.jointLow),
    jointHigh: shown(one.jointHigh),
  }))
  return { unit: scale === 'log' ? 'ratio' : 'points', weeks }
}

function daysOfStep(cutover: Day, axis: WeekAxis, position: number): { from: Day; to: Day } {
  return weekOf(cutover, firstWeekOf(axis, position), axis.width)
}

/** Steps of several weeks need not begin at a multiple of their width. */
function firstWeekOf({ steps, width }: WeekAxis, position: number): number {
  return steps.find((step) => step.position === position)?.weeks[0] ?? position * width
}

function weekOf(cutover: Day, week: number, width: number): { from: Day; to: Day } {
  const from = addDays(cutover, week * 7)
  return { from, to: addDays(from, width * 7) }
}
