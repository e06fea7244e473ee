import { join } from 'node:path'
import type { Context } from '../context.ts'
import type { ImportedBefore, ImportNotice, ImportPreview } from '../contract-import.ts'
import { dateOrderFinder } from '../import/date-order.ts'
import { detectDelimiter } from '../import/delimiter.ts'
import { importFieldsOf, neededFields } from '../import/import-fields.ts'
import type { ImportKind, ImportProblem } from '../import/import-kinds.ts'
import type { ImportMapping } from '../import/import-mapping.ts'
import { mappingProblems } from '../import/import-mapping.ts'
import type { StagedRow } from '../import/line-reader.ts'
import { createLineReader } from '../import/line-reader.ts'
import type { RowKnowledge } from '../import/row-cells.ts'
import { columnsOf } from '../import/row-cells.ts'
import { shownRow } from '../import/shown-row.ts'
import type { TextEncoding } from '../import/text-encoding.ts'
import type { Day } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { FileRow } from '../store/import-files.ts'
import {
  ImportFileError,
  importFolder,
  readFileHeaders,
  readFileRows,
  readFileText,
} from '../store/import-files.ts'
import { readBrandNames, readRowKnowledge } from '../store/import-knowledge.ts'
import { readImportOverlaps } from '../store/import-overlaps.ts'
import type { ImportRecord } from '../store/imports.ts'
import { importProblemWords } from '../text/import-problems.ts'

const LOOKED_AT_ROWS = 1000
const SHOWN_ROWS = 20
const SAMPLES = 3
const LONGEST_CELL = 120

/** Where a file lies that was given over the web. */
export function placeOf({ config }: Context, storedAt: string): string {
  return join(importFolder(config.databaseFile), storedAt)
}

/** Headers and delimiter of a file, by its first piece. @throws ImportFileError when there are no rows */
export async function readFileHead(
  file: string,
  encoding: TextEncoding,
  delimiter: string | null,
): Promise<{ delimiter: string; headers: string[] }> {
  const found = delimiter ?? (await detectIn(file, encoding))
  return { delimiter: found, headers: await readFileHeaders(file, { encoding, delimiter: found }) }
}

/** How the first rows of a file would be read with its mapping. */
export async function previewOf(
  ctx: Context,
  record: ImportRecord,
  remembered: string | null,
): Promise<ImportPreview> {
  const { kind, mapping, headers } = record
  const { rows, all } = await firstRows(placeOf(ctx, record.stored_at), record)
  const columns = columnsOf(mapping, headers)
  const finder = dateOrderFinder(kind, columns)
  for (const { cells } of rows) finder.see(cells)
  const order = mapping.dateOrder === 'auto' ? finder.found() : mapping.dateOrder
  const knowledge = readRowKnowledge(ctx.db, record, {
    dateOrder: order === 'dmy' || order === 'mdy' ? order : null,
    hash: (text) => text,
  })
  const read = createLineReader(kind, knowledge, 0)
  const brands = readBrandNames(ctx.db)
  const lines = rows.map(({ line, cells }) => ({ line, cells, ...read(cells) }))
  const problems = [...mappingProblems(kind, mapping, headers)]
  if (order === 'unknown') problems.push({ field: null, code: 'date_order_needed', value: null })
  if (order === 'mixed') problems.push({ field: null, code: 'date_order_mixed', value: null })
  return {
    id: record.id,
    kind,
    fileName: record.file_name,
    sizeBytes: record.size_bytes,
    encoding: record.encoding,
    delimiter: record.delimiter,
    headers,
    samples: headers.map((_, column) => samplesOf(rows, column)),
    fields: importFieldsOf(kind).map(({ name }) => name),
    needed: neededFields[kind].map((group) => [...group]),
    mapping,
    zone: knowledge.zone,
    remembered,
    problems: problems.map((problem) => noticeOf(problem, mapping)),
    rows: lines.slice(0, SHOWN_ROWS).map((line) => ({
      line: line.line,
      read: shownRow(line.rows, { mapping, zone: knowledge.zone, brands }),
      cells: Object.fromEntries(
        [...columns].map(([field, column]) => [field, shown(line.cells[column] ?? '')]),
      ),
      problems: line.problems.map((problem) => besideItsCell(problem, mapping)),
    })),
    looked: { rows: lines.length, rejected: lines.filter((line) => line.problems.length > 0).length, all },
    overlaps: overlapsOf(
      ctx,
      kind,
      daysOf(
        lines.flatMap((line) => line.rows),
        knowledge,
      ),
    ),
  }
}

/** The brand-local days the rows tell of. */
function daysOf(rows: readonly StagedRow[], { zoneOfBrand }: RowKnowledge): Day[] {
  const days = rows.map((one) =>
    one.kind === 'chats'
      ? dayOf(one.row.facts.started_at, zoneOfBrand(one.row.facts.ticket_brand_id))
      : one.row.day,
  )
  return [...new Set(days)]
}

function overlapsOf({ db }: Context, kind: ImportKind, days: readonly Day[]): ImportedBefore[] {
  return readImportOverlaps(db, kind, days).map(({ id, file_name, name, rows, ...found }) => ({
    id,
    fileName: file_name,
    name,
    rows,
    firstDay: found.first_day,
    lastDay: found.last_day,
    sharedDays: found.shared_days,
  }))
}

export function noticeOf({ field, code, value }: ImportProblem, { columns }: ImportMapping): ImportNotice {
  const column = field === null ? null : (columns[field] ?? null)
  return { field, column, code, value, words: importProblemWords(code, value) }
}

/** The cell itself is shown with it, so its value need not be said again. */
function besideItsCell(problem: ImportProblem, mapping: ImportMapping): ImportNotice {
  const words = importProblemWords(problem.code, problem.field === null ? problem.value : null)
  return { ...noticeOf(problem, mapping), words }
}

async function detectIn(file: string, encoding: TextEncoding): Promise<string> {
  for await (const text of readFileText(file, encoding)) return detectDelimiter(text)
  throw new ImportFileError('the file is empty; choose another', 'empty')
}

async function firstRows(file: string, record: ImportRecord): Promise<{ rows: FileRow[]; all: boolean }> {
  const rows: FileRow[] = []
  for await (const row of readFileRows(file, record)) {
    if (rows.length > LOOKED_AT_ROWS) return { rows: rows.slice(1), all: false }
    rows.push(row)
  }
  return { rows: rows.slice(1), all: true }
}

function samplesOf(rows: readonly FileRow[], column: number): string[] {
  const samples = new Set<string>()
  for (const { cells } of rows) {
    const cell = shown((cells[column] ?? '').trim())
    if (cell !== '') samples.add(cell)
    if (samples.size === SAMPLES) break
  }
  return [...samples]
}

function shown(cell: string): string {
  return cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL)}…` : cell
}
