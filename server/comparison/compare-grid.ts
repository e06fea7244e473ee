import { createHash } from 'node:crypto'
import type { SeriesWeek } from '../contract.ts'
import { catalogVersion, metricOf, primaryMetrics } from '../metrics/catalog.ts'
import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { HistoryProgress } from '../store/checkpoints.ts'
import { readHistoryProgress } from '../store/checkpoints.ts'
import type { GridCell, GridKind, GridStamp } from '../store/comparison-cells.ts'
import { forEveryMetric, readGridStamp, removeGrid, writeGrid } from '../store/comparison-cells.ts'
import type { Database } from '../store/database.ts'
import type { Measured } from './compare-brands.ts'
import { finishAll, measureBrands, reportQuestion } from './compare-brands.ts'
import type { Draft } from './draft.ts'
import { detailOf } from './detail/comparison-detail.ts'
import { firstCoveredDay, historyState } from './history.ts'
import { basisOf } from './pooling/cell-basis.ts'
import { weeklySeries } from './weekly-series.ts'

export type Grid = GridStamp & { cells: GridCell[] }

/** Every brand and metric in one family, with the weekly series behind each cell. */
export function computeGrid(db: Database, now: number, kind: GridKind = 'shared'): Grid {
  const history = readHistoryProgress(db)
  const measured = measureBrands(db, { ...reportQuestion(now), ownWeeksOnly: kind === 'own_weeks' })
  const comparisons = finishAll(measured.map(({ draft }) => draft))
  const cells = measured.map((one, i) => ({
    cell: comparisons[i],
    detail: one.draft.kind === 'estimated' ? detailOf(one.draft) : null,
    series: seriesOf(one, history, now),
    basis: basisText(one.draft),
  }))
  const streams = primaryMetrics.flatMap((metric) => metric.streams)
  return {
    asOf: new Date(now).toISOString(),
    dataCompleteTo: completeToOf(history, streams),
    dataCompleteToByMetric: forEveryMetric((metric) => completeToOf(history, metricOf(metric).streams)),
    dataVersion: createHash('sha256')
      .update(JSON.stringify([catalogVersion, cells]))
      .digest('hex'),
    cells,
  }
}

function basisText(draft: Draft): string | null {
  const basis = draft.kind === 'estimated' ? basisOf(draft) : null
  return basis && JSON.stringify(basis)
}

/**
 * Computes the grid and stores it; nothing is written while it says what it said before.
 * @param isScopeStrict the grid without comparison brands too, for readers of some brands only; unless told, if there is
 * one
 */
export function refreshGrid(
  db: Database,
  now: number,
  isScopeStrict = readGridStamp(db, 'own_weeks') !== null,
): { cells: number } {
  const kinds: readonly GridKind[] = isScopeStrict ? ['shared', 'own_weeks'] : ['shared']
  const counts = kinds.map((kind) => {
    const { cells, ...stamp } = computeGrid(db, now, kind)
    writeGrid(db, cells, stamp, now, kind)
    return cells.length
  })
  if (!isScopeStrict) removeGrid(db, 'own_weeks')
  return { cells: counts[0] }
}

function completeToOf(history: readonly HistoryProgress[], streams: readonly string[]): string | null {
  const { completeTo } = historyState(history, streams, null, 'UTC')
  return completeTo === null ? null : new Date(completeTo).toISOString()
}

/** The weeks of a cell; of a question about some days, those that lie within them. */
export function seriesOf(
  { brand, metric, facts }: Measured,
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
