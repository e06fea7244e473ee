import type { Day } from '../periods/day.ts'
import { dayNumberOf } from '../periods/day.ts'
import type { DailyFacts, Sum } from './daily-facts.ts'
import { secondsOver, valueOfSum, valueOver } from './daily-facts.ts'
import { addDay, dayTableOf, identityOf } from './day-table.ts'
import { levelOf } from './level.ts'

/** What some days hold, before lost ones are restored. */
export type WeekFigures = {
  n: number
  numerator: number
  /** As it is shown; null of a number. */
  value: number | null
  /** On the metric's scale; null where there is none, and of a number: that is made of what a whole week would have had. */
  level: number | null
  /** Of a duration: every one of them. */
  seconds: () => Float64Array
}
type ByDays = Map<readonly Day[], WeekFigures>

/** As long as the facts are there: the same week is asked for by each check and sensitivity of a brand. */
const kept = new WeakMap<object, Map<number, ByDays>>()

/** The figures of a week, worked out once for each list of days: neither facts nor days may change afterwards. */
export function weekFigures(facts: DailyFacts, days: readonly Day[]): WeekFigures {
  const byDays = keptOf(facts)
  let found = byDays.get(days)
  if (!found) byDays.set(days, (found = figuresOver(facts, days)))
  return found
}

/** The same of any days. */
export function figuresOver(facts: DailyFacts, days: readonly Day[]): WeekFigures {
  const sum = sumOfDays(facts, days)
  const value = valueOfFigures(facts, days, sum)
  return {
    n: sum.n,
    numerator: facts.kind === 'duration' ? 0 : sum.numerator,
    value,
    level: levelOf(facts.kind, value),
    seconds: () => secondsOver(facts, days),
  }
}

function valueOfFigures(facts: DailyFacts, days: readonly Day[], sum: Required<Sum>): number | null {
  if (facts.kind === 'count') return null
  return facts.kind === 'duration' ? valueOver(facts, days) : valueOfSum(facts.kind, sum)
}

/** By number of day: a few thousand weeks of every brand and metric. */
function sumOfDays(facts: DailyFacts, days: readonly Day[]): Required<Sum> {
  const sum = { n: 0, numerator: 0, denominator: 0 }
  const table = dayTableOf(facts)
  for (const day of days) addDay(table, dayNumberOf(day), sum)
  return sum
}

function keptOf(facts: DailyFacts): ByDays {
  const { source, quantile } = identityOf(facts)
  let byQuantile = kept.get(source)
  if (!byQuantile) kept.set(source, (byQuantile = new Map()))
  let byDays = byQuantile.get(quantile)
  if (!byDays) byQuantile.set(quantile, (byDays = new Map()))
  return byDays
}

let numbered = 0
const numbers = new WeakMap<object, number>()

/** Tells facts apart by where they were read, and by the quantile that is asked of them. */
export function factsKey(facts: DailyFacts): string {
  const { source, quantile } = identityOf(facts)
  let number = numbers.get(source)
  if (number === undefined) numbers.set(source, (number = ++numbered))
  return `${facts.kind} ${number} ${quantile}`
}
