import { poolStored } from '../../comparison/pooling/stored-pool.ts'
import { catalogVersion } from '../../metrics/catalog.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import { comparisonsAnswerSchema } from '../answer-schemas.ts'
import { ask } from '../ask.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { filterOf } from '../question-filter.ts'
import { comparisonsQuestionSchema } from '../question-schemas.ts'

/** The cells of the cached grid; narrowed to days or conversations, the question is worked out anew. */
export const listComparisons = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/comparisons',
  summary: 'Before and after the move, for each brand and metric',
  query: comparisonsQuestionSchema,
  answer: comparisonsAnswerSchema,
  problems: [503],
  async handle(ctx, { person, query, response }) {
    const { brand, metric: metrics, from, to } = query
    const brandIds = brandsInScope(ctx, person, brand)
    const filter = filterOf(ctx.db, query)
    const now = ctx.clock.now()
    const grid = readGrid(ctx.db, { brandIds, metrics })
    const isReport = from === undefined && to === undefined && filter === null
    const { at, comparisons, pooled } = isReport
      ? {
          at: grid.asOf ?? new Date(now).toISOString(),
          comparisons: grid.cells,
          pooled: poolStored(ctx.db, brandIds),
        }
      : await askAnew()
    return {
      asOf: at,
      dataCompleteTo: grid.dataCompleteTo,
      definitions: catalogVersion,
      isReport,
      filter: filter && filter.filter,
      comparisons,
      pooled: pooled.filter(({ metric }) => metrics === 'all' || metrics.includes(metric)),
    }

    async function askAnew() {
      const question = { brandIds, metrics, from, to, ...(filter && { filter: filter.measured }), now }
      const { at, answer } = await ask(ctx, { person, response }, 'comparisons', question)
      return { at: new Date(at).toISOString(), ...answer }
    }
  },
})
