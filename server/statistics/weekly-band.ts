import type { Ar1Fit } from './ar1-fit.ts'

/** A week's value as a model sees it, with the ends between which 95 of 100 such weeks lie. */
export type WeeklyBand = { week: number; estimate: number; low: number; high: number }

/** Where the value of a single week would likely lie, given its row of the design. */
export function weeklyBand(fit: Ar1Fit, week: number, row: readonly number[]): WeeklyBand {
  const { estimate, low, high } = fit.contrast(row, { predictive: true })
  return { week, estimate, low, high }
}
