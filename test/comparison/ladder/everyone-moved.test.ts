import { describe, expect, it } from 'vitest'
import { hasEveryoneMoved } from '../../../server/comparison/ladder/everyone-moved.ts'
import { staggered } from '../../../server/comparison/ladder/staggered.ts'
import { movedBrand, movedOn, panelOf } from './brands-on-panel.ts'

describe('every brand moved the same way', () => {
  it.each([
    ['where all rise by a third', [1.33, 1.33, 1.33], true],
    ['where all fall, the moved brand most', [0.4, 0.7, 0.7], true],
    ['where all fall, the moved brand least', [0.95, 0.7, 0.7], true],
    ['not where one control stayed', [1.33, 1.33, 1], false],
    ['not where one control went the other way', [1.33, 1.33, 0.7], false],
    ['not where the controls changed too little to be called', [1.33, 1.09, 1.09], false],
    ['where they changed by just what would be called', [1.33, 1.11, 1.11], true],
    ['not where the moved brand went the other way', [0.7, 1.33, 1.33], false],
    ['not where nothing changed', [1, 1, 1], false],
  ])('%s', (_, changes, expected) => {
    const stories = changes.map((change, i) => ({
      id: i + 1,
      perDay: (week: number) => (week >= 0 ? 1000 * change : 1000),
      ...(i === 0 && { movedOn }),
    }))
    const moved = movedBrand(panelOf(stories))
    const found = staggered(moved)

    expect(found && hasEveryoneMoved(found, moved.metric)).toBe(expected)
  })

  it('counts the points of a rate', () => {
    const withShares = (own: number, other: number) => {
      const stories = [
        { id: 1, movedOn, share: (week: number) => (week >= 0 ? own : 0.2) },
        { id: 2, share: (week: number) => (week >= 0 ? other : 0.2) },
      ]
      const moved = movedBrand(panelOf(stories), 'unserved_rate')
      const found = staggered(moved)
      return found && hasEveryoneMoved(found, moved.metric)
    }

    expect([withShares(0.3, 0.23), withShares(0.3, 0.21)]).toEqual([true, false])
  })
})
