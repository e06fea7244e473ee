import { z } from 'zod'
import { orders } from '../../text/verdicts.ts'
import { filterFields } from '../question-filter.ts'
import { allOrListOf, brandId, day, metric, withDaysInOrder } from '../question-schemas.ts'

/** What every document may be asked beside its own: the language it is in, and what the page was narrowed to. */
const shared = {
  lang: z.enum(['en', 'ko'], 'is not en or ko').default('en'),
  from: day.optional(),
  to: day.optional(),
  ...filterFields,
}

export const overviewPdfSchema = withDaysInOrder(
  z.strictObject({
    order: z.enum(orders, `is not ${orders.join(', ')}`).default('attention'),
    ...shared,
  }),
)
/** `metric`: a further figure that is drawn with its weeks. */
export const brandPdfSchema = withDaysInOrder(z.strictObject({ metric: metric.optional(), ...shared }))
/** `brands`: whose weeks are drawn; the first ones unless told. */
export const comparePdfSchema = withDaysInOrder(
  z.strictObject({ metric: metric.optional(), brands: allOrListOf(brandId), ...shared }),
)
export const pdfBrandSchema = z.strictObject({ brand: brandId })
