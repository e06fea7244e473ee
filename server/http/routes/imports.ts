import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { ImportSummary } from '../../contract-import.ts'
import { csvLine } from '../../text/csv-line.ts'
import { isDelimiter } from '../../import/delimiter.ts'
import { guessMapping, importMappingSchema, mappingProblems } from '../../import/import-mapping.ts'
import { textEncodings } from '../../import/text-encoding.ts'
import { InvalidRequestError } from '../../platform/problem.ts'
import { recordAudit } from '../../store/audit.ts'
import { deleteFile, ImportFileError } from '../../store/import-files.ts'
import { readBrandNames } from '../../store/import-knowledge.ts'
import { findMappingFor } from '../../store/import-mappings.ts'
import type { ImportRecord } from '../../store/imports.ts'
import {
  deleteImport,
  readImport,
  readImportProblems,
  readImports,
  updateImportReading,
} from '../../store/imports.ts'
import { requestJob } from '../../store/job-requests.ts'
import { importProblemWords } from '../../text/import-problems.ts'
import { endpointFor } from '../endpoint.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { noticeOf, placeOf, previewOf, readFileHead } from '../import-preview.ts'
import {
  importAnswerSchema,
  importJobAnswerSchema,
  importPreviewSchema,
  importsAnswerSchema,
} from '../import-schemas.ts'
import { asProblem } from './import-upload.ts'

const SHOWN_PROBLEMS = 50

const paramsSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d{1,15}$/, 'is not the number of an import')
    .transform(Number),
})
const readingSchema = z.strictObject({
  encoding: z.enum(textEncodings, `is not an encoding; use ${textEncodings.join(', ')}`).optional(),
  /** Null finds it out. */
  delimiter: z.string().refine(isDelimiter, 'must be one sign').nullable().optional(),
  /** Null guesses it. */
  mapping: importMappingSchema.nullable().optional(),
})
const runSchema = z.strictObject({
  mapping: importMappingSchema,
  name: z.string().trim().min(1, 'must not be blank').max(80, 'must be 80 letters or fewer'),
  dryRun: z.boolean(),
  /** An import of which this file is the new version, where its name is another. */
  replaces: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
})

export const listImports = endpointFor(['administrator'], {
  method: 'get',
  path: '/api/v1/imports',
  summary: 'Files that were given to be imported, the newest first',
  answer: importsAnswerSchema,
  handle: ({ db }) => ({ imports: readImports(db).map(toSummary) }),
})

export const readOneImport = endpointFor(['administrator'], {
  method: 'get',
  path: '/api/v1/imports/:id',
  summary: 'What became of one import, with the first lines that could not be taken',
  params: paramsSchema,
  answer: importAnswerSchema,
  problems: [404],
  handle(ctx, { params }) {
    const record = find(ctx, params.id)
    return { ...toSummary(record), problems: problemsOf(ctx, record, SHOWN_PROBLEMS) }
  },
})

export const previewImport = endpointFor(['administrator'], {
  method: 'post',
  path: '/api/v1/imports/:id/preview',
  summary: 'How a file would be read with another encoding, delimiter or mapping',
  params: paramsSchema,
  body: readingSchema,
  answer: importPreviewSchema,
  problems: [404, 409, 422],
  async handle(ctx, { params, body }) {
    const record = findWaiting(ctx, params.id)
    const encoding = body.encoding ?? record.encoding
    const wanted =
      body.delimiter === undefined && encoding === record.encoding ? record.delimiter : body.delimiter
    try {
      const head = await readFileHead(placeOf(ctx, record.stored_at), encoding, wanted ?? null)
      const isSame = JSON.stringify(head.headers) === JSON.stringify(record.headers)
      const known = findMappingFor(ctx.db, record.kind, head.headers)
      const guess = known?.mapping ?? guessMapping(record.kind, head.headers)
      const mapping = body.mapping === null ? guess : (body.mapping ?? (isSame ? record.mapping : guess))
      updateImportReading(ctx.db, record.id, { encoding, ...head, mapping })
      return await previewOf(ctx, find(ctx, record.id), known?.name ?? null)
    } catch (error) {
      throw error instanceof ImportFileError ? asProblem(error) : error
    }
  },
})

