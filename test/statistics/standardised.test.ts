import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Interval } from '../../server/statistics/interval.ts'
import { quantileWindow } from '../../server/statistics/quantile-window.ts'
import { standardiseArm } from '../../server/statistics/standardised-arm.ts'
import { standardisedQuantile } from '../../server/statistics/standardised-quantile.ts'
import { standardisedRate } from '../../server/statistics/standardised-rate.ts'
import { weightedQuantileWindow } from '../../server/statistics/weighted-quantile-window.ts'
import { standardisedWeekQuantile, standardisedWeekRate } from '../../server/statistics/standardised-week.ts'

const rate = (numerator: number, denominator: number) => ({ numerator, denominator })

describe('standardiseArm', () => {
  it('takes each stratum’s rate by its weight, with the spread between weeks', () => {
    const arm = standardiseArm(
      [
        [rate(2, 10), rate(3, 5)],
        [rate(4, 10), rate(3, 5)],
      ],
      [0.25, 0.75],
    )

    // 0.25 · 0.3 + 0.75 · 0.6
    expect(arm.share).toBeCloseTo(0.525, 14)
    // Independent answers: 0.0625 · 0.21/20 + 0.5625 · 0.24/10; between weeks ±0.0125, so 2/1 · 2 · 0.0125² is less.
    expect(arm.variance).toBeCloseTo(0.01415625, 14)
  })

  it('is as uncertain as its weeks differ, where they differ by more than chance', () => {
    const arm = standardiseArm(
      [
        [rate(10, 100), rate(20, 100)],
        [rate(50, 100), rate(60, 100)],
      ],
      [0.5, 0.5],
    )

    // Each week lies 0.5/200 · (20 + 20) = 0.1 from the mean: 2/1 · 2 · 0.1².
    expect(arm.variance).toBeCloseTo(0.04, 14)
  })

  it('knows no more of a conversation that stands for several than of one', () => {
    const weeks = (weight: number) => {
      const cell = (numerator: number, denominator: number) => ({
        numerator: weight * numerator,
        denominator: weight * denominator,
        squares: weight ** 2 * denominator,
      })
      return [0, 1].map(() => [cell(4, 10), cell(5, 10)])
    }
    const [plain, weighed] = [standardiseArm(weeks(1), [0.5, 0.5]), standardiseArm(weeks(4), [0.5, 0.5])]

    expect(weighed.share).toBeCloseTo(plain.share, 14)
    expect(weighed.variance).toBeCloseTo(plain.variance, 14)
  })

  it('is not certain where every answer is the same', () => {
    const arm = standardiseArm(
      [
        [rate(0, 20), rate(0, 10)],
        [rate(0, 20), rate(0, 10)],
      ],
      [0.5, 0.5],
    )

    expect(arm.share).toBe(0)
    expect(arm.variance).toBeGreaterThan(0)
  })

  it('requires two weeks and something of every stratum', () => {
    expect(() => standardiseArm([[rate(1, 2)], [rate(0, 0)]], [1])).toThrow(
      'standardiseArm requires at least two weeks with conversations',
    )
    expect(() =>
      standardiseArm(
        [
          [rate(1, 2), rate(0, 0)],
          [rate(1, 2), rate(0, 0)],
        ],
        [0.5, 0.5],
      ),
    ).toThrow('standardiseArm requires conversations of every stratum')
  })
})

describe('standardisedRate', () => {
  it('is no change where only the mix changed', () => {
    const before = [
      [rate(10, 100), rate(40, 80)],
      [rate(12, 120), rate(40, 80)],
    ]
    const after = [
      [rate(3, 30), rate(100, 200)],
      [rate(4, 40), rate(90, 180)],
    ]

    const answer = standardisedRate(before, after, [0.4, 0.6])

    expect(answer.effect.estimate).toBeCloseTo(0, 14)
    expect(answer.before).toBeCloseTo(0.34, 14)
    expect(answer.effect.low).toBeLessThan(0)
    expect(answer.effect.high).toBeGreaterThan(0)
  })
})

