export type LeastSquares = {
  coefficients: number[]
  residualSquares: number
  /** Sum of ln |diagonal of R|. */
  logDeterminant: number
  /** Length of R⁻ᵀ·contrast: the contrast's standard error is this times the residual standard deviation. */
  contrastLength: number
}

/**
 * Ordinary least squares by Householder reflections: which coefficients bring the design closest to the response?
 * Reference: Golub & Van Loan, Matrix Computations, §5.3.
 * @param contrast the linear combination of coefficients whose standard error is wanted
 * @example leastSquares([[1, 0], [1, 1]], [2, 5], [0, 1]).coefficients // [2, 3]
 * @throws when a column depends on the others
 */
export function leastSquares(
  design: readonly (readonly number[])[],
  response: readonly number[],
  contrast: readonly number[],
): LeastSquares {
  const width = contrast.length
  const rows = design.map((row, i) => [...row, response[i]])
  for (let column = 0; column < width; column++) reflect(rows, column)
  for (let column = 0; column < width; column++) {
    if (!(Math.abs(rows[column][column]) > 1e-12))
      throw new Error('leastSquares requires columns that do not depend on each other')
  }
  let residualSquares = 0
  for (let i = width; i < rows.length; i++) residualSquares += rows[i][width] ** 2
  let logDeterminant = 0
  for (let i = 0; i < width; i++) logDeterminant += Math.log(Math.abs(rows[i][i]))
  return {
    coefficients: solveUpward(rows, width),
    residualSquares,
    logDeterminant,
    contrastLength: Math.hypot(...solveDownward(rows, contrast)),
  }
}

/** Turns the column below its diagonal to zero and mirrors the columns to the right of it alike. */
function reflect(rows: number[][], column: number): void {
  let norm = 0
  for (let i = column; i < rows.length; i++) norm += rows[i][column] ** 2
  norm = Math.sqrt(norm)
  if (norm === 0) return
  const diagonal = rows[column][column] > 0 ? -norm : norm
  const mirror: number[] = []
  let mirrorSquares = 0
  for (let i = column; i < rows.length; i++) {
    const entry = rows[i][column] - (i === column ? diagonal : 0)
    mirror.push(entry)
    mirrorSquares += entry ** 2
  }
  for (let j = column; j < rows[column].length; j++) {
    let product = 0
    for (let i = column; i < rows.length; i++) product += mirror[i - column] * rows[i][j]
    const factor = (2 * product) / mirrorSquares
    for (let i = column; i < rows.length; i++) rows[i][j] -= factor * mirror[i - column]
  }
}

/** Solves R·x = Qᵀ·response, which stands in the last column. */
function solveUpward(rows: readonly number[][], width: number): number[] {
  const solution = new Array<number>(width).fill(0)
  for (let i = width - 1; i >= 0; i--) {
    let rest = rows[i][width]
    for (let j = i + 1; j < width; j++) rest -= rows[i][j] * solution[j]
    solution[i] = rest / rows[i][i]
  }
  return solution
}

/** Solves Rᵀ·x = contrast. */
function solveDownward(rows: readonly number[][], contrast: readonly number[]): number[] {
  const solution: number[] = []
  for (let i = 0; i < contrast.length; i++) {
    let rest = contrast[i]
    for (let j = 0; j < i; j++) rest -= rows[j][i] * solution[j]
    solution.push(rest / rows[i][i])
  }
  return solution
}
