import type {
  Comparison,
  Language,
  MetricDescription,
  PooledComparison,
  WindowValue,
} from '../../contract.ts'
import { isJudgedState, isNotMoved } from '../verdicts.ts'
import type { Text } from '../catalogue.ts'
import type { DataTable, FileColumn } from './data-table.ts'
import { dataTable } from './data-table.ts'
import { fileChange, fileValue } from './file-units.ts'
import { countAndDays } from './window-columns.ts'

/** A comparison of a brand, or of all moved ones together, with the metric it is about. */
export type Cell = { comparison: Comparison | PooledComparison; metric: MetricDescription }

/** Comparisons with their metrics; one whose metric is not among them is left out. */
export function cellsOf(
  comparisons: readonly Cell['comparison'][],
  metrics: readonly MetricDescription[],
): Cell[] {
  return comparisons.flatMap((comparison) => {
    const metric = metrics.find(({ key }) => key === comparison.metric)
    return metric ? [{ comparison, metric }] : []
  })
}

/** Cells of several metrics for a file, one a line. */
export function cellsData(words: { text: Text; language: Language }, cells: readonly Cell[]): DataTable {
  return dataTable([{ file: cellColumns(words) }], cells)
}

/** A cell in a file: verdict, change and each window with its unit, count and days. */
export function cellColumns({ text, language }: { text: Text; language: Language }): FileColumn<Cell>[] {
  const change = text('compareTable.effect')
  const effectOf = ({ comparison: { effect, state } }: Cell) => (isJudgedState(state) ? effect : null)
  const end = (heading: string, key: 'value' | 'low' | 'high'): FileColumn<Cell> => ({
    heading,
    value: (cell) => {
      const effect = effectOf(cell)
      return effect && fileChange(effect[key], effect.unit)
    },
  })
  const window = (name: string, key: 'before' | 'after' | 'now'): FileColumn<Cell>[] => [
    { heading: name, value: (cell) => fileValue(windowOf(cell, key)?.value, cell.metric.kind) },
    ...countAndDays<Cell>(text, name, text('table.count'), (cell) => windowOf(cell, key)),
  ]
  return [
    {
      heading: text('compareTable.brand'),
      value: ({ comparison }) => ('brand' in comparison ? comparison.brand.name : text('grid.pooled')),
    },
    { heading: text('further.figure'), value: ({ metric }) => metric.name[language] },
    { heading: text('tools.unit'), value: ({ metric }) => text(`tools.unit.${metric.kind}`) },
    {
      heading: text('compareTable.outcome'),
      value: ({ comparison }) =>
        text(`state.${'brand' in comparison && isNotMoved(comparison) ? 'not_moved' : comparison.state}`),
    },
    {
      heading: text('tools.grade'),
      value: ({ comparison: { state, grade } }) => (isJudgedState(state) ? grade : null),
    },
    end(change, 'value'),
    end(text('tools.low', { name: change }), 'low'),
    end(text('tools.high', { name: change }), 'high'),
    {
      heading: text('tools.unitOfChange'),
      value: (cell) => {
        const unit = effectOf(cell)?.unit
        return unit === undefined ? null : text(unit === 'ratio' ? 'tools.unit.rate' : 'tools.unit.points')
      },
    },
    ...window(text('compareTable.before'), 'before'),
    ...window(text('compareTable.after'), 'after'),
    ...window(text('compareTable.now'), 'now'),
  ]
}

function windowOf({ comparison }: Cell, key: 'before' | 'after' | 'now'): WindowValue | null {
  return 'brand' in comparison ? comparison[key] : null
}
