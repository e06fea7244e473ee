import { z } from 'zod'
import type { Request } from 'express'
import { guessMapping } from '../../import/import-mapping.ts'
import { importKinds } from '../../import/import-kinds.ts'
import { recordAudit } from '../../store/audit.ts'
import { deleteFile, ImportFileError, receiveFile } from '../../store/import-files.ts'
import { findMappingFor } from '../../store/import-mappings.ts'
import { createImport, readImport } from '../../store/imports.ts'
import { endpointFor } from '../endpoint.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { placeOf, previewOf, readFileHead } from '../import-preview.ts'
import { importPreviewSchema } from '../import-schemas.ts'

export const LARGEST_BYTES = 64 * 1_048_576
const mediaTypes = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/octet-stream',
  'application/vnd.ms-excel',
]

const querySchema = z.strictObject({
  kind: z.enum(importKinds, `is not a kind of file; use ${importKinds.join(' or ')}`),
  fileName: z
    .string()
    .transform((name) =>
      name
        .replace(/^.*[/\\]/, '')
        .replace(/\p{Cc}/gu, '')
        // A Mac takes Korean letters apart; the same file from another machine must be known again.
        .normalize('NFC')
        .trim(),
    )
    .pipe(z.string().min(1, 'must not be blank').max(200, 'must be 200 letters or fewer')),
})

export const uploadImport = endpointFor(['administrator'], {
  method: 'post',
  path: '/api/v1/imports',
  summary: 'Give a CSV file to be imported, as the plain body; the answer shows how it would be read',
  query: querySchema,
  upload: mediaTypes,
  answer: importPreviewSchema,
  status: 201,
  problems: [413, 415, 422],
  async handle(ctx, { query, person, request, response }) {
    refuseUnreadable(request)
    const storedAt = `${ctx.random.token(18)}.csv`
    const file = placeOf(ctx, storedAt)
    try {
      const { sizeBytes, contentHash, encoding } = await receiveFile(request, file, LARGEST_BYTES)
      const guessed = await readFileHead(file, encoding, null)
      const known = findMappingFor(ctx.db, query.kind, guessed.headers)
      const now = ctx.clock.now()
      const id = createImport(ctx.db, {
        kind: query.kind,
        file_name: query.fileName,
        stored_at: storedAt,
        is_ours: 1,
        size_bytes: sizeBytes,
        content_hash: contentHash,
        encoding,
        ...guessed,
        mapping: known?.mapping ?? guessMapping(query.kind, guessed.headers),
        name: known?.name ?? null,
        created_by: person.email,
        created_at: now,
      })
      recordAudit(ctx.db, { at: now, actor: person.email, action: 'import_given', detail: query.fileName })
      const record = readImport(ctx.db, id)
      if (!record) throw notFound()
      response.location(`/api/v1/imports/${id}`)
      return await previewOf(ctx, record, known?.name ?? null)
    } catch (error) {
      if (!(error instanceof ImportFileError)) throw error
      deleteFile(file)
      throw asProblem(error)
    }
  },
})

/** A file that cannot be read is the caller's to correct. */
export function asProblem(error: ImportFileError): HttpProblem {
  const text = `${error.message[0].toUpperCase()}${error.message.slice(1)}.`
  if (error.code !== 'too_large') return new HttpProblem(422, `import_${error.code}`, text)
  return new HttpProblem(413, 'file_too_large', 'The file is larger than 64 MB; split it.', {
    headers: { Connection: 'close' },
  })
}

function refuseUnreadable(request: Request): void {
  if (!request.is(mediaTypes))
    throw new HttpProblem(
      415,
      'csv_expected',
      'Send the file itself as the body, with Content-Type: text/csv.',
    )
  if ((request.get('content-encoding') ?? 'identity') !== 'identity')
    throw new HttpProblem(415, 'unsupported_encoding', 'The file is compressed; send it plain.')
  if (Number(request.get('content-length') ?? 0) > LARGEST_BYTES)
    throw asProblem(new ImportFileError('too large', 'too_large'))
}
