import type { CompareAnswer } from '../../compare-answer.ts'
import type { DataTable, FileColumn } from '../../downloads/data-table.ts'
import { dataTable } from '../../downloads/data-table.ts'
import { changeHeading, fileChange } from '../../downloads/file-units.ts'
import { orderForest } from '../../forest-order.ts'
import type { View } from '../../view.ts'

type Forest = Pick<CompareAnswer, 'metric' | 'comparisons'>
type Row = Pick<ReturnType<typeof orderForest>['rows'][number], 'state' | 'grade' | 'effect'> & {
  name: string
}

/** Every effect of the chart with its range, in its order, all brands together last. */
export function forestData(
  { text, language }: Pick<View, 'text' | 'language'>,
  { metric, comparisons }: Forest,
): DataTable {
  const { rows } = orderForest(comparisons.comparisons, metric, language)
  const pooled = comparisons.pooled.find((one) => one.metric === metric.key)
  const together =
    rows.length > 0 && pooled?.effect
      ? [{ name: text('forest.pooled'), state: pooled.state, grade: pooled.grade, effect: pooled.effect }]
      : []
  const unit = rows[0]?.effect.unit ?? 'ratio'
  const change = text('compareTable.effect')
  const end = (name: string, key: 'value' | 'low' | 'high'): FileColumn<Row> => ({
    heading: changeHeading(name, unit, text),
    value: ({ effect }) => fileChange(effect[key], effect.unit),
  })
  const file: FileColumn<Row>[] = [
    { heading: text('compareTable.brand'), value: ({ name }) => name },
    { heading: text('compareTable.outcome'), value: ({ state }) => text(`state.${state}`) },
    { heading: text('tools.grade'), value: ({ grade }) => grade },
    end(change, 'value'),
    end(text('tools.low', { name: change }), 'low'),
    end(text('tools.high', { name: change }), 'high'),
  ]
  const named = rows.map(({ brand, state, grade, effect }) => ({ name: brand.name, state, grade, effect }))
  return dataTable([{ file }], [...named, ...together])
}
