import { z } from 'zod'
import { seesAllBrands } from '../../store/people.ts'
import { agreementAnswerSchema } from '../agreement-schema.ts'
import { agreementOf } from '../agreement.ts'
import { brandsInScope } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { allOrListOf, brandId } from '../question-schemas.ts'

export const readAgreement = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/agreement',
  summary: 'Which days of your brands agree with Zendesk’s own counts, and which differ',
  query: z.strictObject({ brand: allOrListOf(brandId) }),
  answer: agreementAnswerSchema,
  handle: (ctx, { person, query }) => ({
    asOf: new Date(ctx.clock.now()).toISOString(),
    brands: agreementOf(ctx.db, brandsInScope(ctx, person, query.brand), seesAllBrands(person)),
  }),
})
