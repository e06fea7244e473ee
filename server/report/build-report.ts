import type { Comparison, Language, PrimaryMetricKey, SeriesWeek } from '../contract.ts'
import { metricOf, primaryKeys } from '../metrics/catalog.ts'
import type { Day, Period } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { readBrands, readCutovers } from '../store/brands.ts'
import type { GridKind, StoredGrid } from '../store/comparison-cells.ts'
import { completeToOf, readGrid, readGridStamp } from '../store/comparison-cells.ts'
import type { Database } from '../store/database.ts'
import type { ToldCell } from '../store/report-occasions.ts'
import { attentionOf } from './attention.ts'
import { changesSince } from '../comparison/changes-since.ts'
import { countStates } from './count-states.ts'
import { lastCompleteWeek } from './report-week.ts'
import type { NewsItem, Report, ReportBrand, ReportCell, ReportRow, WeekFigure } from './report.ts'

/**
 * The weekly report for one reader, taken from the cached grid: the Overview's own cells, none recomputed.
 * @returns null before the first grid was computed
 */
export function buildReport(
  db: Database,
  reader: {
    brandIds: readonly number[]
    /** Which of the grids the person reads. */
    grid?: GridKind
    language: Language
    zone: string
    now: number
    /** Those of the report unless told. */
    metrics?: readonly PrimaryMetricKey[] | undefined
    /** The last complete week at `now` unless told. */
    period?: Period
    /** What the mail before said, to tell what is new. */
    toldBefore?: readonly ToldCell[] | null
  },
): Report | null {
  const { metrics = primaryKeys } = reader
  const grid = readGrid(db, { brandIds: reader.brandIds, metrics }, reader.grid)
  if (grid.asOf === null) return null
  const lastWeek = lastCompleteWeek(reader.now, reader.zone)
  const { period = lastWeek } = reader
  const cutovers = readCutovers(db)
  const brands = readBrands(db)
    .filter((brand) => reader.brandIds.includes(brand.id))
    .map(({ id, name }) => {
      const rows = rowsOf(grid, { brandId: id, metrics, period })
      return { id, name, wentLiveOn: cutovers.get(id)?.went_live_on ?? null, ...windowsOf(rows), rows }
    })
    .filter((brand) => brand.rows.length > 0)
    .sort(newsFirst)
  const cells = brands.flatMap((brand) => brand.rows.map((row) => row.cell))
  return {
    language: reader.language,
    zone: reader.zone,
    period,
    latePeriod: period.from < lastWeek.from ? lastWeek : null,
    asOf: grid.asOf,
    dataCompleteTo: grid.dataCompleteTo,
    figuresCompleteTo: figuresCompleteTo(db, brands, reader.grid),
    brands,
    news: cells.filter(isNews).sort((a, b) => strengthOf(b) - strengthOf(a)),
    counts: countStates(brands.filter(hasMoved)),
    notMoved: brands.filter((brand) => !hasMoved(brand)).length,
    changes: reader.toldBefore ? changesSince(reader.toldBefore, cells) : null,
    attention: attentionOf(brands, { dataCompleteTo: grid.dataCompleteTo, now: reader.now }),
  }
}

/** How far the metrics reach that have a figure of the week; all of them where none has. */
function figuresCompleteTo(
  db: Database,
  brands: readonly ReportBrand[],
  kind: GridKind | undefined,
): string | null {
  const stamp = readGridStamp(db, kind)
  const rows = brands.flatMap((brand) => brand.rows)
  const told = rows.filter(({ week }) => week !== null && week.value !== null)
  return stamp && completeToOf(stamp, [...new Set(told.map(({ metric }) => metric))])
}

/** True when there is neither a verdict nor a figure of the week: such a mail would only waste its reader's time. */
export function saysNothing(report: Report): boolean {
  return report.brands.every(
    (brand) => !brand.compared && brand.rows.every((row) => row.week === null || row.week.value === null),
  )
}

function rowsOf(
  grid: StoredGrid,
  { brandId, metrics, period }: { brandId: number; metrics: readonly PrimaryMetricKey[]; period: Period },
): ReportRow[] {
  return metrics.flatMap((metric) => {
    const cell = grid.cells.find((one) => one.brand.id === brandId && one.metric === metric)
    if (!cell) return []
    const weeks = grid.series.find((one) => one.brandId === brandId && one.metric === metric)?.weeks ?? []
    return [
      {
        metric,
        cell: { ...cell, metric },
        week: figureOf(weeks, period.from),
        weekBefore: figureOf(weeks, addDays(period.from, -7)),
      },
    ]
  })
}

function figureOf(weeks: readonly SeriesWeek[], monday: Day): WeekFigure | null {
  const week = weeks.find((one) => one.from === monday)
  return week ? { value: week.value, n: week.n, complete: week.complete } : null
}

/** The windows most rows share; a row that differs says so itself. */
function windowsOf(rows: readonly ReportRow[]): Pick<ReportBrand, 'compared' | 'windows'> {
  const seen = new Map<string, { count: number; windows: { before: Period; after: Period } }>()
  for (const { cell } of rows) {
    const { before, after } = cell
    if (before === null || after === null) continue
    const key = [before.from, before.to, after.from, after.to].join()
    const windows = {
      before: { from: before.from, to: before.to },
      after: { from: after.from, to: after.to },
    }
    seen.set(key, { count: (seen.get(key)?.count ?? 0) + 1, windows })
  }
  const [most] = [...seen.values()].sort((a, b) => b.count - a.count)
  return { compared: most !== undefined, windows: most?.windows ?? null }
}

function isNews(cell: ReportCell): cell is NewsItem {
  return (cell.state === 'improved' || cell.state === 'worse') && cell.effect !== null
}

/** Size of an effect in margins of its metric, so that seconds and points can be ranked together. */
function strengthOf({ effect, metric }: Comparison): number {
  if (effect === null) return 0
  const { margin } = metricOf(metric)
  return effect.unit === 'ratio'
    ? Math.abs(Math.log(effect.value)) / Math.log1p(margin)
    : Math.abs(effect.value) / (margin * 100)
}

/** Brands with news, then brands with any comparison, then the others; by name within each. */
function newsFirst(a: ReportBrand, b: ReportBrand): number {
  return rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'en')
}

function rankOf(brand: ReportBrand): number {
  if (brand.rows.some((row) => isNews(row.cell))) return 0
  return brand.compared ? 1 : 2
}

function hasMoved(brand: ReportBrand): boolean {
  return brand.wentLiveOn !== null
}
