import type { ComparisonDetail } from '../contract-detail.ts'
import type { Comparison, MetricKey, SeriesWeek } from '../contract.ts'
import { catalog } from '../metrics/catalog.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { readSetting, writeSetting } from './settings.ts'

/** `own_weeks`: without comparison brands, for whoever may learn nothing of these. */
export type GridKind = 'shared' | 'own_weeks'

const places: Record<GridKind, { table: string; stampKey: string }> = {
  shared: { table: 'comparison_cell', stampKey: 'grid' },
  own_weeks: { table: 'own_weeks_cell', stampKey: 'grid_own_weeks' },
}

/** When the grid was made, how far the data reached, and a fingerprint of what it says. */
export type GridStamp = {
  asOf: string
  /** Of every metric together. */
  dataCompleteTo: string | null
  dataCompleteToByMetric: Record<MetricKey, string | null>
  dataVersion: string
}
/** `basis`: JSON of what figures over several brands need of it. */
export type GridCell = {
  cell: Comparison
  series: SeriesWeek[]
  basis: string | null
  detail: ComparisonDetail | null
}
export type GridChoice = { brandIds: 'all' | readonly number[]; metrics: 'all' | readonly MetricKey[] }
export type StoredGrid = {
  /** Null before the first computation. */
  asOf: string | null
  /** The moment to which all of the chosen metrics are complete; null where one has not got there once. */
  dataCompleteTo: string | null
  cells: Comparison[]
  series: { brandId: number; metric: MetricKey; weeks: SeriesWeek[] }[]
}
/** A cell as it is stored: what it says as JSON. */
export type GridRow = {
  brand_id: number
  metric: string
  cell: string
  series: string
  basis: string | null
  detail: string | null
}

/** The stored verdicts and weekly series of the chosen brands and metrics, by brand name, in the order of the catalogue. */
export function readGrid(
  db: Database,
  { brandIds, metrics }: GridChoice,
  kind: GridKind = 'shared',
): StoredGrid {
  const stamp = readGridStamp(db, kind)
  const grid: StoredGrid = {
    asOf: stamp?.asOf ?? null,
    dataCompleteTo: stamp && completeToOf(stamp, metrics),
    cells: [],
    series: [],
  }
  for (const row of readChosen(db, brandIds, metrics, kind)) {
    const cell = JSON.parse(row.cell) as Comparison
    grid.cells.push(cell)
    grid.series.push({
      brandId: row.brand_id,
      metric: cell.metric,
      weeks: JSON.parse(row.series) as SeriesWeek[],
    })
  }
  return grid
}

export function readGridStamp(db: Database, kind: GridKind = 'shared'): GridStamp | null {
  const stored = readSetting(db, places[kind].stampKey)
  if (stored === null) return null
  const stamp = JSON.parse(stored) as Omit<GridStamp, 'dataCompleteToByMetric'> & Partial<GridStamp>
  // A stamp of an earlier version knows all metrics together only, or fewer of them.
  const known = stamp.dataCompleteToByMetric
  const byMetric = forEveryMetric((metric) => (known ? (known[metric] ?? null) : stamp.dataCompleteTo))
  return { ...stamp, dataCompleteToByMetric: byMetric }
}

/** The moment to which all of the metrics are complete; null where one has not got there once. */
export function completeToOf(
  stamp: Pick<GridStamp, 'dataCompleteTo' | 'dataCompleteToByMetric'>,
  metrics: GridChoice['metrics'],
): string | null {
  if (metrics === 'all' || metrics.length === 0) return stamp.dataCompleteTo
  const moments = metrics.map((metric) => stamp.dataCompleteToByMetric[metric])
  // Instants of one form: the order of the texts is that of the moments.
  return moments.includes(null) ? null : (moments.sort()[0] ?? null)
}

/** A value for every metric of the catalogue. */
export function forEveryMetric<Value>(valueOf: (metric: MetricKey) => Value): Record<MetricKey, Value> {
  const values = catalog.map(({ key }) => [key, valueOf(key)] as const)
  return Object.fromEntries(values) as Record<MetricKey, Value>
}

/** Replaces the grid as `writeGridRows` does. */
export function writeGrid(
  db: Database,
  cells: readonly GridCell[],
  stamp: GridStamp,
  now: number,
  kind: GridKind = 'shared',
): number {
  const rows = cells.map(({ cell, series, basis, detail }) => ({
    brand_id: cell.brand.id,
    metric: cell.metric,
    cell: JSON.stringify(cell),
    series: JSON.stringify(series),
    basis,
    detail: detail && JSON.stringify(detail),
  }))
  return writeGridRows(db, rows, stamp, now, kind)
}

