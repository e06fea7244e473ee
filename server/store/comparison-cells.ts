import type { Comparison, MetricKey, SeriesWeek } from '../contract.ts'
import { catalog } from '../metrics/catalog.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { readSetting, writeSetting } from './settings.ts'

const STAMP_KEY = 'grid'

/** When the grid was made, how far the data reached, and a fingerprint of what it says. */
export type GridStamp = { asOf: string; dataCompleteTo: string | null; dataVersion: string }
export type GridCell = { cell: Comparison; series: SeriesWeek[] }
export type GridChoice = { brandIds: 'all' | readonly number[]; metrics: 'all' | readonly MetricKey[] }
export type StoredGrid = {
  /** Null before the first computation. */
  asOf: string | null
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
    dataCompleteTo: stamp?.dataCompleteTo ?? null,
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
  return stored === null ? null : (JSON.parse(stored) as GridStamp)
}

/**
 * Replaces the grid in one transaction and returns the number of rows that changed. A grid that says the same is
 * left as it is, its moment included.
 */
export function writeGrid(db: Database, cells: readonly GridCell[], stamp: GridStamp, now: number): number {
  return inTransaction(db, () => {
    const stored = readGridStamp(db)
    if (stored?.dataVersion === stamp.dataVersion && stored.dataCompleteTo === stamp.dataCompleteTo) return 0
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
