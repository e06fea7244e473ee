import type { ReconciliationCalendar, ReconciliationMismatch } from '../../contract.ts'
import type { Day } from '../../periods/day.ts'
import { addDays, daysBetween, mondayOf } from '../../periods/day.ts'
import { dayOf } from '../../periods/zone.ts'
import { readBrands } from '../../store/brands.ts'
import type { Database } from '../../store/database.ts'
import type { CheckedSlice, ReconciliationDay } from '../../store/reconciliation.ts'
import { readReconciliation } from '../../store/reconciliation.ts'

const WEEKS = 26

/**
 * How the last half year agrees with Zendesk's own counts, brand by brand.
 * @param brandIds the brands that may be seen; null = all of them, and the whole account
 */
export function reconciliationCalendars(
  db: Database,
  brandIds: readonly number[] | null,
  now: number,
): ReconciliationCalendar[] {
  const today = dayOf(now, 'UTC')
  const from = addDays(mondayOf(today), -7 * (WEEKS - 1))
  const byBrand = new Map<number | null, ReconciliationDay[]>()
  for (const day of readReconciliation(db, { brandIds, from, to: addDays(today, 1) })) {
    const known = byBrand.get(day.brandId)
    if (known) known.push(day)
    else byBrand.set(day.brandId, [day])
  }
  const brands = readBrands(db).map(({ id, name }) => ({ id, name }))
  return [null, ...brands].flatMap((brand) => {
    const days = byBrand.get(brand?.id ?? null)
    return days ? [calendarOf(brand, from, today, days)] : []
  })
}

function calendarOf(
  brand: ReconciliationCalendar['brand'],
  from: Day,
  today: Day,
  days: readonly ReconciliationDay[],
): ReconciliationCalendar {
  const letters = Array.from({ length: daysBetween(from, today) + 1 }, () => '-')
  const red = new Set<CheckedSlice>()
  for (const { day, state, slices } of days) {
    letters[daysBetween(from, day)] = state === 'red' ? 'r' : 'g'
    for (const slice of slices) if (slice.state === 'red') red.add(slice)
  }
  const mismatches = [...red].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).map(mismatchOf)
  return { brand, from, days: letters.join(''), mismatches }
}

function mismatchOf(slice: CheckedSlice): ReconciliationMismatch {
  const { day, days, kind, channel, theirs, ours, explained, unexplained, causes } = slice
  return { day, days, kind, channel, theirs, ours, explained, unexplained, causes: { ...causes } }
}
