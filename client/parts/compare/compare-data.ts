import type { CompareAnswer } from '../../compare-answer.ts'
import type { DataTable } from '../../downloads/data-table.ts'
import type { View } from '../../view.ts'
import { sideBySideData } from '../side-by-side/side-by-side-data.ts'
import { compareRows } from './compare-rows.ts'

/** Every number of the page's table for a file: each window with its value, its count and its days. */
export function compareData(view: Pick<View, 'text' | 'link' | 'route'>, answer: CompareAnswer): DataTable {
  const { metric, aligned } = answer
  return sideBySideData(view, {
    firstHeading: view.text('compareTable.brand'),
    rows: compareRows(view, answer),
    unit: { kind: metric.kind, change: aligned.unit },
  })
}
