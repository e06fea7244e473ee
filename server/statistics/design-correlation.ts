/** How much one week of one series counts in an estimate. */
export type DesignWeight = {
  series: string | number
  /** The week's first day as a number of days since any fixed day, the same for every series. */
  day: number
  weight: number
}

/** How alike neighbouring weeks of one brand are taken to be. */
const WEEKLY_AUTOCORRELATION = 0.3
const DAYS_PER_WEEK = 7

type Cells = { days: number[]; weights: number[] }
type Design = Map<string | number, Cells>

/**
 * How much do several estimates err together because they rest on the same weeks of the same series, as the effects
 * of brands that were measured against the same controls do?
 *
 * Every estimate is a weighted sum of weekly values; the correlation of two follows from their weights. Assumes that
 * series are independent of each other, and within a series a correlation of 0.3 from one week to the next
 * (0.3^(days apart ÷ 7) where weeks begin on different weekdays).
 *
 * @returns the correlation matrix, in the order of the input
 * @example designCorrelation([[{ series: 1, day: 0, weight: 1 }], [{ series: 1, day: 7, weight: 1 }]]) // [[1, 0.3], [0.3, 1]]
 * @throws when an estimate has no weight at all
 */
export function designCorrelation(estimates: readonly (readonly DesignWeight[])[]): number[][] {
  const designs = estimates.map(bySeries)
  const likeness = likenessByDays(estimates)
  const variances = designs.map((design) => covariance(design, design, likeness))
  if (variances.some((variance) => !(variance > 0)))
    throw new Error('designCorrelation requires weights other than 0 for every estimate')
  return designs.map((first, i) =>
    designs.map((second, j) =>
      i === j ? 1 : covariance(first, second, likeness) / Math.sqrt(variances[i] * variances[j]),
    ),
  )
}

/** The weights of a plain difference of means: the weeks after a change against the weeks before it. */
export function levelShiftWeights(
  series: string | number,
  daysBefore: readonly number[],
  daysAfter: readonly number[],
): DesignWeight[] {
  return [
    ...daysBefore.map((day) => ({ series, day, weight: -1 / daysBefore.length })),
    ...daysAfter.map((day) => ({ series, day, weight: 1 / daysAfter.length })),
  ]
}

function bySeries(weights: readonly DesignWeight[]): Design {
  const design: Design = new Map()
  for (const { series, day, weight } of weights) {
    const cells = design.get(series) ?? { days: [], weights: [] }
    cells.days.push(day)
    cells.weights.push(weight)
    design.set(series, cells)
  }
  return design
}

/** The correlation of two weeks of one series by the days between them; powers are too slow to take each time. */
function likenessByDays(estimates: readonly (readonly DesignWeight[])[]): Float64Array {
  let first = Infinity
  let last = -Infinity
  for (const weights of estimates) {
    for (const { day } of weights) {
      if (day < first) first = day
      if (day > last) last = day
    }
  }
  const count = last >= first ? last - first + 1 : 0
  return Float64Array.from({ length: count }, (_, days) => WEEKLY_AUTOCORRELATION ** (days / DAYS_PER_WEEK))
}

function covariance(first: Design, second: Design, likeness: Float64Array): number {
  let sum = 0
  for (const [series, cells] of first) {
    const others = second.get(series)
    if (!others) continue
    for (let i = 0; i < cells.days.length; i++) {
      let inner = 0
      for (let j = 0; j < others.days.length; j++) {
        inner += others.weights[j] * likeness[Math.abs(cells.days[i] - others.days[j])]
      }
      sum += cells.weights[i] * inner
    }
  }
  return sum
}
