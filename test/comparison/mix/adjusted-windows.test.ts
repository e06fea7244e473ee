import { describe, expect, it } from 'vitest'
import type { DailyFacts } from '../../../server/comparison/daily-facts.ts'
import { adjustedWindows } from '../../../server/comparison/mix/adjusted-windows.ts'
import type { BrandMix } from '../../../server/comparison/mix/brand-mix.ts'
import { brandMix } from '../../../server/comparison/mix/brand-mix.ts'
import type { StratumDay } from '../../../server/comparison/mix/read-strata.ts'
import type { Sample } from '../../../server/comparison/minimum-sample.ts'
import type { DayWeights } from '../../../server/comparison/sample-weights.ts'
import { weeklyValues } from '../../../server/comparison/weekly-values.ts'
import { binsAround, daysOf } from '../../../server/comparison/windows.ts'
import type { Day } from '../../../server/periods/day.ts'
import type { Interval } from '../../../server/statistics/interval.ts'

const cutover = '2026-06-01'
const usable = { from: '2026-04-06', to: '2026-07-27' }

describe('two windows with the same mix', () => {
  it('have a range where enough conversations have ended', () => {
    const adjusted = adjustedWith(12)

    expect(adjusted?.low).toBeGreaterThan(-1)
    expect(adjusted?.high).toBeLessThan(1)
  })

  it('have none where its upper end lies among conversations that have not ended', () => {
    expect(adjustedWith(21)).toBeNull()
  })
})

describe('two windows whose weeks are known to different parts', () => {
  const sampledFrom = '2026-06-29'
  const weightOf = (day: Day) => (day < sampledFrom ? 1 : 4)

  it('have the effect they would have if all of it were known', () => {
    const whole = adjustedRate((day) => 4 * weightOf(day))
    const sampled = adjustedRate(() => 4, weightOf)

    expect(sampled.estimate).toBeCloseTo(whole.estimate, 12)
    expect(Math.abs(adjustedRate(() => 4).estimate - whole.estimate)).toBeGreaterThan(0.02)
  })

  it('have medians that lean to the weeks of which less is known', () => {
    const estimateOf = (weights: DayWeights | null) => adjustedWith(12, weights, sampledFrom)?.estimate ?? 0

    expect(estimateOf(weightOf)).toBeGreaterThan(estimateOf(null) + 0.02)
  })

  it('are as they were where all days weigh the same', () => {
    expect(adjustedWith(12, () => 3)?.estimate).toBeCloseTo(adjustedWith(12)?.estimate ?? 0, 12)
  })
})

/**
 * Of both topics half is as wanted before the move, and later more and more; refunds become rarer.
 * @param known conversations of a day that are known, of each topic as many
 */
function adjustedRate(known: (day: Day) => number, weightOf: DayWeights | null = null): Interval {
  const rows = daysOf(usable).flatMap((day): StratumDay[] =>
    ['refund', 'delivery'].map((topic) => {
      const n = known(day) * (topic === 'refund' && day >= cutover ? 2 : 5)
      const share = day < cutover ? 0.5 : day < '2026-06-29' ? 0.5 : 0.75
      const stratum = { language: 'ko', topic, hourBlock: 'morning', isWeekend: false } as const
      return { day, stratum, n, numerator: n * share, seconds: null }
    }),
  )
  const sums = new Map(daysOf(usable).map((day) => [day, { n: 1000, numerator: 500 }]))
  const { values, mix } = windowsOf({ kind: 'rate', sums }, rows)
  const effect = adjustedWindows('rate', { ...values, weeks: 8 }, mix, weightOf)
  if (effect === null) throw new Error('adjustedRate: there is no range')
  return effect
}

/** Refunds become rarer (16 and then 6 of 20 a day); of 30 after the move so many have not ended, of deliveries a fifth. */
function adjustedWith(
  unfinished: number,
  weightOf: DayWeights | null = null,
  slowerFrom: Day = '9999-12-31',
): Interval | null {
  const rows = daysOf(usable).flatMap((day, i): StratumDay[] => [
    rowOf(day, 'refund', day < cutover ? 16 : 6, day < cutover ? 0 : unfinished / 30, i),
    rowOf(day, 'delivery', day < cutover ? 4 : 14, day < cutover ? 0 : 0.2, i),
  ])
  for (const row of rows)
    if (row.day >= slowerFrom) row.seconds = Array.from(row.seconds ?? [], (one) => 1.5 * one)
  const seconds = new Map(
    daysOf(usable).map((day) => [
      day,
      Float64Array.from(
        rows.filter((row) => row.day === day).flatMap((row) => Array.from(row.seconds ?? [])),
      ).sort(),
    ]),
  )
  const { values, mix } = windowsOf({ kind: 'duration', seconds }, rows)
  return adjustedWindows('duration', { ...values, weeks: 8 }, mix, weightOf)
}

function windowsOf(
  facts: DailyFacts,
  rows: StratumDay[],
): { values: Pick<Sample, 'before' | 'after'>; mix: BrandMix } {
  const bins = binsAround({
    cutover,
    rampEnd: cutover,
    usable,
    weeksLeftOut: 0,
    maskedDays: new Set(),
    unrecorded: null,
  })
  const values = weeklyValues(facts, bins.before, bins.after, 1)
  const mix = brandMix(rows, values)
  if (mix === null) throw new Error('windowsOf: nothing is known of the mix')
  return { values, mix }
}

/** The share that has not ended is spread evenly over the days. */
function rowOf(day: string, topic: string, n: number, unfinished: number, place: number): StratumDay {
  const pending = Math.round(n * unfinished * (place + 1)) - Math.round(n * unfinished * place)
  const seconds = Array.from({ length: n }, (_, i) =>
    i < n - pending ? 60 + 7 * ((i * 5 + place) % 23) : Infinity,
  )
  const stratum = { language: 'ko', topic, hourBlock: 'morning', isWeekend: false } as const
  return { day, stratum, n, numerator: 0, seconds }
}
