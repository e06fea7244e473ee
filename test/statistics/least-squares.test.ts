import { describe, expect, it } from 'vitest'
import { leastSquares } from '../../server/statistics/least-squares.ts'

describe('leastSquares', () => {
  it('refuses columns that depend on each other', () => {
    const design = [1, 2, 3, 4].map((value) => [value, 2 * value])

    expect(() => leastSquares(design, [1, 2, 3, 4], [0, 1])).toThrow(
      'leastSquares requires columns that do not depend on each other',
    )
  })
})
