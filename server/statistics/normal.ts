const DENSITY_AT_0 = 0.3989422804014327
/** Up to here the series is exact enough; beyond, the fraction converges quickly. */
const SERIES_UP_TO = 2.5
const FRACTION_DEPTH = 120

/**
 * Cumulative distribution of the standard normal: how much of the distribution lies at or below a value?
 * Accurate to about 13 digits, also far out on the left. References: Marsaglia 2004, J Stat Softw 11(4), for the
 * middle; Laplace's continued fraction (Abramowitz & Stegun 26.2.14) for the tails.
 * @example normalCumulative(-1.959964) // 0.025
 */
export function normalCumulative(value: number): number {
  const size = Math.abs(value)
  const tail = size <= SERIES_UP_TO ? 0.5 - middle(size) : upperTail(size)
  return value < 0 ? tail : 1 - tail
}

/** What lies between 0 and a value. */
function middle(value: number): number {
  let term = value
  let sum = value
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= value ** 2 / odd
    sum += term
  }
  return sum * density(value)
}

function upperTail(value: number): number {
  let fraction = value
  for (let depth = FRACTION_DEPTH; depth >= 1; depth--) fraction = value + depth / fraction
  return density(value) / fraction
}

function density(value: number): number {
  return DENSITY_AT_0 * Math.exp(-(value ** 2) / 2)
}
