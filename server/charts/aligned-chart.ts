import type { ChartConfiguration, ChartDataset, Point } from 'chart.js'
// Teaches chart.js's types the plugin's options.
import type {} from 'chartjs-plugin-annotation'
import type { AlignedWeek } from '../contract-aligned.ts'
import { namesAxisLook, tickLook, valuesAxisLook } from './axis-looks.ts'
import type { Annotation } from './annotation.ts'
import type { ChartColours } from './chart-colours.ts'
import { endLabels } from './end-labels.ts'
import { tooltipLook } from './tooltip-look.ts'

/** How a brand's line looks: told apart by dash and mark as well as by colour. */
export type LineLook = {
  colour: string
  dash: number[]
  mark: 'circle' | 'rect' | 'triangle' | 'rectRot'
  /** Stands out from the others. */
  isBold: boolean
}
export type AlignedLine = {
  name: string
  /** Stands for the name where there is no room for it. */
  number: number
  look: LineLook
  weeks: readonly AlignedWeek[]
}
export type AlignedInput = {
  lines: readonly AlignedLine[]
  unit: 'ratio' | 'points'
  /** Halving and doubling equally far apart. */
  isLogarithmic: boolean
  firstWeek: number
  lastWeek: number
  /** Longest settling-in period of the lines, in weeks. */
  rampWeeks: number
  text: {
    week(week: number): string
    distance(distance: number): string
    title(line: AlignedLine, week: AlignedWeek): string
    point(week: AlignedWeek): string[]
    move: string
  }
  colours: ChartColours
  fontFamily: string
}

const LABEL_SIZE = 11
const NARROW_PX = 640
const ROOM_FOR_NAMES = 132
const ROOM_FOR_NUMBERS = 24
const ROOM_ABOVE = 24
/** Every so many weeks a line bears its mark. */
const MARKED_WEEKS = 4
/** Steps in which shares of the level are read on a scale on which doubling is as far as halving. */
const LOGARITHMIC_STEPS = [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10]

/**
 * A line per brand, a point per week counted from its own move, each held against its own level before it. Needs the
 * annotation plugin and the logarithmic scale.
 */
export function alignedChart(input: AlignedInput): ChartConfiguration<'line', Point[]> {
  const { lines, colours, text, fontFamily, firstWeek, lastWeek } = input
  const shown = lines.map((line) => ({ line, weeks: drawnWeeks(line.weeks) }))
  const tick = tickLook(colours, fontFamily)
  return {
    type: 'line',
    data: { datasets: shown.map(({ line, weeks }) => lineOf(line, weeks, colours)) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: {
        padding: ({ chart }) => ({
          top: ROOM_ABOVE,
          right: chart.width < NARROW_PX ? ROOM_FOR_NUMBERS : ROOM_FOR_NAMES,
        }),
      },
      interaction: { mode: 'nearest', axis: 'xy', intersect: false },
      scales: {
        x: {
          type: 'linear',
          min: firstWeek - 0.5,
          max: lastWeek + 0.5,
          ...namesAxisLook(colours),
          ticks: { ...tick, maxRotation: 0, callback: (value) => text.week(Number(value)) },
          afterBuildTicks: (axis) => {
            axis.ticks = weekTicks(firstWeek, lastWeek, axis.chart.width).map((value) => ({ value }))
          },
        },
        y: valueScale(input, tick),
      },
      plugins: {
        legend: { display: false },
        annotation: { clip: false, annotations: marksOf(input) },
        tooltip: {
          ...tooltipLook({ colours, fontFamily }),
          filter: (_, index) => index === 0,
          callbacks: {
            title: (items) =>
              items.map(({ datasetIndex, dataIndex }) => {
                const { line, weeks } = shown[datasetIndex]
                return text.title(line, weeks[dataIndex])
              }),
            label: ({ datasetIndex, dataIndex }) => text.point(shown[datasetIndex].weeks[dataIndex]),
          },
        },
      },
    },
    plugins: [
      endLabels(
        lines.map(({ name, number, look }) => ({ name, number: String(number), colour: look.colour })),
        { narrowPx: NARROW_PX, font: `600 ${LABEL_SIZE}px ${fontFamily}`, halo: colours.surface },
      ),
    ],
  }
}

