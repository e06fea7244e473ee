import type { FileColumn } from '../downloads/data-table.ts'
import { dataTable } from '../downloads/data-table.ts'
import type { FigureSource } from '../downloads/figure-file.ts'
import { shownWords } from '../downloads/shown-words.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { figureTools } from './figure-tools.ts'
import type { Column } from './plain-table.ts'
import { plainTable } from './plain-table.ts'

/** `file`: what a file has in its place; without it the words the page shows. */
export type SavedColumn<Row> = Column<Row> & { file?: readonly FileColumn<Row>[] }

/** A table and the buttons that save it; the source's title is its caption where none is given. */
export function savedTable<Row>(
  view: View,
  { caption, ...source }: Omit<FigureSource, 'table'> & { caption?: string },
  columns: readonly SavedColumn<Row>[],
  rows: readonly Row[],
  layout: 'scrolls' | 'stacks' = 'stacks',
): HTMLElement {
  const table = () => dataTable(columns.map(filed), rows)
  return el(
    'div',
    { class: 'saved-table' },
    plainTable(caption ?? source.title, columns, rows, layout),
    figureTools(view, { ...source, table }, null),
  )
}

function filed<Row>({ heading, cell, file }: SavedColumn<Row>): { file: readonly FileColumn<Row>[] } {
  return { file: file ?? [{ heading, value: (row) => shownWords(cell(row)) }] }
}
