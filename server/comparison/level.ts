import type { DailyFacts } from './day-facts.ts'

/**
 * A value of the metric on the scale on which weeks are compared: the share itself, or the natural logarithm. Null without
 * data, where durations have not ended, and for the logarithm of nothing.
 */
export function levelOf(kind: DailyFacts['kind'], value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null
  if (kind === 'rate') return value
  return value > 0 ? Math.log(value) : null
}
