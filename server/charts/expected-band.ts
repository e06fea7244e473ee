import type { ChartDataset, Point } from 'chart.js'
import type { CourseWeek } from '../contract-detail.ts'
import { expectedByWeek, middleOf } from './expected-weeks.ts'
import type { WeeklyLineInput } from './weekly-line-input.ts'

/** Share by which the band may reach beyond the lines: one wild week must not flatten them all. */
const MOST_BEYOND = 0.75

/**
 * The line that was to be expected without the move, and the band around it; nothing where nothing was expected. Point
 * `i` belongs to week `i`, but stands where its own stretch of days has its middle. Needs the filler plugin.
 */
export function expectedDatasets(input: WeeklyLineInput): ChartDataset<'line', Point[]>[] {
  const { series, colours } = input
  const { weeks, course } = series
  if (course === null || course.length === 0) return []
  const stretches = expectedByWeek(weeks, course)
  const points = (valueOf: (stretch: CourseWeek) => number): Point[] =>
    stretches.map((stretch, index) =>
      stretch ? { x: middleOf(stretch, weeks), y: valueOf(stretch) } : { x: index, y: Number.NaN },
    )
  const line = {
    parsing: false,
    pointRadius: 0,
    pointHoverRadius: 0,
    pointHitRadius: 0,
    spanGaps: false,
  } as const
  const edge = { ...line, borderWidth: 0, borderColor: 'transparent' }
  return [
    {
      ...line,
      data: points(({ expected }) => expected),
      borderColor: colours.expected,
      borderWidth: 2,
      borderDash: [6, 4],
    },
    { ...edge, data: points(({ high }) => high), fill: '+1', backgroundColor: colours.expectedBand },
    { ...edge, data: points(({ low }) => low) },
  ]
}

/** The values an axis has to hold beside the measured ones. */
export function expectedReach({ series }: WeeklyLineInput): number[] {
  const { weeks } = series
  const stretches = expectedByWeek(weeks, series.course).filter((stretch) => stretch !== null)
  if (stretches.length === 0) return []
  const lines = [
    ...weeks.flatMap(({ value }) => (value === null ? [] : [value])),
    ...stretches.map(({ expected }) => expected),
  ]
  const [lowest, highest] = [Math.min(...lines), Math.max(...lines)]
  const beyond = (highest - lowest) * MOST_BEYOND
  return stretches.flatMap(({ expected, low, high }) => [
    Math.max(low, lowest - beyond),
    expected,
    Math.min(high, highest + beyond),
  ])
}
