import type { ChartConfiguration, ChartDataset } from 'chart.js'
// Teaches chart.js's types the plugin's options.
import type {} from 'chartjs-plugin-annotation'
import { tickLook, valuesAxisLook } from './axis-looks.ts'
import type { Annotation } from './annotation.ts'
import { markLines } from './numbered-marks.ts'
import type { RateLine, RateLinesInput } from './rate-lines-input.ts'
import { clampedPosition } from './week-positions.ts'
import { tooltipLook } from './tooltip-look.ts'
import { valueRange, weekAxis } from './weekly-axes.ts'

const LABEL_SIZE = 11
const ROOM_FOR_LABELS = 32

/** Several shares over the same weeks, with the move and the numbered days on which something changed its meaning. */
export function rateLines(input: RateLinesInput): ChartConfiguration<'line', (number | null)[], string> {
  const { axis, lines, colours, fontFamily, text } = input
  const values = lines.flatMap(({ weeks }) => weeks.flatMap((week) => week?.value ?? []))
  const range = valueRange(values, 'rate')
  return {
    type: 'line',
    data: { labels: axis.map((week) => week.from), datasets: lines.map(datasetOf) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { top: ROOM_FOR_LABELS, right: 8 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: weekAxis(axis, input),
        y: {
          type: 'linear',
          min: range.min,
          max: range.max,
          ...valuesAxisLook(colours),
          ticks: {
            ...tickLook(colours, fontFamily),
            stepSize: range.step,
            padding: 8,
            callback: (value) => text.value(Number(value)),
          },
        },
      },
      plugins: {
        legend: { display: false },
        annotation: { clip: false, annotations: annotationsOf(input) },
        tooltip: {
          ...tooltipLook({ colours, fontFamily }),
          callbacks: {
            title: (items) => items.slice(0, 1).map((item) => text.week(axis[item.dataIndex])),
            label: ({ datasetIndex, dataIndex }) => {
              const line = lines[datasetIndex]
              const week = line.weeks[dataIndex]
              return week ? text.point(line, week) : ''
            },
          },
        },
      },
    },
  }
}

/** Points stand where a line alone would not show: single weeks, and weeks still coming in, which are hollow. */
function datasetOf({ name, weeks, colour, dash, point }: RateLine): ChartDataset<'line', (number | null)[]> {
  const valueAt = (index: number) => weeks[index]?.value ?? null
  const isRunning = (index: number) => weeks[index]?.complete === false
  const isAlone = (index: number) => valueAt(index - 1) === null && valueAt(index + 1) === null
  const last = weeks.findLastIndex((week) => week !== null && week.value !== null)
  return {
    label: name,
    data: weeks.map((_, index) => valueAt(index)),
    borderColor: colour,
    borderWidth: 2,
    borderDash: [...dash],
    tension: 0,
    spanGaps: false,
    pointStyle: point,
    pointRadius: weeks.map((_, index) => (isRunning(index) || isAlone(index) || index === last ? 4 : 0)),
    pointHoverRadius: 5,
    pointHitRadius: 12,
    pointBorderWidth: 2,
    pointBorderColor: colour,
    pointBackgroundColor: weeks.map((_, index) => (isRunning(index) ? 'transparent' : colour)),
  }
}

function annotationsOf(input: RateLinesInput): Record<string, Annotation> {
  const { axis, marks, colours, fontFamily, text } = input
  const series = { weeks: [...axis], marks: [...marks] }
  const annotations: Record<string, Annotation> = markLines({ colours, fontFamily, series })
  const cutover = marks.find(({ kind }) => kind === 'cutover')?.day
  const last = axis.at(-1)
  if (cutover === undefined || !last || cutover < axis[0].from || cutover >= last.to) return annotations
  const at = clampedPosition(cutover, axis)
  annotations.cutover = {
    type: 'line',
    xMin: at,
    xMax: at,
    borderColor: colours.cutover,
    borderWidth: 1.5,
    label: {
      color: colours.cutover,
      backgroundColor: 'transparent',
      font: { family: fontFamily, size: LABEL_SIZE, weight: 'bold' },
      content: text.moved(cutover),
      display: true,
      position: 'end',
      yAdjust: -34,
      // Near an edge the label leans inwards instead of being cut off.
      xAdjust: at < axis.length * 0.1 ? 40 : at > axis.length * 0.9 ? -40 : 0,
    },
  }
  return annotations
}
