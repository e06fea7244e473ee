import type { Whitened } from './ar1-whitening.ts'

export type WhitenedSolution = {
  /** Those of each response, one after the other. */
  coefficients: Float64Array
  /** One for each response. */
  residualSquares: Float64Array
  /** Sum of ln |diagonal of R|. */
  logDeterminant: number
  /** R of the QR decomposition, upper triangle, row by row. */
  triangle: Float64Array
}

/**
 * Least squares on a whitened series by Householder reflections, in place: the columns are overwritten.
 * The same mathematics as leastSquares, without its many small arrays; 23 of these are needed for one interval.
 * @throws when a column depends on the others
 */
export function solveWhitened({ columns, rows, width, responses }: Whitened): WhitenedSolution {
  const diagonal = new Float64Array(width)
  for (let column = 0; column < width; column++)
    diagonal[column] = reflect(columns, rows, width + responses, column)
  const triangle = new Float64Array(width * width)
  let logDeterminant = 0
  for (let i = 0; i < width; i++) {
    if (!(Math.abs(diagonal[i]) > 1e-12))
      throw new Error('fitAr1 requires columns that do not depend on each other')
    triangle[i * width + i] = diagonal[i]
    for (let j = i + 1; j < width; j++) triangle[i * width + j] = columns[j * rows + i]
    logDeterminant += Math.log(Math.abs(diagonal[i]))
  }
  const coefficients = new Float64Array(responses * width)
  const residualSquares = new Float64Array(responses)
  for (let place = 0; place < responses; place++) {
    const begin = (width + place) * rows
    let squares = 0
    for (let i = width; i < rows; i++) squares += columns[begin + i] ** 2
    residualSquares[place] = squares
    for (let i = width - 1; i >= 0; i--) {
      let rest = columns[begin + i]
      for (let j = i + 1; j < width; j++) rest -= triangle[i * width + j] * coefficients[place * width + j]
      coefficients[place * width + i] = rest / triangle[i * width + i]
    }
  }
  return { coefficients, residualSquares, logDeterminant, triangle }
}

/** Solves R·x = right. */
export function solveUpward(triangle: Float64Array, right: ArrayLike<number>): Float64Array {
  const width = right.length
  const solution = new Float64Array(width)
  for (let i = width - 1; i >= 0; i--) {
    let rest = right[i]
    for (let j = i + 1; j < width; j++) rest -= triangle[i * width + j] * solution[j]
    solution[i] = rest / triangle[i * width + i]
  }
  return solution
}

/** Solves Rᵀ·x = right. */
export function solveDownward(triangle: Float64Array, right: ArrayLike<number>): Float64Array {
  const width = right.length
  const solution = new Float64Array(width)
  for (let i = 0; i < width; i++) {
    let rest = right[i]
    for (let j = 0; j < i; j++) rest -= triangle[j * width + i] * solution[j]
    solution[i] = rest / triangle[i * width + i]
  }
  return solution
}

/** Mirrors the columns to the right so that this one has only its diagonal left, which is returned. */
function reflect(columns: Float64Array, rows: number, count: number, column: number): number {
  const start = column * rows
  let squares = 0
  for (let i = column; i < rows; i++) squares += columns[start + i] * columns[start + i]
  if (squares === 0) return 0
  const head = columns[start + column]
  const diagonal = head > 0 ? -Math.sqrt(squares) : Math.sqrt(squares)
  // The column itself becomes the mirror: below the diagonal it is not needed again.
  columns[start + column] = head - diagonal
  const factor = 1 / (squares - head * diagonal)
  for (let other = column + 1; other < count; other++) {
    const begin = other * rows
    let product = 0
    for (let i = column; i < rows; i++) product += columns[start + i] * columns[begin + i]
    product *= factor
    for (let i = column; i < rows; i++) columns[begin + i] -= product * columns[start + i]
  }
  return diagonal
}
