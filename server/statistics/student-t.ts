import cumulative from '@stdlib/stats-base-dists-t-cdf'
import quantile from '@stdlib/stats-base-dists-t-quantile'

/**
 * Cumulative distribution of Student's t: how much of the distribution lies at or below a value?
 * Degrees of freedom need not be whole. Reference: Student 1908, Biometrika 6:1.
 * @example studentTCumulative(0, 7) // 0.5
 */
export function studentTCumulative(value: number, degreesOfFreedom: number): number {
  return cumulative(value, degreesOfFreedom)
}

/**
 * Quantile of Student's t: below which value does the given share of the distribution lie?
 * @example studentTQuantile(0.975, 7) // 2.3646
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  return quantile(probability, degreesOfFreedom)
}
