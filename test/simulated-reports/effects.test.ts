import { beforeAll, describe, expect, it, vi } from 'vitest'
import { normalCumulative } from '../../server/statistics/normal.ts'
import type { JudgedReport } from './judged-reports.ts'
import { judgeReports } from './judged-reports.ts'
import { SPREAD, differing, growingEffect, repliesFaster } from './scenarios.ts'
import { callRate, coverage, falseDiscoveries, isFalseCall, pooledCoverage } from './tally.ts'

// Simulations take as long as the machine needs.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

/** Only first replies change: the other five figures of each brand are there to be called by mistake. */
describe.each([
  ['2 of 3 brands reply in 0.8 of the time (40 reports)', repliesFaster(2, 1, 0.8), 40, 12],
  ['2 of 3 brands reply in 0.7 of the time (40 reports)', repliesFaster(2, 1, 0.7), 40, 55],
  ['6 of 8 brands reply in 0.7 of the time (12 reports)', repliesFaster(6, 2, 0.7), 12, 70],
])('%s', (_, scenario, runs, leastCalled) => {
  let reports: JudgedReport[] = []
  beforeAll(() => {
    reports = [...judgeReports({ ...scenario, runs, seed: 3 })]
  })

  it('is found as often as it can be, never the other way round, and held', () => {
    const changed = repliesOf(reports)

    expect(callRate(changed)).toBeGreaterThanOrEqual(leastCalled)
    expect(changed.filter(isFalseCall)).toHaveLength(0)
    expect(coverage(changed)).toBeGreaterThanOrEqual(89)
  })

  it('hardly any of what a report calls did not change (5 in 100 are allowed, error 2.5 points)', () => {
    expect(falseDiscoveries(reports)).toBeLessThanOrEqual(10)
  })
})

describe('effects that are not a single step', () => {
  it('a growing effect: the ranges hold its mean over the weeks looked at (60 reports, error 2.5 points)', () => {
    const reports = [...judgeReports({ ...growingEffect, runs: 60, seed: 3 })]

    expect(coverage(repliesOf(reports))).toBeGreaterThanOrEqual(88)
    expect(repliesOf(reports).filter(isFalseCall)).toHaveLength(0)
  })

  it('effects that differ by brand: their mean and a further brand are held (40 reports, error 3 points)', () => {
    const reports = [...judgeReports({ ...differing, runs: 40, seed: 3 })]
    const within = reports.flatMap(({ pooled }) =>
      pooled.flatMap(({ answer: { furtherBrand } }) => {
        const below = (ratio: number) => normalCumulative((Math.log(ratio) - SPREAD.mean) / SPREAD.deviation)
        return furtherBrand === null ? [] : [below(furtherBrand.high) - below(furtherBrand.low)]
      }),
    )

    expect(pooledCoverage(reports)).toBeGreaterThanOrEqual(88)
    expect(within).toHaveLength(40)
    expect(within.reduce((sum, share) => sum + share, 0) / within.length).toBeGreaterThanOrEqual(0.88)
  })
})

function repliesOf(reports: readonly JudgedReport[]) {
  return reports.flatMap(({ cells }) => cells.filter(({ metric }) => metric === 'first_reply'))
}
