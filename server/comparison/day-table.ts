import type { Day } from '../periods/day.ts'
import { daysBetween } from '../periods/day.ts'
import type { Sum } from './daily-facts.ts'

/** Sums by number of day: what is looked up millions of times must not be looked for by name. */
export type DayTable = {
  /** Number of the first day that is held. */
  first: number
  n: Float64Array
  numerator: Float64Array
  denominator: Float64Array
}

const FIRST_DAY: Day = '1970-01-01'
const tables = new WeakMap<ReadonlyMap<Day, Sum>, DayTable>()
const numbers = new WeakMap<readonly Day[], Int32Array>()

/** The table of some sums, which may not change afterwards. */
export function dayTableOf(sums: ReadonlyMap<Day, Sum>): DayTable {
  let table = tables.get(sums)
  if (!table) tables.set(sums, (table = tabulate(sums)))
  return table
}

/** Days since 1970-01-01 of a list that may not change afterwards. */
export function dayNumbersOf(days: readonly Day[]): Int32Array {
  let found = numbers.get(days)
  if (!found) numbers.set(days, (found = Int32Array.from(days, (day) => daysBetween(FIRST_DAY, day))))
  return found
}

function tabulate(sums: ReadonlyMap<Day, Sum>): DayTable {
  const held = [...sums].map(([day, sum]) => ({ number: daysBetween(FIRST_DAY, day), sum }))
  const first = held.reduce((least, { number }) => Math.min(least, number), Infinity)
  const last = held.reduce((most, { number }) => Math.max(most, number), -Infinity)
  const size = held.length === 0 ? 0 : last - first + 1
  const table = {
    first,
    n: new Float64Array(size),
    numerator: new Float64Array(size),
    denominator: new Float64Array(size),
  }
  for (const { number, sum } of held) {
    table.n[number - first] = sum.n
    table.numerator[number - first] = sum.numerator
    table.denominator[number - first] = sum.denominator ?? sum.n
  }
  return table
}
