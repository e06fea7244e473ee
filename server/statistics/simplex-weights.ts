import { gramMixture, gramOf } from './gram-mixture.ts'
import { leastSquares } from './least-squares.ts'

/** What counts as no gain by another column, relative to the target's and the columns' size. */
const NO_GAIN = 1e-14

/**
 * Weights ≥ 0 with sum 1 that bring a mixture of columns closest to a target: minimises
 * |Σ weight·column − target|² + ridge·|weights|². Above a ridge of 0 there is one such mixture.
 *
 * Primal active set: solves without the bounds for the columns in use, gives up the first that would fall below 0,
 * takes in the one that promises the largest gain, until none does. Exact after finitely many steps, the same on
 * every machine. Reference: Lawson & Hanson 1974, Solving Least Squares Problems, ch. 23, with a sum of 1.
 *
 * @param ridge above 0
 * @example simplexWeights([[1, 0], [0, 1]], [0.3, 0.7], 1e-9) // [0.3, 0.7]
 * @throws when there is no column
 */
export function simplexWeights(
  columns: readonly (readonly number[])[],
  target: readonly number[],
  ridge: number,
): number[] {
  if (columns.length === 0) throw new Error('simplexWeights requires at least one column')
  if (!(ridge > 0)) throw new Error('simplexWeights requires a ridge above 0')
  const gram = gramOf(columns, target, ridge)
  const mixtureOf: MixtureOf = (used) =>
    gram === null ? bestMixture(used, columns, target, ridge) : gramMixture(gram, used, ridge)
  const weights = columns.map(() => 0)
  const slack = NO_GAIN * Math.max(ridge, ...[...columns, target].map((column) => dot(column, column)))
  let used = [nearest(columns, target)]
  weights[used[0]] = 1
  let next = mostPromising(columns, target, ridge, weights, used, slack)
  // Each round lowers the sum of squares, so no set of columns comes twice; rounding is the only reason for a limit.
  for (let round = 0; next !== null && round < 20 * columns.length; round++) {
    used = moveWithin(mixtureOf, weights, [...used, next])
    // A column that falls out at once promised no more than a rounding error.
    if (!used.includes(next)) break
    next = mostPromising(columns, target, ridge, weights, used, slack)
  }
  return weights
}

/** The best weights of sum 1 for some of the columns, without bounds. */
type MixtureOf = (used: readonly number[]) => number[]

/** Moves the weights to the best mixture of the used columns, and returns the columns still in use. */
function moveWithin(mixtureOf: MixtureOf, weights: number[], used: readonly number[]): number[] {
  let kept = [...used]
  for (;;) {
    const best = mixtureOf(kept)
    const falling = kept.map((_, i) => i).filter((i) => best[i] <= 0)
    if (falling.length === 0) {
      kept.forEach((column, i) => (weights[column] = best[i]))
      return kept
    }
    const reach = (i: number) => weights[kept[i]] / (weights[kept[i]] - best[i])
    const first = falling.reduce((nearestEnd, i) => (reach(i) < reach(nearestEnd) ? i : nearestEnd))
    const step = weights[kept[first]] === 0 ? 0 : reach(first)
    kept.forEach((column, i) => (weights[column] += step * (best[i] - weights[column])))
    weights[kept[first]] = 0
    kept = kept.filter((_, i) => i !== first)
  }
}

/** Those from the columns themselves: the last one is what the others leave over. */
function bestMixture(
  used: readonly number[],
  columns: readonly (readonly number[])[],
  target: readonly number[],
  ridge: number,
): number[] {
  const free = used.slice(0, -1)
  if (free.length === 0) return [1]
  const last = columns[used[used.length - 1]]
  const root = Math.sqrt(ridge)
  const design = [
    ...target.map((_, row) => free.map((column) => columns[column][row] - last[row])),
    ...free.map((_, i) => free.map((__, j) => (i === j ? root : 0))),
    free.map(() => -root),
  ]
  const response = [...target.map((value, row) => value - last[row]), ...free.map(() => 0), -root]
  const { coefficients } = leastSquares(
    design,
    response,
    free.map(() => 0),
  )
  return [...coefficients, 1 - coefficients.reduce((sum, weight) => sum + weight, 0)]
}

/** The unused column along which the sum of squares falls fastest; null where it falls along none. */
function mostPromising(
  columns: readonly (readonly number[])[],
  target: readonly number[],
  ridge: number,
  weights: readonly number[],
  used: readonly number[],
  slack: number,
): number | null {
  const miss = target.map((value) => -value)
  columns.forEach((column, i) => {
    if (weights[i] !== 0) for (let row = 0; row < miss.length; row++) miss[row] += weights[i] * column[row]
  })
  const slopes = columns.map((column, i) => dot(column, miss) + ridge * weights[i])
  const level = used.reduce((sum, i) => sum + slopes[i], 0) / used.length
  let steepest: number | null = null
  for (let i = 0; i < columns.length; i++) {
    if (used.includes(i) || slopes[i] >= level - slack) continue
    if (steepest === null || slopes[i] < slopes[steepest]) steepest = i
  }
  return steepest
}

function nearest(columns: readonly (readonly number[])[], target: readonly number[]): number {
  const distance = (column: readonly number[]) =>
    column.reduce((sum, value, row) => sum + (value - target[row]) ** 2, 0)
  return columns.reduce((best, column, i) => (distance(column) < distance(columns[best]) ? i : best), 0)
}

function dot(first: readonly number[], second: readonly number[]): number {
  return first.reduce((sum, value, i) => sum + value * second[i], 0)
}
