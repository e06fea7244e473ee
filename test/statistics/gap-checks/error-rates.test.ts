import { describe, expect, it } from 'vitest'
import type { CheckOutcome } from '../../../server/statistics/gap-checks/check-outcome.ts'
import { checkLeaveOneControlOut } from '../../../server/statistics/gap-checks/leave-one-control-out.ts'
import { checkLinearGapTrend } from '../../../server/statistics/gap-checks/linear-gap-trend.ts'
import { checkPlaceboInTime } from '../../../server/statistics/gap-checks/placebo-in-time.ts'
import { checkPreTrend } from '../../../server/statistics/gap-checks/pre-trend.ts'
import type { GapQuestion } from '../../../server/statistics/gap-series.ts'
import { createDice } from '../../support/dice.ts'
import { brandWeeks, commonMovement, weekNumbers } from '../simulated-weeks.ts'

const RUNS = 300
const FROM = -40
const TO = 11

describe('how often the checks fail by chance (5 brands, 40 weeks before, 300 runs)', () => {
  it('a drift before the move or an earlier effect is found in at most 5 of 100 when there is none', () => {
    expect(failures((question) => checkPreTrend(question, Math.log(1.1)).outcome)).toBeLessThanOrEqual(0.05)
    expect(failures((question) => checkPlaceboInTime(question).outcome)).toBeLessThanOrEqual(0.05)
  })

  it('a fall by a quarter keeps its sign without any one control, and under a drift, nearly always', () => {
    const fall = (week: number) => (week < 0 ? 0 : -0.29)

    expect(failures((question) => checkLeaveOneControlOut(question).outcome, fall)).toBeLessThanOrEqual(0.02)
    expect(failures((question) => checkLinearGapTrend(question).outcome, fall)).toBeLessThanOrEqual(0.02)
  })

  it('a drift of 2 % a week before the move is found nearly always', () => {
    const drift = (week: number) => 0.02 * week

    expect(
      failures((question) => checkPreTrend(question, Math.log(1.1)).outcome, drift),
    ).toBeGreaterThanOrEqual(0.9)
  })
})

function failures(check: (question: GapQuestion) => CheckOutcome, effect = (_week: number) => 0): number {
  const dice = createDice(31)
  let failed = 0
  for (let run = 0; run < RUNS; run++) {
    const movement = commonMovement(dice, FROM, TO)
    const outcome = check({
      weeks: weekNumbers(FROM, TO),
      treated: brandWeeks(dice, FROM, TO, (week) => movement(week) + effect(week)),
      controls: [1, 2, 3, 4].map((id) => ({ id, values: brandWeeks(dice, FROM, TO, movement) })),
      firstAfter: 2,
      horizon: 10,
    })
    if (outcome === 'failed') failed++
  }
  return failed / RUNS
}
