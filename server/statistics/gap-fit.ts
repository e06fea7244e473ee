import type { Ar1Fit } from './ar1-fit.ts'
import { fitAr1Each, flatPrior } from './ar1-fit.ts'
import type { GapRow, GapWindow } from './gap-rows.ts'

/** One coefficient for the level before, one for the shift after. */
export const LEVEL_SHIFT = [0, 1]

export function levelShiftDesign({ before, after }: Pick<GapWindow, 'before' | 'after'>): number[][] {
  return [...before.map(() => [1, 0]), ...after.map(() => [1, 1])]
}

/** The gap to the controls as one level before and another after, neighbouring weeks being alike. */
export function fitLevelShift(window: Pick<GapWindow, 'before' | 'after'>): Ar1Fit {
  return fitLevelShifts(window, [({ gap }) => gap])[0]
}

/** The same of several gaps in the same weeks. */
export function fitLevelShifts(
  { before, after }: Pick<GapWindow, 'before' | 'after'>,
  gapsOf: readonly ((row: GapRow) => number)[],
): Ar1Fit[] {
  const rows = [...before, ...after]
  return fitAr1Each({
    design: levelShiftDesign({ before, after }),
    responses: gapsOf.map((gapOf) => rows.map(gapOf)),
    weeks: rows.map(({ week }) => week),
    prior: flatPrior,
  })
}
