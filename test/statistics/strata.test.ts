import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planStrata } from '../../server/statistics/strata.ts'

describe('planStrata', () => {
  it('weighs a stratum by the mean of its shares of the two sides', () => {
    const plan = planStrata([
      { stratum: 'easy', before: 30, after: 120 },
      { stratum: 'hard', before: 70, after: 80 },
    ])

    expect(plan.state).toBe('ready')
    // (30 % + 60 %) ÷ 2 and (70 % + 40 %) ÷ 2
    expect(plan.strata.map(({ members, weight }) => [...members, weight])).toEqual([
      ['easy', expect.closeTo(0.45, 12)],
      ['hard', expect.closeTo(0.55, 12)],
    ])
  })

  it('puts the rarest together until all have ten on both sides', () => {
    const plan = planStrata([
      { stratum: 'a', before: 50, after: 50 },
      { stratum: 'b', before: 12, after: 40 },
      { stratum: 'c', before: 9, after: 12 },
      { stratum: 'd', before: 3, after: 5 },
    ])

    expect(plan.strata.map(({ members, before, after }) => ({ members, before, after }))).toEqual([
      { members: ['a'], before: 50, after: 50 },
      { members: ['b'], before: 12, after: 40 },
      { members: ['c', 'd'], before: 12, after: 17 },
    ])
    expect(plan.places).toEqual([0, 1, 2, 2])
  })

  it('takes in a larger one where the rare ones together are still too few', () => {
    const plan = planStrata([
      { stratum: 'a', before: 50, after: 50 },
      { stratum: 'b', before: 30, after: 30 },
      { stratum: 'c', before: 2, after: 2 },
    ])

    expect(plan.strata.map(({ members }) => members)).toEqual([['a'], ['b', 'c']])
  })

  it('keeps the 23 largest of many apart', () => {
    const counts = Array.from({ length: 40 }, (_, i) => ({
      stratum: `s${String(i).padStart(2, '0')}`,
      before: 100 - i,
      after: 100 - i,
    }))

    const plan = planStrata(counts)

    expect(plan.strata).toHaveLength(24)
    expect(plan.strata[22].members).toEqual(['s22'])
    expect(plan.strata[23].members).toHaveLength(17)
  })

  it('leaves out what one side lacks', () => {
    const plan = planStrata([
      { stratum: 'both', before: 150, after: 150 },
      { stratum: 'too', before: 40, after: 25 },
      { stratum: 'new', before: 0, after: 25 },
    ])

    expect(plan.overlap.before).toBe(1)
    expect(plan.overlap.after).toBeCloseTo(0.875, 12)
    expect(plan.places).toEqual([0, 1, null])
    expect(plan.strata.map(({ members }) => members)).toEqual([['both'], ['too']])
    expect(plan.state).toBe('ready')
  })

  it('calls the mix too different where more than a fifth of a side has no counterpart', () => {
    const plan = planStrata([
      { stratum: 'both', before: 60, after: 60 },
      { stratum: 'too', before: 40, after: 10 },
      { stratum: 'new', before: 0, after: 30 },
    ])

    expect(plan.state).toBe('mix_too_different')
    expect(plan.overlap).toEqual({ before: 1, after: 0.7 })
    expect(plan.places).toEqual([0, 1, null])
  })

  it('does not take many rare kinds for a different mix', () => {
    const plan = planStrata([
      { stratum: 'both', before: 100, after: 100 },
      ...Array.from({ length: 50 }, (_, i) => ({
        stratum: `rare ${i}`,
        before: i % 2 === 0 ? 2 : 0,
        after: i % 2 === 0 ? 0 : 2,
      })),
    ])

    expect(plan.state).toBe('ready')
    expect(plan.overlap).toEqual({ before: 1, after: 1 })
    expect(plan.strata).toHaveLength(2)
  })

  it('has nothing to adjust for where all conversations are of one kind, or too few', () => {
    expect(planStrata([{ stratum: 'all', before: 100, after: 90 }]).state).toBe('no_strata')
    expect(
      planStrata([
        { stratum: 'a', before: 8, after: 9 },
        { stratum: 'b', before: 5, after: 5 },
      ]).state,
    ).toBe('no_strata')
  })

  it('has no counterpart at all where a side is empty', () => {
    const plan = planStrata([{ stratum: 'a', before: 100, after: 0 }])

    expect(plan.state).toBe('mix_too_different')
    expect(plan.overlap.after).toBe(0)
  })

  it('puts a kind that neither side holds with the rare ones, if there are any', () => {
    const common = [
      { stratum: 'a', before: 50, after: 50 },
      { stratum: 'b', before: 30, after: 30 },
    ]

    expect(planStrata(common).placeOfUnknown).toBeNull()
    expect(
      planStrata([...common, { stratum: 'c', before: 12, after: 2 }, { stratum: 'd', before: 12, after: 12 }])
        .placeOfUnknown,
    ).toBe(2)
  })

  it('weights add up to 1, and the order of the kinds does not matter', () => {
    const counts = fc.uniqueArray(
      fc.record({
        stratum: fc.string({ minLength: 1, maxLength: 3 }),
        before: fc.integer({ min: 0, max: 60 }),
        after: fc.integer({ min: 0, max: 60 }),
      }),
      { selector: ({ stratum }) => stratum, minLength: 1, maxLength: 40 },
    )

    fc.assert(
      fc.property(counts, (kinds) => {
        const plan = planStrata(kinds)
        expect(planStrata([...kinds].reverse()).strata).toEqual(plan.strata)
        if (plan.state !== 'ready') return
        expect(plan.strata.length).toBeLessThanOrEqual(24)
        expect(plan.strata.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10)
        expect(plan.strata.every(({ before, after }) => before >= 10 && after >= 10)).toBe(true)
      }),
    )
  })
})
