import type { Interval } from './interval.ts'
import { satterthwaite } from './satterthwaite.ts'
import { studentTQuantile } from './student-t.ts'

/**
 * Ratio of weekly totals (after to before) as a natural logarithm with its 95 % interval: by what factor did a
 * volume change?
 *
 * Welch's t on ln(total + 0.5). Assumes that weekly totals vary by a factor and are independent of each other;
 * a Poisson interval would be far too narrow.
 * Reference: Welch 1947, Biometrika 34:28.
 *
 * @example countWindow([100, 110, 90], [50, 55, 45]).estimate // about ln 0.5
 * @throws when a window has fewer than two weeks
 */
export function countWindow(before: readonly number[], after: readonly number[]): Interval {
  const logs = (totals: readonly number[]) => totals.map((total) => Math.log(total + 0.5))
  return meanDifference(logs(before), logs(after))
}

/**
 * Difference of the means of weekly values (after − before) with its 95 % interval, by Welch's t.
 * @throws when a window has fewer than two weeks
 */
export function meanDifference(before: readonly number[], after: readonly number[]): Interval {
  if (before.length < 2 || after.length < 2)
    throw new Error('meanDifference requires at least two weeks on each side')
  const first = meanOf(before)
  const second = meanOf(after)
  const degrees = satterthwaite(first.variance, before.length - 1, second.variance, after.length - 1)
  const half = studentTQuantile(0.975, degrees) * Math.sqrt(first.variance + second.variance)
  const estimate = second.mean - first.mean
  return { estimate, low: estimate - half, high: estimate + half }
}

/** The mean and the variance of that mean. */
function meanOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, variance: squares / (values.length - 1) / values.length }
}
