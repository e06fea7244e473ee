import type { WindowValue } from '../contract.ts'
import type { Day, Period } from '../periods/day.ts'
import { addDays, mondayOf } from '../periods/day.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import type { DetailWeek } from '../store/detail-plan.ts'
import type { DailyFacts, Sum } from './daily-facts.ts'
import { sumOver, valueOver } from './daily-facts.ts'
import type { DayWeights } from './sample-weights.ts'
import { sampleWeights, weightedValue } from './sample-weights.ts'
import { weekFigures } from './week-figures.ts'
import { weeklyValues } from './weekly-values.ts'
import type { WeeklyValue } from './weekly-values.ts'
import type { Bin, Bins } from './windows.ts'
import { usedDays } from './windows.ts'

const LATEST_WEEKS = 4

/** The facts and days a window's figure was made of, and how much each day counts, where they count differently. */
export type MadeOf = { facts: DailyFacts; days: readonly Day[]; weights: DayWeights | null }
/** Beside the figure, whose answer has no room for it: the rows behind it are those of the same days. */
const madeOf = new WeakMap<WindowValue, MadeOf>()

/**
 * A window's figure; a count is the weekly total, as if no day had been lost. Null for an empty window.
 * @param weights of its days, where weeks are known to different parts
 */
export function windowValue(
  facts: DailyFacts,
  values: readonly WeeklyValue[],
  weeks: number,
  weights: DayWeights | null = null,
): WindowValue | null {
  if (values.length === 0) return null
  const days = values.flatMap((value) => value.days)
  const weighted = weights ? weightedValue(facts, days, weights) : undefined
  const value =
    weighted !== undefined
      ? weighted
      : facts.kind === 'count'
        ? values.reduce((sum, { restoredTotal }) => sum + restoredTotal, 0) / weeks
        : valueOver(facts, days)
  const window = {
    value,
    n: values.reduce((sum, { n }) => sum + n, 0),
    from: values[0].from,
    to: values[values.length - 1].to,
  }
  madeOf.set(window, { facts, days, weights })
  return window
}

/** What a window was made of; it has to be the very object that was worked out. */
export function windowMadeOf(window: WindowValue): MadeOf {
  const made = madeOf.get(window)
  if (!made) throw new Error('windowMadeOf requires a window that windowValue made')
  return made
}

/** What tells how much of its weeks is known of a brand's metric. */
export type Known = {
  metric: Pick<MetricDefinition, 'restsOnMessages'>
  brand: { details: readonly DetailWeek[] }
}

/**
 * The figures of both sides as they are, where there is nothing to estimate. A week counts by how much of it there was,
 * not by how much of it is known.
 */
export function sideBySide(
  facts: DailyFacts,
  bins: Bins,
  { metric, brand }: Known,
): { before: WindowValue | null; after: WindowValue | null } {
  const { before, after } = weeklyValues(facts, withData(facts, bins.before), withData(facts, bins.after), 1)
  const weights = sampleWeights(metric, brand.details, { before, after })
  return {
    before: windowValue(facts, before, before.length, weights),
    after: windowValue(facts, after, after.length, weights),
  }
}

/** The weeks a value can be made of. */
export function withData(facts: DailyFacts, bins: readonly Bin[]): Bin[] {
  // A number of nothing is a value too.
  const isHeld = ({ days }: Bin) =>
    facts.kind === 'count' ? days.length > 0 : weekFigures(facts, days).value !== null
  return bins.filter(isHeld)
}

/** The figure of the latest weeks. */
export function latestBins(facts: DailyFacts, bins: readonly Bin[], known: Known): WindowValue | null {
  return sideBySide(facts, { before: bins.slice(-LATEST_WEEKS), after: [] }, known).before
}

/** The latest Monday–Sunday weeks of a brand that never moved. */
export function latestWeeks(usable: Period, maskedDays: ReadonlySet<Day>): Bin[] {
  const bins: Bin[] = []
  let to = mondayOf(usable.to)
  for (; bins.length < LATEST_WEEKS && addDays(to, -7) >= usable.from; to = addDays(to, -7)) {
    const from = addDays(to, -7)
    bins.unshift({ index: -bins.length, from, to, days: usedDays(from, maskedDays) })
  }
  return bins
}

/** What a window holds of another figure. */
export function sumsOf(facts: DailyFacts, values: readonly WeeklyValue[]): Sum {
  return sumOver(
    facts,
    values.flatMap(({ days }) => days),
  )
}
