import { describe, expect, it } from 'vitest'
import { wholeShares } from '../../client/whole-shares.ts'

describe('whole shares of a hundred', () => {
  it.each([
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [2551, 4551, 188, 0],
      [35, 62, 3, 0],
    ],
    [
      [0, 7],
      [0, 100],
    ],
    [
      [995, 5],
      [100, 0],
    ],
  ])('of %j are %j', (parts, shares) => {
    expect(wholeShares(parts)).toEqual(shares)
  })

  it('of nothing are none', () => {
    expect(wholeShares([0, 0])).toBeNull()
  })
})