export const runImport = endpointFor(['administrator'], {
  method: 'post',
  path: '/api/v1/imports/:id/run',
  summary: 'Import a file, or try it without writing anything; the jobs process does it',
  params: paramsSchema,
  body: runSchema,
  answer: importJobAnswerSchema,
  status: 202,
  problems: [404, 409],
  handle(ctx, { params, body, person }) {
    const record = findWaiting(ctx, params.id)
    const wrong = mappingProblems(record.kind, body.mapping, record.headers)
    if (wrong.length > 0)
      throw new InvalidRequestError(
        'The mapping cannot be used.',
        wrong.map(({ field, code, value }) => ({
          field: `mapping.columns.${field}`,
          message: importProblemWords(code, value).en,
        })),
      )
    const { brandId } = body.mapping
    if (brandId !== null && !readBrandNames(ctx.db).has(brandId))
      throw new InvalidRequestError('The mapping cannot be used.', [
        { field: 'mapping.brandId', message: 'is not a brand; use a number that /api/v1/brands gives' },
      ])
    const now = ctx.clock.now()
    updateImportReading(ctx.db, record.id, { mapping: body.mapping, name: body.name })
    const job = requestJob(ctx.db, {
      name: 'import',
      options: {
        import: String(record.id),
        ...(body.dryRun ? { 'dry-run': true } : {}),
        ...(body.replaces === undefined ? {} : { replaces: String(body.replaces) }),
      },
      requestedBy: person.email,
      now,
    })
    if (!body.dryRun)
      recordAudit(ctx.db, { at: now, actor: person.email, action: 'import_run', detail: record.file_name })
    return { job }
  },
})

export const removeImport = endpointFor(['administrator'], {
  method: 'delete',
  path: '/api/v1/imports/:id',
  summary: 'Forget a file, and take every row it brought out again',
  params: paramsSchema,
  answer: importJobAnswerSchema,
  status: 202,
  problems: [404],
  handle(ctx, { params, person }) {
    const record = find(ctx, params.id)
    const now = ctx.clock.now()
    recordAudit(ctx.db, { at: now, actor: person.email, action: 'import_removed', detail: record.file_name })
    if (record.state !== 'new' && record.state !== 'checked' && record.state !== 'failed')
      return {
        job: requestJob(ctx.db, {
          name: 'import',
          options: { remove: String(record.id) },
          requestedBy: person.email,
          now,
        }),
      }
    deleteImport(ctx.db, record.id)
    if (record.is_ours === 1) deleteFile(placeOf(ctx, record.stored_at))
    return { job: null }
  },
})

export const downloadImportProblems = endpointFor(['administrator'], {
  method: 'get',
  path: '/api/v1/imports/:id/problems.csv',
  summary: 'The lines that could not be taken and why, as a CSV file; the first thousand',
  params: paramsSchema,
  query: z.strictObject({ language: z.enum(['en', 'ko']).default('en') }),
  answer: z.string(),
  mediaType: 'text/csv',
  problems: [404],
  handle(ctx, { params, query: { language }, response }) {
    const record = find(ctx, params.id)
    const heading = language === 'ko' ? ['줄', '열', '값', '이유'] : ['line', 'column', 'value', 'reason']
    const lines = problemsOf(ctx, record).map(({ line, column, value, words }) =>
      csvLine([line, column, value, words[language]]),
    )
    response.attachment(`import-${record.id}-problems.csv`)
    return `\ufeff${csvLine(heading)}${lines.join('')}`
  },
})

function find({ db }: Context, id: number): ImportRecord {
  const record = readImport(db, id)
  if (!record) throw notFound()
  return record
}

/** One whose file is still there and not at work. */
function findWaiting(ctx: Context, id: number): ImportRecord {
  const record = find(ctx, id)
  if (record.is_ours === 1 && ['new', 'checked', 'failed'].includes(record.state)) return record
  throw new HttpProblem(
    409,
    'import_not_waiting',
    'This file is being imported or has been already; choose the file again to import it anew.',
  )
}

function problemsOf({ db }: Context, record: ImportRecord, limit?: number) {
  return readImportProblems(db, record.id, limit).map(({ line, header, ...problem }) => ({
    ...noticeOf(problem, record.mapping),
    line,
    column: header,
  }))
}

function toSummary(record: ImportRecord): ImportSummary {
  const { state, message } = record
  return {
    id: record.id,
    kind: record.kind,
    fileName: record.file_name,
    name: record.name,
    state: state === 'staging' || state === 'applying' || state === 'sweeping' ? 'running' : state,
    createdAt: new Date(record.created_at).toISOString(),
    createdBy: record.created_by,
    endedAt: record.ended_at === null ? null : new Date(record.ended_at).toISOString(),
    counts: record.counts,
    failure:
      message === null
        ? null
        : message.code === null
          ? { en: message.text, ko: importProblemWords('not_done', null).ko }
          : importProblemWords(message.code, message.value),
  }
}
