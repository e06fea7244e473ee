import { csvLine } from '../../server/text/csv-line.ts'
import type { FileSheet } from './file-sheet.ts'

/** Without it Excel reads Korean as something else. */
const BYTE_ORDER_MARK = '\ufeff'

export function csvText({ lines }: FileSheet): string {
  return BYTE_ORDER_MARK + lines.map(csvLine).join('')
}