const seconds = fc.integer({ min: 1, max: 500 })
const week = fc.array(seconds, { minLength: 3, maxLength: 12 })
const arm = fc.array(fc.tuple(week, week), { minLength: 3, maxLength: 6 })

describe('standardisedQuantile', () => {
  it('is the plain comparison where there is one stratum', () => {
    fc.assert(
      fc.property(
        fc.array(week, { minLength: 3, maxLength: 6 }),
        fc.array(week, { minLength: 3, maxLength: 6 }),
        (before, after) => {
          const plain = quantileWindow(before, after, 0.5)
          const standardised = standardisedQuantile(
            before.map((one) => [one]),
            after.map((one) => [one]),
            [1],
            0.5,
          )
          expect(standardised?.effect.estimate).toBeCloseTo(plain.estimate, 8)
          expect(standardised?.effect.low).toBeCloseTo(plain.low, 8)
          expect(standardised?.effect.high).toBeCloseTo(plain.high, 8)
        },
      ),
    )
  })

  it('is the weighted comparison where durations of one stratum stand for several', () => {
    const weights = fc.constantFrom(1, 2, 4)
    const weighed = fc.array(fc.tuple(week, weights), { minLength: 3, maxLength: 6 })
    fc.assert(
      fc.property(weighed, weighed, (before, after) => {
        const { plain, standardised } = bothWays(before, after)
        expect(standardised?.effect.estimate).toBeCloseTo(plain.estimate, 8)
        expect(standardised?.effect.low).toBeCloseTo(plain.low, 8)
        expect(standardised?.effect.high).toBeCloseTo(plain.high, 8)
      }),
      { numRuns: 200 },
    )
  })

  it('counts what equals the quantile, although many alike have a mean a last digit below each', () => {
    const { plain, standardised } = bothWays(
      [
        [[140, 140, 132, 140, 140], 1],
        [[140, 140, 140, 1, 140], 2],
        [[140, 140, 140, 140, 140, 140, 140, 1, 1, 140], 1],
        [[1, 140, 1, 1, 1, 124, 1, 140], 4],
      ],
      [
        [[1, 1, 1], 1],
        [[1, 1, 1], 1],
        [[1, 1, 2], 4],
      ],
    )

    for (const end of ['estimate', 'low', 'high'] as const)
      expect(standardised?.effect[end]).toBeCloseTo(plain[end], 12)
  })

  it('is no change where only the mix changed', () => {
    const easy = [10, 12, 14, 16, 18]
    const hard = [100, 120, 140, 160, 180]
    const mixed = (easyTimes: number, hardTimes: number) =>
      Array.from({ length: 4 }, () => [
        Array.from({ length: easyTimes }, () => easy).flat(),
        Array.from({ length: hardTimes }, () => hard).flat(),
      ])

    const answer = standardisedQuantile(mixed(7, 3), mixed(4, 6), [0.55, 0.45], 0.9)

    expect(answer?.effect.estimate).toBeCloseTo(0, 2)
    expect(answer?.before).toBeCloseTo(answer?.after ?? 0, 0)
  })

  it('turns around when the sides are swapped, with the same width', () => {
    fc.assert(
      fc.property(arm, arm, (before, after) => {
        const there = effectOf(standardisedQuantile(before, after, [0.3, 0.7], 0.5))
        const back = effectOf(standardisedQuantile(after, before, [0.3, 0.7], 0.5))
        expect(back.estimate).toBeCloseTo(-there.estimate, 9)
        expect(back.low).toBeCloseTo(-there.high, 9)
        expect(back.high).toBeCloseTo(-there.low, 9)
      }),
    )
  })

  it('does not change when every duration is in another unit', () => {
    fc.assert(
      fc.property(arm, arm, (before, after) => {
        const inMinutes = (weeks: [number[], number[]][]) =>
          weeks.map((strata) => strata.map((stratum) => stratum.map((value) => value / 60)))
        const inSeconds = effectOf(standardisedQuantile(before, after, [0.3, 0.7], 0.5))
        const scaled = effectOf(standardisedQuantile(inMinutes(before), inMinutes(after), [0.3, 0.7], 0.5))
        expect(scaled.estimate).toBeCloseTo(inSeconds.estimate, 9)
        expect(scaled.low).toBeCloseTo(inSeconds.low, 9)
        expect(scaled.high).toBeCloseTo(inSeconds.high, 9)
      }),
    )
  })

  it('has no answer where the quantile lies among durations that have not ended', () => {
    const pending = Array.from({ length: 4 }, () => [
      [10, Infinity, Infinity],
      [20, 30, Infinity],
    ])
    const ended = Array.from({ length: 4 }, () => [
      [10, 12, 14],
      [20, 30, 40],
    ])

    expect(standardisedQuantile(ended, pending, [0.5, 0.5], 0.5)).toBeNull()
  })

  it('is exact, with an open end, where pending durations lie above the quantile', () => {
    const pending = Array.from({ length: 4 }, () => [
      [10, 12, 14, 16],
      [20, 30, 40, Infinity],
    ])
    const ended = Array.from({ length: 4 }, () => [
      [10, 12, 14, 16],
      [20, 30, 40, 50],
    ])

    expect(standardisedQuantile(ended, pending, [0.5, 0.5], 0.5)?.effect.estimate).toBeCloseTo(0, 12)
  })
})

