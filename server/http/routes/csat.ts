import { marksOfBrands } from '../../comparison/marks-of-brands.ts'
import { gridFor } from '../../comparison/grid-for.ts'
import { ask } from '../ask.ts'
import { brandsInScope } from '../brand-scope.ts'
import { csatAnswerSchema } from '../csat-schemas.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { marksFor } from '../marks-for.ts'
import { pageQuestionSchema } from '../page-question-schema.ts'
import { filterOf } from '../question-filter.ts'
import { reportCells } from '../report-cells.ts'

export const readCsat = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/csat',
  summary: 'How satisfied customers are, who answers, and what they were asked',
  query: pageQuestionSchema,
  answer: csatAnswerSchema,
  problems: [503],
  async handle(ctx, { person, query, response }) {
    const { brand, from, to } = query
    const brandIds = brandsInScope(ctx, person, brand)
    const filter = filterOf(ctx.db, query)
    const isOneBrand = brand !== 'all' && brandIds.length === 1
    const question = {
      ...{ brandIds, isOneBrand, from, to, grid: gridFor(ctx, person), now: ctx.clock.now() },
      ...(filter && { filter: filter.measured }),
    }
    const { at, answer } = await ask(ctx, { person, response }, 'csat', question)
    const { surveyBegins, ...found } = answer
    const marks = [...marksOfBrands(ctx.db, brandIds, isOneBrand, marksFor(ctx, person)), ...surveyBegins]
    return {
      ...found,
      // What the report says is said of all conversations.
      ...reportCells(ctx, person, brandIds, ['csat', 'csat_response_rate']),
      ...(filter && { comparisons: [] }),
      filter: filter && filter.filter,
      asOf: new Date(at).toISOString(),
      marks: marks.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
    }
  },
})
