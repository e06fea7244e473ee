import { describe, expect, it } from 'vitest'
import { sampleBelow, sampledBrands, searchBelow } from '../../server/metrics/detail-sample.ts'
import { defaultDetailSample } from '../../server/settings/detail-sample.ts'
import { addDays } from '../../server/periods/day.ts'

/** So many tickets on each of the 1024 ranks. */
const evenly = (each: number) => new Map(Array.from({ length: 1024 }, (_, rank) => [rank, each]))
const weeks = (count: number, tickets: number) =>
  Array.from({ length: count }, (_, week) => ({ week: addDays('2026-01-05', 7 * week), tickets }))

describe('the sample of a week', () => {
  it('is the least half, quarter … of its tickets that still holds enough', () => {
    expect(sampleBelow(evenly(1), 200)).toBe(256)
    expect(sampleBelow(evenly(1), 256)).toBe(256)
    expect(sampleBelow(evenly(1), 257)).toBe(512)
    expect(sampleBelow(evenly(10), 200)).toBe(32)
  })

  it('is the whole week where half of it would be too little', () => {
    expect(sampleBelow(evenly(1), 600)).toBe(null)
    expect(sampleBelow(new Map([[1023, 900]]), 200)).toBe(null)
    expect(sampleBelow(new Map(), 200)).toBe(null)
  })

  it('of a search may be nothing, or everything', () => {
    expect(searchBelow(evenly(1), 20)).toBe(32)
    expect(searchBelow(evenly(1), 0)).toBe(0)
    expect(searchBelow(new Map([[7, 3]]), 20)).toBe(1024)
  })
})

describe('samples are read of a brand', () => {
  const sampled = (mode: 'auto' | 'all' | 'sample', perWeek: readonly number[], perMinute = 200) =>
    [
      ...sampledBrands(
        new Map(perWeek.map((tickets, i) => [i + 1, weeks(30, tickets)])),
        { ...defaultDetailSample, mode },
        perMinute,
      ),
    ].sort()

  it('whose busiest twelve weeks are more than half of the limit reads in a day', () => {
    // 200 a minute: 144,000 a day, 12,000 for each of twelve weeks.
    expect(sampled('auto', [12_000])).toEqual([])
    expect(sampled('auto', [12_001])).toEqual([1])
    expect(sampled('auto', [12_001], 400)).toEqual([])
  })

  it('or more than its part of that, where several brands need it', () => {
    expect(sampled('auto', [7_000, 5_000, 0])).toEqual([1])
  })

  it('always or never where the settings say so', () => {
    expect(sampled('all', [100_000])).toEqual([])
    expect(sampled('sample', [10, 0])).toEqual([1])
  })
})
