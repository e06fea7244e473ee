export type GapQuestion = {
  /** Whole weeks since the treated brand's cutover (0 is its week); any order, gaps allowed. */
  weeks: readonly number[]
  /** The moved brand's weekly values on the metric's scale; null is a week without one. */
  treated: readonly (number | null)[]
  /** Brands that do not move before the end of the window, on the same weeks; NaN too is a week without a value. */
  controls: readonly { id: number; values: readonly (number | null)[] }[]
  /** The first week after the ramp; weeks from 0 up to it count on neither side. */
  firstAfter: number
  /** How many weeks after the ramp are looked at, at most. */
  horizon: number
  /** How many weeks before the cutover are looked at, at most; those before them serve the checks only. */
  longestBefore?: number
}
/** A week in which the treated brand and every control have a value. */
export type GapRow = { week: number; treated: number; controls: number[]; controlMean: number; gap: number }
export type GapWindow = {
  before: GapRow[]
  after: GapRow[]
  /** Everything from the first week used to the last, the ramp included. */
  shown: GapRow[]
}

const MOST_BEFORE = 26
const LEAST_BEFORE = 8
const LEAST_AFTER = 4

/** The weeks in which nothing is missing, ascending; the set of controls is the same in all of them. */
export function gapRows({ weeks, treated, controls }: Omit<GapQuestion, 'firstAfter' | 'horizon'>): GapRow[] {
  if (controls.length === 0) return []
  const rows: GapRow[] = []
  weeks.forEach((week, i) => {
    const own = treated[i]
    if (own === null) return
    const others: number[] = []
    for (const { values } of controls) {
      const value = values[i]
      if (value === null || value === undefined || Number.isNaN(value)) return
      others.push(value)
    }
    rows.push(rowOf(week, own, others))
  })
  return rows.sort((first, second) => first.week - second.week)
}

function rowOf(week: number, treated: number, controls: number[]): GapRow {
  const controlMean = controls.reduce((sum, value) => sum + value, 0) / controls.length
  return { week, treated, controls, controlMean, gap: treated - controlMean }
}

/** The mean of all controls but one. */
export function meanWithout({ controls, controlMean }: GapRow, index: number): number {
  return (controlMean * controls.length - controls[index]) / (controls.length - 1)
}

const windows = new WeakMap<GapQuestion, { window: GapWindow | null }>()

/** The window of a question, which may not change afterwards: the estimate and each of its checks ask for it. */
export function windowOf(question: GapQuestion): GapWindow | null {
  let found = windows.get(question)
  if (!found) windows.set(question, (found = { window: gapWindow(gapRows(question), question) }))
  return found.window
}

/**
 * The last 26 weeks before the cutover and the weeks after the ramp.
 * @param cutover a week other than 0 pretends that the brand moved then
 * @returns null with fewer than 8 weeks before or fewer than 4 after
 */
export function gapWindow(
  rows: readonly GapRow[],
  {
    firstAfter,
    horizon,
    longestBefore = MOST_BEFORE,
  }: Pick<GapQuestion, 'firstAfter' | 'horizon' | 'longestBefore'>,
  cutover = 0,
): GapWindow | null {
  const begin = cutover + firstAfter
  const before = rows
    .filter(({ week }) => week < cutover && week >= cutover - longestBefore)
    .slice(-MOST_BEFORE)
  const after = rows.filter(({ week }) => week >= begin && week < begin + horizon)
  if (before.length < LEAST_BEFORE || after.length < LEAST_AFTER) return null
  const shown = rows.filter(({ week }) => week >= before[0].week && week <= after[after.length - 1].week)
  return { before, after, shown }
}
