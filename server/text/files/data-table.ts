export type FileCell = string | number | null
/** The unit is part of the heading; days and instants as ISO text. */
export type FileColumn<Row> = { heading: string; value: (row: Row) => FileCell }

/** Rows as a file has them. */
export type DataTable = { headings: readonly string[]; rows: readonly (readonly FileCell[])[] }

/** What a page or a mail shows as a table, as a file has it. */
export function dataTable<Row>(
  columns: readonly { file: readonly FileColumn<Row>[] }[],
  rows: readonly Row[],
): DataTable {
  const filed = columns.flatMap(({ file }) => file)
  return {
    headings: filed.map(({ heading }) => heading),
    rows: rows.map((row) => filed.map(({ value }) => value(row))),
  }
}
