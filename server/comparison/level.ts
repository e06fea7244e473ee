import type { Day } from '../periods/day.ts'
import type { DailyFacts } from './daily-facts.ts'
import { valueOver } from './daily-facts.ts'

/**
 * The metric over some days on the scale on which weeks are compared: the share itself, or the natural logarithm.
 * Null without data, where durations have not ended, and for the logarithm of nothing.
 */
export function levelOver(facts: DailyFacts, days: readonly Day[]): number | null {
  return levelOf(facts.kind, valueOver(facts, days))
}

/** A value of the metric on that scale. */
export function levelOf(kind: DailyFacts['kind'], value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null
  if (kind === 'rate') return value
  return value > 0 ? Math.log(value) : null
}
