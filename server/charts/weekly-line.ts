import type { ChartConfiguration, Point, ScriptableLineSegmentContext } from 'chart.js'
// Teaches chart.js's types the plugin's options.
import type {} from 'chartjs-plugin-annotation'
import type { SeriesAnswer } from '../contract-detail.ts'
import { expectedDatasets } from './expected-band.ts'
import { expectedByWeek } from './expected-weeks.ts'
import { tooltipLook } from './tooltip-look.ts'
import { isBeforeMove } from './week-positions.ts'
import { weeklyAnnotations } from './weekly-annotations.ts'
import { valueAxis, weekAxis } from './weekly-axes.ts'
import type { WeeklyLineInput } from './weekly-line-input.ts'

const ROOM_FOR_LABELS = 40

export type LinePoints = (number | null)[] | Point[]

/**
 * One metric of one brand, a point per Monday–Sunday week, with the move, the settling-in period, the two windows that
 * were compared and what was to be expected without the move. Needs the annotation and the filler plugin to be
 * registered; draws the same on a page and on a server canvas.
 */
export function weeklyLine(input: WeeklyLineInput): ChartConfiguration<'line', LinePoints, string> {
  const { series, colours, text } = input
  const { weeks, marks } = series
  const cutover = marks.find((mark) => mark.kind === 'cutover')?.day ?? null
  const isBefore = (index: number) => isBeforeMove(weeks, cutover, index)
  const isRunning = (index: number) => weeks[index]?.complete === false
  const expected = expectedByWeek(weeks, series.course)
  const lineColour = (index: number) => (isBefore(index) ? colours.before : colours.after)

  return {
    type: 'line',
    data: {
      labels: weeks.map((week) => week.from),
      datasets: [
        {
          data: shownValues(input),
          borderWidth: 2,
          borderColor: colours.after,
          tension: 0,
          spanGaps: false,
          segment: {
            borderColor: (context: ScriptableLineSegmentContext) => lineColour(context.p1DataIndex),
            borderDash: (context: ScriptableLineSegmentContext) =>
              isRunning(context.p1DataIndex) ? [4, 4] : undefined,
          },
          pointRadius: weeks.map((_, index) => (isRunning(index) || isAlone(weeks, index) ? 3 : 0)),
          pointHoverRadius: 5,
          pointHitRadius: 12,
          pointBorderWidth: 2,
          pointBorderColor: weeks.map((_, index) => lineColour(index)),
          pointBackgroundColor: weeks.map((_, index) =>
            isRunning(index) ? colours.surface : lineColour(index),
          ),
        },
        ...expectedDatasets(input),
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { top: ROOM_FOR_LABELS, right: 8 } },
      interaction: { mode: 'index', intersect: false },
      scales: { x: weekAxis(weeks, input), y: valueAxis(weeks, input) },
      plugins: {
        legend: { display: false },
        annotation: { clip: false, annotations: weeklyAnnotations(input) },
        tooltip: {
          ...tooltipLook(input),
          // The expected line and its band stand at the same index; one box says it all.
          filter: (item) => item.datasetIndex === 0,
          callbacks: {
            title: (items) => items.map((item) => text.week(weeks[item.dataIndex])),
            label: ({ dataIndex }) => [
              ...text.point(weeks[dataIndex]),
              ...expected
                .slice(dataIndex, dataIndex + 1)
                .flatMap((one) => (one ? [text.expectedPoint(one)] : [])),
            ],
          },
        },
      },
    },
  }
}

/** Half a week's count beside whole weeks would look like a fall: such a week is left to the table. */
function shownValues({ series, kind }: WeeklyLineInput): (number | null)[] {
  const now = Date.parse(series.asOf)
  const isPartial = (to: string) => Date.parse(`${to}T00:00:00Z`) > now
  return series.weeks.map((week) => (kind === 'count' && isPartial(week.to) ? null : week.value))
}

/** A week between two weeks without a value would otherwise not be seen at all. */
function isAlone(weeks: SeriesAnswer['weeks'], index: number): boolean {
  const isEmpty = (at: number) => (weeks[at]?.value ?? null) === null
  return !isEmpty(index) && isEmpty(index - 1) && isEmpty(index + 1)
}
