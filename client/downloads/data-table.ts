import type { Column } from '../parts/plain-table.ts'

export type FileCell = string | number | null
/** The unit is part of the heading; days and instants as ISO text. */
export type FileColumn<Row> = { heading: string; value: (row: Row) => FileCell }
/** A column of a table on the page, and what a file has in its place. */
export type FiledColumn<Row> = Column<Row> & { file: readonly FileColumn<Row>[] }

/** Rows as a file has them. */
export type DataTable = { headings: readonly string[]; rows: readonly (readonly FileCell[])[] }

/** What a page shows as a table, as a file has it. */
export function dataTable<Row>(
  columns: readonly Pick<FiledColumn<Row>, 'file'>[],
  rows: readonly Row[],
): DataTable {
  const filed = columns.flatMap(({ file }) => file)
  return {
    headings: filed.map(({ heading }) => heading),
    rows: rows.map((row) => filed.map(({ value }) => value(row))),
  }
}

/** A cell of words alone: the file has the same words. */
export function wordColumn<Row>(heading: string, words: (row: Row) => string | null): FiledColumn<Row> {
  return { heading, cell: words, file: [{ heading, value: words }] }
}
