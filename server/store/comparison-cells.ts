import type { Comparison, MetricKey, SeriesWeek } from '../contract.ts'
import { catalog } from '../metrics/catalog.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { readSetting, writeSetting } from './settings.ts'

const STAMP_KEY = 'grid'

/** When the grid was made, how far the data reached, and a fingerprint of what it says. */
export type GridStamp = {
  asOf: string
  /** Of every metric together. */
  dataCompleteTo: string | null
  dataCompleteToByMetric: Record<MetricKey, string | null>
  dataVersion: string
}
export type GridCell = { cell: Comparison; series: SeriesWeek[] }
export type GridChoice = { brandIds: 'all' | readonly number[]; metrics: 'all' | readonly MetricKey[] }
export type StoredGrid = {
  /** Null before the first computation. */
  asOf: string | null
  /** The moment to which all of the chosen metrics are complete; null where one has not got there once. */
  dataCompleteTo: string | null
  cells: Comparison[]
  series: { brandId: number; metric: MetricKey; weeks: SeriesWeek[] }[]
}
type Row = { brand_id: number; metric: string; cell: string; series: string }

/** The stored verdicts and weekly series of the chosen brands and metrics, by brand name, in the order of the catalogue. */
export function readGrid(db: Database, { brandIds, metrics }: GridChoice): StoredGrid {
  const stamp = readGridStamp(db)
  const grid: StoredGrid = {
    asOf: stamp?.asOf ?? null,
    dataCompleteTo: stamp && completeToOf(stamp, metrics),
    cells: [],
    series: [],
  }
  for (const row of readChosen(db, brandIds, metrics)) {
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

export function readGridStamp(db: Database): GridStamp | null {
  const stored = readSetting(db, STAMP_KEY)
  if (stored === null) return null
  const stamp = JSON.parse(stored) as Omit<GridStamp, 'dataCompleteToByMetric'> & Partial<GridStamp>
  // A stamp of an earlier version knows all metrics together only.
  const byMetric = stamp.dataCompleteToByMetric ?? forEveryMetric(() => stamp.dataCompleteTo)
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
  return {
    first_reply: valueOf('first_reply'),
    unserved_rate: valueOf('unserved_rate'),
    recontact_rate: valueOf('recontact_rate'),
    csat: valueOf('csat'),
    demand: valueOf('demand'),
    human_workload: valueOf('human_workload'),
  }
}

/**
 * Replaces the grid in one transaction and returns the number of rows that changed. A grid that says the same is
 * left as it is, its moment included.
 */
export function writeGrid(db: Database, cells: readonly GridCell[], stamp: GridStamp, now: number): number {
  return inTransaction(db, () => {
    const stored = readGridStamp(db)
    if (stored && saysTheSame(stored, stamp) && countCells(db) === cells.length) return 0
    const kept = new Set<string>()
    let changed = 0
    for (const { cell, series } of cells) {
      kept.add(`${cell.brand.id} ${cell.metric}`)
      changed += writeCell(db, {
        brand_id: cell.brand.id,
        metric: cell.metric,
        cell: JSON.stringify(cell),
        series: JSON.stringify(series),
      })
    }
    for (const { brand_id, metric } of statement<Row>(
      db,
      'select brand_id, metric from comparison_cell',
    ).all()) {
      if (kept.has(`${brand_id} ${metric}`)) continue
      changed += statement(
        db,
        'delete from comparison_cell where brand_id = :brand_id and metric = :metric',
      ).run({ brand_id, metric }).changes
    }
    writeSetting(db, STAMP_KEY, JSON.stringify(stamp), now)
    return changed
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
function countCells(db: Database): number {
  return statement<{ n: number }>(db, 'select count(*) as n from comparison_cell').get()?.n ?? 0
}

function writeCell(db: Database, row: Row): number {
  return statement(
    db,
    `insert into comparison_cell (brand_id, metric, cell, series) values (:brand_id, :metric, :cell, :series)
     on conflict (brand_id, metric) do update set cell = excluded.cell, series = excluded.series
     where cell <> excluded.cell or series <> excluded.series`,
  ).run(row).changes
}

function readChosen(db: Database, brandIds: GridChoice['brandIds'], metrics: GridChoice['metrics']): Row[] {
  const keys = metrics === 'all' ? catalog.map(({ key }) => key) : metrics
  return statement<Row>(
    db,
    `select cell.* from comparison_cell cell
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
