import type { DailyFacts } from '../daily-facts.ts'
import { once } from '../once.ts'
import type { PatternSource } from '../weekday-pattern.ts'
import { patternOfWeeks } from '../weekday-pattern.ts'
import { identityOf } from '../day-table.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import { weeklyValue } from '../weekly-values.ts'
import { withData } from '../window-values.ts'
import type { Bin, Bins } from '../windows.ts'
import type { Step, WeekAxis } from './week-axis.ts'

/** A brand's values on axes whose weeks before the move are the same: those after it may differ. */
type Series = { pattern: PatternSource; values: Map<number, WeeklyValue | null> }
/** What is known of a brand's weeks around one move: its checks and sensitivities ask for the same ones again. */
type KnownWeeks = { byIndex: Map<number, Bin>; series: Map<string, Series> }

const known = new WeakMap<Bins, KnownWeeks>()

/**
 * A brand's value at each step of an axis; null where one of the step's weeks has none. Lost days are restored by the
 * weekdays of the weeks before the move that stand on the axis.
 */
export function alignedValues(facts: DailyFacts, bins: Bins, axis: WeekAxis): (WeeklyValue | null)[] {
  const weeks = weeksKnown(bins)
  const { pattern, values } = seriesOf(facts, weeks, axis)
  return axis.steps.map((step) => {
    let value = values.get(step.weeks[0])
    if (value === undefined) {
      value = valueAt(facts, weeks, step, pattern)
      values.set(step.weeks[0], value)
    }
    return value === null || value.position === step.position ? value : { ...value, position: step.position }
  })
}

function valueAt(
  facts: DailyFacts,
  { byIndex }: KnownWeeks,
  { weeks }: Step,
  pattern: PatternSource,
): WeeklyValue | null {
  const found = weeks.flatMap((week) => byIndex.get(week) ?? [])
  if (found.length < weeks.length) return null
  // A single week without data has no level; of several taken together each must have some.
  if (weeks.length > 1 && withData(facts, found).length < weeks.length) return null
  return weeklyValue(facts, found, pattern)
}

function seriesOf(facts: DailyFacts, { byIndex, series }: KnownWeeks, { steps, width }: WeekAxis): Series {
  const before = steps.filter(({ side }) => side === 'before')
  const key = [factsKey(facts), width, before[0]?.weeks[0], before.length].join(' ')
  let found = series.get(key)
  if (!found) {
    const weeksBefore = () =>
      before.flatMap(({ weeks }) => weeks.flatMap((week) => byIndex.get(week) ?? [])).map(({ days }) => days)
    const pattern = once(() => patternOfWeeks(facts, weeksBefore()))
    series.set(key, (found = { pattern, values: new Map() }))
  }
  return found
}

function weeksKnown(bins: Bins): KnownWeeks {
  let found = known.get(bins)
  if (!found) {
    const byIndex = new Map([...bins.before, ...bins.after].map((bin) => [bin.index, bin]))
    known.set(bins, (found = { byIndex, series: new Map() }))
  }
  return found
}

let numbered = 0
const numbers = new WeakMap<object, number>()

/** Tells facts apart by where they were read, and by the quantile that is asked of them. */
function factsKey(facts: DailyFacts): string {
  const { source, quantile } = identityOf(facts)
  let number = numbers.get(source)
  if (number === undefined) numbers.set(source, (number = ++numbered))
  return `${facts.kind} ${number} ${quantile}`
}
