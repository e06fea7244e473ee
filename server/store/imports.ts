import { z } from 'zod'
import type { ImportNumbers } from '../contract-import.ts'
import type { ImportKind, ImportProblem, ImportProblemCode } from '../import/import-kinds.ts'
import type { ImportMapping } from '../import/import-mapping.ts'
import { importMappingSchema } from '../import/import-mapping.ts'
import type { TextEncoding } from '../import/text-encoding.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

/**
 * new: given, not run · checked: a dry run reported · staging: being read · applying, sweeping: being put in place ·
 * done: in place · replaced: a later file took its place · failed: nothing was changed · removing: being taken out.
 */
export type ImportState =
  'new' | 'checked' | 'staging' | 'applying' | 'sweeping' | 'done' | 'replaced' | 'failed' | 'removing'

/** Rows of the file: read, taken, refused, left to Zendesk's own copy; and what that did to the rows stored. */
export type ImportCounts = ImportNumbers

export type ImportRecord = {
  id: number
  kind: ImportKind
  file_name: string
  /** Where the file lies. */
  stored_at: string
  is_ours: number
  size_bytes: number
  content_hash: string
  encoding: TextEncoding
  delimiter: string
  headers: string[]
  mapping: ImportMapping
  /** Of the mapping; null until it is run. */
  name: string | null
  /** The import_id of its rows; null until they are put in place. */
  source_id: number | null
  state: ImportState
  applied_to: string | null
  counts: ImportCounts | null
  /** Why nothing was done. */
  message: ImportFailure | null
  request_id: number | null
  created_by: string
  created_at: number
  ended_at: number | null
}

/** `code` where it has words in every language, else `text`. */
export type ImportFailure = { code: ImportProblemCode | null; value: string | null; text: string }

type ImportRow = Omit<ImportRecord, 'headers' | 'mapping' | 'counts' | 'message'> & {
  headers: string
  mapping: string
  counts: string | null
  message: string | null
}

export type StoredProblem = ImportProblem & { line: number; header: string | null }

/** Of the lines that could not be taken so many are kept; all are counted. */
export const problemsKept = 1000

export const noCounts: ImportCounts = {
  rows: 0,
  accepted: 0,
  rejected: 0,
  skipped: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
}

export type NewImport = Pick<
  ImportRecord,
  | 'kind'
  | 'file_name'
  | 'stored_at'
  | 'is_ours'
  | 'size_bytes'
  | 'content_hash'
  | 'encoding'
  | 'delimiter'
  | 'headers'
  | 'mapping'
  | 'name'
  | 'created_by'
  | 'created_at'
>

export function createImport(db: Database, given: NewImport): number {
  const { lastInsertRowid } = statement(
    db,
    `insert into import (kind, file_name, stored_at, is_ours, size_bytes, content_hash, encoding, delimiter, headers,
       mapping, name, state, created_by, created_at)
     values (:kind, :file_name, :stored_at, :is_ours, :size_bytes, :content_hash, :encoding, :delimiter, :headers,
       :mapping, :name, 'new', :created_by, :created_at)`,
  ).run({ ...given, headers: JSON.stringify(given.headers), mapping: JSON.stringify(given.mapping) })
  return Number(lastInsertRowid)
}

export function readImport(db: Database, id: number): ImportRecord | null {
  const row = statement<ImportRow>(db, 'select * from import where id = :id').get({ id })
  return row ? toRecord(row) : null
}

/** All of them, the newest first. */
export function readImports(db: Database): ImportRecord[] {
  return statement<ImportRow>(db, 'select * from import order by id desc').all().map(toRecord)
}

/** How the file is to be read; what is left out stays. */
export function updateImportReading(
  db: Database,
  id: number,
  change: Partial<Pick<ImportRecord, 'encoding' | 'delimiter' | 'headers' | 'mapping' | 'name'>>,
): void {
  const stored = readImport(db, id)
  if (!stored) throw new Error(`updateImportReading: there is no import ${id}`)
  const next = { ...stored, ...change }
  statement(
    db,
    `update import set encoding = :encoding, delimiter = :delimiter, headers = :headers, mapping = :mapping, name = :name
     where id = :id`,
  ).run({
    id,
    encoding: next.encoding,
    delimiter: next.delimiter,
    headers: JSON.stringify(next.headers),
    mapping: JSON.stringify(next.mapping),
    name: next.name,
  })
}

