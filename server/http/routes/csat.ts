import { marksOfBrands } from '../../comparison/marks-of-brands.ts'
import { isLoopback } from '../../platform/config.ts'
import { gridFor } from '../../comparison/grid-for.ts'
import { ask } from '../ask.ts'
import { brandsInScope } from '../brand-scope.ts'
import { csatAnswerSchema } from '../csat-schemas.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { pageQuestionSchema } from '../page-question-schema.ts'
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
    const isOneBrand = brand !== 'all' && brandIds.length === 1
    const question = { brandIds, isOneBrand, from, to, grid: gridFor(ctx, person), now: ctx.clock.now() }
    const { at, answer } = await ask(ctx, { person, response }, 'csat', question)
    const isSimulated = isLoopback(new URL(ctx.config.zendesk.baseUrl))
    const { surveyBegins, ...found } = answer
    const marks = [...marksOfBrands(ctx.db, brandIds, isOneBrand, isSimulated), ...surveyBegins]
    return {
      ...found,
      ...reportCells(ctx, person, brandIds, ['csat', 'csat_response_rate']),
      asOf: new Date(at).toISOString(),
      marks: marks.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
    }
  },
})
