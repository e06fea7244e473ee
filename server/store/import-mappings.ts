import { z } from 'zod'
import type { ImportKind } from '../import/import-kinds.ts'
import type { ImportMapping } from '../import/import-mapping.ts'
import { importMappingSchema } from '../import/import-mapping.ts'
import type { TextEncoding } from '../import/text-encoding.ts'
import { textEncodings } from '../import/text-encoding.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** A mapping under its name, with how the file it was last used for was to be read. */
export type RememberedMapping = {
  name: string
  headers: string[]
  mapping: ImportMapping
  encoding: TextEncoding | null
  delimiter: string | null
}

type MappingRow = {
  name: string
  headers: string
  mapping: string
  encoding: string | null
  delimiter: string | null
}

export function rememberMapping(
  db: Database,
  kind: ImportKind,
  remembered: RememberedMapping,
  now: number,
): void {
  statement(
    db,
    `insert into import_mapping (kind, name, headers, mapping, encoding, delimiter, updated_at)
     values (:kind, :name, :headers, :mapping, :encoding, :delimiter, :now)
     on conflict (kind, name) do update set headers = excluded.headers, mapping = excluded.mapping,
       encoding = excluded.encoding, delimiter = excluded.delimiter, updated_at = excluded.updated_at`,
  ).run({
    ...remembered,
    kind,
    headers: JSON.stringify(remembered.headers),
    mapping: JSON.stringify(remembered.mapping),
    now,
  })
}

/** The mapping last used for a file with these very headers, or null. */
export function findMappingFor(
  db: Database,
  kind: ImportKind,
  headers: readonly string[],
): RememberedMapping | null {
  const row = statement<MappingRow>(
    db,
    `select * from import_mapping where kind = :kind and headers = :headers order by updated_at desc, name limit 1`,
  ).get({ kind, headers: JSON.stringify(headers) })
  return row ? toMapping(row) : null
}

export function readMapping(db: Database, kind: ImportKind, name: string): RememberedMapping | null {
  const row = statement<MappingRow>(
    db,
    'select * from import_mapping where kind = :kind and name = :name',
  ).get({ kind, name })
  return row ? toMapping(row) : null
}

/** Names of the mappings of a kind, by name. */
export function readMappingNames(db: Database, kind: ImportKind): string[] {
  return statement<{ name: string }>(db, 'select name from import_mapping where kind = :kind order by name')
    .all({ kind })
    .map(({ name }) => name)
}

const headersSchema = z.array(z.string())

function toMapping(row: MappingRow): RememberedMapping {
  return {
    name: row.name,
    headers: headersSchema.parse(JSON.parse(row.headers)),
    mapping: importMappingSchema.parse(JSON.parse(row.mapping)),
    encoding: textEncodings.find((encoding) => encoding === row.encoding) ?? null,
    delimiter: row.delimiter,
  }
}
