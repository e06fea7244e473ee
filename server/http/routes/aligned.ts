import { alignWeeks, earlierLevels, firstWeek, lastWeek, unitOf } from '../../comparison/aligned-weeks.ts'
import { gridFor } from '../../comparison/grid-for.ts'
import { otherBrands } from '../../comparison/other-brands.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { readCutovers } from '../../store/brands.ts'
import { readGrid } from '../../store/comparison-cells.ts'
import { alignedAnswerSchema } from '../aligned-schemas.ts'
import { ask } from '../ask.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { filterOf } from '../question-filter.ts'
import { alignedQuestionSchema } from '../question-schemas.ts'

/** The weeks of the cached grid; narrowed to days or conversations, those of the comparisons that are worked out anew. */
export const listAligned = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/aligned',
  summary: 'One metric of every brand you may see, by weeks since its move, held against its level before it',
  query: alignedQuestionSchema,
  answer: alignedAnswerSchema,
  problems: [503],
  async handle(ctx, { person, query, response }) {
    const { metric: key, from, to } = query
    const { kind } = metricOf(key)
    const brandIds = brandsInScope(ctx, person, 'all')
    const filter = filterOf(ctx.db, query)
    const now = ctx.clock.now()
    const isReport = from === undefined && to === undefined && filter === null
    const grid = readGrid(ctx.db, { brandIds, metrics: [key] })
    const { at, cells, series } = isReport ? { at: null, ...grid } : await askAnew()
    const cutovers = readCutovers(ctx.db)
    return {
      asOf: at ?? grid.asOf ?? new Date(now).toISOString(),
      dataCompleteTo: grid.dataCompleteTo,
      isReport,
      filter: filter && filter.filter,
      metric: key,
      unit: unitOf(kind),
      firstWeek,
      lastWeek,
      brands: cells.map(({ brand, now: latest }, index) => {
        const { weeks } = series[index]
        const cutover = cutovers.get(brand.id)
        return {
          brand,
          move: cutover
            ? alignWeeks(weeks, kind, { wentLiveOn: cutover.went_live_on, rampEnd: cutover.ramp_end })
            : null,
          ...earlierLevels(weeks, kind, latest),
          others: otherBrands(cells, brand.id),
        }
      }),
    }

    /** The very question of `GET /comparisons` about this metric: asked side by side, it is worked out once. */
    async function askAnew() {
      const ownWeeksOnly = gridFor(ctx, person) === 'own_weeks'
      const narrowed = { from, to, ...(filter && { filter: filter.measured }) }
      const question = { brandIds, metrics: [key], ...narrowed, ownWeeksOnly, now }
      const { at: moment, answer } = await ask(ctx, { person, response }, 'comparisons', question)
      return { at: new Date(moment).toISOString(), cells: answer.comparisons, series: answer.series }
    }
  },
})
