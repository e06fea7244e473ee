import { blankCell, notEnough } from '../../comparison/comparison-cell.ts'
import type { Comparison, MetricKey, SeriesMark } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { readBrands, readCutovers } from '../../store/brands.ts'
import { readGrid } from '../../store/comparison-cells.ts'
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
    return {
      asOf: grid.asOf ?? new Date(now).toISOString(),
      dataCompleteTo: grid.dataCompleteTo,
      comparison,
      weeks: grid.series.at(0)?.weeks ?? [],
      marks: marksOf(ctx.db, params.brand),
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

function marksOf(db: Database, brandId: number): SeriesMark[] {
  const cutover = readCutovers(db).get(brandId)
  if (!cutover) return []
  const marks: SeriesMark[] = [{ kind: 'cutover', day: cutover.went_live_on }]
  if (cutover.ramp_end !== null) marks.push({ kind: 'ramp_end', day: cutover.ramp_end })
  return marks
}
