import { z } from 'zod'

/**
 * How many tickets' messages are read. Each costs a request of the account's own limit, of which half is used at most.
 */
export const detailSampleSchema = z.strictObject({
  /**
   * `all`: every ticket that needs it. `sample`: of each brand and week a fixed sample. `auto`: a sample at the brands
   * whose busiest twelve weeks hold more tickets than their part of what half of the account's limit reads in 24 hours;
   * brands have equal parts.
   */
  mode: z.enum(['auto', 'all', 'sample']).default('auto'),
  /** The least size of a sample; a week with fewer tickets is read whole. */
  perBrandWeek: z
    .int('must be a whole number of tickets')
    .min(200, 'must be 200 tickets or more')
    .max(100_000, 'must be 100,000 tickets or less')
    .default(200),
  /** So many tickets of each week without a known bot are read to find out whether one answered; 0 = none. */
  botSearchPerBrandWeek: z
    .int('must be a whole number of tickets')
    .min(0, 'must be 0 tickets or more')
    .max(1000, 'must be 1000 tickets or less')
    .default(20),
})

export type DetailSample = z.infer<typeof detailSampleSchema>

export const defaultDetailSample: DetailSample = detailSampleSchema.parse({})
