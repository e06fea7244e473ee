import type { ChartOptions } from 'chart.js'
import type { MetricKind, SeriesWeek } from '../contract.ts'
import { namesAxisLook, tickLook, valuesAxisLook } from './axis-looks.ts'
import { expectedReach } from './expected-band.ts'
import type { WeeklyLineInput } from './weekly-line-input.ts'

type Axis = NonNullable<ChartOptions<'line'>['scales']>[string]

const MONTH_LABEL_PX = 58
const MOST_STEPS = 5
/** Steps in which people read clocks. */
const DURATION_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400]

/** Time, marked where a month begins; fewer marks on a narrow chart. */
export function weekAxis(
  weeks: readonly SeriesWeek[],
  {
    text,
    colours,
    fontFamily,
  }: Pick<WeeklyLineInput, 'colours' | 'fontFamily'> & { text: Pick<WeeklyLineInput['text'], 'month'> },
): Axis {
  const months = weeks.flatMap((week, index) => (beginsMonth(weeks, index) ? [{ index, day: week.to }] : []))
  return {
    type: 'category',
    offset: true,
    ...namesAxisLook(colours),
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      ...tickLook(colours, fontFamily),
      callback(_, index) {
        const every = monthStep(months.length, this.chart.width)
        const nth = months.findIndex((month) => month.index === index)
        if (nth < 0 || nth % every !== 0) return null
        const shown = months[nth].day
        const previous = months[nth - every]?.day
        return text.month(shown, previous === undefined || previous.slice(0, 4) !== shown.slice(0, 4))
      },
    },
  }
}

/** 1, 2, 3 or 6 months between marks, so that the words do not touch. */
export function monthStep(months: number, width: number): number {
  const room = Math.max(2, Math.floor(width / MONTH_LABEL_PX))
  return [1, 2, 3, 6].find((step) => months / step <= room) ?? 12
}

function beginsMonth(weeks: readonly SeriesWeek[], index: number): boolean {
  return index > 0 && weeks[index].to.slice(0, 7) !== weeks[index - 1].to.slice(0, 7)
}

/** The values, measured and expected; durations and counts start at zero, rates show the part of the scale in which they move. */
export function valueAxis(weeks: readonly SeriesWeek[], input: WeeklyLineInput): Axis {
  const values = weeks.flatMap((week) => (week.value === null ? [] : [week.value]))
  const wanted = input.goal ? [input.goal.value] : []
  const range = valueRange([...values, ...wanted, ...expectedReach(input)], input.kind)
  return {
    type: 'linear',
    min: range.min,
    max: range.max,
    ...valuesAxisLook(input.colours),
    ticks: {
      ...tickLook(input.colours, input.fontFamily),
      stepSize: range.step,
      padding: 8,
      callback: (value) => input.text.value(Number(value)),
    },
  }
}

/** Ends of the axis on whole steps with some air around the line. */
export function valueRange(
  values: readonly number[],
  kind: MetricKind,
): { min: number; max: number; step: number } {
  if (values.length === 0) return { min: 0, max: 1, step: kind === 'rate' ? 0.25 : 1 }
  const highest = Math.max(...values)
  const lowest = kind === 'rate' ? Math.min(...values) : 0
  const air = (highest - lowest) * 0.12 || highest * 0.1 || 0.01
  const wantedMax = kind === 'rate' ? Math.min(1, highest + air) : highest + air
  const wantedMin = kind === 'rate' ? Math.max(0, lowest - air) : 0
  const step = kind === 'duration' ? durationStep(wantedMax) : roundStep(wantedMax - wantedMin, kind)
  const steps = (value: number, round: (x: number) => number) =>
    Number((round(value / step) * step).toPrecision(12))
  const max = steps(wantedMax - 1e-9, Math.ceil)
  return { min: steps(wantedMin + 1e-9, Math.floor), max: kind === 'rate' ? Math.min(1, max) : max, step }
}

function durationStep(range: number): number {
  return (
    DURATION_STEPS.find((step) => range / step <= MOST_STEPS) ??
    Math.ceil(range / MOST_STEPS / 86_400) * 86_400
  )
}

function roundStep(range: number, kind: MetricKind): number {
  const rough = range / MOST_STEPS
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  return kind === 'count' ? Math.max(1, step) : step
}
