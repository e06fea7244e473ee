import { leastSquares } from './least-squares.ts'

export type NoiseFloor = {
  /** How many times wider than the model says the interval must be; at least 1. */
  kappa: number
  /** By how much two neighbouring periods differed by themselves, in 95 of 100 cases at most; on the series' scale. */
  swing: number
}

const LEAST_WEEKS = 40
const LONGEST_PERIOD_WEEKS = 8
/** Weeks between the two periods, as between the weeks before a move and those after its ramp. */
const PAUSE_WEEKS = 2
/** A period stands for its mean as long as this share of its weeks is there. */
const LEAST_SHARE = 0.75
const SMALLEST_VARIANCE = 1e-12

/**
 * How far did the series swing between two periods when nothing had been changed?
 *
 * Moves a pair of neighbouring periods through the weeks before the move and compares their means, after the model's
 * own line has been taken away. Where they differ more than week-to-week jumps explain, the series wanders slowly,
 * and an interval that knows only the jumps is too narrow.
 *
 * @param design of the weeks before the move, without the move
 * @param weeks ascending whole week numbers; gaps are allowed
 * @param afterWeeks weeks that the effect is estimated on
 * @returns null with fewer than 40 weeks, or when no pair of periods is complete enough
 */
export function noiseFloor(
  design: readonly (readonly number[])[],
  values: readonly number[],
  weeks: readonly number[],
  afterWeeks: number,
): NoiseFloor | null {
  if (weeks.length < LEAST_WEEKS) return null
  const residuals = residualsByWeek(design, values, weeks)
  const length = Math.min(LONGEST_PERIOD_WEEKS, afterWeeks)
  const lastWeek = weeks[weeks.length - 1]
  const jumps = weeks.flatMap((week) => difference(residuals.get(week - 1), residuals.get(week)))
  const differences: number[] = []
  for (let start = weeks[0] + length; start + PAUSE_WEEKS + length - 1 <= lastWeek; start++) {
    const first = periodMean(residuals, start - length, length)
    const second = periodMean(residuals, start + PAUSE_WEEKS, length)
    differences.push(...difference(first, second))
  }
  if (differences.length === 0 || jumps.length === 0) return null
  const swung = Math.sqrt(meanSquare(differences))
  const expected = Math.sqrt(Math.max(meanSquare(jumps), SMALLEST_VARIANCE) / length)
  return { kappa: Math.max(1, swung / expected), swing: 1.96 * swung }
}

function residualsByWeek(
  design: readonly (readonly number[])[],
  values: readonly number[],
  weeks: readonly number[],
): Map<number, number> {
  const { coefficients } = leastSquares(
    design,
    values,
    design[0].map(() => 0),
  )
  return new Map(
    weeks.map((week, i) => [
      week,
      values[i] - design[i].reduce((sum, part, j) => sum + part * coefficients[j], 0),
    ]),
  )
}

function difference(first: number | undefined, second: number | undefined): number[] {
  return first === undefined || second === undefined ? [] : [second - first]
}

function periodMean(
  residuals: ReadonlyMap<number, number>,
  from: number,
  length: number,
): number | undefined {
  let sum = 0
  let count = 0
  for (let week = from; week < from + length; week++) {
    const residual = residuals.get(week)
    if (residual === undefined) continue
    sum += residual
    count++
  }
  return count >= LEAST_SHARE * length ? sum / count : undefined
}

function meanSquare(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length
}
