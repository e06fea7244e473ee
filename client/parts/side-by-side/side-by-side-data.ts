import type { Effect, MetricKind, WindowValue } from '../../../server/contract.ts'
import type { DataTable, FileColumn } from '../../downloads/data-table.ts'
import { dataTable } from '../../downloads/data-table.ts'
import { changeHeading, fileChange, fileValue, unitHeading } from '../../downloads/file-units.ts'
import { countAndDays } from '../../downloads/window-columns.ts'
import { isJudged } from '../../forest-order.ts'
import { isNotMoved } from '../../verdicts.ts'
import type { View } from '../../view.ts'
import { restsOnRatings } from '../../words.ts'
import type { SideRow } from './side-row.ts'

type Shown = {
  firstHeading: string
  rows: readonly SideRow[]
  /** Where all rows share one: it is part of the headings, else each row names its own. */
  unit: { kind: MetricKind; change: Effect['unit'] } | null
}

/** Every number of the table for a file: each window with its value, its count and its days. */
export function sideBySideData({ text }: Pick<View, 'text'>, { firstHeading, rows, unit }: Shown): DataTable {
  const change = text('compareTable.effect')
  const end = (name: string, key: 'value' | 'low' | 'high'): FileColumn<SideRow> => ({
    heading: unit ? changeHeading(name, unit.change, text) : name,
    value: ({ comparison }) =>
      isJudged(comparison) ? fileChange(comparison.effect[key], comparison.effect.unit) : null,
  })
  const valueHeading = (name: string) => (unit ? unitHeading(name, unit.kind, text) : name)
  const level = (name: string, of: (row: SideRow) => number | null | undefined): FileColumn<SideRow> => ({
    heading: valueHeading(name),
    value: (row) => fileValue(of(row), row.metric.kind),
  })
  const others = text('sideBySide.others')
  const named = (name: string, what: string) => text('tools.of', { name, what })
  const file: FileColumn<SideRow>[] = [
    { heading: firstHeading, value: ({ plainName }) => plainName },
    ...(unit ? [] : [{ heading: text('goal.unit'), value: unitWord }]),
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
    ...windowColumns(text('compareTable.previous'), ({ levels }) => levels?.previous),
    ...windowColumns(text('compareTable.lastYear'), ({ levels }) => levels?.lastYear),
    level(others, ({ levels }) => levels?.others?.value),
    level(text('tools.low', { name: others }), ({ levels }) => levels?.others?.low),
    level(text('tools.high', { name: others }), ({ levels }) => levels?.others?.high),
    {
      heading: named(others, text('compareTable.brand')),
      value: ({ levels }) => levels?.others?.brands ?? null,
    },
    level(text('sideBySide.goal'), ({ goal }) => goal?.value),
    {
      heading: named(text('sideBySide.goal'), text('compareTable.outcome')),
      value: ({ goal }) => (goal ? text(`goal.${goal.state}`) : null),
    },
  ]
  return dataTable([{ file }], rows)

  function windowColumns(
    name: string,
    of: (row: SideRow) => WindowValue | null | undefined,
  ): FileColumn<SideRow>[] {
    const isOfRatings = rows.every(({ metric }) => restsOnRatings(metric))
    return [
      level(name, (row) => of(row)?.value),
      ...countAndDays<SideRow>(text, name, text(isOfRatings ? 'table.ratings' : 'table.count'), of),
    ]
  }

  /** As the values of files are: seconds, per cent, or what the metric counts. */
  function unitWord({ metric }: SideRow): string {
    if (metric.kind === 'duration') return text('goal.unit.seconds')
    if (metric.kind === 'rate') return text('goal.unit.percent')
    return metric.kind === 'count' ? text('goal.unit.per_week') : ''
  }
}
