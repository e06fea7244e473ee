import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DailyFacts } from '../../server/comparison/daily-facts.ts'
import { climb } from '../../server/comparison/ladder/climb.ts'
import { sampleWeights, weightedValue } from '../../server/comparison/sample-weights.ts'
import { latestBins, sideBySide, windowValue } from '../../server/comparison/window-values.ts'
import { mondayOf } from '../../server/periods/day.ts'
import { quantileWindow } from '../../server/statistics/quantile-window.ts'
import { rateWindow } from '../../server/statistics/rate-window.ts'
import { weightedQuantileWindow } from '../../server/statistics/weighted-quantile-window.ts'
import type { DetailWeek } from '../../server/store/detail-plan.ts'
import { movedBrand, movedOn, panelOf, unsteady } from './ladder/brands-on-panel.ts'

const share = (week: number) => 0.2 + 0.02 * Math.sin(week * week) + (week >= 18 ? 0.2 : 0)
const panel = panelOf([{ id: 1, movedOn, weeksBefore: 9, perDay: unsteady(200, 1), share }])
const moved = movedBrand(panel, 'unserved_rate')

/** Of the weeks after the move, such a part of the tickets is read. */
function readTo(partOf: (week: number) => number) {
  const weeks = [...new Set(moved.bins.after.flatMap(({ days }) => days.map(mondayOf)))]
  const details = weeks.map((week, i): DetailWeek => {
    const sampled = 1000 * partOf(i)
    return { week, tickets: 1000, sampled, known: sampled, unreadable: 0 }
  })
  return { ...moved, brand: { ...moved.brand, details } }
}

function rungOf(brand: typeof moved) {
  const climbed = climb(brand)
  if (!climbed.isReached) throw new Error('the ladder carries nothing')
  return climbed.rung
}

describe('weeks of which the same part is read', () => {
  it('give the very same as weeks that are read whole', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 0.5, 0.25, 0.125), (part) => {
        expect(JSON.stringify(rungOf(readTo(() => part)))).toBe(JSON.stringify(rungOf(moved)))
      }),
    )
  })

  it('are not weighed, nor are metrics that do not rest on messages', () => {
    const { sample } = rungOf(moved)
    const { details } = readTo((week) => (week < 18 ? 1 : 0.25)).brand

    expect(sampleWeights(moved.metric, readTo(() => 0.5).brand.details, sample)).toBeNull()
    expect(sampleWeights({ restsOnMessages: false }, details, sample)).toBeNull()
    expect(sampleWeights({ restsOnMessages: true }, details, sample)).not.toBeNull()
  })
})

describe('weeks of which different parts are read', () => {
  // In the last weeks the share is twice what it was; a quarter of these is read.
  const uneven = readTo((week) => (week < 18 ? 1 : 0.25))

  it('count by how many conversations they stand for', () => {
    const [plain, weighed] = [rungOf(moved), rungOf(uneven)]
    const { after } = weighed.sample
    const days = after.flatMap((value) => value.days)
    const weights = sampleWeights(moved.metric, uneven.brand.details, weighed.sample)
    if (weights === null) throw new Error('the weeks are to be weighed')
    const sums = after.reduce(
      (sum, { n, numerator, from }) => {
        const weight = weights(from)
        return { n: sum.n + weight * n, numerator: sum.numerator + weight * numerator }
      },
      { n: 0, numerator: 0 },
    )

    expect(weighed.method).toBe('windows')
    expect(weighed.effect.estimate).toBeGreaterThan(plain.effect.estimate + 0.01)
    expect(windowValue(moved.facts, after, 12, weights)?.value).toBeCloseTo(sums.numerator / sums.n, 12)
    expect(weightedValue(moved.facts, days, weights)).toBeCloseTo(sums.numerator / sums.n, 12)
  })

  it('say less than as many of one weight', () => {
    const weeksOf = (squares: (i: number) => number) =>
      Array.from({ length: 8 }, (_, i) => ({ numerator: 20, denominator: 100, squares: squares(i) }))
    const [even, mixed] = [weeksOf(() => 100), weeksOf((i) => (i < 4 ? 100 : 400))].map((weeks) =>
      rateWindow(weeks, weeks),
    )

    expect(mixed.high - mixed.low).toBeGreaterThan(1.3 * (even.high - even.low))
  })

  it('in windows that no estimate rests on as well', () => {
    const { bins, facts, metric } = uneven
    const plain = sideBySide(facts, bins, { metric, brand: { details: [] } }).after?.value ?? 1
    const turning = bins.after.slice(16, 20)

    expect(sideBySide(facts, bins, uneven).after?.value).toBeGreaterThan(plain + 0.01)
    expect(latestBins(facts, turning, uneven)?.value).toBeGreaterThan(
      (latestBins(facts, turning, moved)?.value ?? 1) + 0.01,
    )
    // Of the last weeks all are known to the same part.
    expect(latestBins(facts, bins.after, uneven)?.value).toBe(latestBins(facts, bins.after, moved)?.value)
  })

  it('of durations too', () => {
    const seconds = new Map([
      ['2026-06-01', [10, 20, 30, 40]],
      ['2026-06-08', [100, 200]],
    ])
    const facts: DailyFacts = { kind: 'duration', seconds }
    const days = [...seconds.keys()]

    expect(weightedValue(facts, days, () => 1)).toBe(35)
    expect(weightedValue(facts, days, (day) => (day < '2026-06-08' ? 1 : 4))).toBeGreaterThan(90)
    expect(weightedValue({ kind: 'count', sums: new Map() }, days, () => 2)).toBeUndefined()
  })
})

describe('equal weights', () => {
  const week = fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 12 })
  const weeks = fc.array(week, { minLength: 4, maxLength: 8 })

  it('leave a ratio of medians as it is', () => {
    fc.assert(
      fc.property(weeks, weeks, fc.constantFrom(1, 2, 5), (before, after, weight) => {
        const weighed = (side: number[][]) =>
          side.map((values) => ({ values, weights: values.map(() => weight) }))
        const [plain, other] = [
          quantileWindow(before, after, 0.5),
          weightedQuantileWindow(weighed(before), weighed(after), 0.5),
        ]
        for (const end of ['estimate', 'low', 'high'] as const) expect(other[end]).toBeCloseTo(plain[end], 9)
      }),
      { numRuns: 200, seed: 20_261_116 },
    )
  })

  it('leave a difference of shares as it is', () => {
    const side = fc.array(
      fc.record({ denominator: fc.integer({ min: 20, max: 90 }), hits: fc.integer({ min: 0, max: 20 }) }),
      { minLength: 4, maxLength: 8 },
    )
    fc.assert(
      fc.property(side, side, fc.constantFrom(2, 8), (before, after, weight) => {
        const plain = (all: typeof before) =>
          all.map(({ denominator, hits }) => ({ denominator, numerator: hits }))
        const weighed = (all: typeof before) =>
          all.map(({ denominator, hits }) => ({
            denominator: weight * denominator,
            numerator: weight * hits,
            squares: weight ** 2 * denominator,
          }))
        const [one, other] = [
          rateWindow(plain(before), plain(after)),
          rateWindow(weighed(before), weighed(after)),
        ]
        for (const end of ['estimate', 'low', 'high'] as const) expect(other[end]).toBeCloseTo(one[end], 9)
      }),
      { numRuns: 200, seed: 20_261_116 },
    )
  })
})
