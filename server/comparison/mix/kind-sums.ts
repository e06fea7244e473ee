import type { Day } from '../../periods/day.ts'
import { dayNumberOf } from '../../periods/day.ts'
import { isMasked, maskedTableOf } from '../masked-table.ts'
import { usedWeekOf } from '../windows.ts'
import type { KindTotals } from './dimensions.ts'

/** What is held of each kind from one day to another; `countDay` adds those of a day, by its place from the first on. */
export type DaysOfKinds = { first: number; days: number; countDay(place: number, into: Uint32Array): void }

/** With more kinds than this, a table of all days would be larger than what it is made of. */
const MOST_KINDS = 256
const WEEK = 7

/**
 * How often weeks hold each kind, told from what lies before their first and after their last day: every brand that moved
 * asks for half a year of every brand it is compared with.
 * @returns null of days that are no weeks, and of too many kinds: then somebody has to count
 */
export function createKindSums(
  held: DaysOfKinds,
  kinds: number,
): (weeks: readonly (readonly Day[])[]) => KindTotals | null {
  const byMask = new Map<ReadonlySet<Day>, Uint32Array>()
  const runningOf = (maskedDays: ReadonlySet<Day>) => {
    let running = byMask.get(maskedDays)
    if (!running) byMask.set(maskedDays, (running = addUp(held, kinds, maskedDays)))
    return running
  }
  const rowAt = (day: number) => Math.min(Math.max(day - held.first, 0), held.days) * kinds
  return (weeks) => {
    if (kinds > MOST_KINDS) return null
    const totals = new Float64Array(kinds)
    for (let i = 0; i < weeks.length;) {
      const first = usedWeekOf(weeks[i])
      if (first === null) return null
      const start = dayNumberOf(first.from)
      let end = start
      // Weeks that follow each other are one stretch.
      for (; i < weeks.length; i++, end += WEEK) {
        const next = usedWeekOf(weeks[i])
        if (next === null || next.maskedDays !== first.maskedDays || dayNumberOf(next.from) !== end) break
      }
      const running = runningOf(first.maskedDays)
      const [from, to] = [rowAt(start), rowAt(end)]
      for (let kind = 0; kind < kinds; kind++) totals[kind] += running[to + kind] - running[from + kind]
    }
    return totals
  }
}

/** By day, and for each by kind: what all used days before it hold. */
function addUp(held: DaysOfKinds, kinds: number, maskedDays: ReadonlySet<Day>): Uint32Array {
  const masked = maskedTableOf(maskedDays)
  const running = new Uint32Array((held.days + 1) * kinds)
  for (let place = 0; place < held.days; place++) {
    const row = (place + 1) * kinds
    running.copyWithin(row, row - kinds, row)
    if (!isMasked(masked, held.first + place)) held.countDay(place, running.subarray(row, row + kinds))
  }
  return running
}
