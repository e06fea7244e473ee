import type { Day } from '../periods/day.ts'
import type { DailyFacts } from './daily-facts.ts'
import { secondsOver, sumOver } from './daily-facts.ts'
import { levelOver } from './level.ts'

/** What some days hold, before lost ones are restored. */
export type WeekFigures = {
  n: number
  numerator: number
  /** On the metric's scale; null where there is none, and of a number: that is made of what a whole week would have had. */
  level: number | null
  /** Of a duration: every one of them. */
  seconds: () => readonly number[]
}
type ByDays = Map<readonly Day[], WeekFigures>

const MEDIAN = 0.5
/** As long as the facts are there: the same week is asked for by every brand that is compared with this one. */
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
  const { n, numerator } = sumOver(facts, days)
  return {
    n,
    numerator,
    level: facts.kind === 'count' ? null : levelOver(facts, days),
    seconds: () => secondsOver(facts, days),
  }
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

function identityOf(facts: DailyFacts): { source: object; quantile: number } {
  return facts.kind === 'duration'
    ? { source: facts.seconds, quantile: facts.quantile ?? MEDIAN }
    : { source: facts.sums, quantile: MEDIAN }
}
