import { z } from 'zod'
import { earlierLevels } from '../../comparison/aligned-weeks.ts'
import { otherBrands } from '../../comparison/other-brands.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { readBrands } from '../../store/brands.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { notFound } from '../http-problem.ts'
import { levelsAnswerSchema } from '../levels-schemas.ts'
import { allOrListOf, brandId, metric } from '../question-schemas.ts'

export const readLevels = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/levels',
  summary:
    'What one brand’s latest values can be held against: earlier weeks, the year before, your other brands',
  query: z.strictObject({ brand: brandId, metric: allOrListOf(metric) }),
  answer: levelsAnswerSchema,
  problems: [404],
  handle(ctx, { person, query }) {
    const [id] = brandsInScope(ctx, person, [query.brand])
    const brand = readBrands(ctx.db).find((one) => one.id === id)
    if (!brand) throw notFound()
    const grid = readGrid(ctx.db, { brandIds: brandsInScope(ctx, person, 'all'), metrics: query.metric })
    return {
      asOf: grid.asOf ?? new Date(ctx.clock.now()).toISOString(),
      dataCompleteTo: grid.dataCompleteTo,
      brand: { id, name: brand.name },
      figures: grid.cells.flatMap((cell, index) => {
        if (cell.brand.id !== id) return []
        const { kind } = metricOf(cell.metric)
        const ofMetric = grid.cells.filter((other) => other.metric === cell.metric)
        return {
          metric: cell.metric,
          ...earlierLevels(grid.series[index].weeks, kind, cell.now),
          others: otherBrands(ofMetric, id),
        }
      }),
    }
  },
})