/** Every fourth week from the move on, twice that on a narrow chart. */
export function weekTicks(firstWeek: number, lastWeek: number, width: number): number[] {
  const step = width < NARROW_PX ? 8 : 4
  const start = Math.ceil(firstWeek / step) * step
  return Array.from({ length: Math.floor((lastWeek - start) / step) + 1 }, (_, index) => start + index * step)
}

/** Weeks that are over; whether one has a value or not, its place in the line stays. */
function drawnWeeks(weeks: readonly AlignedWeek[]): AlignedWeek[] {
  return weeks.filter(({ complete }) => complete)
}

function lineOf(
  { look }: AlignedLine,
  weeks: readonly AlignedWeek[],
  colours: ChartColours,
): ChartDataset<'line', Point[]> {
  return {
    // chart.js draws a gap for a value that is no number.
    data: weeks.map(({ week, distance }) => ({ x: week, y: distance ?? Number.NaN })),
    borderColor: look.colour,
    borderDash: look.dash,
    borderWidth: look.isBold ? 3 : 1.5,
    pointStyle: look.mark,
    // The mark tells the line apart; on every week it would only hide it.
    pointRadius: weeks.map(({ week }, index) =>
      week % MARKED_WEEKS === 0 || index === weeks.length - 1 ? (look.isBold ? 5 : 4) : 0,
    ),
    pointHoverRadius: 6,
    pointHitRadius: 8,
    pointBackgroundColor: look.colour,
    pointBorderColor: colours.surface,
    pointBorderWidth: 0.5,
    spanGaps: false,
  }
}

function valueScale(
  { lines, unit, isLogarithmic, colours, text }: AlignedInput,
  tick: { color: string; font: { family: string; size: number } },
) {
  const common = {
    ...valuesAxisLook(colours),
    ticks: { ...tick, padding: 8, callback: (value: string | number) => text.distance(Number(value)) },
  }
  const ends = distanceEnds(lines, unit)
  if (!isLogarithmic)
    return { type: 'linear' as const, ...common, suggestedMin: ends.min, suggestedMax: ends.max }
  return {
    type: 'logarithmic' as const,
    ...common,
    min: ends.min / 1.1,
    max: ends.max * 1.1,
    afterBuildTicks: (axis: { ticks: { value: number }[]; min: number; max: number }) => {
      axis.ticks = LOGARITHMIC_STEPS.filter((step) => step >= axis.min && step <= axis.max).map((value) => ({
        value,
      }))
    },
  }
}

/** Everything there is to see, and always "as before" with some room around it. */
function distanceEnds(
  lines: readonly AlignedLine[],
  unit: AlignedInput['unit'],
): { min: number; max: number } {
  const distances = lines.flatMap(({ weeks }) =>
    drawnWeeks(weeks).flatMap(({ distance }) => (distance === null ? [] : [distance])),
  )
  const [low, high] = unit === 'ratio' ? [0.8, 1.2] : [-5, 5]
  return { min: Math.min(low, ...distances), max: Math.max(high, ...distances) }
}

function marksOf(input: AlignedInput): Record<string, Annotation> {
  const { colours, text, firstWeek, lastWeek, rampWeeks, fontFamily } = input
  const asBefore = input.unit === 'ratio' ? 1 : 0
  const label = (content: string, colour: string) => ({
    content,
    display: true,
    color: colour,
    backgroundColor: 'transparent',
    font: { family: fontFamily, size: LABEL_SIZE, weight: 'bold' as const },
  })
  return {
    ...(rampWeeks > 0
      ? {
          ramp: {
            type: 'box',
            xMin: -0.5,
            xMax: rampWeeks - 0.5,
            backgroundColor: colours.ramp,
            borderWidth: 0,
            drawTime: 'beforeDatasetsDraw',
          },
        }
      : {}),
    asBefore: {
      type: 'line',
      xMin: firstWeek - 0.5,
      xMax: lastWeek + 0.5,
      yMin: asBefore,
      yMax: asBefore,
      borderColor: colours.text,
      borderWidth: 1.5,
    },
    // Week 0 begins where the line of the move stands.
    move: {
      type: 'line',
      xMin: -0.5,
      xMax: -0.5,
      borderColor: colours.cutover,
      borderWidth: 1.5,
      label: { ...label(text.move, colours.cutover), position: 'end', yAdjust: -22 },
    },
  }
}
