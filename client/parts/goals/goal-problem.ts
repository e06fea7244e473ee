import { AnswerError } from '../../api.ts'
import type { Text } from '../../locale.ts'

/** Why a goal was not written, and what to do about it. */
export function goalProblem(error: unknown, text: Text): string {
  if (error instanceof AnswerError && error.status === 403) return text('goal.forbidden')
  return text('goal.failed')
}
