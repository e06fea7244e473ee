import type { MeasurePart } from './measure.ts'

/** A part's sums over the rows of a group. Both are whole numbers, 0 where nothing counts. */
export function sumsSql({ n, numerator, amount, rows: { weight } }: MeasurePart): {
  n: string
  numerator: string
} {
  const counted = (condition: string) => `coalesce(sum((${condition}) * ${weight}), 0)`
  return {
    n: counted(n),
    numerator:
      amount !== undefined
        ? `coalesce(sum(case when ${n} then (${amount}) * ${weight} end), 0)`
        : numerator === undefined
          ? '0'
          : counted(`(${n}) and (${numerator})`),
  }
}
