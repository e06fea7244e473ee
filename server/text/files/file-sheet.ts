import { addDays } from '../../periods/day.ts'
import { neutralText } from '../csv-line.ts'
import type { Text } from '../catalogue.ts'
import type { DataTable, FileCell } from './data-table.ts'

/** What stands above the rows of a file: it must be understood without the page it comes from. */
export type FileHead = {
  title: string
  /** Whole addresses of the definitions of what it measures. */
  definitions: readonly string[]
  /** Half-open; null where the rows name their days. */
  window: { from: string; to: string } | null
  asOf: string
}

export type FileSheet = {
  /** Lines above the headings, an empty one included. */
  above: number
  lines: readonly (readonly FileCell[])[]
}

/** The whole sheet, line by line: what it is, where it is defined, which days and as of when; then the table. */
export function fileSheet(head: FileHead, { headings, rows }: DataTable, text: Text): FileSheet {
  const { title, definitions, window, asOf } = head
  const above: FileCell[][] = [
    [title],
    ...definitions.map((address) => [text('tools.definition'), address]),
    ...(window ? [[text('tools.window'), window.from, addDays(window.to, -1)]] : []),
    [text('tools.asOf'), asOf],
    [],
  ]
  return { above: above.length, lines: [...above, headings, ...rows].map((line) => line.map(neutral)) }
}

/** No cell is taken for a formula. */
function neutral(cell: FileCell): FileCell {
  return typeof cell === 'string' ? neutralText(cell) : cell
}
