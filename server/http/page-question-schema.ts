import { z } from 'zod'
import { filterFields } from './question-filter.ts'
import { allOrListOf, brandId, day, withDaysInOrder } from './question-schemas.ts'

/** What a page about one brand, some or all may be asked, narrowed to some conversations or not. `from` and `to`: half-open, brand-local. */
export const pageQuestionSchema = withDaysInOrder(
  z.strictObject({ brand: allOrListOf(brandId), from: day.optional(), to: day.optional(), ...filterFields }),
)