/**
 * Replaces the grid in one transaction and returns the number of rows that changed. A grid that says the same is
 * left as it is, its moment included.
 */
export function writeGridRows(
  db: Database,
  rows: readonly GridRow[],
  stamp: GridStamp,
  now: number,
  kind: GridKind = 'shared',
): number {
  const { table, stampKey } = places[kind]
  return inTransaction(db, () => {
    const stored = readGridStamp(db, kind)
    if (stored && saysTheSame(stored, stamp) && countCells(db, table) === rows.length) return 0
    const kept = new Set<string>()
    let changed = 0
    for (const row of rows) {
      kept.add(`${row.brand_id} ${row.metric}`)
      changed += writeCell(db, table, row)
    }
    for (const { brand_id, metric } of statement<GridRow>(
      db,
      `select brand_id, metric from ${table}`,
    ).all()) {
      if (kept.has(`${brand_id} ${metric}`)) continue
      changed += statement(db, `delete from ${table} where brand_id = :brand_id and metric = :metric`).run({
        brand_id,
        metric,
      }).changes
    }
    writeSetting(db, stampKey, JSON.stringify(stamp), now)
    return changed
  })
}

/** Removes a grid that nobody reads any more. */
export function removeGrid(db: Database, kind: GridKind): void {
  if (readGridStamp(db, kind) === null) return
  const { table, stampKey } = places[kind]
  inTransaction(db, () => {
    statement(db, `delete from ${table}`).run()
    statement(db, 'delete from setting where key = :stampKey').run({ stampKey })
  })
}

function saysTheSame(one: GridStamp, other: GridStamp): boolean {
  return (
    one.dataVersion === other.dataVersion &&
    one.dataCompleteTo === other.dataCompleteTo &&
    catalog.every(({ key }) => one.dataCompleteToByMetric[key] === other.dataCompleteToByMetric[key])
  )
}

/** A cell may have been removed by hand. */
function countCells(db: Database, table: string): number {
  return statement<{ n: number }>(db, `select count(*) as n from ${table}`).get()?.n ?? 0
}

function writeCell(db: Database, table: string, row: GridRow): number {
  return statement(
    db,
    `insert into ${table} (brand_id, metric, cell, series, basis, detail)
     values (:brand_id, :metric, :cell, :series, :basis, :detail)
     on conflict (brand_id, metric) do update set cell = excluded.cell, series = excluded.series,
       basis = excluded.basis, detail = excluded.detail
     where (cell, series) <> (excluded.cell, excluded.series)
       or basis is not excluded.basis or detail is not excluded.detail`,
  ).run(row).changes
}

/** What the stored cells of these brands rest on, as JSON. */
export function readBases(
  db: Database,
  brandIds: GridChoice['brandIds'],
  kind: GridKind = 'shared',
): string[] {
  return statement<{ basis: string }>(
    db,
    `select basis from ${places[kind].table}
     where basis is not null and (:brandIds is null or brand_id in (select value from json_each(:brandIds)))
     order by brand_id, metric`,
  )
    .all({ brandIds: brandIds === 'all' ? null : JSON.stringify(brandIds) })
    .map(({ basis }) => basis)
}

/** What stands behind one stored cell; null without an estimate. */
export function readDetail(
  db: Database,
  brandId: number,
  metric: MetricKey,
  kind: GridKind = 'shared',
): ComparisonDetail | null {
  const row = statement<{ detail: string | null }>(
    db,
    `select detail from ${places[kind].table} where brand_id = :brandId and metric = :metric`,
  ).get({ brandId, metric })
  return row?.detail ? (JSON.parse(row.detail) as ComparisonDetail) : null
}

function readChosen(
  db: Database,
  brandIds: GridChoice['brandIds'],
  metrics: GridChoice['metrics'],
  kind: GridKind,
): Pick<GridRow, 'brand_id' | 'metric' | 'cell' | 'series'>[] {
  const keys = metrics === 'all' ? catalog.map(({ key }) => key) : metrics
  return statement<GridRow>(
    db,
    `select cell.brand_id, cell.metric, cell.cell, cell.series from ${places[kind].table} cell
       join json_each(:order) place on place.value = cell.metric
       left join brand on brand.id = cell.brand_id
     where (:brandIds is null or cell.brand_id in (select value from json_each(:brandIds)))
       and cell.metric in (select value from json_each(:metrics))
     order by brand.name, cell.brand_id, place.key`,
  ).all({
    order: JSON.stringify(catalog.map(({ key }) => key)),
    brandIds: brandIds === 'all' ? null : JSON.stringify(brandIds),
    metrics: JSON.stringify(keys),
  })
}
