import { writeXlsx } from 'hucre/xlsx'
import { csvLine } from '../../text/csv-line.ts'
import type { FileSheet } from '../../text/files/file-sheet.ts'

/** Without it Excel reads Korean as something else. */
const BYTE_ORDER_MARK = '\ufeff'
const COLUMN_WIDTH = 18

export function csvFile({ lines }: FileSheet): Buffer {
  return Buffer.from(BYTE_ORDER_MARK + lines.map(csvLine).join(''))
}

/** The same lines as the CSV file has, the headings kept in sight. */
export async function excelFile({ above, lines }: FileSheet, name: string): Promise<Buffer> {
  const columns = Math.max(...lines.map((line) => line.length))
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        columns: Array.from({ length: columns }, () => ({ width: COLUMN_WIDTH })),
        rows: lines.map((line) => [...line]),
        freezePane: { rows: above + 1 },
      },
    ],
  })
  return Buffer.from(bytes)
}
