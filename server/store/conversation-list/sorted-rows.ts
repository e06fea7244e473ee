import type { Database } from '../database.ts'
import { statement } from '../database.ts'
import { brandParameters, ownParameters } from './page.ts'
import type { ListQuestion, Sorting } from './question.ts'
import { rowsSql } from './rows-sql.ts'

/**
 * All rows of a list in an order that is not that of time: 32 bytes each, in memory that threads share, so that one of
 * them works the order out and another reads it without a copy.
 */
export type SortedRows = Float64Array<SharedArrayBuffer>

/** Numbers of a row: its place in the database, that of its answer (0: none), what it adds and how long it took. */
export const WIDTH = 4
const FIRST_ROWS = 4096

type SortedRow = { row: number; answerRow: number; adds: number | null; seconds: number | null }

/** Works the order out: some seconds for a million rows, during which this thread does nothing else. */
export function sortRows(db: Database, question: ListQuestion, sorting: Sorting): SortedRows {
  let numbers = new Float64Array(new SharedArrayBuffer(FIRST_ROWS * WIDTH * Float64Array.BYTES_PER_ELEMENT))
  let length = 0
  if (question.brandIds.length === 0) return numbers.subarray(0, 0)
  const { sql, parameters } = sortedSql(db, question, sorting)
  for (const { row, answerRow, adds, seconds } of statement<SortedRow>(db, sql).iterate(parameters)) {
    if (length + WIDTH > numbers.length) {
      const longer = new Float64Array(new SharedArrayBuffer(2 * numbers.byteLength))
      longer.set(numbers)
      numbers = longer
    }
    numbers.set([row, answerRow, adds ?? NaN, seconds ?? NaN], length)
    length += WIDTH
  }
  return numbers.subarray(0, length)
}

/** Up to `count` rows, the first of them where `start` says, in numbers. */
export function sortedChunk(sorted: SortedRows, start: number, count: number): SortedRow[] {
  const rows = Math.min(count, (sorted.length - start) / WIDTH)
  return Array.from({ length: rows }, (_, i) => {
    const [row, answerRow, adds, seconds] = sorted.subarray(start + i * WIDTH, start + (i + 1) * WIDTH)
    return { row, answerRow, adds: numberOf(adds), seconds: numberOf(seconds) }
  })
}

/** The rows of all brands at once: each has days and settings of its own. */
function sortedSql(
  db: Database,
  question: ListQuestion,
  sorting: Sorting,
): { sql: string; parameters: Record<string, unknown> } {
  const { sql, parameters } = rowsSql(question, sorting.by)
  const way = sorting.isDescending ? 'desc' : 'asc'
  const isLast = sorting.isDescending ? '(key is not null)' : '(key is null)'
  const ofBrands = question.brandIds.map((brandId, i) => {
    const all = { ...brandParameters(db, question, brandId), brandId }
    const isOwn = (name: string) => ownParameters.some((own) => own === name)
    return {
      sql: ownParameters.reduce((text, name) => text.replaceAll(`:${name}`, `:${name}${i}`), sql),
      parameters: Object.fromEntries(
        Object.entries(all).map(([name, value]) => [isOwn(name) ? `${name}${i}` : name, value]),
      ),
    }
  })
  return {
    sql: `select row, coalesce((select a.rowid from csat_answer a where a.id = answer), 0) as answerRow, adds, seconds
     from (${ofBrands.map((one) => one.sql).join('\n union all ')})
     order by ${isLast} ${way}, coalesce(key, 0) ${way}, startedAt ${way}, id ${way}, answer ${way}`,
    parameters: Object.assign({}, parameters, ...ofBrands.map((one) => one.parameters)),
  }
}

function numberOf(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
