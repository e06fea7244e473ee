import { botMetrics } from '../../comparison/bot/answer-bot.ts'
import { marksOfBrands } from '../../comparison/marks-of-brands.ts'
import { gridFor } from '../../comparison/grid-for.ts'
import { ask } from '../ask.ts'
import { botAnswerSchema } from '../bot-schemas.ts'
import { brandsInScope, mayReadAccountFacts } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { marksFor } from '../marks-for.ts'
import { pageQuestionSchema } from '../page-question-schema.ts'
import { filterOf } from '../question-filter.ts'
import { reportCells } from '../report-cells.ts'

export const readBot = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/bot',
  summary: 'What happens to conversations a bot takes part in',
  query: pageQuestionSchema,
  answer: botAnswerSchema,
  problems: [503],
  async handle(ctx, { person, query, response }) {
    const { brand, from, to } = query
    const brandIds = brandsInScope(ctx, person, brand)
    const filter = filterOf(ctx.db, query)
    const isOneBrand = brand !== 'all' && brandIds.length === 1
    const question = {
      ...{ brandIds, isOneBrand, from, to, grid: gridFor(ctx, person), now: ctx.clock.now() },
      ...(filter && { filter: filter.measured }),
      tellsAccount: mayReadAccountFacts(person),
    }
    const { at, answer } = await ask(ctx, { person, response }, 'bot', question)
    return {
      ...answer,
      // What the report says is said of all conversations.
      ...reportCells(ctx, person, brandIds, botMetrics),
      ...(filter && { comparisons: [] }),
      filter: filter && filter.filter,
      asOf: new Date(at).toISOString(),
      marks: marksOfBrands(ctx.db, brandIds, isOneBrand, marksFor(ctx, person)),
    }
  },
})
