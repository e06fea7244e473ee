import type { ImportKind } from '../import/import-kinds.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Every version of a file, the oldest first. */
export function importsOfSource(db: Database, sourceId: number): number[] {
  return statement<{ id: number }>(db, 'select id from import where source_id = :sourceId order by id')
    .all({ sourceId })
    .map(({ id }) => id)
}

/** The source a file of this name belongs to, if there is one; for a look ahead that changes nothing. */
export function findSource(
  db: Database,
  { kind, name, file_name }: { kind: ImportKind; name: string; file_name: string },
): number | null {
  const row = statement<{ id: number }>(
    db,
    'select id from import_source where kind = :kind and name = :name and file_name = :file_name',
  ).get({ kind, name, file_name })
  return row?.id ?? null
}

/** The same, made where there is none yet. */
export function sourceOf(
  db: Database,
  wanted: { kind: ImportKind; name: string; file_name: string },
): number {
  const known = findSource(db, wanted)
  if (known !== null) return known
  const { lastInsertRowid } = statement(
    db,
    'insert into import_source (kind, name, file_name) values (:kind, :name, :file_name)',
  ).run(wanted)
  return Number(lastInsertRowid)
}

/** A file that replaces one of another name hands its own name on. */
export function takeSource(db: Database, sourceId: number, name: string, fileName: string): number {
  statement(db, 'update import_source set name = :name, file_name = :fileName where id = :sourceId').run({
    sourceId,
    name,
    fileName,
  })
  return sourceId
}
