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

/** A design and responses as they are, stored column by column, the responses last. */
export type Stacked = Omit<Whitened, 'logScale'>

export function stacked(
  design: readonly (readonly number[])[],
  responses: readonly (readonly number[])[],
): Stacked {
  const rows = design.length
  const width = design[0].length
  const columns = new Float64Array((width + responses.length) * rows)
  for (let i = 0; i < rows; i++)
    for (let column = 0; column < width; column++) columns[column * rows + i] = design[i][column]
  responses.forEach((response, place) => columns.set(response, (width + place) * rows))
  return { columns, rows, width, responses: responses.length }
}

/**
 * Whitens a weekly series with first-order autocorrelation. Weeks may be missing: over a gap of g weeks the
 * correlation is the autocorrelation to the power of g.
 * @param into takes the whitened columns, where memory is used again and again
 */
export function whiten(
  series: Stacked,
  weeks: readonly number[],
  autocorrelation: number,
  into = new Float64Array(series.columns.length),
): Whitened {
  const { columns, rows, width, responses } = series
  const count = columns.length / rows
  let logScale = 0
  let gap = 0
  let carried = 0
  let scale = 1
  let logRest = 0
  for (let column = 0; column < count; column++) into[column * rows] = columns[column * rows]
  for (let i = 1; i < rows; i++) {
    if (weeks[i] - weeks[i - 1] !== gap) {
      gap = weeks[i] - weeks[i - 1]
      carried = carriedOver(autocorrelation, gap)
      scale = 1 / Math.sqrt(1 - carried * carried)
      logRest = Math.log(1 - carried * carried)
    }
    logScale += logRest
    for (let at = i; at < columns.length; at += rows)
      into[at] = (columns[at] - carried * columns[at - 1]) * scale
  }
  return { columns: into, rows, width, responses, logScale }
}

/** The correlation of two weeks that lie `gap` weeks apart. */
export function carriedOver(autocorrelation: number, gap: number): number {
  return Math.abs(autocorrelation) < 1e-12
    ? 0
    : Math.sign(autocorrelation) ** gap * Math.abs(autocorrelation) ** gap
}
