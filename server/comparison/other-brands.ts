import type { OthersLevel } from '../contract-levels.ts'
import type { Comparison } from '../contract.ts'

type Cell = Pick<Comparison, 'brand' | 'now'>

/**
 * Where the other brands stand in the same latest weeks: the middle one of their values, and the lowest and the highest.
 * Null where no other brand has a value.
 * @param cells of one metric; only brands the reader may see
 */
export function otherBrands(cells: readonly Cell[], brandId: number): OthersLevel | null {
  const others = cells.filter(({ brand }) => brand.id !== brandId)
  const known = others.flatMap(({ now }) =>
    now === null || now.value === null ? [] : { ...now, value: now.value },
  )
  const values = known.map(({ value }) => value).sort((one, other) => one - other)
  if (values.length === 0) return null
  return {
    value: middleOf(values),
    low: values[0],
    high: values[values.length - 1],
    brands: values.length,
    n: known.reduce((sum, { n }) => sum + n, 0),
    from: known.map(({ from }) => from).sort()[0],
    to: known.map(({ to }) => to).sort()[known.length - 1],
  }
}

/** Of ascending values; between the two in the middle where their number is even. */
function middleOf(values: readonly number[]): number {
  const half = values.length / 2
  return (values[Math.ceil(half) - 1] + values[Math.floor(half)]) / 2
}
