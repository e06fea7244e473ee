import { LEVEL_SHIFT, fitLevelShifts } from '../gap-fit.ts'
import type { GapQuestion, GapRow } from '../gap-rows.ts'
import { meanWithout, windowOf } from '../gap-rows.ts'
import type { CheckOutcome } from './check-outcome.ts'

export type PermutationRank = {
  outcome: CheckOutcome
  controls: number
  /** 1 when no control's pretended effect is as large as the brand's; null with fewer than 5 controls. */
  rank: number | null
  /** How often a brand that did not move shows an effect as large; null with fewer than 19 controls. */
  p: number | null
}

const LEAST_FOR_RANK = 5
/** With fewer, the smallest possible p is above 0.05. */
const LEAST_FOR_P = 19
const LEVEL = 0.05

/**
 * Would a brand that did not move have shown an effect as large? Pretends for each control that it moved, with the
 * other controls as its own. With 19 controls and more, failed when the effect's interval leaves out 0 and yet more
 * than 5 % of the brands show one as large; with fewer, only the rank is told.
 */
export function checkPermutationRank(question: GapQuestion): PermutationRank {
  const controls = question.controls.length
  const window = windowOf(question)
  if (window === null || controls < LEAST_FOR_RANK)
    return { outcome: 'not_testable', controls, rank: null, p: null }
  const [fit, ...pretended] = fitLevelShifts(window, [
    ({ gap }) => gap,
    ...question.controls.map((_, index) => (row: GapRow) => gapAsIfTreated(row, index)),
  ])
  const size = Math.abs(fit.estimate(LEVEL_SHIFT))
  const asLarge = pretended.filter((one) => Math.abs(one.estimate(LEVEL_SHIFT)) >= size).length
  const rank = 1 + asLarge
  if (controls < LEAST_FOR_P) return { outcome: 'not_testable', controls, rank, p: null }
  const p = rank / (1 + controls)
  const { low, high } = fit.contrast(LEVEL_SHIFT)
  const isClaimed = low > 0 || high < 0
  return { outcome: isClaimed && p > LEVEL ? 'failed' : 'passed', controls, rank, p }
}

function gapAsIfTreated(row: GapRow, index: number): number {
  return row.controls[index] - meanWithout(row, index)
}
