import { describe, expect, it } from 'vitest'
import { differenceInterval } from '../../server/statistics/difference-interval.ts'
import { wilsonInterval } from '../../server/statistics/wilson-interval.ts'

const Z = 1.959964
const PUBLISHED_ROUNDING = 5.1e-5

describe('published intervals of proportions', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson: %i of %i', (numerator, denominator, low, high) => {
    const interval = wilsonInterval(numerator / denominator, denominator, Z)

    expect(Math.abs(interval.low - low)).toBeLessThan(PUBLISHED_ROUNDING)
    expect(Math.abs(interval.high - high)).toBeLessThan(PUBLISHED_ROUNDING)
  })

  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('Newcombe 1998, table II, method 10: %i/%i − %i/%i', (k1, n1, k2, n2, low, high) => {
    const interval = differenceInterval(wilsonInterval(k2 / n2, n2, Z), wilsonInterval(k1 / n1, n1, Z))

    expect(Math.abs(interval.low - low)).toBeLessThan(PUBLISHED_ROUNDING)
    expect(Math.abs(interval.high - high)).toBeLessThan(PUBLISHED_ROUNDING)
  })
})
