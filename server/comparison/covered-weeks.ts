import type { SeriesWeek } from '../contract.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { HistoryProgress } from '../store/checkpoints.ts'
import type { DailySum } from '../store/daily-values.ts'
import { addUp } from './daily-facts.ts'
import { firstCoveredDay, historyState } from './history.ts'
import { weeklySeries } from './weekly-series.ts'

/** How far a metric's streams reach in one zone. */
export type Coverage = {
  zone: string
  /** First day that is here completely. */
  from: Day
  today: Day
  /** Days before it are final. */
  matureTo: Day
  /** The moment (epoch ms) everything is here to: now, where that cannot be told. */
  knownTo: number
}

export function coverageOf(
  history: readonly HistoryProgress[],
  metric: MetricDefinition,
  zone: string,
  now: number,
): Coverage {
  const state = historyState(history, metric.streams, null, zone)
  const knownTo = Math.min(now, state.completeTo ?? now)
  return {
    zone,
    from: firstCoveredDay(state, zone),
    today: dayOf(now, zone),
    matureTo: addDays(dayOf(knownTo, zone), -metric.maturityDays),
    knownTo,
  }
}

/** A rate's weeks from the first that holds anything; none where no day does. */
export function coveredWeeks(
  metric: MetricDefinition,
  sums: readonly DailySum[],
  { from, today, matureTo }: Coverage,
): SeriesWeek[] {
  const days = sums.filter(({ n }) => n > 0).map(({ day }) => day)
  if (days.length === 0) return []
  const first = days.reduce((one, other) => (other < one ? other : one))
  const main = { kind: 'rate', sums: addUp(sums) } as const
  const facts = { main, satisfaction: null, shares: new Map(), closeLag: null }
  // The week of the first day is shown as it is: a source that begins on a Wednesday has no earlier part of it.
  const begins = from > first ? from : addDays(first, -6)
  return weeklySeries({ metric, facts, from: begins, today, matureTo })
}
