import { z } from 'zod'
import { UpstreamError } from '../../server/platform/problem.ts'

/** Why something could not be read, in a form that a walk can carry from page to page. */
export const readingFailureSchema = z.object({
  message: z.string(),
  status: z.number().nullable(),
  code: z.string(),
  detail: z.string().nullable(),
})
export type ReadingFailure = z.infer<typeof readingFailureSchema>

/** Answers that say the request for one ticket is wrong, and would say so again. */
const badRequests = [400, 410, 422]

export function readingFailureOf({ message, status, code, detail }: UpstreamError): ReadingFailure {
  return { message, status, code, detail }
}

export function errorOfFailure({ message, status, code, detail }: ReadingFailure): UpstreamError {
  return new UpstreamError(message, status, code, detail)
}

/** Whether a failure concerns the one ticket that was asked for, and no other. */
export function isOfTicketAlone(error: unknown): boolean {
  if (!(error instanceof UpstreamError)) return false
  return error.status === 404 || error.code === 'list_stuck' || badRequests.includes(error.status ?? 0)
}
