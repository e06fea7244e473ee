import { describe, expect, it, vi } from 'vitest'
import type { JudgedCell, JudgedReport } from './judged-reports.ts'
import { judgeReports } from './judged-reports.ts'
import { censored, holidays, silentWeeks } from './scenarios.ts'
import { callRate, coverage, heldBy, naiveCoverage, reportsWithFalseCall } from './tally.ts'

// Simulations take as long as the machine needs.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

describe('where days are missing and nothing changed (40 reports of 2 brands, error 1.4 points)', () => {
  it('a week of holidays, and single closed days with few customers who wait long, change nothing', () => {
    expectQuiet([...judgeReports({ ...holidays, runs: 40, seed: 4 })])
  })

  it('a week before and a week after without any data change nothing', () => {
    expectQuiet([...judgeReports({ ...silentWeeks, runs: 40, seed: 4 })])
  })
})

describe('where many conversations of the youngest weeks are still open (40 reports of 2 brands, error 2.4 points)', () => {
  const reports = [...judgeReports({ ...censored, runs: 40, seed: 4, withNaive: true })]
  const cells = cellsOf(reports)

  it('the median until solved is held, and no change is called', () => {
    expect(coverage(cells)).toBeGreaterThanOrEqual(91)
    expect(callRate(cells)).toBeLessThanOrEqual(2.5)
  })

  it('leaving them out would make the brands look faster', () => {
    expect(naiveCoverage(cells, 'Welch t of logarithms')).toBeLessThan(40)
  })
})

function expectQuiet(reports: readonly JudgedReport[]): void {
  const cells = cellsOf(reports)

  expect(cells.every(({ estimated }) => estimated !== null)).toBe(true)
  expect(coverage(cells)).toBeGreaterThanOrEqual(91)
  expect(coverage(cells)).toBeLessThanOrEqual(99.9)
  expect(reportsWithFalseCall(reports)).toBeLessThanOrEqual(10)
  // What is left of the weeks is as sure as whole weeks, whose range of the volume is 0.2 wide.
  expect(heldBy(cells.filter(({ metric }) => metric === 'demand')).medianWidth).toBeLessThan(0.27)
}

function cellsOf(reports: readonly JudgedReport[]): JudgedCell[] {
  return reports.flatMap(({ cells }) => cells)
}
