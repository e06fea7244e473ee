import { writeXlsx } from 'hucre/xlsx'
import type { FileSheet } from './file-sheet.ts'

const WIDTH = 18
/** Names of sheets are shorter than this and hold none of these signs. */
const LONGEST_NAME = 31
const NOT_IN_NAMES = /[[\]:*?/\\']/g

/** The same lines as the CSV file has, the headings kept in sight. */
export async function excelBlob({ above, lines }: FileSheet, name: string): Promise<Blob> {
  const columns = Math.max(...lines.map((line) => line.length))
  const bytes = await writeXlsx({
    sheets: [
      {
        name: name.replace(NOT_IN_NAMES, ' ').slice(0, LONGEST_NAME),
        columns: Array.from({ length: columns }, () => ({ width: WIDTH })),
        rows: lines.map((line) => [...line]),
        freezePane: { rows: above + 1 },
      },
    ],
  })
  return new Blob([new Uint8Array(bytes)], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
