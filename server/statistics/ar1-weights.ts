import { solveDownward, solveUpward, solveWhitened } from './ar1-least-squares.ts'
import { carriedOver, stacked, whiten } from './ar1-whitening.ts'

/**
 * How much does each week's value count in a linear combination of coefficients that is estimated by generalised
 * least squares with a known autocorrelation? The estimate is the sum of weight times value.
 * @param autocorrelation of neighbouring weeks
 * @returns one weight per week, in the order given
 * @example ar1Weights([[1, 0], [1, 0], [1, 1], [1, 1]], [0, 1, 2, 3], [0, 1], 0) // [-0.5, -0.5, 0.5, 0.5]
 * @throws when a column depends on the others
 */
export function ar1Weights(
  design: readonly (readonly number[])[],
  weeks: readonly number[],
  combination: readonly number[],
  autocorrelation: number,
): number[] {
  const series = stacked(design, [])
  const { triangle } = solveWhitened(whiten(series, weeks, autocorrelation))
  const direction = solveUpward(triangle, solveDownward(triangle, combination))
  const { columns, rows } = whiten(series, weeks, autocorrelation)
  const ofWhitened = design.map((_, i) =>
    direction.reduce((sum, part, column) => sum + part * columns[column * rows + i], 0),
  )
  // Back from whitened weeks to weeks: each of them is made of its own week and the one before.
  return ofWhitened.map((weight, i) => {
    const own = i === 0 ? weight : weight / rest(autocorrelation, weeks[i] - weeks[i - 1])
    if (i + 1 === design.length) return own
    const gap = weeks[i + 1] - weeks[i]
    const lent = (carriedOver(autocorrelation, gap) * ofWhitened[i + 1]) / rest(autocorrelation, gap)
    return own - lent
  })
}

function rest(autocorrelation: number, gap: number): number {
  return Math.sqrt(1 - carriedOver(autocorrelation, gap) ** 2)
}
