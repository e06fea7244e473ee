import type { ImportKind } from '../import/import-kinds.ts'
import type { StagedRow } from '../import/line-reader.ts'
import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import type { ImportMapping } from '../import/import-mapping.ts'
import { rememberMapping } from './import-mappings.ts'
import type { Placed } from './import-rows.ts'
import { placeBotRow, placeChats, takeOutBotRow, takeOutChat } from './import-rows.ts'
import { sourceOf, takeSource } from './import-sources.ts'
import type { ImportCounts, ImportFailure, ImportRecord, ImportState, StoredProblem } from './imports.ts'
import { addImportProblems, clearImportProblems, noCounts, readImport, updateImportState } from './imports.ts'
import { finishJobRequest, requestJob } from './job-requests.ts'

const BATCH_ROWS = 500
const CLEARED_ROWS = 5000

/** Begins to read a file whose staged rows were cleared. Nothing of it is in place yet. */
export function beginStaging(db: Database, id: number): void {
  inTransaction(db, () => {
    clearImportProblems(db, id)
    updateImportState(db, id, { state: 'staging', counts: noCounts })
  })
}

/** Keeps rows that were read, and the lines that could not be. */
export function stageRows(
  db: Database,
  id: number,
  rows: readonly { line: number; row: StagedRow }[],
  problems: readonly StoredProblem[],
  counts: ImportCounts,
): void {
  inTransaction(db, () => {
    for (const { line, row } of rows) {
      statement(db, 'insert into import_row (import_id, key, line, row) values (:id, :key, :line, :row)').run(
        { id, line, key: row.key, row: JSON.stringify(row.row) },
      )
    }
    addImportProblems(db, id, problems)
    updateImportState(db, id, { state: 'staging', counts })
  })
}

/**
 * From here on the import is carried to its end, by this run or, should it be killed, by the request made here. Finds
 * or makes the source whose rows the file's rows replace.
 */
export function beginApplying(
  db: Database,
  record: ImportRecord,
  { name, replaces, now }: { name: string; replaces: number | null; now: number },
): void {
  inTransaction(db, () => {
    const { id, kind, file_name, counts } = record
    const taken = replaces === null ? null : (readImport(db, replaces)?.source_id ?? null)
    const sourceId =
      taken === null ? sourceOf(db, { kind, name, file_name }) : takeSource(db, taken, name, file_name)
    const requestId = isAskedFor(db, id)
      ? null
      : requestJob(db, { name: 'import', options: { import: String(id) }, requestedBy: 'import', now })
    statement(
      db,
      'update import set source_id = :sourceId, request_id = :requestId, name = :name where id = :id',
    ).run({
      id,
      sourceId,
      requestId,
      name,
    })
    updateImportState(db, id, { state: 'applying', appliedTo: '', counts })
  })
}

/** Whether somebody's open request will go on with this import should the run be killed. */
function isAskedFor(db: Database, id: number): boolean {
  return (
    statement(
      db,
      `select 1 from job_request
       where name = 'import' and done_at is null
         and coalesce(json_extract(options, '$.import'), json_extract(options, '$.remove')) = :id`,
    ).get({ id: String(id) }) !== undefined
  )
}

/** Puts the next rows in place, with how far that went; false once there are no more. */
export function applyBatch(db: Database, id: number): boolean {
  return inTransaction(db, () => {
    const record = applying(db, id)
    const rows = statement<{ key: string; line: number; row: string }>(
      db,
      'select key, line, row from import_row where import_id = :id and key > :after order by key limit :rows',
    ).all({ id, after: record.applied_to ?? '', rows: BATCH_ROWS })
    const counts = { ...record.counts }
    const held: StoredProblem[] = []
    const account = readAccountKnowledge(db)
    const read = rows.map(({ row }) => JSON.parse(row))
    const outcomes: Placed[] =
      record.kind === 'chats'
        ? placeChats(db, record.source_id, read, account)
        : read.map((row) => placeBotRow(db, record.source_id, row))
    for (const [index, { key, line }] of rows.entries()) {
      const placed = outcomes[index]
      if (placed === 'added' || placed === 'changed' || placed === 'unchanged') counts[placed] += 1
      else if (isFirstOfLine(db, id, { key, line })) {
        counts.skipped += 1
        counts.accepted -= 1
        held.push({ line, field: null, header: null, code: placed, value: null })
      }
    }
    addImportProblems(db, id, held)
    const isMore = rows.length === BATCH_ROWS
    updateImportState(db, id, {
      state: isMore ? 'applying' : 'sweeping',
      appliedTo: isMore ? (rows.at(-1)?.key ?? null) : '',
      counts,
    })
    return isMore
  })
}

/** A line may stand for several rows, but is counted once. */
function isFirstOfLine(db: Database, id: number, { key, line }: { key: string; line: number }): boolean {
  const row = statement<{ first: string | null }>(
    db,
    `select min(key) as first from import_row
     where import_id = :id and key >= :from and key <= :key and line = :line`,
  ).get({ id, key, line, from: key.replace(/^([^:]+):.*/, '$1') })
  return row?.first === key
}

