/**
 * A design and responses from which each week's memory of the week before has been taken, so that the errors are
 * independent and of one size. Stored column by column, the responses last.
 */
export type Whitened = {
  columns: Float64Array
  rows: number
  /** Coefficients: the columns without the responses. */
  width: number
  responses: number
  /** Sum of ln(1 − carried²): what whitening adds to the logarithm of the likelihood. */
  logScale: number
}

/**
 * Whitens a weekly series with first-order autocorrelation. Weeks may be missing: over a gap of g weeks the
 * correlation is the autocorrelation to the power of g.
 */
export function whiten(
  design: readonly (readonly number[])[],
  responses: readonly (readonly number[])[],
  weeks: readonly number[],
  autocorrelation: number,
): Whitened {
  const rows = weeks.length
  const width = design[0].length
  const columns = new Float64Array((width + responses.length) * rows)
  for (let column = 0; column < width; column++) columns[column * rows] = design[0][column]
  responses.forEach((response, place) => (columns[(width + place) * rows] = response[0]))
  let logScale = 0
  let gap = 0
  let carried = 0
  let scale = 1
  let logRest = 0
  for (let i = 1; i < rows; i++) {
    if (weeks[i] - weeks[i - 1] !== gap) {
      gap = weeks[i] - weeks[i - 1]
      carried = carriedOver(autocorrelation, gap)
      scale = 1 / Math.sqrt(1 - carried * carried)
      logRest = Math.log(1 - carried * carried)
    }
    logScale += logRest
    const row = design[i]
    const previous = design[i - 1]
    for (let column = 0; column < width; column++)
      columns[column * rows + i] = (row[column] - carried * previous[column]) * scale
    for (let place = 0; place < responses.length; place++)
      columns[(width + place) * rows + i] = (responses[place][i] - carried * responses[place][i - 1]) * scale
  }
  return { columns, rows, width, responses: responses.length, logScale }
}

/** The correlation of two weeks that lie `gap` weeks apart. */
export function carriedOver(autocorrelation: number, gap: number): number {
  return Math.abs(autocorrelation) < 1e-12
    ? 0
    : Math.sign(autocorrelation) ** gap * Math.abs(autocorrelation) ** gap
}
