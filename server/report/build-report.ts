import type { Comparison, Language, MetricKey, SeriesWeek } from '../contract.ts'
import { changesSince } from '../comparison/changes-since.ts'
import { catalog, primaryKeys } from '../metrics/catalog.ts'
import type { Day, Period } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import { readBrands, readCutovers } from '../store/brands.ts'
import type { GridKind, GridStamp } from '../store/comparison-cells.ts'
import { completeToOf, readGrid, readGridStamp } from '../store/comparison-cells.ts'
import type { Database } from '../store/database.ts'
import { readGroupNames } from '../store/group-names.ts'
import type { ToldCell } from '../store/report-occasions.ts'
import { moveOf } from '../store/move-of.ts'
import { readAccountSettings } from '../store/settings.ts'
import { filterWords } from '../text/filter-words.ts'
import { attentionOf } from './attention.ts'
import { countStates } from './count-states.ts'
import { isNews, strengthOf } from './news.ts'
import { chartsOf } from './report-charts.ts'
import { lastCompleteWeek } from './report-week.ts'
import type { Report, ReportBrand, ReportRow, WeekFigure } from './report.ts'
import type { Narrowing, ReaderScope, ToldFigure } from './told-cells.ts'
import { keyOfFigure, toldFigures } from './told-cells.ts'

export type ReportReader = {
  brandIds: readonly number[]
  /** Which of the grids the person reads. */
  grid?: GridKind
  /** Every brand they may see; all unless told. */
  visible?: ReaderScope['visible']
  language: Language
  zone: string
  now: number
  /** Those of the report unless told. */
  metrics?: readonly MetricKey[] | undefined
  /** The last complete week at `now` unless told. */
  period?: Period
  /** What the mail before said, to tell what is new. */
  toldBefore?: readonly ToldCell[] | null
  /** Some conversations only. */
  narrowing?: Narrowing | null
  /** A simulated account: dates of Zendesk's own changes mean nothing in it. */
  isSimulated?: boolean
}

/**
 * The weekly report for one reader, taken from the cached grid: the Overview's own cells, none recomputed; of a report
 * that is narrowed, the cells that were worked out for it.
 * @returns null before the first grid was computed
 */
export function buildReport(db: Database, reader: ReportReader): Report | null {
  const { brandIds, grid: kind = 'shared', visible = 'all', narrowing = null } = reader
  const metrics = inOrder(reader.metrics ?? primaryKeys)
  const stamp = readGridStamp(db, kind)
  const grid = readGrid(db, { brandIds, metrics }, kind)
  if (stamp === null || grid.asOf === null) return null
  const scope = { brandIds, grid: kind, visible }
  const lastWeek = lastCompleteWeek(reader.now, reader.zone)
  const { period = lastWeek } = reader
  const figures = toldFigures(db, grid, scope, narrowing)
  const brands = brandsOf(db, { brandIds, metrics, period, figures })
  const cells = brands.flatMap((brand) => brand.rows.map((row) => row.cell))
  return {
    language: reader.language,
    zone: reader.zone,
    period,
    latePeriod: period.from < lastWeek.from ? lastWeek : null,
    asOf: grid.asOf,
    dataCompleteTo: grid.dataCompleteTo,
    figuresCompleteTo: figuresCompleteTo(stamp, brands),
    metrics,
    narrowed: narrowing && {
      filter: narrowing.filter,
      words: filterWords(narrowing.filter, reader.language, readGroupNames(db)),
    },
    brands,
    news: cells.filter(isNews).sort((a, b) => strengthOf(b) - strengthOf(a)),
    counts: countStates(brands.filter(hasMoved)),
    notMoved: brands.filter((brand) => !hasMoved(brand)).length,
    changes: reader.toldBefore ? changesSince(reader.toldBefore, cells) : null,
    attention: attentionOf(brands, { dataCompleteTo: grid.dataCompleteTo, now: reader.now }),
    ...chartsOf(db, brands, { scope, figures, narrowing, isSimulated: reader.isSimulated ?? false }),
  }
}

function inOrder(metrics: readonly MetricKey[]): MetricKey[] {
  return catalog.map(({ key }) => key).filter((key) => metrics.includes(key))
}

/** How far the metrics reach that have a figure of the week; all of them where none has. */
function figuresCompleteTo(stamp: GridStamp, brands: readonly ReportBrand[]): string | null {
  const rows = brands.flatMap((brand) => brand.rows)
  const told = rows.filter(({ week }) => week !== null && week.value !== null)
  return completeToOf(stamp, [...new Set(told.map(({ metric }) => metric))])
}

/** True when there is neither a verdict nor a figure of the week: such a mail would only waste its reader's time. */
export function saysNothing(report: Report): boolean {
  return report.brands.every(
    (brand) => !brand.compared && brand.rows.every((row) => row.week === null || row.week.value === null),
  )
}

function brandsOf(
  db: Database,
  {
    brandIds,
    metrics,
    period,
    figures,
  }: {
    brandIds: readonly number[]
    metrics: readonly MetricKey[]
    period: Period
    figures: ReadonlyMap<string, ToldFigure>
  },
): ReportBrand[] {
  const cutovers = readCutovers(db)
  const settings = readAccountSettings(db)
  return readBrands(db)
    .filter((brand) => brandIds.includes(brand.id))
    .map(({ id, name }) => {
      const rows = metrics.flatMap((metric) => rowOf(figures.get(keyOfFigure(id, metric)), period))
      return {
        id,
        name,
        zone: brandSettingsOf(settings, id).zone,
        move: moveOf(cutovers.get(id)),
        ...windowsOf(rows),
        rows,
      }
    })
    .filter((brand) => brand.rows.length > 0)
    .sort(newsFirst)
}

function rowOf(figure: ToldFigure | undefined, period: Period): ReportRow[] {
  if (figure === undefined) return []
  const { cell, whole, weeks } = figure
  return [
    {
      metric: cell.metric,
      cell,
      whole,
      week: figureOf(weeks, period.from),
      weekBefore: figureOf(weeks, addDays(period.from, -7)),
    },
  ]
}

function figureOf(weeks: readonly SeriesWeek[], monday: Day): WeekFigure | null {
  const week = weeks.find((one) => one.from === monday)
  return week ? { value: week.value, n: week.n, complete: week.complete } : null
}

/** The windows most rows share; a row that differs says so itself. */
function windowsOf(rows: readonly { cell: Comparison }[]): Pick<ReportBrand, 'compared' | 'windows'> {
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

/** Brands with news, then brands with any comparison, then the others; by name within each. */
function newsFirst(a: ReportBrand, b: ReportBrand): number {
  return rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'en')
}

function rankOf(brand: ReportBrand): number {
  if (brand.rows.some((row) => isNews(row.cell))) return 0
  return brand.compared ? 1 : 2
}

function hasMoved(brand: ReportBrand): boolean {
  return brand.move !== null
}
