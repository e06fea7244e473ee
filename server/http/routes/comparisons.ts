import { cellsInScope } from '../../comparison/detail/detail-in-scope.ts'
import { gridFor } from '../../comparison/grid-for.ts'
import { changesInAWeek } from '../../comparison/verdicts-a-week-ago.ts'
import { poolStored } from '../../comparison/pooling/stored-pool.ts'
import { catalogVersion } from '../../metrics/catalog.ts'
import { readCellControls } from '../../store/cell-controls.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import { seesAllBrands } from '../../store/people.ts'
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
    const kind = gridFor(ctx, person)
    const filter = filterOf(ctx.db, query)
    const now = ctx.clock.now()
    const grid = readGrid(ctx.db, { brandIds, metrics }, kind)
    const isReport = from === undefined && to === undefined && filter === null
    const { at, comparisons, pooled, controls } = isReport
      ? {
          at: grid.asOf ?? new Date(now).toISOString(),
          comparisons: grid.cells,
          pooled: poolStored(ctx.db, brandIds, kind),
          // Whoever sees all brands sees every comparison brand.
          controls: kind === 'own_weeks' || seesAllBrands(person) ? [] : readCellControls(ctx.db, brandIds),
        }
      : await askAnew()
    return {
      asOf: at,
      dataCompleteTo: grid.dataCompleteTo,
      definitions: catalogVersion,
      isReport,
      filter: filter && filter.filter,
      comparisons: cellsInScope(comparisons, controls, brandsInScope(ctx, person, 'all')),
      changes: isReport ? changesInAWeek(ctx.db, { now, kind, cells: grid.cells }) : null,
      pooled: pooled.filter(({ metric }) => metrics === 'all' || metrics.includes(metric)),
    }

    async function askAnew() {
      const ownWeeksOnly = kind === 'own_weeks'
      const narrowed = { from, to, ...(filter && { filter: filter.measured }) }
      const question = { brandIds, metrics, ...narrowed, ownWeeksOnly, now }
      const { at, answer } = await ask(ctx, { person, response }, 'comparisons', question)
      return { at: new Date(at).toISOString(), ...answer }
    }
  },
})
