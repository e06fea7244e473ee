import type { ChartConfiguration, ChartDataset } from 'chart.js'
// Teaches chart.js's types the plugin's options.
import type {} from 'chartjs-plugin-annotation'
import type { EventStudyWeek } from '../contract-detail.ts'
import { namesAxisLook, tickLook, valuesAxisLook } from './axis-looks.ts'
import type { Annotation } from './annotation.ts'
import type { EventStudyInput } from './event-study-input.ts'
import { tooltipLook } from './tooltip-look.ts'

const LABEL_SIZE = 11
const ROOM_FOR_LABEL = 26
const MOST_WEEKS_NAMED = 12

/**
 * The distance to the comparison brands, a point per week counted from the move, with the range of each week and the
 * wider one that holds for all weeks together. Needs the annotation and the filler plugin.
 */
export function eventStudyChart(input: EventStudyInput): ChartConfiguration<'line', number[], string> {
  const { study, colours, text, fontFamily } = input
  const { weeks } = study
  const colourOf = (index: number) => (weeks[index]?.week < 0 ? colours.before : colours.after)
  const tick = tickLook(colours, fontFamily)
  return {
    type: 'line',
    data: {
      labels: weeks.map(({ week }) => text.week(week)),
      datasets: [
        {
          data: weeks.map(({ value }) => value),
          borderColor: colours.grid,
          borderWidth: 1,
          pointRadius: 3.5,
          pointHoverRadius: 5,
          pointHitRadius: 12,
          pointBackgroundColor: weeks.map((_, index) => colourOf(index)),
          pointBorderColor: weeks.map((_, index) => colourOf(index)),
        },
        { ...edge(weeks, ({ high }) => high), fill: '+1', backgroundColor: colours.expectedBand },
        edge(weeks, ({ low }) => low),
        ...[edge(weeks, ({ jointHigh }) => jointHigh), edge(weeks, ({ jointLow }) => jointLow)].map(
          (one) => ({
            ...one,
            borderWidth: 1,
            borderColor: colours.expected,
            borderDash: [4, 4],
          }),
        ),
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { top: ROOM_FOR_LABEL, right: 8 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          type: 'category',
          offset: true,
          ...namesAxisLook(colours),
          ticks: { ...tick, maxRotation: 0, autoSkip: true, maxTicksLimit: MOST_WEEKS_NAMED },
        },
        y: {
          type: 'linear',
          ...valuesAxisLook(colours),
          ticks: { ...tick, padding: 8, maxTicksLimit: 6, callback: (value) => text.effect(Number(value)) },
        },
      },
      plugins: {
        legend: { display: false },
        annotation: { clip: false, annotations: linesOf(input) },
        tooltip: {
          ...tooltipLook({ colours, fontFamily }),
          filter: (item) => item.datasetIndex === 0,
          callbacks: {
            title: (items) => items.map(({ dataIndex }) => text.title(weeks[dataIndex])),
            label: ({ dataIndex }) => text.point(weeks[dataIndex]),
          },
        },
      },
    },
  }
}

function edge(
  weeks: readonly EventStudyWeek[],
  valueOf: (week: EventStudyWeek) => number,
): ChartDataset<'line', number[]> {
  return {
    data: weeks.map(valueOf),
    borderWidth: 0,
    borderColor: 'transparent',
    pointRadius: 0,
    pointHoverRadius: 0,
    pointHitRadius: 0,
  }
}

/** No distance, and the move. */
function linesOf({ study, colours, text, fontFamily }: EventStudyInput): Record<string, Annotation> {
  const { weeks, unit } = study
  const none = unit === 'ratio' ? 1 : 0
  const zero: Annotation = {
    type: 'line',
    xMin: -0.5,
    xMax: weeks.length - 0.5,
    yMin: none,
    yMax: none,
    borderColor: colours.text,
    borderWidth: 1,
  }
  const first = weeks.findIndex(({ week }) => week >= 0)
  if (first < 0) return { zero }
  const move: Annotation = {
    type: 'line',
    xMin: first - 0.5,
    xMax: first - 0.5,
    borderColor: colours.cutover,
    borderWidth: 1.5,
    label: {
      content: text.moved,
      display: true,
      position: 'end',
      yAdjust: -26,
      color: colours.cutover,
      backgroundColor: 'transparent',
      font: { family: fontFamily, size: LABEL_SIZE, weight: 'bold' },
    },
  }
  return { zero, move }
}
