import { createHash } from 'node:crypto'
import { catalogVersion, metricOf, primaryMetrics } from '../../metrics/catalog.ts'
import type { MetricDefinition } from '../../metrics/definition.ts'
import { benjaminiHochberg } from '../../statistics/benjamini-hochberg.ts'
import type { HistoryProgress } from '../../store/checkpoints.ts'
import type { GridRow, GridStamp } from '../../store/comparison-cells.ts'
import { forEveryMetric } from '../../store/comparison-cells.ts'
import { historyState } from '../history.ts'
import { falseDiscoveryRate } from '../verdict.ts'
import type { MadeCell } from './made-cell.ts'

export type PlacedCell = { brandId: number; metric: MetricDefinition; made: MadeCell; series: string }
export type GridRows = { stamp: GridStamp; rows: GridRow[] }

/** Judges every cell beside its family and puts the grid together, by brand name and then in the order of the catalogue. */
export function gridOfCells(
  cells: readonly PlacedCell[],
  history: readonly HistoryProgress[],
  now: number,
): GridRows {
  const sure = sureCells(cells)
  const rows = cells.map((one): GridRow => {
    const { cell, detail, basis } = one.made
    return {
      brand_id: one.brandId,
      metric: one.metric.key,
      cell: sure.has(one) ? cell.sure : cell.unsure,
      series: one.series,
      basis,
      detail,
    }
  })
  const streams = primaryMetrics.flatMap((metric) => metric.streams)
  return {
    rows,
    stamp: {
      asOf: new Date(now).toISOString(),
      dataCompleteTo: completeToOf(history, streams),
      dataCompleteToByMetric: forEveryMetric((metric) => completeToOf(history, metricOf(metric).streams)),
      dataVersion: versionOf(rows),
    },
  }
}

/**
 * The cells whose estimate is sure among all of its family: the catalogue's primary metrics are one, what is shown
 * beside them another (as in `judgeAll`).
 */
function sureCells(cells: readonly PlacedCell[]): Set<PlacedCell> {
  const sure = new Set<PlacedCell>()
  for (const isPrimary of [true, false]) {
    const family = cells.flatMap((one) =>
      one.made.p !== null && one.metric.primary === isPrimary ? [{ one, p: one.made.p }] : [],
    )
    benjaminiHochberg(family.map(({ p }) => p)).forEach((adjustedP, i) => {
      if (adjustedP < falseDiscoveryRate) sure.add(family[i].one)
    })
  }
  return sure
}

function versionOf(rows: readonly GridRow[]): string {
  const hash = createHash('sha256').update(catalogVersion)
  for (const row of rows) for (const value of Object.values(row)) hash.update(`\n${value}`)
  return hash.digest('hex')
}

function completeToOf(history: readonly HistoryProgress[], streams: readonly string[]): string | null {
  const { completeTo } = historyState(history, streams, null, 'UTC')
  return completeTo === null ? null : new Date(completeTo).toISOString()
}
