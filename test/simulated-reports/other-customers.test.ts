import { describe, expect, it, vi } from 'vitest'
import type { JudgedCell, JudgedReport } from './judged-reports.ts'
import { judgeReports } from './judged-reports.ts'
import { judgeMixShifts } from './mixed-world.ts'
import { otherPeopleAnswer, unchanged } from './scenarios.ts'
import { callRate, coverage } from './tally.ts'

// Simulations take as long as the machine needs.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

describe('where hard questions rise from 30 to 50 in 100 and each is answered as before (25 reports, conversation by conversation)', () => {
  const hard = { before: 0.3, after: 0.5 }
  const plan = unchanged.windows.plan
  const cells = cellsOf([...judgeMixShifts({ plan, hard, runs: 25, seed: 5 })])

  it('the plain ranges miss 0 in more than half of the cases', () => {
    expect(coverage(cells)).toBeLessThan(50)
  })

  it('with the same mix on both sides they hold it in 90 of 100 or more', () => {
    const adjusted = cells.flatMap(({ estimated }) =>
      estimated?.mix.kind === 'adjusted' ? [estimated.mix.effect] : [],
    )
    const held = adjusted.filter(({ low, high }) => low <= 0 && high >= 0)

    expect(adjusted).toHaveLength(cells.length)
    expect(held.length / adjusted.length).toBeGreaterThanOrEqual(0.9)
  })

  it('nothing is called', () => {
    expect(callRate(cells)).toBe(0)
    expect(cells.some(({ cell }) => cell.reasons.some(({ code }) => code === 'mix_shift'))).toBe(true)
  })
})

describe('where satisfaction is what it was but three times as many of the unhappy answer (40 reports of 2 brands)', () => {
  const cells = cellsOf([...judgeReports({ ...otherPeopleAnswer, runs: 40, seed: 5 })])

  it('the plain ranges nearly all show a fall', () => {
    expect(coverage(cells)).toBeLessThan(30)
  })

  it('the best and the worst case hold 0 in every report', () => {
    const bounds = cells.flatMap(({ estimated }) => estimated?.bounds ?? [])

    expect(bounds).toHaveLength(80)
    expect(bounds.every(({ low, high }) => low <= 0 && high >= 0)).toBe(true)
  })

  it('nothing is called', () => {
    expect(callRate(cells)).toBe(0)
  })
})

function cellsOf(reports: readonly JudgedReport[]): JudgedCell[] {
  return reports.flatMap(({ cells }) => cells)
}
