import type { FileColumn } from '../../server/text/files/data-table.ts'
import type { Column } from '../parts/plain-table.ts'

export { dataTable } from '../../server/text/files/data-table.ts'
export type { DataTable, FileCell, FileColumn } from '../../server/text/files/data-table.ts'

/** A column of a table on the page, and what a file has in its place. */
export type FiledColumn<Row> = Column<Row> & { file: readonly FileColumn<Row>[] }

/** A cell of words alone: the file has the same words. */
export function wordColumn<Row>(heading: string, words: (row: Row) => string | null): FiledColumn<Row> {
  return { heading, cell: words, file: [{ heading, value: words }] }
}
