import type { GapQuestion } from '../../server/statistics/gap-series.ts'
import { createDice } from '../support/dice.ts'
import { brandWeeks, weekNumbers } from './simulated-weeks.ts'

/** A brand and its controls (ids 11, 12, …) without any change, plus what is asked for. */
export function gapQuestion(wanted: {
  from?: number
  to?: number
  controls?: number
  seed?: number
  common?: (week: number) => number
  effect?: (week: number) => number
}): GapQuestion {
  const { from = -20, to = 11, controls = 3, seed = 4, common = () => 0, effect = () => 0 } = wanted
  const dice = createDice(seed)
  return {
    weeks: weekNumbers(from, to),
    treated: brandWeeks(dice, from, to, (week) => common(week) + effect(week)),
    controls: Array.from({ length: controls }, (_, i) => ({
      id: 11 + i,
      values: brandWeeks(dice, from, to, common),
    })),
    firstAfter: 2,
    horizon: 10,
  }
}
