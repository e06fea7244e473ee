import { addDays } from '../../server/periods/day.ts'
import { formatDay } from '../../server/text/format.ts'
import type { View } from '../view.ts'
import type { FiledColumn } from './data-table.ts'

/** The week a row speaks of: one column on the page, first and last day in a file. */
export function weekColumn<Row>(
  { text, language }: Pick<View, 'text' | 'language'>,
  weekOf: (row: Row) => { from: string; to: string },
): FiledColumn<Row> {
  return {
    heading: text('table.week'),
    cell: (row) => {
      const { from, to } = weekOf(row)
      return text('figure.window', {
        from: formatDay(from, language),
        to: formatDay(addDays(to, -1), language, 'short'),
      })
    },
    file: [
      { heading: text('tools.weekFrom'), value: (row) => weekOf(row).from },
      { heading: text('tools.weekTo'), value: (row) => addDays(weekOf(row).to, -1) },
    ],
  }
}
