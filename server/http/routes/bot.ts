import { botMetrics } from '../../comparison/bot/answer-bot.ts'
import { marksOfBrands } from '../../comparison/marks-of-brands.ts'
import { isLoopback } from '../../platform/config.ts'
import { gridFor } from '../../comparison/grid-for.ts'
import { ask } from '../ask.ts'
import { botAnswerSchema } from '../bot-schemas.ts'
import { brandsInScope, mayReadAccountFacts } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { pageQuestionSchema } from '../page-question-schema.ts'
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
    const isOneBrand = brand !== 'all' && brandIds.length === 1
    const question = {
      ...{ brandIds, isOneBrand, from, to, grid: gridFor(ctx, person), now: ctx.clock.now() },
      tellsAccount: mayReadAccountFacts(person),
    }
    const { at, answer } = await ask(ctx, { person, response }, 'bot', question)
    const isSimulated = isLoopback(new URL(ctx.config.zendesk.baseUrl))
    return {
      ...answer,
      ...reportCells(ctx, person, brandIds, botMetrics),
      asOf: new Date(at).toISOString(),
      marks: marksOfBrands(ctx.db, brandIds, isOneBrand, isSimulated),
    }
  },
})