export function updateImportState(
  db: Database,
  id: number,
  change: {
    state: ImportState
    appliedTo?: string | null
    counts?: ImportCounts | null
    message?: ImportFailure | null
    endedAt?: number | null
  },
): void {
  const { state, appliedTo = null, counts = null, message = null, endedAt = null } = change
  statement(
    db,
    `update import set state = :state, applied_to = :appliedTo, counts = :counts, message = :message, ended_at = :endedAt
     where id = :id`,
  ).run({
    id,
    state,
    appliedTo,
    counts: counts && JSON.stringify(counts),
    message: message && JSON.stringify(message),
    endedAt,
  })
}

/** The import of this very file that was begun and not ended, or null. */
export function findUnfinishedImport(
  db: Database,
  wanted: Pick<ImportRecord, 'kind' | 'content_hash' | 'stored_at'>,
): ImportRecord | null {
  const row = statement<ImportRow>(
    db,
    `select * from import
     where kind = :kind and content_hash = :content_hash and stored_at = :stored_at
       and state in ('staging', 'applying', 'sweeping')
     order by id desc limit 1`,
  ).get(wanted)
  return row ? toRecord(row) : null
}

/** Writes down lines that could not be taken, up to the number that is kept. */
export function addImportProblems(db: Database, importId: number, problems: readonly StoredProblem[]): void {
  const { n } = statement<{ n: number }>(
    db,
    'select count(*) as n from import_problem where import_id = :importId',
  ).get({ importId }) ?? { n: 0 }
  problems.slice(0, Math.max(0, problemsKept - n)).forEach((problem, index) => {
    statement(
      db,
      `insert into import_problem (import_id, ordinal, line, field, header, code, value)
       values (:importId, :ordinal, :line, :field, :header, :code, :value)`,
    ).run({ importId, ordinal: n + index, ...problem })
  })
}

export function clearImportProblems(db: Database, importId: number): void {
  statement(db, 'delete from import_problem where import_id = :importId').run({ importId })
}

/** In the order of the lines. */
export function readImportProblems(db: Database, importId: number, limit = problemsKept): StoredProblem[] {
  return statement<StoredProblem>(
    db,
    `select line, field, header, code, value from import_problem where import_id = :importId
     order by line, ordinal limit :limit`,
  ).all({ importId, limit })
}

/** Forgets an import, its report and what is left of its reading. */
export function deleteImport(db: Database, id: number): void {
  inTransaction(db, () => {
    const sourceId = readImport(db, id)?.source_id ?? null
    statement(db, 'delete from import where id = :id').run({ id })
    statement(
      db,
      `delete from import_source
       where id = :sourceId and not exists (select 1 from import where source_id = :sourceId)`,
    ).run({ sourceId })
  })
}

/**
 * Forgets files that were given before `givenBefore` and not imported since, and versions replaced before
 * `replacedBefore` (both epoch ms); returns how many.
 */
export function pruneImports(
  db: Database,
  { givenBefore, replacedBefore }: { givenBefore: number; replacedBefore: number },
): number {
  const old = statement<{ id: number }>(
    db,
    `select id from import
     where (state in ('new', 'checked', 'failed', 'staging') and created_at < :givenBefore)
        or (state = 'replaced' and ended_at < :replacedBefore)`,
  ).all({ givenBefore, replacedBefore })
  for (const { id } of old) deleteImport(db, id)
  return old.length
}

/** Names in imports/ of files that are still to be read. */
export function neededFiles(db: Database): Set<string> {
  const rows = statement<{ stored_at: string }>(
    db,
    "select stored_at from import where is_ours = 1 and state not in ('done', 'replaced', 'removing')",
  ).all()
  return new Set(rows.map(({ stored_at }) => stored_at))
}

const headersSchema = z.array(z.string())
export const importCountsSchema: z.ZodType<ImportCounts> = z.strictObject({
  rows: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  skipped: z.number(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  removed: z.number(),
})
const failureSchema = z.object({
  code: z.custom<ImportProblemCode>((code) => typeof code === 'string').nullable(),
  value: z.string().nullable(),
  text: z.string(),
})

function toRecord(row: ImportRow): ImportRecord {
  return {
    ...row,
    headers: headersSchema.parse(JSON.parse(row.headers)),
    mapping: importMappingSchema.parse(JSON.parse(row.mapping)),
    counts: row.counts === null ? null : importCountsSchema.parse(JSON.parse(row.counts)),
    message: row.message === null ? null : failureSchema.parse(JSON.parse(row.message)),
  }
}
