import { describe, expect, it } from 'vitest'
import { catalog, catalogVersion, metricOf } from '../../server/metrics/catalog.ts'

describe('the catalogue', () => {
  it('holds the six metrics whose verdicts form the family', () => {
    expect(catalog.filter(({ primary }) => primary).map(({ key }) => key)).toEqual([
      'first_reply',
      'unserved_rate',
      'recontact_rate',
      'csat',
      'demand',
      'human_workload',
    ])
  })

  it('names each metric once', () => {
    expect(new Set(catalog.map(({ key }) => key)).size).toBe(catalog.length)
  })

  it('has a version that changes with any definition', () => {
    expect(catalogVersion).toBe('1.1.1.1.1.1')
  })

  it('compares durations and counts as ratios, rates in points', () => {
    for (const { key, kind, scale } of catalog) {
      expect(scale, key).toBe(kind === 'rate' ? 'identity' : 'log')
    }
  })

  it('calls changes of ten per cent, and of two points', () => {
    for (const { key, kind, margin } of catalog) expect(margin, key).toBe(kind === 'rate' ? 0.02 : 0.1)
  })

  it('waits until late changes are in', () => {
    expect(catalog.map(({ key, maturityDays }) => [key, maturityDays])).toEqual([
      ['first_reply', 1],
      ['unserved_rate', 1],
      ['recontact_rate', 14],
      ['csat', 7],
      ['demand', 1],
      ['human_workload', 1],
    ])
  })

  it('asks for twenty a week, ten where it only counts', () => {
    for (const { key, kind, minimumWeekly } of catalog) {
      expect(minimumWeekly, key).toBe(kind === 'count' ? 10 : 20)
    }
  })

  it('states a condition wherever a comparison has one', () => {
    for (const { key, fairness, condition } of catalog) {
      expect(condition !== null, key).toBe(fairness === 'conditional' || fairness === 'caution')
    }
  })

  it('finds a metric by its key', () => {
    expect(metricOf('csat').name.ko).toBe('고객 만족도(CSAT)')
  })
})
