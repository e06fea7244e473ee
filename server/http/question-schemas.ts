import { z } from 'zod'
import type { MetricKey } from '../contract.ts'
import { catalog } from '../metrics/catalog.ts'
import { isDay } from '../periods/day.ts'
import { filterFields } from './question-filter.ts'

const keys = catalog.map((metric) => metric.key)

export const brandId = z
  .string()
  .regex(/^\d{1,15}$/, 'is not a brand; use the number that /api/v1/brands gives')
  .transform(Number)
export const metric = z.string().transform((text, check): MetricKey => {
  const key = keys.find((known) => known === text)
  if (key !== undefined) return key
  check.addIssue({ code: 'custom', message: `"${text}" is not a metric; use ${keys.join(', ')}` })
  return z.NEVER
})
export const day = z.string().refine(isDay, 'is not a day; use YYYY-MM-DD')

/** `all`, or one or more separated by commas. */
export function allOrListOf<Item>(item: z.ZodType<Item, string>) {
  return z
    .string()
    .default('all')
    .transform((text, check): 'all' | Item[] => {
      if (text === 'all') return 'all'
      const items: Item[] = []
      for (const part of text.split(',')) {
        const parsed = item.safeParse(part)
        if (parsed.success) items.push(parsed.data)
        else check.addIssue({ code: 'custom', message: parsed.error.issues[0].message })
      }
      return items
    })
}

/** Days and conversations a question may be narrowed to. `from` and `to`: half-open, brand-local. */
const narrowingFields = { from: day.optional(), to: day.optional(), ...filterFields }

/** What `GET /comparisons` may be asked. */
export const comparisonsQuestionSchema = withDaysInOrder(
  z.strictObject({
    brand: allOrListOf(brandId),
    metric: allOrListOf(metric),
    ...narrowingFields,
  }),
)

/** Which cell `GET /comparisons/:brand/:metric` is about. */
export const cellQuestionSchema = z.strictObject({ brand: brandId, metric })

/** What the cell may be narrowed to. */
export const cellNarrowingSchema = withDaysInOrder(z.strictObject(narrowingFields))

/** What `GET /aligned` may be asked. */
export const alignedQuestionSchema = withDaysInOrder(z.strictObject({ metric, ...narrowingFields }))

/** Refuses a range that ends before it begins. */
export function withDaysInOrder<Question extends { from?: string; to?: string }>(
  schema: z.ZodType<Question>,
) {
  return schema.refine(({ from, to }) => !isReversed(from, to), {
    path: ['to'],
    message: 'must be later than from',
    // Also when another field is wrong: every bad field is named at once.
    when: () => true,
  })
}

function isReversed(from: unknown, to: unknown): boolean {
  return typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to) && from >= to
}
