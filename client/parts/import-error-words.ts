import { importProblemsEnglish } from '../../server/text/messages/import-problems-en.ts'
import { importProblemWords } from '../../server/text/import-problems.ts'
import { AnswerError, UnreachableError } from '../api.ts'
import type { View } from '../view.ts'

/** Why a file could not be read or imported, in the reader's language; codes without words of their own get a general sentence. */
export function importErrorWords(error: unknown, { text, language }: View): string {
  if (error instanceof UnreachableError) return text('error.unreachable')
  if (!(error instanceof AnswerError)) return text('import.error.other')
  const code = error.problem?.code ?? ''
  if (code === 'import_not_waiting') return text('import.error.notWaiting')
  if (code === 'csv_expected' || code === 'unsupported_encoding') return text('import.error.noCsv')
  const reason = code === 'file_too_large' ? 'too_large' : code.replace(/^import_/, '')
  if (Object.hasOwn(importProblemsEnglish, reason)) return importProblemWords(reason, null)[language]
  const fields = error.problem?.fields?.map(({ field }) => field).join(', ') ?? ''
  return fields === '' ? text('import.error.other') : text('import.error.fields', { fields })
}
