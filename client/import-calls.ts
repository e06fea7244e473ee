import type { JobAnswer } from './import-job.ts'
import type {
  ImportAnswer,
  ImportColumns,
  ImportedKind,
  ImportEncoding,
  ImportJobAnswer,
  ImportPreview,
  ImportsAnswer,
} from '../server/contract-import.ts'

const UPLOAD_TIMEOUT_MS = 600_000

type Ask = <Answer>(
  method: string,
  path: string,
  signal?: AbortSignal,
  body?: unknown,
  timeoutMs?: number,
) => Promise<Answer>

export type ImportCalls = ReturnType<typeof importCalls>

/** Calls about CSV files that are imported; for administrators. */
export function importCalls(ask: Ask) {
  return {
    list: () => ask<ImportsAnswer>('GET', 'imports'),
    read: (id: number) => ask<ImportAnswer>('GET', `imports/${id}`),
    give: (file: File, kind: ImportedKind) =>
      ask<ImportPreview>(
        'POST',
        `imports?${new URLSearchParams({ kind, fileName: file.name }).toString()}`,
        undefined,
        file,
        UPLOAD_TIMEOUT_MS,
      ),
    preview: (
      id: number,
      reading: { encoding?: ImportEncoding; delimiter?: string | null; mapping?: ImportColumns | null },
    ) => ask<ImportPreview>('POST', `imports/${id}/preview`, undefined, reading),
    run: (id: number, run: { mapping: ImportColumns; name: string; dryRun: boolean; replaces?: number }) =>
      ask<ImportJobAnswer>('POST', `imports/${id}/run`, undefined, run),
    remove: (id: number) => ask<ImportJobAnswer>('DELETE', `imports/${id}`),
    job: (id: number) => ask<JobAnswer>('GET', `jobs/${id}`),
  }
}
