import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import { addDays, daysBetween } from '../../server/periods/day.ts'
import { readCutovers } from '../../server/store/brands.ts'
import { createDice } from '../support/dice.ts'
import { emptyAccount, writePanel } from './panel-account.ts'
import type { WorldPlan } from './panel-world.ts'
import { simulatePanel } from './panel-world.ts'

/** Days by which what was found lies after what was simulated, over many accounts. */
export type RampErrors = { moves: number; overtaken: number[]; ended: number[] }

const OVERTAKEN = 0.5
const SETTLED = 0.9
/** Against rounding: a share that is exactly enough counts as enough. */
const TINY = 1e-9

/** How well the day messaging overtakes, and the end of the ramp, are found in the numbers of conversations. */
export function rampErrors(plan: WorldPlan, runs: number, seed: number): RampErrors {
  const { rampDays } = plan
  const firstAbove = Math.floor(OVERTAKEN * rampDays + TINY)
  const firstSettled = Math.ceil(SETTLED * rampDays - TINY) - 1
  const db = emptyAccount(plan)
  const errors: RampErrors = { moves: 0, overtaken: [], ended: [] }
  for (let run = 0; run < runs; run++) {
    writePanel(db, simulatePanel(plan, createDice(seed * 100_000 + run)))
    updateCutovers(db)
    const found = readCutovers(db)
    for (const { id, movesOn } of plan.brands) {
      if (movesOn === null) continue
      errors.moves++
      const own = found.get(id)
      if (own === undefined) continue
      errors.overtaken.push(daysBetween(addDays(movesOn, firstAbove), own.went_live_on))
      if (own.ramp_source === 'measured' && own.ramp_end !== null)
        errors.ended.push(daysBetween(addDays(movesOn, firstSettled), own.ramp_end))
    }
  }
  db.close()
  return errors
}
