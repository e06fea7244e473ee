import type { ReconciliationCalendar, ReconciliationMismatch } from '../../contract.ts'
import type { Day } from '../../periods/day.ts'
import { addDays, daysBetween, mondayOf } from '../../periods/day.ts'
import { dayOf } from '../../periods/zone.ts'
import { readBrands } from '../../store/brands.ts'
import type { Database } from '../../store/database.ts'
import type { CheckedSlice, ReconciliationDay } from '../../store/reconciliation.ts'
import { readReconciliation, readRedSlices, WHOLE_ACCOUNT } from '../../store/reconciliation.ts'

const WEEKS = 26

/**
 * How the last half year agrees with Zendesk's own counts, brand by brand, and everything that differs, however old: figures
 * reach further back.
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
  const red = readRedSlices(db)
  const seesAccount = brandIds === null
  const brands = readBrands(db)
    .filter(({ id }) => seesAccount || brandIds.includes(id))
    .map(({ id, name }) => ({ id, name }))
  return [...(seesAccount ? [null] : []), ...brands].flatMap((brand) => {
    const days = byBrand.get(brand?.id ?? null) ?? []
    const own = red.filter(({ brandId }) => brandId === (brand?.id ?? WHOLE_ACCOUNT))
    return days.length + own.length > 0 ? [calendarOf(brand, { from, today, days, red: own })] : []
  })
}

function calendarOf(
  brand: ReconciliationCalendar['brand'],
  {
    from,
    today,
    days,
    red,
  }: { from: Day; today: Day; days: readonly ReconciliationDay[]; red: readonly CheckedSlice[] },
): ReconciliationCalendar {
  const letters = Array.from({ length: daysBetween(from, today) + 1 }, () => '-')
  for (const { day, state } of days) letters[daysBetween(from, day)] = state === 'red' ? 'r' : 'g'
  return { brand, from, days: letters.join(''), mismatches: red.map(mismatchOf) }
}

function mismatchOf(slice: CheckedSlice): ReconciliationMismatch {
  const { day, days, kind, channel, theirs, ours, explained, unexplained, causes } = slice
  return { day, days, kind, channel, theirs, ours, explained, unexplained, causes: { ...causes } }
}
