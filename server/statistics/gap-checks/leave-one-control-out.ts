import { LEVEL_SHIFT, fitLevelShifts } from '../gap-fit.ts'
import type { GapQuestion, GapRow } from '../gap-rows.ts'
import { meanWithout, windowOf } from '../gap-rows.ts'
import type { Interval } from '../interval.ts'
import type { CheckOutcome } from './check-outcome.ts'
import { keepsDirection } from './check-outcome.ts'

export type LeaveOneControlOut = {
  outcome: CheckOutcome
  /** The effect without each control, on the same weeks. */
  effects: { id: number; effect: Interval; keepsDirection: boolean; overlaps: boolean }[]
}

/**
 * Does the effect hang on a single control? Leaves each out in turn; passed when a direction that the full interval
 * shows never turns round and every interval overlaps the full one. Needs two controls.
 */
export function checkLeaveOneControlOut(question: GapQuestion): LeaveOneControlOut {
  let found = known.get(question)
  if (!found) known.set(question, (found = leaveOut(question)))
  return found
}

/** The check asks, and so does whoever shows the effects: a question may not change afterwards. */
const known = new WeakMap<GapQuestion, LeaveOneControlOut>()

function leaveOut(question: GapQuestion): LeaveOneControlOut {
  const window = windowOf(question)
  if (window === null || question.controls.length < 2) return { outcome: 'not_testable', effects: [] }
  const [whole, ...without] = fitLevelShifts(window, [
    ({ gap }) => gap,
    ...question.controls.map((_, index) => (row: GapRow) => gapWithout(row, index)),
  ])
  const full = whole.contrast(LEVEL_SHIFT)
  const effects = question.controls.map(({ id }, index) => {
    const { estimate, low, high } = without[index].contrast(LEVEL_SHIFT)
    return {
      id,
      effect: { estimate, low, high },
      keepsDirection: keepsDirection(full, estimate),
      overlaps: low <= full.high && high >= full.low,
    }
  })
  const holds = effects.every((one) => one.keepsDirection && one.overlaps)
  return { outcome: holds ? 'passed' : 'failed', effects }
}

function gapWithout(row: GapRow, index: number): number {
  return row.treated - meanWithout(row, index)
}
