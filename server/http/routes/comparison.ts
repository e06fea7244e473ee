import { blankCell, notEnough } from '../../comparison/comparison-cell.ts'
import { gridFor } from '../../comparison/grid-for.ts'
import { seriesMarks } from '../../comparison/series-marks.ts'
import { detailInScope } from '../../comparison/detail/detail-in-scope.ts'
import type { Comparison, MetricKey } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { readBrands } from '../../store/brands.ts'
import { readDetail, readGrid } from '../../store/comparison-cells.ts'
import type { Database } from '../../store/database.ts'
import { seriesAnswerSchema } from '../answer-schemas.ts'
import { ask } from '../ask.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { notFound } from '../http-problem.ts'
import { marksFor } from '../marks-for.ts'
import { filterOf } from '../question-filter.ts'
import { cellNarrowingSchema, cellQuestionSchema } from '../question-schemas.ts'

/** The cell of the cached grid; narrowed to days or conversations, the question is worked out anew. */
export const readComparison = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/comparisons/:brand/:metric',
  summary: 'One brand and metric with its weekly series and the days of the move',
  params: cellQuestionSchema,
  query: cellNarrowingSchema,
  answer: seriesAnswerSchema,
  problems: [404, 503],
  async handle(ctx, { person, params, query, response }) {
    const [brandId] = brandsInScope(ctx, person, [params.brand])
    const { metric } = params
    const { from, to } = query
    const kind = gridFor(ctx, person)
    const filter = filterOf(ctx.db, query)
    const now = ctx.clock.now()
    const grid = readGrid(ctx.db, { brandIds: [brandId], metrics: [metric] }, kind)
    const isReport = from === undefined && to === undefined && filter === null
    const { at, comparison, detail, weeks } = isReport ? stored() : await askAnew()
    return {
      asOf: at,
      dataCompleteTo: grid.dataCompleteTo,
      isReport,
      filter: filter && filter.filter,
      ...detailInScope(comparison, detail, brandsInScope(ctx, person, 'all')),
      weeks,
      marks: seriesMarks(ctx.db, brandId, marksFor(ctx, person)),
    }

    function stored() {
      return {
        at: grid.asOf ?? new Date(now).toISOString(),
        comparison: grid.cells.at(0) ?? waitingCell(ctx.db, brandId, metric),
        detail: readDetail(ctx.db, brandId, metric, kind),
        weeks: grid.series.at(0)?.weeks ?? [],
      }
    }

    async function askAnew() {
      const ownWeeksOnly = kind === 'own_weeks'
      const narrowed = { from, to, ...(filter && { filter: filter.measured }) }
      const question = { brandId, metric, ...narrowed, ownWeeksOnly, now }
      const { at, answer } = await ask(ctx, { person, response }, 'cell', question)
      if (answer === null) throw notFound()
      return { at: new Date(at).toISOString(), ...answer }
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
