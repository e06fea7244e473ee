import { formatNumber } from '../../server/text/format.ts'
import type { FiledColumn } from '../downloads/data-table.ts'
import { plainNumber } from '../downloads/file-units.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'

/** A count: written as people read it on the page, as a plain number in a file. */
export function countColumn<Row>(
  { language }: Pick<View, 'language'>,
  heading: string,
  of: (row: Row) => number | null,
): FiledColumn<Row> {
  return {
    heading,
    isNumeric: true,
    cell: (row) => formatNumber(of(row), language),
    file: [{ heading, value: (row) => plainNumber(of(row)) }],
  }
}

/** A moment: told in the reader's zone on the page, as ISO text in a file. */
export function momentColumn<Row>(
  view: View,
  heading: string,
  of: (row: Row) => string | null,
): FiledColumn<Row> {
  return {
    heading,
    cell: (row) => {
      const moment = of(row)
      return moment === null ? '–' : momentWords(moment, view)
    },
    file: [{ heading, value: of }],
  }
}