/** Takes out the next rows of former files that this one no longer holds; false once there are no more. */
export function sweepBatch(db: Database, id: number): boolean {
  return inTransaction(db, () => {
    const record = applying(db, id)
    const ids = rowsOfSource(db, record.kind, record.source_id, record.applied_to ?? '')
    const counts = { ...record.counts }
    const prefix = record.kind === 'chats' ? '' : `import:${record.source_id}:`
    const isStaged = statement(db, 'select 1 from import_row where import_id = :id and key = :key')
    const account = readAccountKnowledge(db)
    for (const rowId of ids) {
      if (isStaged.get({ id, key: rowId.slice(prefix.length) }) !== undefined) continue
      takeOut(db, record.kind, rowId, account)
      counts.removed += 1
    }
    const isMore = ids.length === BATCH_ROWS
    updateImportState(db, id, { state: 'sweeping', appliedTo: ids.at(-1) ?? record.applied_to, counts })
    return isMore
  })
}

/** The file's rows are in place: it takes the place of former files, and its mapping is remembered. */
export function finishApplying(db: Database, id: number, now: number): void {
  inTransaction(db, () => {
    const record = applying(db, id)
    statement(
      db,
      `update import set state = 'replaced' where source_id = :sourceId and id <> :id and state = 'done'`,
    ).run({ id, sourceId: record.source_id })
    updateImportState(db, id, { state: 'done', counts: record.counts, endedAt: now })
    const mapping: ImportMapping = record.mapping
    rememberMapping(
      db,
      record.kind,
      {
        name: record.name ?? record.kind,
        headers: record.headers,
        mapping,
        encoding: record.encoding,
        delimiter: record.delimiter,
      },
      now,
    )
  })
}

/** Everything that follows from an import is done: the request made to carry it to its end is answered. */
export function closeOwnRequest(db: Database, { id, request_id, counts }: ImportRecord, now: number): void {
  if (request_id === null) return
  const summary = { import: id, ...counts }
  finishJobRequest(db, request_id, { outcome: 'ok', message: null, summary, now })
}

/** Asks for a run of every import that was begun and that nobody's open request will end; returns how many. */
export function requestBegunImports(db: Database, now: number): number {
  return inTransaction(db, () => {
    const begun = statement<{ id: number; state: ImportState }>(
      db,
      "select id, state from import where state in ('applying', 'sweeping', 'removing') order by id",
    )
      .all()
      .filter(({ id }) => !isAskedFor(db, id))
    for (const { id, state } of begun) {
      const options = state === 'removing' ? { remove: String(id) } : { import: String(id) }
      requestJob(db, { name: 'import', options, requestedBy: 'import', now })
    }
    return begun.length
  })
}

/** Writes down what a dry run found; of its rows nothing is kept. */
export function reportDryRun(
  db: Database,
  id: number,
  { counts, problems, now }: { counts: ImportCounts; problems: readonly StoredProblem[]; now: number },
): void {
  inTransaction(db, () => {
    clearImportProblems(db, id)
    addImportProblems(db, id, problems)
    updateImportState(db, id, { state: 'checked', counts, endedAt: now })
  })
}

/** Writes down why a file was not imported; nothing of it is in place. What was read until then stays in its report. */
export function failImport(
  db: Database,
  id: number,
  { now, ...failure }: ImportFailure & { now: number },
): void {
  inTransaction(db, () => {
    const counts = readImport(db, id)?.counts ?? null
    updateImportState(db, id, { state: 'failed', counts, message: failure, endedAt: now })
  })
}

/** Takes out the next rows an import brought; false once there are no more. */
export function removeBatch(db: Database, record: ImportRecord): boolean {
  return inTransaction(db, () => {
    if (record.source_id === null) return false
    const ids = rowsOfSource(db, record.kind, record.source_id, '')
    const account = readAccountKnowledge(db)
    for (const rowId of ids) takeOut(db, record.kind, rowId, account)
    return ids.length === BATCH_ROWS
  })
}

/** Forgets the next rows that were read; false once there are no more. */
export function clearStagedBatch(db: Database, id: number): boolean {
  const { changes } = statement(
    db,
    `delete from import_row where import_id = :id
       and key in (select key from import_row where import_id = :id order by key limit :rows)`,
  ).run({ id, rows: CLEARED_ROWS })
  return changes === CLEARED_ROWS
}

function applying(db: Database, id: number): ImportRecord & { source_id: number; counts: ImportCounts } {
  const record = readImport(db, id)
  if (!record || record.source_id === null || record.counts === null)
    throw new Error(`import ${id} is not being put in place; import the file again`)
  return { ...record, source_id: record.source_id, counts: record.counts }
}

function rowsOfSource(db: Database, kind: ImportKind, sourceId: number, after: string): string[] {
  const table = kind === 'chats' ? 'conversation' : 'bot_conversation'
  return statement<{ id: string }>(
    db,
    `select id from ${table} where import_id = :sourceId and id > :after order by id limit :rows`,
  )
    .all({ sourceId, after, rows: BATCH_ROWS })
    .map(({ id }) => id)
}

function takeOut(db: Database, kind: ImportKind, id: string, account: AccountKnowledge): void {
  if (kind === 'chats') takeOutChat(db, id, account)
  else takeOutBotRow(db, id)
}
