import { differenceInterval } from './difference-interval.ts'
import type { Interval } from './interval.ts'
import { quantileType7 } from './quantile-type7.ts'
import { satterthwaite } from './satterthwaite.ts'
import { studentTQuantile } from './student-t.ts'
import { together } from './together.ts'

type Weeks = readonly ArrayLike<number>[]
type Arm = { ascending: Float64Array; quantile: number; variance: number; weeks: number }

/**
 * Ratio of a quantile after to the same quantile before, as a natural logarithm with its 95 % interval: by what
 * factor did the median (or any other quantile) of a duration change between two windows?
 *
 * Woodruff's interval with weeks as clusters, Satterthwaite degrees of freedom and MOVER for the ratio. Assumes
 * that weeks are exchangeable within a window; conversations within a week may depend on each other.
 * References: Woodruff 1952, JASA 47:635; Zou & Donner 2008, Stat Med 27:1693.
 *
 * @param before the durations of each week, above 0
 * @example quantileWindow([[60, 90], [70, 80]], [[30, 45], [35, 40]], 0.5).estimate // ln 0.5
 * @throws when a window has fewer than two weeks with durations
 */
export function quantileWindow(before: Weeks, after: Weeks, probability: number): Interval {
  const first = measureArm(before, probability)
  const second = measureArm(after, probability)
  const degrees = satterthwaite(first.variance, first.weeks - 1, second.variance, second.weeks - 1)
  const t = studentTQuantile(0.975, degrees)
  return differenceInterval(invert(first, probability, t), invert(second, probability, t))
}

function measureArm(allWeeks: Weeks, probability: number): Arm {
  const weeks = allWeeks.filter((week) => week.length > 0)
  if (weeks.length < 2)
    throw new Error('quantileWindow requires at least two weeks with durations on each side')
  const ascending = together(weeks).sort()
  if (!(ascending[0] > 0)) throw new Error('quantileWindow requires durations above 0')
  const quantile = quantileType7(ascending, probability)
  const counts = weeks.map((week) => countAtMost(week, quantile))
  const total = ascending.length
  const share = counts.reduce((sum, count) => sum + count, 0) / total
  const squares = counts.reduce((sum, count, i) => sum + (count - share * weeks[i].length) ** 2, 0)
  const clustered = ((weeks.length / (weeks.length - 1)) * squares) / total ** 2
  const binomial = (probability * (1 - probability)) / total
  return { ascending, quantile, variance: Math.max(clustered, binomial), weeks: weeks.length }
}

function countAtMost(values: ArrayLike<number>, limit: number): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (values[i] <= limit) count++
  return count
}

/** The interval of the share on the logit scale, read back through the sample's own distribution. */
function invert({ ascending, quantile, variance }: Arm, probability: number, t: number): Interval {
  const logit = Math.log(probability / (1 - probability))
  const margin = (t * Math.sqrt(variance)) / (probability * (1 - probability))
  const logAt = (z: number) => Math.log(quantileType7(ascending, 1 / (1 + Math.exp(-z))))
  return { estimate: Math.log(quantile), low: logAt(logit - margin), high: logAt(logit + margin) }
}
