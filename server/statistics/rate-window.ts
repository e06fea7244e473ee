import { differenceInterval } from './difference-interval.ts'
import type { Interval } from './interval.ts'
import { satterthwaite } from './satterthwaite.ts'
import { studentTQuantile } from './student-t.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** `squares`: of the weights, where a case stands for several; the denominator is the sum of the weights then. */
export type RateWeek = { numerator: number; denominator: number; squares?: number }
type Arm = { share: number; variance: number; effectiveCount: number; weeks: number }

/** Keeps the design effect defined where every answer is the same. */
const SMALLEST_BINOMIAL = 1e-9

/**
 * Difference of two rates (after − before) with its 95 % interval: by how many points did a share change?
 *
 * Newcombe's hybrid score interval, the counts divided by a design effect measured between weeks. Assumes that
 * weeks are exchangeable within a window; conversations within a week may depend on each other.
 * Reference: Newcombe 1998, Stat Med 17:873 (method 10).
 *
 * @example rateWindow([{ numerator: 8, denominator: 10 }, …], [{ numerator: 6, denominator: 10 }, …]).estimate // -0.2
 * @throws when a window has fewer than two weeks with a denominator
 */
export function rateWindow(before: readonly RateWeek[], after: readonly RateWeek[]): Interval {
  const first = measureArm(before)
  const second = measureArm(after)
  const degrees = satterthwaite(first.variance, first.weeks - 1, second.variance, second.weeks - 1)
  const t = studentTQuantile(0.975, degrees)
  return differenceInterval(
    wilsonInterval(first.share, first.effectiveCount, t),
    wilsonInterval(second.share, second.effectiveCount, t),
  )
}

function measureArm(allWeeks: readonly RateWeek[]): Arm {
  const weeks = allWeeks.filter((week) => week.denominator > 0)
  if (weeks.length < 2)
    throw new Error('rateWindow requires at least two weeks with a denominator on each side')
  const count = weeks.reduce((sum, week) => sum + week.denominator, 0)
  const share = weeks.reduce((sum, week) => sum + week.numerator, 0) / count
  const squares = weeks.reduce((sum, week) => sum + (week.numerator - share * week.denominator) ** 2, 0)
  // As many equally weighted cases as carry the same information (Kish 1965): without weights, all of them.
  const effective = count ** 2 / weeks.reduce((sum, week) => sum + (week.squares ?? week.denominator), 0)
  const clustered = ((weeks.length / (weeks.length - 1)) * squares) / count ** 2
  const binomial = Math.max(share * (1 - share), SMALLEST_BINOMIAL) / effective
  const designEffect = Math.max(1, clustered / binomial)
  return {
    share,
    variance: Math.max(clustered, binomial),
    effectiveCount: effective / designEffect,
    weeks: weeks.length,
  }
}
