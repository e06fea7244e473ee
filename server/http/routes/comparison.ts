import { blankCell, notEnough } from '../../comparison/comparison-cell.ts'
import { seriesMarks } from '../../comparison/series-marks.ts'
import { detailInScope } from '../../comparison/detail/detail-in-scope.ts'
import type { Comparison, MetricKey } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { isLoopback } from '../../platform/config.ts'
import { readBrands } from '../../store/brands.ts'
import { readDetail, readGrid } from '../../store/comparison-cells.ts'
import type { Database } from '../../store/database.ts'
import { seriesAnswerSchema } from '../answer-schemas.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { notFound } from '../http-problem.ts'
import { cellQuestionSchema } from '../question-schemas.ts'

export const readComparison = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/comparisons/:brand/:metric',
  summary: 'One brand and metric with its weekly series and the days of the move',
  params: cellQuestionSchema,
  answer: seriesAnswerSchema,
  problems: [404],
  handle(ctx, { person, params }) {
    const brandIds = brandsInScope(ctx, person, [params.brand])
    const metrics = [params.metric]
    const now = ctx.clock.now()
    const grid = readGrid(ctx.db, { brandIds, metrics })
    const comparison = grid.cells.at(0) ?? waitingCell(ctx.db, params.brand, params.metric)
    const detail = readDetail(ctx.db, params.brand, params.metric)
    return {
      asOf: grid.asOf ?? new Date(now).toISOString(),
      dataCompleteTo: grid.dataCompleteTo,
      ...detailInScope(comparison, detail, brandsInScope(ctx, person, 'all')),
      weeks: grid.series.at(0)?.weeks ?? [],
      marks: seriesMarks(ctx.db, params.brand, isLoopback(new URL(ctx.config.zendesk.baseUrl))),
    }
  },
})

/** A brand that is newer than the grid has no cell yet; heavy work is left to the jobs process. */
function waitingCell(db: Database, brandId: number, metricKey: MetricKey): Comparison {
  const brand = readBrands(db).find(({ id }) => id === brandId)
  if (!brand) throw notFound()
  const metric = metricOf(metricKey)
  const blank = blankCell({ id: brand.id, name: brand.name }, metric)
  return notEnough(metric, blank, 'history_arriving', { percent: 0, of: 'history' }, null)
}
