import type { SeriesWeek } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { HistoryProgress } from '../store/checkpoints.ts'
import type { Measured } from './compare-brands.ts'
import { firstCoveredDay, historyState } from './history.ts'
import { weeklySeries } from './weekly-series.ts'

/** The weeks of a cell; of a question about some days, those that lie within them. */
export function seriesOf(
  { brand, metric, facts }: Omit<Measured, 'draft'>,
  history: readonly HistoryProgress[],
  now: number,
  limits: { from?: Day; to?: Day } = {},
): SeriesWeek[] {
  if (brand.span === null) return []
  const state = historyState(history, metric.streams, null, brand.zone)
  const covered = firstCoveredDay(state, brand.zone)
  const knownTo = dayOf(Math.min(now, state.completeTo ?? now), brand.zone)
  const today = dayOf(now, brand.zone)
  const lastStart = limits.to === undefined ? today : addDays(limits.to, -7)
  return weeklySeries({
    metric,
    facts,
    from: [covered, brand.span.from, limits.from ?? ''].sort()[2],
    today: lastStart < today ? lastStart : today,
    matureTo: addDays(knownTo, -metric.maturityDays),
  })
}
