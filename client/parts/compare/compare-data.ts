import type { AlignedBrand } from '../../../server/contract-aligned.ts'
import type { Comparison, WindowValue } from '../../../server/contract.ts'
import { addDays } from '../../../server/periods/day.ts'
import type { CompareAnswer } from '../../compare-answer.ts'
import type { DataTable, FileColumn } from '../../downloads/data-table.ts'
import { dataTable } from '../../downloads/data-table.ts'
import { changeHeading, fileChange, fileValue, unitHeading } from '../../downloads/file-units.ts'
import { isJudged } from '../../forest-order.ts'
import { isNotMoved } from '../../verdicts.ts'
import type { View } from '../../view.ts'
import { restsOnRatings } from '../../words.ts'

type Row = { comparison: Comparison; earlier: AlignedBrand | undefined }
type Answer = Pick<CompareAnswer, 'metric' | 'comparisons' | 'aligned'>

/** Every number of the page's table for a file: each window with its value, its count and its days. */
export function compareData(
  { text }: Pick<View, 'text'>,
  { metric, comparisons, aligned }: Answer,
): DataTable {
  const beside = new Map(aligned.brands.map((one) => [one.brand.id, one]))
  const rows = comparisons.comparisons.map((comparison): Row => ({
    comparison,
    earlier: beside.get(comparison.brand.id),
  }))
  const change = text('compareTable.effect')
  const end = (name: string, key: 'value' | 'low' | 'high'): FileColumn<Row> => ({
    heading: changeHeading(name, aligned.unit, text),
    value: ({ comparison }) =>
      isJudged(comparison) ? fileChange(comparison.effect[key], comparison.effect.unit) : null,
  })
  const file: FileColumn<Row>[] = [
    { heading: text('compareTable.brand'), value: ({ comparison }) => comparison.brand.name },
    {
      heading: text('compareTable.outcome'),
      value: ({ comparison }) => text(`state.${isNotMoved(comparison) ? 'not_moved' : comparison.state}`),
    },
    {
      heading: text('tools.grade'),
      value: ({ comparison }) => (isJudged(comparison) ? comparison.grade : null),
    },
    end(change, 'value'),
    end(text('tools.low', { name: change }), 'low'),
    end(text('tools.high', { name: change }), 'high'),
    ...windowColumns(text('compareTable.before'), ({ comparison }) => comparison.before),
    ...windowColumns(text('compareTable.after'), ({ comparison }) => comparison.after),
    ...windowColumns(text('compareTable.now'), ({ comparison }) => comparison.now),
    ...windowColumns(text('compareTable.previous'), ({ earlier }) => earlier?.previous),
    ...windowColumns(text('compareTable.lastYear'), ({ earlier }) => earlier?.lastYear),
  ]
  return dataTable([{ file }], rows)

  function windowColumns(name: string, of: (row: Row) => WindowValue | null | undefined): FileColumn<Row>[] {
    const named = (what: string) => text('tools.of', { name, what })
    return [
      {
        heading: unitHeading(name, metric.kind, text),
        value: (row) => fileValue(of(row)?.value, metric.kind),
      },
      {
        heading: named(text(restsOnRatings(metric) ? 'table.ratings' : 'table.count')),
        value: (row) => of(row)?.n ?? null,
      },
      { heading: named(text('tools.weekFrom')), value: (row) => of(row)?.from ?? null },
      { heading: named(text('tools.weekTo')), value: (row) => lastDayOf(of(row)) },
    ]
  }
}

function lastDayOf(window: WindowValue | null | undefined): string | null {
  return window ? addDays(window.to, -1) : null
}
