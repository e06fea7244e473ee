import { describe, expect, it } from 'vitest'
import { busiestStretch, mostChangedStretch } from '../../../server/metrics/team/busiest-hours.ts'
import { createDice } from '../../support/dice.ts'

const FOUR_WEEKS = [4, 4, 4, 4, 4, 4, 4]

describe('the busiest hours', () => {
  it('are two in a row, on every weekday nearly as busy then', () => {
    const counts = week({ '0 10': 40, '0 11': 44, '1 10': 38, '1 11': 36, '2 10': 20, '4 15': 40 })

    expect(busiestStretch({ counts, weekdays: FOUR_WEEKS })).toEqual({
      weekdays: [0, 1],
      startHour: 10,
      each: 19.75,
      most: 21,
    })
  })

  it('count a weekday by how often it was worked: a closed Monday does not make Mondays quiet', () => {
    const counts = week({ '0 10': 60, '1 10': 70 })

    expect(busiestStretch({ counts, weekdays: [3, 4, 4, 4, 4, 4, 4] })).toMatchObject({ weekdays: [0, 1] })
  })

  it('are not told from a hundred conversations down, nor from three weeks', () => {
    const threeWeeks = [3, 3, 3, 3, 3, 3, 3]
    expect(busiestStretch({ counts: week({ '0 10': 300 }), weekdays: threeWeeks })).toBeNull()
    expect(busiestStretch({ counts: week({ '0 10': 99 }), weekdays: FOUR_WEEKS })).toBeNull()
  })
})

describe('the hours that changed most', () => {
  it('are named where chance does not explain them', () => {
    const before = week({ '0 10': 40, '0 11': 40, '4 18': 10 })
    const after = week({ '0 10': 42, '0 11': 36, '4 18': 50 })

    expect(
      mostChangedStretch({ counts: before, weekdays: FOUR_WEEKS }, { counts: after, weekdays: FOUR_WEEKS }),
    ).toEqual({ weekdays: [4], startHour: 18, each: 10 })
  })

  it('are hardly ever named where nothing changed', () => {
    const dice = createDice(7)
    const draw = () => Array.from({ length: 168 }, (_, hour) => dice.poisson(3 + (hour % 24)))
    let named = 0
    for (let trial = 0; trial < 200; trial++)
      if (
        mostChangedStretch(
          { counts: draw(), weekdays: FOUR_WEEKS },
          { counts: draw(), weekdays: FOUR_WEEKS },
        ) !== null
      )
        named += 1

    expect(named / 200).toBeLessThan(0.1)
  })
})

/** Counts by 'weekday hour'. */
function week(given: Record<string, number>): number[] {
  const counts = Array.from({ length: 168 }, () => 0)
  for (const [place, count] of Object.entries(given)) {
    const [weekday, hour] = place.split(' ').map(Number)
    counts[weekday * 24 + hour] = count
  }
  return counts
}
