import { describe, expect, it } from 'vitest'
import { gates, mixShare } from '../../../server/comparison/mix/gates.ts'

const fell = { estimate: -0.4, low: -0.5, high: -0.3 }
const rose = { estimate: 0.4, low: 0.3, high: 0.5 }

describe('gates', () => {
  it.each([
    ['as large with the same mix', fell, { estimate: -0.4, low: -0.5, high: -0.3 }, false],
    ['larger with the same mix', fell, { estimate: -0.6, low: -0.8, high: -0.4 }, false],
    ['half of it left, and surely there', fell, { estimate: -0.2, low: -0.3, high: -0.1 }, false],
    [
      'less than half of it left, though surely there',
      fell,
      { estimate: -0.19, low: -0.3, high: -0.1 },
      true,
    ],
    ['most of it left, though it may be none', fell, { estimate: -0.3, low: -0.7, high: 0.1 }, true],
    ['an interval that ends at 0', fell, { estimate: -0.3, low: -0.6, high: 0 }, true],
    ['none of it left', fell, { estimate: 0, low: -0.1, high: 0.1 }, true],
    ['surely the opposite', fell, { estimate: 0.4, low: 0.3, high: 0.5 }, true],
    ['a rise that is as large', rose, { estimate: 0.4, low: 0.3, high: 0.5 }, false],
    ['a rise of which half is left', rose, { estimate: 0.2, low: 0.1, high: 0.3 }, false],
    ['a rise of which less than half is left', rose, { estimate: 0.19, low: 0.1, high: 0.3 }, true],
    ['a rise that is surely a fall', rose, { estimate: -0.4, low: -0.5, high: -0.3 }, true],
    ['an end among durations that have not ended', rose, { estimate: 0.4, low: 0.2, high: Infinity }, false],
    ['ends of which nothing is known', rose, { estimate: 0.4, low: NaN, high: NaN }, true],
  ])('%s', (_, crude, adjusted, isHeldBack) => {
    expect(gates(crude, adjusted)).toBe(isHeldBack)
  })
})

describe('mixShare', () => {
  const left = (estimate: number) => ({ estimate, low: estimate - 0.1, high: estimate + 0.1 })

  it.each([
    ['nothing where all of it is left', left(-0.4), 0],
    ['three quarters', left(-0.1), 0.75],
    ['all of it where none is left', left(0), 1],
    ['all of it where the opposite is true', left(0.3), 1],
    ['is not known where the mix hid a part', left(-0.5), null],
  ])('%s', (_, adjusted, share) => {
    expect(mixShare(fell, adjusted)).toBe(share)
  })

  it('is not known of no difference', () => {
    expect(mixShare(left(0), left(0))).toBeNull()
    expect(mixShare(left(0), left(-0.1))).toBeNull()
  })
})
