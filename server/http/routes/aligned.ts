import { alignWeeks, earlierLevels, firstWeek, lastWeek, unitOf } from '../../comparison/aligned-weeks.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { readCutovers } from '../../store/brands.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import { alignedAnswerSchema } from '../aligned-schemas.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { alignedQuestionSchema } from '../question-schemas.ts'

export const listAligned = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/aligned',
  summary: 'One metric of every brand you may see, by weeks since its move, held against its level before it',
  query: alignedQuestionSchema,
  answer: alignedAnswerSchema,
  handle(ctx, { person, query: { metric: key } }) {
    const { kind } = metricOf(key)
    const grid = readGrid(ctx.db, { brandIds: brandsInScope(ctx, person, 'all'), metrics: [key] })
    const cutovers = readCutovers(ctx.db)
    return {
      asOf: grid.asOf ?? new Date(ctx.clock.now()).toISOString(),
      dataCompleteTo: grid.dataCompleteTo,
      metric: key,
      unit: unitOf(kind),
      firstWeek,
      lastWeek,
      brands: grid.cells.map(({ brand, now }, index) => {
        const { weeks } = grid.series[index]
        const cutover = cutovers.get(brand.id)
        return {
          brand,
          move: cutover
            ? alignWeeks(weeks, kind, { wentLiveOn: cutover.went_live_on, rampEnd: cutover.ramp_end })
            : null,
          ...earlierLevels(weeks, kind, now),
        }
      }),
    }
  },
})
