import type { ChartConfiguration, ChartDataset, Point, PointStyle } from 'chart.js'
// Teaches chart.js's types the plugin's options.
import type {} from 'chartjs-plugin-annotation'
import type { Effect } from '../contract.ts'
import { tickLook, valuesAxisLook } from './axis-looks.ts'
import type { Annotation } from './annotation.ts'
import type { ChartColours } from './chart-colours.ts'
import { tooltipLook } from './tooltip-look.ts'

/** One brand's effect; the look says the state, for those who do not see the colour. */
export type ForestRow = { name: string; effect: Effect; colour: string; mark: PointStyle }
export type ForestInput = {
  rows: readonly ForestRow[]
  /** Of all brands together; drawn as a diamond below them. */
  pooled: Effect | null
  /** Smallest change worth calling, as a share. */
  margin: number
  text: {
    /** A change in percent or points, signed. */
    tick(change: number): string
    point(row: { name: string; effect: Effect }): string[]
    pooled: string
  }
  colours: ChartColours
  fontFamily: string
  /** Where within a row's height its range lies, 0 at the top: lower where words stand above it. */
  place: number
  /** Of the axis, where several charts share it; else as `forestEnds` says. */
  ends?: { min: number; max: number }
}

const AXIS_PX = 28
const DIAMOND_HALF = 0.2
/** Between the foot of the diamond and the end of its row, as a share of the row. */
const LEAST_BELOW = 0.04
/** A range may be so wide that beside it nothing else could be read: beyond this it is cut. */
const MOST_BEYOND = 3
const AIR = 0.06

/**
 * Effects with their ranges, a row per brand, the pooled one below as a diamond, around the line of no change. Row `i`
 * takes the same height as every other, so that words may stand beside it. Needs the annotation and filler plugins.
 */
export function forestChart(input: ForestInput): ChartConfiguration<'line', Point[]> {
  const { rows, pooled, colours, text, fontFamily } = input
  const ends = input.ends ?? forestEnds(input)
  const count = rows.length + (pooled ? 1 : 0)
  const all = [...rows, ...(pooled ? [{ name: text.pooled, effect: pooled }] : [])]
  return {
    type: 'line',
    data: { datasets: [...rangesOf(input), pointsOf(input), ...(pooled ? [diamond(input, pooled)] : [])] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      // Room kept for marks at the edge would shift the rows against the words beside them.
      layout: { padding: 0, autoPadding: false },
      interaction: { mode: 'nearest', axis: 'y', intersect: false },
      scales: {
        x: {
          type: 'linear',
          ...ends,
          ...valuesAxisLook(colours),
          ticks: {
            ...tickLook(colours, fontFamily),
            maxTicksLimit: 7,
            maxRotation: 0,
            includeBounds: false,
            padding: 6,
            callback: (value) => text.tick(Number(value)),
          },
          // A fixed height, so that the rows beside the chart meet its lines.
          afterFit: (axis) => {
            axis.height = AXIS_PX
          },
        },
        y: { type: 'linear', min: 0, max: count, reverse: true, display: false },
      },
      plugins: {
        legend: { display: false },
        annotation: { annotations: linesOf(input, count) },
        tooltip: {
          ...tooltipLook({ colours, fontFamily }),
          filter: (item, index) => index === 0 && rowOf(item.parsed.y, all) !== undefined,
          callbacks: {
            title: (items) => items.map((item) => rowOf(item.parsed.y, all)?.name ?? ''),
            label: (item) => {
              const row = rowOf(item.parsed.y, all)
              return row ? text.point(row) : []
            },
          },
        },
      },
    },
  }
}

/** Both ends of the axis, as changes in percent or points: at least twice the margin on either side. */
export function forestEnds({ rows, pooled, margin }: Pick<ForestInput, 'rows' | 'pooled' | 'margin'>): {
  min: number
  max: number
} {
  const effects = [...rows.map(({ effect }) => effect), ...(pooled ? [pooled] : [])]
  const least = margin * 2 * 100
  const furthest =
    MOST_BEYOND * Math.max(least, ...effects.map((effect) => Math.abs(changeOf(effect, 'value'))))
  const low = Math.max(-furthest, Math.min(-least, ...effects.map((effect) => changeOf(effect, 'low'))))
  const high = Math.min(furthest, Math.max(least, ...effects.map((effect) => changeOf(effect, 'high'))))
  const air = (high - low) * AIR
  return { min: low - air, max: high + air }
}

/** A change in percent or points: a ratio of 0.6 is −40. */
function changeOf(effect: Effect, end: 'value' | 'low' | 'high'): number {
  return effect.unit === 'ratio' ? (effect[end] - 1) * 100 : effect[end]
}

function rowOf<Row>(y: number | null, all: readonly Row[]): Row | undefined {
  return y === null ? undefined : all[Math.floor(y)]
}

const bare = { borderWidth: 0, pointRadius: 0, pointHoverRadius: 0, pointHitRadius: 0 }

function rangesOf({ rows, place }: ForestInput): ChartDataset<'line', Point[]>[] {
  return rows.map(({ effect, colour }, index) => ({
    ...bare,
    data: [
      { x: changeOf(effect, 'low'), y: index + place },
      { x: changeOf(effect, 'high'), y: index + place },
    ],
    borderColor: colour,
    borderWidth: 3,
    borderCapStyle: 'round',
    order: 2,
  }))
}

function pointsOf({ rows, colours, place }: ForestInput): ChartDataset<'line', Point[]> {
  return {
    data: rows.map(({ effect }, index) => ({ x: changeOf(effect, 'value'), y: index + place })),
    showLine: false,
    pointRadius: 7,
    pointHoverRadius: 8,
    pointStyle: rows.map(({ mark }) => mark),
    pointBackgroundColor: rows.map(({ colour }) => colour),
    pointBorderColor: colours.surface,
    pointBorderWidth: 1.5,
    order: 1,
  }
}

/** As wide as the range, thickest at the effect. */
function diamond({ rows, colours, place }: ForestInput, pooled: Effect): ChartDataset<'line', Point[]> {
  const y = rows.length + place
  const half = Math.min(DIAMOND_HALF, 1 - place - LEAST_BELOW)
  const [low, value, high] = [changeOf(pooled, 'low'), changeOf(pooled, 'value'), changeOf(pooled, 'high')]
  return {
    ...bare,
    data: [
      { x: low, y },
      { x: value, y: y - half },
      { x: high, y },
      { x: value, y: y + half },
      { x: low, y },
    ],
    borderColor: colours.cutover,
    borderWidth: 1.5,
    backgroundColor: colours.cutover,
    fill: 'shape',
    order: 1,
  }
}

/** No change, and the changes around it that are too small to call. */
function linesOf({ margin, colours, rows }: ForestInput, count: number): Record<string, Annotation> {
  return {
    margin: {
      type: 'box',
      xMin: -margin * 100,
      xMax: margin * 100,
      backgroundColor: colours.beforeWindow,
      borderWidth: 0,
      drawTime: 'beforeDatasetsDraw',
    },
    none: { type: 'line', xMin: 0, xMax: 0, borderColor: colours.text, borderWidth: 1.5 },
    ...(count > rows.length && rows.length > 0
      ? {
          above: {
            type: 'line',
            xMin: -Infinity,
            xMax: Infinity,
            yMin: rows.length,
            yMax: rows.length,
            borderColor: colours.grid,
            borderWidth: 1,
          },
        }
      : {}),
  }
}
