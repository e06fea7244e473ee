import type { Day, Period } from '../periods/day.ts'
import { dayNumberOf } from '../periods/day.ts'
import { quantileBetween } from '../statistics/quantile-type7.ts'
import type { DailyFacts, Sum } from './day-facts.ts'
import { levelOf } from './level.ts'

/** What stands for a number of days from a first one on, by place: millions of look-ups must not be by name. */
export type DaySums = { first: number; n: Float64Array; numerator: Float64Array; denominator: Float64Array }
/** Durations of such days: all in one list, each day's a stretch of it in ascending order. */
export type DaySeconds = {
  first: number
  n: Float64Array
  values: Float64Array
  /** Where each day's durations begin, and after the last where they end. */
  starts: Int32Array
}
/**
 * Sums by number of day. Of durations the numerator is the day's level times its conversations, and the denominator the
 * conversations of days that have a level.
 */
export type DayTable = DaySums & {
  /** Of durations. */
  seconds: DaySeconds | null
}

const MEDIAN = 0.5
const tables = new WeakMap<object, Map<number, DayTable>>()
const secondsKept = new WeakMap<object, DaySeconds>()

/** What each day holds; the facts may not change afterwards. */
export function dayTableOf(facts: DailyFacts): DayTable {
  const { source, quantile } = identityOf(facts)
  let byQuantile = tables.get(source)
  if (!byQuantile) tables.set(source, (byQuantile = new Map()))
  let table = byQuantile.get(quantile)
  if (!table) byQuantile.set(quantile, (table = tabulate(facts)))
  return table
}

/** The durations of each day. */
export function daySecondsOf({ seconds }: Extract<DailyFacts, { kind: 'duration' }>): DaySeconds {
  let found = secondsKept.get(seconds)
  if (!found) secondsKept.set(seconds, (found = gather(seconds)))
  return found
}

/** Says what sums hold that were made of a table already: nobody has to go through them day by day. */
export function rememberSums(source: ReadonlyMap<Day, Sum>, sums: DaySums): void {
  tables.set(source, new Map([[MEDIAN, { ...sums, seconds: null }]]))
}

/** The same of durations. */
export function rememberSeconds(source: ReadonlyMap<Day, ArrayLike<number>>, seconds: DaySeconds): void {
  secondsKept.set(source, seconds)
}

/** Facts are told apart by where they were read, and by the quantile that is asked of them. */
export function identityOf(facts: DailyFacts): { source: object; quantile: number } {
  return facts.kind === 'duration'
    ? { source: facts.seconds, quantile: facts.quantile ?? MEDIAN }
    : { source: facts.sums, quantile: MEDIAN }
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
export function addDay(table: DaySums, number: number, sum: Required<Sum>): void {
  const place = number - table.first
  if (!(place >= 0 && place < table.n.length)) return
  sum.n += table.n[place]
  sum.numerator += table.numerator[place]
  sum.denominator += table.denominator[place]
}

function tabulate(facts: DailyFacts): DayTable {
  if (facts.kind === 'duration') return withLevels(daySecondsOf(facts), facts.quantile ?? MEDIAN)
  const { first, size, numbers } = spanOf([...facts.sums.keys()])
  const n = new Float64Array(size)
  const numerator = new Float64Array(size)
  const denominator = new Float64Array(size)
  let i = 0
  for (const sum of facts.sums.values()) {
    const place = numbers[i++] - first
    n[place] = sum.n
    numerator[place] = sum.numerator
    denominator[place] = sum.denominator ?? sum.n
  }
  return { first, n, numerator, denominator, seconds: null }
}

function withLevels(seconds: DaySeconds, quantile: number): DayTable {
  const { first, n, values, starts } = seconds
  const numerator = new Float64Array(n.length)
  const denominator = new Float64Array(n.length)
  for (let place = 0; place < n.length; place++) {
    if (n[place] === 0) continue
    const level = levelOf('duration', quantileBetween(values, starts[place], starts[place + 1], quantile))
    if (level === null) continue
    numerator[place] = n[place] * level
    denominator[place] = n[place]
  }
  return { first, n, numerator, denominator, seconds }
}

function gather(byDay: ReadonlyMap<Day, ArrayLike<number>>): DaySeconds {
  const { first, size, numbers } = spanOf([...byDay.keys()])
  const n = new Float64Array(size)
  const lists: (ArrayLike<number> | undefined)[] = []
  let i = 0
  for (const seconds of byDay.values()) {
    const place = numbers[i++] - first
    n[place] = seconds.length
    lists[place] = seconds
  }
  const starts = startsOf(n)
  const values = new Float64Array(starts[size])
  lists.forEach((seconds, place) => values.set(seconds ?? [], starts[place]))
  return { first, n, values, starts }
}

/** Where each of several stretches begins that follow each other, and after the last where it ends. */
export function startsOf(lengths: Float64Array): Int32Array {
  const starts = new Int32Array(lengths.length + 1)
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = starts[i] + lengths[i]
  return starts
}

function spanOf(days: readonly Day[]): { first: number; size: number; numbers: number[] } {
  const numbers = days.map(dayNumberOf)
  const first = numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)
  const last = numbers.reduce((most, number) => Math.max(most, number), first - 1)
  return { first, size: last - first + 1, numbers }
}
