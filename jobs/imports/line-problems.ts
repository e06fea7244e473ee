import type { ImportRecord, StoredProblem } from '../../server/store/imports.ts'
import type { NumberedLine } from './read-lines.ts'

/** What is wrong with a line, with the columns it concerns; `held` names who has its conversation already. */
export function problemsOfLine(
  { mapping: { columns } }: ImportRecord,
  { line, problems }: NumberedLine,
  held: 'held_from_zendesk' | 'held_from_import' | null = null,
): StoredProblem[] {
  const all = held === null ? problems : [...problems, { field: null, code: held, value: null }]
  return all.map((problem) => ({
    ...problem,
    line,
    header: problem.field === null ? null : (columns[problem.field] ?? null),
  }))
}
