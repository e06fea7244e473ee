import { AnswerError } from '../../api.ts'
import type { Text } from '../../locale.ts'
import type { FieldProblem } from './form-fields.ts'

/** Why something was not done, and what to do about it. */
export function reportProblem(error: unknown, text: Text): string {
  if (!(error instanceof AnswerError)) return text('reports.unreachable')
  if (error.problem?.code === 'nothing_to_tell') return text('reports.nothingToTell')
  if (error.status === 403) return text('reports.forbidden')
  if (error.status === 404) return text('reports.gone')
  if (error.status >= 500) return text('error.server', { status: error.status })
  return text('reports.failed', { detail: error.message })
}

/** What the server says of single fields; none where it says something else. */
export function refusedFields(error: unknown): FieldProblem[] {
  const fields = error instanceof AnswerError ? (error.problem?.fields ?? []) : []
  return fields.map(({ field, message }) => ({
    field,
    key: 'reports.problem.server',
    values: { detail: message },
  }))
}
