import type { MetricKey } from '../../contract.ts'
import { gridFor } from '../../comparison/grid-for.ts'
import { catalog, metricOf } from '../../metrics/catalog.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import { ask } from '../ask.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { distributionAnswerSchema } from '../distribution-schemas.ts'
import { endpointFor } from '../endpoint.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { filterOf } from '../question-filter.ts'
import { cellNarrowingSchema, cellQuestionSchema } from '../question-schemas.ts'

/** Narrowed as the cell is, over the same days: the median is the cell's value. */
export const readDistribution = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/distributions/:brand/:metric',
  summary:
    'How long it took in one brand’s windows before and after the move: shares by duration, percentiles',
  params: cellQuestionSchema,
  query: cellNarrowingSchema,
  answer: distributionAnswerSchema,
  problems: [404, 422, 503],
  async handle(ctx, { person, params, query, response }) {
    const [brandId] = brandsInScope(ctx, person, [params.brand])
    const { metric } = params
    if (!isDuration(metric)) throw notADuration(metric)
    const { from, to } = query
    const kind = gridFor(ctx, person)
    const filter = filterOf(ctx.db, query)
    const { at, answer } = await ask(ctx, { person, response }, 'distribution', {
      brandId,
      metric,
      from,
      to,
      ...(filter && { filter: filter.measured }),
      ownWeeksOnly: kind === 'own_weeks',
      now: ctx.clock.now(),
    })
    if (answer === null) throw notFound()
    return {
      asOf: new Date(at).toISOString(),
      dataCompleteTo: readGrid(ctx.db, { brandIds: [brandId], metrics: [metric] }, kind).dataCompleteTo,
      filter: filter && filter.filter,
      metric,
      ...answer,
    }
  },
})

function isDuration(metric: MetricKey): boolean {
  return metricOf(metric).kind === 'duration'
}

function notADuration(metric: MetricKey): HttpProblem {
  const durations = catalog.filter(({ kind }) => kind === 'duration').map(({ key }) => key)
  return new HttpProblem(
    422,
    'not_a_duration',
    `"${metric}" is no duration, so there is nothing to sort by length; use ${durations.join(', ')}.`,
  )
}
