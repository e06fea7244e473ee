import { AnswerError } from '../../api.ts'
import type { Text } from '../../locale.ts'

/** Why an event was not written, and what to do about it. */
export function eventProblem(error: unknown, text: Text): string {
  if (!(error instanceof AnswerError)) return text('events.unreachable')
  if (error.status === 403) return text('events.forbidden')
  if (error.status === 404) return text('events.gone')
  const fields = error.problem?.fields?.map(({ field, message }) => `${field} ${message}`) ?? []
  return text('events.failed', { detail: fields.join('; ') || error.message })
}
