import { el } from '../dom.ts'
import type { Child } from '../dom.ts'

export type Column<Row> = { heading: string; isNumeric?: boolean; cell: (row: Row) => Child }

/**
 * A real table with a caption; its first column names the row. Scrolls sideways within itself, or, where it
 * `stacks`, shows each row as a list on a narrow screen; the roles then keep it a table for screen readers.
 */
export function plainTable<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  layout: 'scrolls' | 'stacks' = 'scrolls',
): HTMLElement {
  const classOf = (column: Column<Row>) => (column.isNumeric ? 'numeric' : '')
  const head = columns.map((column) =>
    el('th', { scope: 'col', role: 'columnheader', class: classOf(column) }, column.heading),
  )
  const cellOf = (row: Row, column: Column<Row>, index: number) =>
    index === 0
      ? el('th', { scope: 'row', role: 'rowheader' }, column.cell(row))
      : el('td', { role: 'cell', class: classOf(column) }, label(column.heading), column.cell(row))
  const body = rows.map((row) =>
    el('tr', { role: 'row' }, ...columns.map((column, index) => cellOf(row, column, index))),
  )
  return el(
    'div',
    { class: 'scroll', tabIndex: 0, role: 'region', aria: { label: caption } },
    el(
      'table',
      { class: `plain ${layout}`, role: 'table' },
      el('caption', { class: 'unseen' }, caption),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)),
      el('tbody', { role: 'rowgroup' }, ...body),
    ),
  )
}

/** Shown only where the rows are stacked; the column's heading says the same to screen readers. */
function label(heading: string): HTMLElement {
  return el('span', { class: 'cell-label', aria: { hidden: 'true' } }, heading)
}
