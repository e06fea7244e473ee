import { describe, expect, it } from 'vitest'
import { designCorrelation, levelShiftWeights } from '../../server/statistics/design-correlation.ts'
import { poolEffects } from '../../server/statistics/pool-effects.ts'

describe('designCorrelation', () => {
  it('is 0 for brands that share no series', () => {
    const correlation = designCorrelation([
      levelShiftWeights(1, [0, 7], [14]),
      levelShiftWeights(2, [0, 7], [14]),
    ])

    expect(correlation).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  it('is a half for two brands measured against the same week of the same control', () => {
    const against = (brand: number) => [
      { series: brand, day: 70, weight: 1 },
      { series: 'control', day: 70, weight: -1 },
    ]

    expect(designCorrelation([against(1), against(2)])[0][1]).toBeCloseTo(0.5, 14)
  })

  it('fades with the distance of the weeks, also where they begin on different weekdays', () => {
    const week = (day: number) => [{ series: 1, day, weight: 1 }]

    const [[, nextWeek, inThreeDays, laterByFourWeeks]] = designCorrelation([
      week(0),
      week(7),
      week(3),
      week(28),
    ])

    expect(nextWeek).toBeCloseTo(0.3, 14)
    expect(inThreeDays).toBeCloseTo(0.5969103498, 9)
    expect(laterByFourWeeks).toBeCloseTo(0.0081, 14)
  })

  it('is negative where the one brand is the other’s control', () => {
    const first = [
      { series: 1, day: 0, weight: 1 },
      { series: 2, day: 0, weight: -1 },
    ]
    const second = [
      { series: 2, day: 0, weight: 1 },
      { series: 3, day: 0, weight: -1 },
    ]

    expect(designCorrelation([first, second])[0][1]).toBeCloseTo(-0.5, 14)
  })

  it('requires that every estimate rests on something', () => {
    expect(() => designCorrelation([[]])).toThrow(
      'designCorrelation requires weights other than 0 for every estimate',
    )
  })
})

describe('poolEffects', () => {
  const alone = (brand: number) => levelShiftWeights(brand, [0, 7], [14, 21])

  it('averages independent brands', () => {
    const pooled = poolEffects([
      { estimate: -0.3, standardError: 0.1, weights: alone(1) },
      { estimate: -0.1, standardError: 0.2, weights: alone(2) },
    ])

    // (0.01 + 0.04) ÷ 4
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(0.0125), 14)
    expect(pooled.estimate).toBeCloseTo(-0.2, 14)
    expect(pooled.low).toBeCloseTo(-0.4191347, 6)
    expect(pooled.high).toBeCloseTo(0.0191347, 6)
    expect(pooled.p).toBeCloseTo(0.0736383, 6)
    expect(pooled.brands).toBe(2)
  })

  it('is less sure where brands share their controls', () => {
    const against = (brand: number) => [
      { series: brand, day: 70, weight: 1 },
      { series: 'control', day: 70, weight: -1 },
    ]

    const pooled = poolEffects([
      { estimate: -0.3, standardError: 0.1, weights: against(1) },
      { estimate: -0.1, standardError: 0.2, weights: against(2) },
    ])

    // (0.01 + 0.04 + 2 · 0.5 · 0.1 · 0.2) ÷ 4
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(0.0175), 14)
  })

  it('counts brands by their shares', () => {
    const pooled = poolEffects(
      [
        { estimate: -0.3, standardError: 0.1, weights: alone(1) },
        { estimate: -0.1, standardError: 0.2, weights: alone(2) },
      ],
      [300, 100],
    )

    // 0.75² · 0.01 + 0.25² · 0.04
    expect(pooled.estimate).toBeCloseTo(-0.25, 14)
    expect(pooled.standardError).toBeCloseTo(Math.sqrt(0.008125), 14)
  })

  it('is the brand’s own answer where there is one brand', () => {
    const { estimate, standardError } = poolEffects([
      { estimate: 0.05, standardError: 0.02, weights: alone(1) },
    ])

    expect(estimate).toBe(0.05)
    expect(standardError).toBeCloseTo(0.02, 15)
  })

  it('requires a brand, and shares that fit the brands', () => {
    const brand = { estimate: 0, standardError: 1, weights: alone(1) }

    expect(() => poolEffects([])).toThrow('poolEffects requires at least one brand')
    expect(() => poolEffects([brand], [1, 1])).toThrow('poolEffects requires one share per brand')
    expect(() => poolEffects([brand], [0])).toThrow('poolEffects requires one share per brand')
  })
})
