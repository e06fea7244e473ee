import { detailInScope } from '../comparison/detail/detail-in-scope.ts'
import { seriesMarks } from '../comparison/series-marks.ts'
import type { CourseWeek } from '../contract-detail.ts'
import type { ComparisonState } from '../contract.ts'
import { readDetail } from '../store/comparison-cells.ts'
import type { Database } from '../store/database.ts'
import { strengthOf } from './news.ts'
import type { ReportBrand, ReportChart, ReportRow } from './report.ts'
import type { Narrowing, ReaderScope, ToldFigure } from './told-cells.ts'
import { keyOfFigure } from './told-cells.ts'

/** A mail with more pictures than these is slow to open and is not read to its end. */
const MOST_CHARTS = 6
/** Fewer weeks with a value make no line. */
const LEAST_WEEKS = 8

const rank: Record<ComparisonState, number> = {
  worse: 0,
  improved: 0,
  higher: 1,
  lower: 1,
  no_clear_change: 2,
  not_enough_data: 3,
  not_comparable: 4,
}

/** The weekly line of the most telling figure of each brand that has moved, and how many brands go without. */
export function chartsOf(
  db: Database,
  brands: readonly ReportBrand[],
  beside: {
    scope: ReaderScope
    figures: ReadonlyMap<string, ToldFigure>
    narrowing: Narrowing | null
    /** Dates of Zendesk's own changes mean nothing in a simulated account. */
    isSimulated: boolean
  },
): { charts: ReportChart[]; chartsLeftOut: number } {
  const drawn = brands.flatMap((brand) => {
    const row = brand.move === null ? null : tellingRow(brand, beside.figures)
    return row === null ? [] : [{ brand, row }]
  })
  const { scope, isSimulated } = beside
  const tellingBrands = scope.grid === 'own_weeks' && scope.visible !== 'all' ? scope.visible : 'all'
  const charts = drawn.slice(0, MOST_CHARTS).map(({ brand, row }) => ({
    brandId: brand.id,
    cell: row.cell,
    weeks: beside.figures.get(keyOfFigure(brand.id, row.metric))?.weeks ?? [],
    marks: seriesMarks(db, brand.id, { isSimulated, tellingBrands }),
    course: courseOf(db, brand.id, row, beside),
  }))
  return { charts, chartsLeftOut: drawn.length - charts.length }
}

/** What moved most where something clearly did, else the first figure that can be drawn. */
function tellingRow({ id, rows }: ReportBrand, figures: ReadonlyMap<string, ToldFigure>): ReportRow | null {
  const drawable = rows.filter(({ metric }) => {
    const weeks = figures.get(keyOfFigure(id, metric))?.weeks ?? []
    return weeks.filter(({ value }) => value !== null).length >= LEAST_WEEKS
  })
  const byNews = drawable.toSorted(
    (a, b) =>
      rank[a.cell.state] - rank[b.cell.state] ||
      (rank[a.cell.state] < 2 ? strengthOf(b.cell) - strengthOf(a.cell) : 0),
  )
  return byNews.at(0) ?? null
}

/** The expectation is drawn only for whoever may see all brands it comes from. */
function courseOf(
  db: Database,
  brandId: number,
  { metric, cell }: ReportRow,
  { scope: { grid, visible }, narrowing }: { scope: ReaderScope; narrowing: Narrowing | null },
): CourseWeek[] | null {
  if (narrowing !== null) {
    const found = narrowing.cells.find((one) => one.cell.brand.id === brandId && one.cell.metric === metric)
    const isHidden = visible !== 'all' && found?.controlIds.some((id) => !visible.includes(id)) === true
    return isHidden ? null : (found?.course ?? null)
  }
  const detail = readDetail(db, brandId, metric, grid)
  if (visible === 'all' || detail === null) return detail?.course ?? null
  return detailInScope(cell, detail, visible).detail?.course ?? null
}
