import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { JudgedCell, JudgedReport } from './judged-reports.ts'
import { judgeReports } from './judged-reports.ts'
import type { Scenario } from './scenarios.ts'
import { oneBrand, unchanged } from './scenarios.ts'
import { callRate, countBy, coverage, naiveCoverage, pooledCoverage, reportsWithFalseCall } from './tally.ts'

// Simulations take as long as the machine needs.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

/** How many reports; each has six figures of every brand that moved, and cells of one report err together. */
const tried: [what: string, scenario: Scenario, reports: number, method: string][] = [
  ['a year of its own course (100 reports, error 1.1 points)', unchanged.year, 100, 'interrupted B'],
  ['a short line of its own (150 reports, error 0.9 points)', unchanged.local, 150, 'interrupted C'],
  ['two windows without a season (200 reports, error 0.8 points)', unchanged.windows, 200, 'windows D'],
  ['2 of 3 brands (60 reports, error 1 point)', unchanged.three, 60, 'staggered B'],
  ['6 of 8 brands (30 reports, error 1 point)', unchanged.eight, 30, 'staggered A'],
]

describe.each(tried)('where nothing changed, %s', (_, scenario, runs, method) => {
  let reports: JudgedReport[] = []
  let cells: JudgedCell[] = []
  beforeAll(() => {
    reports = [...judgeReports({ ...scenario, runs, seed: 1 })]
    cells = reports.flatMap((report) => report.cells)
  })

  it('the ranges hold 0 in 91 to 99.9 of 100 cases', () => {
    expect(coverage(cells)).toBeGreaterThanOrEqual(91)
    expect(coverage(cells)).toBeLessThanOrEqual(99.9)
  })

  it('at most 5 reports in 100 call any change', () => {
    expect(reportsWithFalseCall(reports)).toBeLessThanOrEqual(5)
  })

  it('most figures are judged by the method and with the grade that the weeks and brands allow', () => {
    const [most] = countBy(
      cells.filter(({ metric }) => metric === 'first_reply'),
      ({ cell }) => `${cell.method} ${cell.grade}`,
    ).keys()

    expect(most).toBe(method)
    expect(cells.every(({ estimated }) => estimated !== null)).toBe(true)
  })

  if (scenario.plan.brands.length > 1)
    it('the mean over all brands is held as often', () => {
      expect(pooledCoverage(reports)).toBeGreaterThanOrEqual(91)
    })
})

describe('where brands react unequally to what all go through (60 reports of 2 of 3 brands, error 1.4 points)', () => {
  it('the ranges hold 0 in 88 of 100 cases or more: a known limit', () => {
    const reports = [...judgeReports({ ...unchanged.threeUnequal, runs: 60, seed: 1 })]

    expect(coverage(reports.flatMap(({ cells }) => cells))).toBeGreaterThanOrEqual(88)
    expect(reportsWithFalseCall(reports)).toBeLessThanOrEqual(10)
  })
})

describe('at 400 conversations a day without any change (80 reports, error 2 points), ranges that take conversations for independent', () => {
  let cells: JudgedCell[] = []
  beforeAll(() => {
    const plan = oneBrand(9.5, 13, { hasCommonMovement: false, perDay: 400 })
    const metrics = ['first_reply', 'recontact_rate', 'demand'] as const
    const reports = [...judgeReports({ plan, metrics, runs: 80, seed: 1, withNaive: true })]
    cells = reports.flatMap((report) => report.cells)
  })

  it.each(['Welch t of logarithms', 'Mann–Whitney', 'two shares', 'Poisson rate ratio'])(
    'hold 0 in fewer than 70 of 100 cases: %s',
    (name) => expect(naiveCoverage(cells, name)).toBeLessThan(70),
  )

  it('while the engine holds it in 88 of 100 or more, and calls hardly anything', () => {
    expect(coverage(cells)).toBeGreaterThanOrEqual(88)
    expect(callRate(cells)).toBeLessThanOrEqual(2)
  })
})
