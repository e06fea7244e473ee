/** What columns and a target are among each other: all that a mixture of the columns depends on. */
export type Gram = {
  /** Row by row, the product of each column with each. */
  products: Float64Array
  /** The product of each column with the target. */
  targets: Float64Array
  columns: number
}

/** Beyond it products of columns have too few digits left; they lose twice as many as the columns themselves. */
const LARGEST_CONDITION = 1e4

/**
 * The products, where a ridge keeps them well conditioned; null where the columns themselves have to be solved. Each
 * round of `simplexWeights` then takes a small triangle of numbers instead of all rows of all columns.
 */
export function gramOf(
  columns: readonly (readonly number[])[],
  target: readonly number[],
  ridge: number,
): Gram | null {
  const size = columns.length
  let trace = 0
  for (const column of columns) trace += dot(column, column)
  if (trace > LARGEST_CONDITION * ridge) return null
  const products = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) products[i * size + j] = products[j * size + i] = dot(columns[i], columns[j])
  return { products, targets: Float64Array.from(columns, (column) => dot(column, target)), columns: size }
}

/** The best weights of sum 1 for some of the columns, without bounds: by Cholesky, the sum by a multiplier. */
export function gramMixture(
  { products, targets, columns }: Gram,
  used: readonly number[],
  ridge: number,
): number[] {
  const size = used.length
  const root = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let rest = products[used[i] * columns + used[j]] + (i === j ? ridge : 0)
      for (let k = 0; k < j; k++) rest -= root[i * size + k] * root[j * size + k]
      root[i * size + j] = i === j ? Math.sqrt(rest) : rest / root[j * size + j]
    }
  const free = solve(root, size, (i) => targets[used[i]])
  const ones = solve(root, size, () => 1)
  const excess = (sum(free) - 1) / sum(ones)
  return free.map((weight, i) => weight - excess * ones[i])
}

/** Solves root·rootᵀ·x = right. */
function solve(root: Float64Array, size: number, right: (row: number) => number): number[] {
  const solution: number[] = []
  for (let i = 0; i < size; i++) {
    let rest = right(i)
    for (let k = 0; k < i; k++) rest -= root[i * size + k] * solution[k]
    solution.push(rest / root[i * size + i])
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = solution[i]
    for (let k = i + 1; k < size; k++) rest -= root[k * size + i] * solution[k]
    solution[i] = rest / root[i * size + i]
  }
  return solution
}

function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function dot(first: readonly number[], second: readonly number[]): number {
  let total = 0
  for (let i = 0; i < first.length; i++) total += first[i] * second[i]
  return total
}
