import { z } from 'zod'

/** What became of a job somebody asked for: the shape of GET /jobs/{id}. */
export const jobAnswerSchema = z.strictObject({
  id: z.number(),
  name: z.string(),
  state: z.enum(['waiting', 'ok', 'failed']),
  requestedAt: z.string(),
  doneAt: z.string().nullable(),
  message: z.string().nullable(),
  summary: z.unknown(),
})
