import { metricOf } from '../metrics/catalog.ts'
import type { Day } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { AccountSettings } from '../settings/account-settings.ts'
import { holidaysOf } from '../settings/brand-hours.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import type { CutoverRow } from '../store/brands.ts'
import { deleteCutover, readBrands, readCutovers, writeCutover } from '../store/brands.ts'
import type { HistoryProgress } from '../store/checkpoints.ts'
import { readHistoryProgress } from '../store/checkpoints.ts'
import { readDailySums } from '../store/daily-values.ts'
import type { Database } from '../store/database.ts'
import { inTransaction } from '../store/database.ts'
import { readAccountSettings } from '../store/settings.ts'
import { channelDaysOf } from './channel-days.ts'
import { detectCutover } from './detect-cutover.ts'
import { firstCoveredDay, historyState } from './history.ts'
import { measureRamp } from './measure-ramp.ts'

/**
 * Finds each brand's cutover day and ramp in the data and keeps them; a day a person confirmed wins, what the data
 * say is kept beside it. As long as a brand's history does not reach far enough, nothing is concluded from it.
 * @returns the number of brands whose record changed
 */
export function updateCutovers(db: Database): number {
  const settings = readAccountSettings(db)
  const history = readHistoryProgress(db)
  return inTransaction(db, () => {
    const stored = readCutovers(db)
    let changed = 0
    for (const { id } of readBrands(db)) {
      const before = stored.get(id) ?? null
      const after = cutoverOf(db, id, before, settings, history)
      if (JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(after))) continue
      if (after === null) deleteCutover(db, id)
      else writeCutover(db, after)
      changed++
    }
    return changed
  })
}

function cutoverOf(
  db: Database,
  brandId: number,
  stored: CutoverRow | null,
  settings: AccountSettings,
  history: readonly HistoryProgress[],
): CutoverRow | null {
  const brand = brandSettingsOf(settings, brandId)
  const closedDays = new Set(holidaysOf(brand))
  const streams = metricOf('demand').streams
  const whole = historyState(history, streams, null, brand.zone)
  const firstDay = firstCoveredDay(whole, brand.zone)
  // A stream that lags would make the other one look ahead: only days that are here from both count.
  const lastDay = whole.completeTo === null ? firstDay : dayOf(whole.completeTo, brand.zone)
  const days = channelDaysOf(readDailySums(db, brandId, 'demand')).filter(
    ({ day }) => day >= firstDay && day < lastDay,
  )

  const proposed = detectCutover(days, closedDays)
  const isKnown = proposed ? historyState(history, streams, proposed, brand.zone).isReady : whole.isReady
  const detectedOn = isKnown ? proposed : (stored?.detected_on ?? null)
  const wentLiveOn: Day | null = brand.cutover?.day ?? detectedOn
  if (wentLiveOn === null) return null

  const ramp = measureRamp(days, wentLiveOn, closedDays)
  return {
    brand_id: brandId,
    went_live_on: wentLiveOn,
    went_live_source: brand.cutover ? 'confirmed' : 'detected',
    ramp_end: ramp.rampEnd,
    ramp_source: ramp.source,
    detected_on: detectedOn,
    confirmed_by: brand.cutover?.confirmedBy ?? null,
    note: brand.cutover?.note ?? null,
  }
}

function inOrder(row: CutoverRow | null): unknown[] | null {
  return row && Object.entries(row).sort()
}