describe('a standardised week', () => {
  it('weighs the strata’s own rates', () => {
    expect(standardisedWeekRate([rate(1, 2), rate(0, 4)], [0.6, 0.4])).toEqual({
      value: expect.closeTo(0.3, 14),
      missingWeight: 0,
      isIncomplete: false,
    })
  })

  it('lets the other strata stand in for one it lacks, and says so from 10 % on', () => {
    expect(standardisedWeekRate([rate(1, 2), rate(0, 4), rate(0, 0)], [0.57, 0.38, 0.05])).toEqual({
      value: expect.closeTo(0.3, 14),
      missingWeight: expect.closeTo(0.05, 12),
      isIncomplete: false,
    })
    expect(standardisedWeekRate([rate(1, 2), rate(0, 0)], [0.6, 0.4])).toMatchObject({
      value: 0.5,
      isIncomplete: true,
    })
  })

  it('takes quantiles of durations that count by their stratum', () => {
    // Ten easy ones and two hard ones, but half the weight each.
    const week = [Array.from({ length: 10 }, () => 10), [100, 100]]

    expect(standardisedWeekQuantile(week, [0.5, 0.5], 0.4)?.value).toBeCloseTo(10, 12)
    expect(standardisedWeekQuantile(week, [0.5, 0.5], 0.7)?.value).toBeCloseTo(100, 12)
    expect(standardisedWeekQuantile([[], [100, 100]], [0.5, 0.5], 0.2)).toEqual({
      value: 100,
      missingWeight: 0.5,
      isIncomplete: true,
    })
  })

  it('has no value without conversations, and an infinite one among those that have not ended', () => {
    expect(standardisedWeekRate([rate(0, 0), rate(0, 0)], [0.6, 0.4])).toBeNull()
    expect(standardisedWeekQuantile([[], []], [0.6, 0.4], 0.5)).toBeNull()
    expect(standardisedWeekQuantile([[5], [Infinity, Infinity]], [0.1, 0.9], 0.5)?.value).toBe(Infinity)
  })
})

function effectOf(answer: { effect: Interval } | null): Interval {
  if (answer === null) throw new Error('an answer was expected')
  return answer.effect
}

/** Weeks of durations that each stand for several conversations. */
type WeighedWeek = [values: number[], weight: number]

/** The same weeks of one stratum as a plain weighted comparison and as a standardised one. */
function bothWays(before: WeighedWeek[], after: WeighedWeek[]) {
  const [first, second] = [before, after].map((side) =>
    side.map(([values, weight]) => ({ values, weights: values.map(() => weight) })),
  )
  const lists = (side: typeof first) => side.map(({ values }) => [values])
  const weights = (side: typeof first) => side.map((one) => [one.weights])
  return {
    plain: weightedQuantileWindow(first, second, 0.5),
    standardised: standardisedQuantile(lists(first), lists(second), [1], 0.5, {
      before: weights(first),
      after: weights(second),
    }),
  }
}
