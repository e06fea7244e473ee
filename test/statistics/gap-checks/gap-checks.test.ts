import { describe, expect, it } from 'vitest'
import { checkLeaveOneControlOut } from '../../../server/statistics/gap-checks/leave-one-control-out.ts'
import { checkLinearGapTrend } from '../../../server/statistics/gap-checks/linear-gap-trend.ts'
import { checkPermutationRank } from '../../../server/statistics/gap-checks/permutation-rank.ts'
import { checkPlaceboInTime } from '../../../server/statistics/gap-checks/placebo-in-time.ts'
import { checkPreTrend } from '../../../server/statistics/gap-checks/pre-trend.ts'
import { gapQuestion } from '../gap-question.ts'

const MARGIN = Math.log(1.1)
const afterMove = (size: number) => (week: number) => (week < 0 ? 0 : size)

describe('a drift of the gap before the move', () => {
  it('is not found where there is none', () => {
    const { outcome, slope } = checkPreTrend(gapQuestion({ from: -26, controls: 8, seed: 8 }), MARGIN)

    expect(outcome).toBe('passed')
    expect(slope?.low).toBeLessThan(0)
    expect(slope?.high).toBeGreaterThan(0)
  })

  it('is found where there is one, in its size per 26 weeks', () => {
    const question = gapQuestion({ from: -26, controls: 8, seed: 8, effect: (week) => 0.03 * week })
    const level = checkPreTrend(gapQuestion({ from: -26, controls: 8, seed: 8 }), MARGIN)
    const drifting = checkPreTrend(question, MARGIN)

    expect(drifting.outcome).toBe('failed')
    expect((drifting.slope?.estimate ?? NaN) - (level.slope?.estimate ?? NaN)).toBeCloseTo(0.78, 10)
  })

  it('cannot be judged from 8 weeks that vary much, nor against a tiny margin, nor without weeks', () => {
    expect(checkPreTrend(gapQuestion({ from: -8, controls: 1 }), MARGIN).outcome).toBe('not_testable')
    expect(checkPreTrend(gapQuestion({ from: -26, controls: 8, seed: 8 }), 0.001).outcome).toBe(
      'not_testable',
    )
    expect(checkPreTrend(gapQuestion({ from: -7 }), MARGIN)).toEqual({ outcome: 'not_testable', slope: null })
  })
})

describe('a pretended move in time', () => {
  it('shows nothing where nothing happened', () => {
    const { outcome, cutover } = checkPlaceboInTime(gapQuestion({ from: -40, effect: afterMove(-0.5) }))

    expect(outcome).toBe('passed')
    expect(cutover).toBe(-12)
  })

  it('shows a shift that came before the move', () => {
    const early = gapQuestion({ from: -40, effect: (week) => (week < -12 ? 0 : -0.5) })

    expect(checkPlaceboInTime(early).outcome).toBe('failed')
  })

  it('cannot be made with fewer than 8 weeks before it', () => {
    expect(checkPlaceboInTime(gapQuestion({ from: -20 })).outcome).not.toBe('not_testable')
    expect(checkPlaceboInTime(gapQuestion({ from: -19 }))).toEqual({
      outcome: 'not_testable',
      cutover: null,
      effect: null,
    })
  })
})

describe('leaving one control out', () => {
  it('changes little where all controls tell the same', () => {
    const { outcome, effects } = checkLeaveOneControlOut(gapQuestion({ effect: afterMove(-0.6) }))

    expect(outcome).toBe('passed')
    expect(effects.map(({ id }) => id)).toEqual([11, 12, 13])
    expect(effects.every(({ effect }) => effect.high < 0)).toBe(true)
  })

  it('fails where the effect hangs on one of them', () => {
    const question = gapQuestion({})
    const one = question.controls[0].values.map((value, i) =>
      value === null || question.weeks[i] < 0 ? value : value + 1.2,
    )
    const controls = [{ id: 11, values: one }, ...question.controls.slice(1)]
    const { outcome, effects } = checkLeaveOneControlOut({ ...question, controls })

    expect(outcome).toBe('failed')
    expect(effects[0].overlaps).toBe(false)
  })

  it('cannot be made with one control', () => {
    expect(checkLeaveOneControlOut(gapQuestion({ controls: 1 }))).toEqual({
      outcome: 'not_testable',
      effects: [],
    })
  })
})

describe('a steady drift of the gap', () => {
  it('does not take away a sudden shift', () => {
    const { outcome, effect } = checkLinearGapTrend(gapQuestion({ effect: afterMove(-0.6) }))

    expect(outcome).toBe('passed')
    expect(effect?.estimate).toBeLessThan(-0.3)
  })

  it('takes away what was a drift all along, even turns it', () => {
    const question = gapQuestion({ controls: 8, effect: (week) => -0.03 * week + (week < 0 ? 0 : 0.2) })

    expect(checkLinearGapTrend(question).outcome).toBe('failed')
  })

  it('cannot be judged without weeks', () => {
    expect(checkLinearGapTrend(gapQuestion({ to: 4 }))).toEqual({ outcome: 'not_testable', effect: null })
  })
})

describe('pretending that each control moved', () => {
  it('ranks a large effect first, with p of 1 in 20 at 19 controls', () => {
    expect(checkPermutationRank(gapQuestion({ controls: 19, effect: afterMove(1) }))).toEqual({
      outcome: 'passed',
      controls: 19,
      rank: 1,
      p: 0.05,
    })
  })

  it('tells only the rank with 5 to 18 controls, and nothing with fewer', () => {
    expect(checkPermutationRank(gapQuestion({ controls: 5, effect: afterMove(1) }))).toEqual({
      outcome: 'not_testable',
      controls: 5,
      rank: 1,
      p: null,
    })
    expect(checkPermutationRank(gapQuestion({ controls: 4, effect: afterMove(1) }))).toEqual({
      outcome: 'not_testable',
      controls: 4,
      rank: null,
      p: null,
    })
  })

  it('fails an effect that other brands show without having moved', () => {
    const question = gapQuestion({ controls: 19, effect: afterMove(0.6) })
    const controls = question.controls.map(({ id, values }, index) => ({
      id,
      values: values.map((value, i) =>
        value === null || question.weeks[i] < 0 || index > 3 ? value : value + (index % 2 ? 1.5 : -1.5),
      ),
    }))

    const { outcome, rank } = checkPermutationRank({ ...question, controls })

    expect(rank).toBe(5)
    expect(outcome).toBe('failed')
  })

  it('does not fail an effect that is not claimed', () => {
    const { outcome, p } = checkPermutationRank(gapQuestion({ controls: 19 }))

    expect(p).toBeGreaterThan(0.05)
    expect(outcome).toBe('passed')
  })
})
