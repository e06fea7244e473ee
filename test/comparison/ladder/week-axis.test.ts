import { describe, expect, it } from 'vitest'
import { weekAxis } from '../../../server/comparison/ladder/week-axis.ts'

const question = { lastBefore: -1, weeksBefore: 3, firstAfter: 0, weeksAfter: 2, width: 1 }

describe('the axis of weeks', () => {
  it('holds single weeks on both sides of the move', () => {
    expect(weekAxis(question)).toEqual({
      width: 1,
      steps: [
        { position: -3, side: 'before', isUsed: true, weeks: [-3] },
        { position: -2, side: 'before', isUsed: true, weeks: [-2] },
        { position: -1, side: 'before', isUsed: true, weeks: [-1] },
        { position: 0, side: 'after', isUsed: true, weeks: [0] },
        { position: 1, side: 'after', isUsed: true, weeks: [1] },
      ],
    })
  })

  it('leaves the week before the move out as a gap, and draws the ramp without using it', () => {
    const { steps } = weekAxis({ ...question, lastBefore: -2, firstAfter: 3 })

    expect(steps.map(({ position }) => position)).toEqual([-4, -3, -2, 0, 1, 2, 3, 4])
    expect(steps.filter(({ isUsed }) => !isUsed).map(({ side, position }) => [side, position])).toEqual([
      ['ramp', 0],
      ['ramp', 1],
      ['ramp', 2],
    ])
  })

  it('keeps earlier weeks for the checks only', () => {
    const { steps } = weekAxis({ ...question, weeksEarlier: 2 })

    expect(steps.map(({ position, isUsed }) => [position, isUsed])).toEqual([
      [-5, false],
      [-4, false],
      [-3, true],
      [-2, true],
      [-1, true],
      [0, true],
      [1, true],
    ])
  })

  it('takes two weeks together outwards from the move, whole steps only', () => {
    const { steps } = weekAxis({ ...question, weeksBefore: 5, weeksAfter: 5, width: 2 })

    expect(steps.map(({ position, weeks }) => [position, weeks])).toEqual([
      [-2, [-4, -3]],
      [-1, [-2, -1]],
      [0, [0, 1]],
      [1, [2, 3]],
    ])
  })

  it('never puts two steps in one place, wherever the sides begin', () => {
    for (const lastBefore of [-1, -2])
      for (const firstAfter of [0, 1, 2, 3]) {
        const { steps } = weekAxis({ lastBefore, weeksBefore: 8, firstAfter, weeksAfter: 8, width: 2 })
        const positions = steps.map(({ position }) => position)

        expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other))
        for (const { position, side } of steps) expect(position < 0).toBe(side === 'before')
      }
  })

  it('has no steps where there are no weeks', () => {
    expect(weekAxis({ ...question, weeksBefore: 0, weeksAfter: 1, width: 2 }).steps).toEqual([])
  })
})
