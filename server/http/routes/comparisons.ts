import { compareBrands } from '../../comparison/compare-brands.ts'
import { catalogVersion } from '../../metrics/catalog.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import { comparisonsAnswerSchema } from '../answer-schemas.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { comparisonsQuestionSchema } from '../question-schemas.ts'

/** The cells of the cached grid; with `from` or `to` the question is worked out anew over those days only. */
export const listComparisons = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/comparisons',
  summary: 'Before and after the move, for each brand and metric',
  query: comparisonsQuestionSchema,
  answer: comparisonsAnswerSchema,
  handle(ctx, { person, query }) {
    const { metric: metrics, from, to } = query
    const brandIds = brandsInScope(ctx, person, query.brand)
    const now = ctx.clock.now()
    const grid = readGrid(ctx.db, { brandIds, metrics })
    const isNarrowed = from !== undefined || to !== undefined
    return {
      asOf: isNarrowed || grid.asOf === null ? new Date(now).toISOString() : grid.asOf,
      dataCompleteTo: grid.dataCompleteTo,
      definitions: catalogVersion,
      comparisons: isNarrowed ? compareBrands(ctx.db, { brandIds, metrics, from, to, now }) : grid.cells,
      pooled: [],
    }
  },
})
