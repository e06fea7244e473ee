import type { PageWindow } from '../contract-bot.ts'
import type { Comparison } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import { addDays, mondayOf } from '../periods/day.ts'

/** Whole weeks a page speaks of where nothing else was asked and nothing is compared. */
const LATEST_WEEKS = 13

export type AskedDays = { from?: Day; to?: Day }

/** The last whole Monday–Sunday weeks that end by this day. */
export function latestWeeks(matureTo: Day): PageWindow {
  const to = mondayOf(matureTo)
  return { from: addDays(to, -7 * LATEST_WEEKS), to, chosen: 'latest' }
}

/**
 * The days that were asked for; an open end is the latest day there is, an open beginning thirteen weeks earlier.
 * Null where no days were asked for.
 * @param today the last day there may be something of
 */
export function askedWindow({ from, to }: AskedDays, today: Day): PageWindow | null {
  if (from === undefined && to === undefined) return null
  const tomorrow = addDays(today, 1)
  const end = to ?? (from !== undefined && from >= tomorrow ? addDays(from, 1) : tomorrow)
  return { from: from ?? addDays(end, -7 * LATEST_WEEKS), to: end, chosen: 'asked' }
}

/** One side of what the report compares; null where the cell has none. */
export function comparedWindow(cell: Comparison | undefined, side: 'before' | 'after'): PageWindow | null {
  const window = cell?.[side]
  return window ? { from: window.from, to: window.to, chosen: 'compared' } : null
}
