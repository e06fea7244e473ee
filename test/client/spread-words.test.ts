import { describe, expect, it } from 'vitest'
import { textIn } from '../../client/locale.ts'
import {
  binOfHalf,
  binWords,
  isWeighed,
  percentileWords,
  runningShares,
  shareWords,
} from '../../client/spread-words.ts'
import type { DistributionSide } from '../../server/contract-distribution.ts'

const [english, korean] = [textIn('en'), textIn('ko')]
const side: DistributionSide = {
  from: '2026-01-05',
  to: '2026-03-30',
  n: 10,
  percentiles: { p25: 45, p50: 60, p75: 150, p90: 360 },
  counts: [
    { n: 4, share: 0.4 },
    { n: 5, share: 0.5 },
  ],
  unended: { n: 1, share: 0.1 },
}
const bins = [
  { from: 30, to: 60 },
  { from: 60, to: 120 },
]

describe('a bin', () => {
  it.each([
    [{ from: 0, to: 1 }, 'under 1 s', '1초 미만'],
    [{ from: 60, to: 120 }, '1–2 min', '1~2분'],
    [{ from: 30, to: 60 }, '30 s – 1 min', '30초~1분'],
    [{ from: 28_800, to: 86_400 }, '8 h – 1 d', '8시간~1일'],
    [{ from: 2_592_000, to: null }, '30 d or more', '30일 이상'],
  ])('%j is said with its units, a shared one once', (bin, inEnglish, inKorean) => {
    expect(binWords(bin, 'en', english)).toBe(inEnglish)
    expect(binWords(bin, 'ko', korean)).toBe(inKorean)
  })
})

describe('percentiles in words', () => {
  it('say how long half, three quarters and nine in ten took', () => {
    expect(percentileWords({ name: 'after', side }, 'en', english)).toBe(
      'After: half within 1 min, three quarters within 2 min 30 s, nine in ten within 6 min.',
    )
    expect(percentileWords({ name: 'after', side }, 'ko', korean)).toBe(
      '전환 후: 절반은 1분 이내, 4건 중 3건은 2분 30초 이내, 10건 중 9건은 6분 이내입니다.',
    )
  })

  it.each([
    [{ p90: null }, 'One in ten or more had not ended yet.'],
    [{ p75: null, p90: null }, 'A quarter or more had not ended yet.'],
    [{ p50: null, p75: null, p90: null }, 'half or more had not ended yet.'],
  ])('say so where they are not known (%j)', (unknown, words) => {
    const percentiles = { ...side.percentiles, ...unknown }

    expect(percentileWords({ name: 'before', side: { ...side, percentiles } }, 'en', english)).toMatch(
      new RegExp(`^Before: .*${words}$`),
    )
  })
})

describe('shares of a side', () => {
  it('are never called nothing while there is something', () => {
    expect([0, 0.0002, 0.0006, 0.1234].map((share) => shareWords(share, 'en'))).toEqual([
      '0%',
      '<0.1%',
      '0.1%',
      '12.3%',
    ])
  })

  it('add up from bin to bin, without what has not ended', () => {
    expect(runningShares(side)).toEqual([0.4, 0.9])
  })

  it('are weighed where they are not those of the numbers', () => {
    expect(isWeighed(side)).toBe(false)
    expect(isWeighed({ ...side, unended: { n: 1, share: 0.2 } })).toBe(true)
  })
})

describe('the bin in which half is reached', () => {
  it('holds the median', () => {
    expect(binOfHalf(side, bins)).toBe(1)
  })

  it('is none where half has not ended', () => {
    expect(binOfHalf({ ...side, percentiles: { ...side.percentiles, p50: null } }, bins)).toBeNull()
  })
})
