import { z } from 'zod'
import { isZone } from '../periods/zone.ts'
import { plainHeader } from './headers.ts'
import { importFieldsOf, neededFields } from './import-fields.ts'
import type { ImportKind, ImportProblem } from './import-kinds.ts'

const words = z.array(z.string().trim().min(1).max(80)).max(50)

/** How the columns of a file are to be read. Also the form of a mapping file for the command line. */
export const importMappingSchema = z.strictObject({
  /** Field → header of the column that holds it. */
  columns: z.record(z.string().max(40), z.string().max(200)),
  /** Zone of times without one; null is the account's. */
  zone: z
    .string()
    .refine(isZone, 'is not a time zone; use a name such as Asia/Seoul')
    .nullable()
    .default(null),
  /** Which comes first in dates such as 03/04/2026; `auto` finds out where the file tells. */
  dateOrder: z.enum(['auto', 'dmy', 'mdy']).default('auto'),
  /** The brand of every row, where no column names it. */
  brandId: z.number().int().nullable().default(null),
  /** Words of this file that mean yes and no, beside the usual ones. */
  yesWords: words.default([]),
  noWords: words.default([]),
})

export type ImportMapping = z.output<typeof importMappingSchema>

/** The mapping the headers suggest: each column is taken once, by the field whose likeliest header it is. */
export function guessMapping(kind: ImportKind, headers: readonly string[]): ImportMapping {
  const plain = headers.map(plainHeader)
  const candidates = importFieldsOf(kind).flatMap((field, order) =>
    field.headers.flatMap((known, rank) =>
      plain.flatMap((header, column) =>
        header === plainHeader(known) ? [{ field: field.name, column, rank, order }] : [],
      ),
    ),
  )
  candidates.sort((a, b) => a.rank - b.rank || a.order - b.order || a.column - b.column)
  const columns: Record<string, string> = {}
  const taken = new Set<number>()
  for (const { field, column } of candidates) {
    if (field in columns || taken.has(column)) continue
    columns[field] = headers[column]
    taken.add(column)
  }
  return importMappingSchema.parse({ columns: inOrder(kind, columns) })
}

/** What stands in the way of reading any row with this mapping. */
export function mappingProblems(
  kind: ImportKind,
  { columns }: ImportMapping,
  headers: readonly string[],
): ImportProblem[] {
  const fields = new Set(importFieldsOf(kind).map(({ name }) => name))
  const used = new Set<string>()
  const problems: ImportProblem[] = []
  for (const [field, header] of Object.entries(columns)) {
    if (!fields.has(field)) problems.push({ field, code: 'column_unknown', value: null })
    else if (!headers.includes(header)) problems.push({ field, code: 'column_unknown', value: header })
    else if (used.has(header)) problems.push({ field, code: 'column_twice', value: header })
    used.add(header)
  }
  for (const group of neededFields[kind]) {
    if (!group.some((field) => field in columns))
      problems.push({ field: group[0], code: 'field_missing', value: null })
  }
  return problems
}

function inOrder(kind: ImportKind, columns: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    importFieldsOf(kind).flatMap(({ name }) => (name in columns ? [[name, columns[name]]] : [])),
  )
}
