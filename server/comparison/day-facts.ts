import type { Day } from '../periods/day.ts'

/** `denominator` where that is not `n`, as agents' hours are not. */
export type Sum = { n: number; numerator: number; denominator?: number }
/**
 * What a metric is made of, per brand-local day: sums, or for durations the seconds themselves (Infinity while one has
 * not ended). The value of a rate is the numerator divided by `n`, that of a load or an amount of money divided by the
 * denominator.
 */
export type DailyFacts =
  | { kind: 'count' | 'rate' | 'load' | 'money'; sums: ReadonlyMap<Day, Sum> }
  /** The seconds of each day in ascending order. `quantile`: the one that is compared, 0.5 unless told. */
  | { kind: 'duration'; seconds: ReadonlyMap<Day, ArrayLike<number>>; quantile?: number }
