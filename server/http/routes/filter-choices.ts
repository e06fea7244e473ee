import { z } from 'zod'
import { ask } from '../ask.ts'
import { brandsInScope } from '../brand-scope.ts'
import { filterChoicesAnswerSchema } from '../conversations/schemas.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { UNKNOWN } from '../../comparison/measured-filter.ts'
import { allOrListOf, brandId } from '../question-schemas.ts'

export const listFilterChoices = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/filter-choices',
  summary: 'The channels, languages, topics and groups of the brands you may see',
  query: z.strictObject({ brand: allOrListOf(brandId) }),
  answer: filterChoicesAnswerSchema,
  problems: [503],
  async handle(ctx, { person, query, response }) {
    const brandIds = brandsInScope(ctx, person, query.brand)
    const question = { brandIds, now: ctx.clock.now() }
    const { answer } = await ask(ctx, { person, response }, 'filterChoices', question)
    return {
      channels: answer.channels,
      languages: answer.languages.map((code) => code ?? UNKNOWN),
      topics: answer.topics,
      groups: answer.groups.map(({ id, name }) => ({ id: id === null ? UNKNOWN : String(id), name })),
    }
  },
})
