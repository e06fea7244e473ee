import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  histogramQuantile,
  logHistogramOf,
  mergeLogHistograms,
} from '../../server/statistics/histogram-quantile.ts'

const durations = fc.array(fc.double({ min: 1, max: 90 * 86_400, noNaN: true }), {
  minLength: 1,
  maxLength: 300,
})
const probability = fc.double({ min: 0, max: 1, noNaN: true })

describe('histogramQuantile', () => {
  it('is within 1 % of the duration of its rank, whatever the durations', () => {
    fc.assert(
      fc.property(durations, probability, (seconds, p) => {
        const ofRank = [...seconds].sort((first, second) => first - second)[
          Math.floor(p * (seconds.length - 1))
        ]
        const value = histogramQuantile(logHistogramOf(seconds), p)
        expect(Math.abs(value / ofRank - 1)).toBeLessThanOrEqual(0.01 + 1e-12)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same however the durations were split and merged', () => {
    fc.assert(
      fc.property(fc.array(durations, { minLength: 1, maxLength: 6 }), probability, (days, p) => {
        const whole = histogramQuantile(logHistogramOf(days.flat()), p)
        const merged = mergeLogHistograms(days.map(logHistogramOf))
        const backwards = mergeLogHistograms(days.map(logHistogramOf).reverse())
        const inPairs = mergeLogHistograms([
          mergeLogHistograms(days.slice(0, 2).map(logHistogramOf)),
          mergeLogHistograms(days.slice(2).map(logHistogramOf)),
        ])
        for (const histogram of [merged, backwards, inPairs]) {
          expect(histogramQuantile(histogram, p)).toBe(whole)
        }
      }),
    )
  })

  it('keeps the ratio of two quantiles within 2.02 %', () => {
    fc.assert(
      fc.property(durations, durations, (before, after) => {
        const ofRank = (seconds: number[]) =>
          [...seconds].sort((first, second) => first - second)[Math.floor(0.5 * (seconds.length - 1))]
        const ratio =
          histogramQuantile(logHistogramOf(after), 0.5) / histogramQuantile(logHistogramOf(before), 0.5)
        expect(Math.abs(ratio / (ofRank(after) / ofRank(before)) - 1)).toBeLessThanOrEqual(0.0203)
      }),
    )
  })

  it('counts what has not ended as longer than everything else', () => {
    const histogram = logHistogramOf([0.2, 10, Infinity, Infinity, Infinity])

    expect(histogramQuantile(histogram, 0)).toBe(0.5)
    expect(histogramQuantile(histogram, 0.25)).toBeCloseTo(10, 0)
    expect(histogramQuantile(histogram, 0.5)).toBe(Infinity)
  })

  it('requires a duration', () => {
    expect(() => histogramQuantile(new Map(), 0.5)).toThrow(
      'histogramQuantile requires at least one duration',
    )
    expect(() => histogramQuantile(new Map([[7, 0]]), 0.5)).toThrow(
      'histogramQuantile requires at least one duration',
    )
  })
})
