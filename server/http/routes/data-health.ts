import { dataHealthFor } from '../data-health/answer.ts'
import { dataHealthAnswerSchema } from '../data-health/schema.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'

export const readDataHealth = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/data-health',
  summary: 'How fresh, how complete and how right the data is; for those who see the whole account also why',
  answer: dataHealthAnswerSchema,
  handle: (ctx, { person }) => dataHealthFor(ctx, person),
})
