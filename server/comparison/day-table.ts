import type { Day, Period } from '../periods/day.ts'
import { daysBetween } from '../periods/day.ts'
import type { DailyFacts, Sum } from './daily-facts.ts'
import { levelOver } from './level.ts'

/** Sums by number of day: what is looked up millions of times must not be looked for by name. */
export type DayTable = {
  /** Number of the first day that is held; 0 without any. */
  first: number
  n: Float64Array
  numerator: Float64Array
  denominator: Float64Array
  /** Of durations: the day's own. */
  seconds: readonly (ArrayLike<number> | undefined)[]
}

const FIRST_DAY: Day = '1970-01-01'
const MEDIAN = 0.5
const tables = new WeakMap<object, Map<number, DayTable>>()
const numbers = new WeakMap<readonly Day[], Int32Array>()

/**
 * What each day holds; the facts may not change afterwards. Of durations the numerator is the day's level times its
 * conversations, and the denominator the conversations of days that have a level.
 */
export function dayTableOf(facts: DailyFacts): DayTable {
  const { source, quantile } = identityOf(facts)
  let byQuantile = tables.get(source)
  if (!byQuantile) tables.set(source, (byQuantile = new Map()))
  let table = byQuantile.get(quantile)
  if (!table) byQuantile.set(quantile, (table = tabulate(facts)))
  return table
}

/** Facts are told apart by where they were read, and by the quantile that is asked of them. */
export function identityOf(facts: DailyFacts): { source: object; quantile: number } {
  return facts.kind === 'duration'
    ? { source: facts.seconds, quantile: facts.quantile ?? MEDIAN }
    : { source: facts.sums, quantile: MEDIAN }
}

/** Days since 1970-01-01. */
export function dayNumberOf(day: Day): number {
  return daysBetween(FIRST_DAY, day)
}

/** Numbers of the days of a list, which may not change afterwards. */
export function dayNumbersOf(days: readonly Day[]): Int32Array {
  let found = numbers.get(days)
  if (!found) numbers.set(days, (found = Int32Array.from(days, dayNumberOf)))
  return found
}

type Running = { n: Float64Array; numerator: Float64Array; denominator: Float64Array }
const running = new WeakMap<DayTable, Running>()

/** Everything from one day to before another. */
export function sumBetween(facts: DailyFacts, { from, to }: Period): Required<Sum> {
  const table = dayTableOf(facts)
  let before = running.get(table)
  if (!before) {
    const { n, numerator, denominator } = table
    before = { n: added(n), numerator: added(numerator), denominator: added(denominator) }
    running.set(table, before)
  }
  const placeOf = (day: Day) => Math.min(Math.max(dayNumberOf(day) - table.first, 0), table.n.length)
  const [first, end] = [placeOf(from), Math.max(placeOf(from), placeOf(to))]
  const between = (sums: Float64Array) => sums[end] - sums[first]
  return {
    n: between(before.n),
    numerator: between(before.numerator),
    denominator: between(before.denominator),
  }
}

/** At each place, what stands before it. */
function added(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1)
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i]
  return sums
}

/** Adds one day to a sum; one that the table does not hold adds nothing. */
export function addDay(table: DayTable, number: number, sum: Required<Sum>): void {
  const place = number - table.first
  if (!(place >= 0 && place < table.n.length)) return
  sum.n += table.n[place]
  sum.numerator += table.numerator[place]
  sum.denominator += table.denominator[place]
}

function tabulate(facts: DailyFacts): DayTable {
  const days = [...(facts.kind === 'duration' ? facts.seconds : facts.sums).keys()]
  const numbers = days.map(dayNumberOf)
  const first = numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)
  const last = numbers.reduce((most, number) => Math.max(most, number), first - 1)
  const size = last - first + 1
  const seconds: (ArrayLike<number> | undefined)[] = []
  const table = {
    first,
    n: new Float64Array(size),
    numerator: new Float64Array(size),
    denominator: new Float64Array(size),
    seconds,
  }
  days.forEach((day, i) => {
    const place = numbers[i] - first
    const { n, numerator, denominator } =
      facts.kind === 'duration' ? ofDurations(facts, day) : ofSums(facts, day)
    table.n[place] = n
    table.numerator[place] = numerator
    table.denominator[place] = denominator
    if (facts.kind === 'duration') seconds[place] = facts.seconds.get(day)
  })
  return table
}

function ofSums({ sums }: Exclude<DailyFacts, { kind: 'duration' }>, day: Day): Required<Sum> {
  const { n, numerator, denominator = n } = sums.get(day) ?? { n: 0, numerator: 0 }
  return { n, numerator, denominator }
}

function ofDurations(facts: Extract<DailyFacts, { kind: 'duration' }>, day: Day): Required<Sum> {
  const n = facts.seconds.get(day)?.length ?? 0
  const level = levelOver(facts, [day])
  const known = level === null ? 0 : n
  return { n, numerator: known * (level ?? 0), denominator: known }
}
