import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import type { Context } from '../../server/context.ts'
import { detectDelimiter, isDelimiter } from '../../server/import/delimiter.ts'
import type { ImportKind } from '../../server/import/import-kinds.ts'
import { importKinds } from '../../server/import/import-kinds.ts'
import type { ImportMapping } from '../../server/import/import-mapping.ts'
import { guessMapping, importMappingSchema, mappingProblems } from '../../server/import/import-mapping.ts'
import type { TextEncoding } from '../../server/import/text-encoding.ts'
import { textEncodings } from '../../server/import/text-encoding.ts'
import { InvalidRequestError } from '../../server/platform/problem.ts'
import { inspectFile, readFileHeaders, readFileText } from '../../server/store/import-files.ts'
import { readBrandNames } from '../../server/store/import-knowledge.ts'
import { findMappingFor, readMapping, readMappingNames } from '../../server/store/import-mappings.ts'
import type { ImportRecord } from '../../server/store/imports.ts'
import { createImport, findUnfinishedImport, readImport } from '../../server/store/imports.ts'
import type { JobOptions } from '../task.ts'

const givenSchema = z.object({
  file: z.string(),
  kind: z.enum(importKinds),
  mapping: z.string().optional(),
  name: z.string().optional(),
  encoding: z.enum(textEncodings).optional(),
  delimiter: z.string().optional(),
  zone: z.string().optional(),
  'date-order': z.enum(['dmy', 'mdy']).optional(),
  brand: z.string().optional(),
})

/** The import a run is for: one that was given over the web, or a file on this machine. */
export async function openImport(ctx: Context, options: JobOptions): Promise<ImportRecord> {
  if (typeof options.import === 'string') return knownImport(ctx, Number(options.import))
  const given = givenSchema.parse(options)
  const { sizeBytes, contentHash, encoding: detected } = await inspectFile(given.file)
  const unfinished = findUnfinishedImport(ctx.db, {
    kind: given.kind,
    content_hash: contentHash,
    stored_at: given.file,
  })
  if (unfinished && options['dry-run'] !== true) return unfinished
  const encoding = given.encoding ?? detected
  const delimiter = delimiterNamed(given.delimiter) ?? (await delimiterOf(given.file, encoding))
  const headers = await readFileHeaders(given.file, { encoding, delimiter })
  const { name, mapping } = mappingFor(ctx, given, headers)
  const id = createImport(ctx.db, {
    kind: given.kind,
    file_name: composed(basename(given.file)),
    stored_at: given.file,
    is_ours: 0,
    size_bytes: sizeBytes,
    content_hash: contentHash,
    encoding,
    delimiter,
    headers,
    mapping,
    name,
    created_by: 'command line',
    created_at: ctx.clock.now(),
  })
  return knownImport(ctx, id)
}

function knownImport({ db }: Context, id: number): ImportRecord {
  const record = readImport(db, id)
  if (!record) throw new InvalidRequestError(`there is no import ${id}`)
  return record
}

/** By its name on a command line, where a tab is hard to type. */
export function delimiterNamed(text: string | undefined): string | null {
  if (text === undefined) return null
  const names: Record<string, string> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' }
  return names[text] ?? (isDelimiter(text) ? text : null)
}

async function delimiterOf(file: string, encoding: TextEncoding): Promise<string> {
  for await (const piece of readFileText(file, encoding)) return detectDelimiter(piece)
  return ','
}

/** The mapping that was named, else the one last used for these headers, else what the headers suggest. */
function mappingFor(
  { db }: Context,
  given: z.output<typeof givenSchema>,
  headers: readonly string[],
): { name: string; mapping: ImportMapping } {
  const found = given.mapping?.endsWith('.json')
    ? { name: basename(given.mapping, '.json'), mapping: readMappingFile(given.mapping) }
    : given.mapping !== undefined
      ? { name: given.mapping, mapping: namedMapping() }
      : (findMappingFor(db, given.kind, headers) ?? {
          name: given.kind,
          mapping: guessMapping(given.kind, headers),
        })
  const mapping: ImportMapping = {
    ...found.mapping,
    zone: given.zone ?? found.mapping.zone,
    dateOrder: given['date-order'] ?? found.mapping.dateOrder,
    brandId: given.brand === undefined ? found.mapping.brandId : Number(given.brand),
  }
  if (mapping.brandId !== null && !readBrandNames(db).has(mapping.brandId))
    throw new InvalidRequestError(
      `there is no brand ${mapping.brandId}; see GET /api/v1/brands for their numbers`,
    )
  refuseUnusable(given.kind, mapping, headers)
  return { name: composed(given.name ?? found.name), mapping }

  function namedMapping(): ImportMapping {
    const remembered = readMapping(db, given.kind, given.mapping ?? '')
    if (remembered) return remembered.mapping
    const names = readMappingNames(db, given.kind)
    throw new InvalidRequestError(
      `there is no mapping "${given.mapping}" for ${given.kind}; ${names.length > 0 ? `there are: ${names.join(', ')}` : 'name a .json file, or leave --mapping out'}`,
    )
  }
}

function readMappingFile(file: string): ImportMapping {
  try {
    return importMappingSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const reason =
      error instanceof z.ZodError
        ? error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')
        : 'it is missing or no JSON'
    throw new InvalidRequestError(`${file} is no mapping: ${reason}`)
  }
}

/** @throws InvalidRequestError with what to do */
function refuseUnusable(kind: ImportKind, mapping: ImportMapping, headers: readonly string[]): void {
  const problems = mappingProblems(kind, mapping, headers)
  if (problems.length === 0) return
  const words = problems.map(({ field, code, value }) =>
    code === 'field_missing'
      ? `no column holds ${field}`
      : code === 'column_twice'
        ? `column "${value}" is taken twice`
        : `${field}: the file has no column "${value ?? ''}" or nothing is called so`,
  )
  throw new InvalidRequestError(
    `${words.join('; ')}. The columns are: ${headers.join(' | ')}. Give a mapping file with --mapping, such as {"columns":{"started_at":"${headers[0] ?? ''}"}}`,
  )
}

/** Letters a Mac takes apart, put together: the same file from another machine is known again. */
function composed(text: string): string {
  return text.normalize('NFC')
}
