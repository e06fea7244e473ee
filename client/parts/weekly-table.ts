import { expectedByWeek } from '../../server/charts/expected-weeks.ts'
import { numberedMarks } from '../../server/charts/numbered-marks.ts'
import type { Goal } from '../../server/contract-goal.ts'
import type { BrandSummary } from '../../server/contract.ts'
import { formatMetricValue } from '../../server/text/format.ts'
import { isGoalReached } from '../../server/text/goal-range.ts'
import type { Figure } from '../brand-answer.ts'
import { el } from '../dom.ts'
import type { DataTable, FiledColumn } from '../downloads/data-table.ts'
import { dataTable, wordColumn } from '../downloads/data-table.ts'
import { fileValue, plainNumber, unitHeading } from '../downloads/file-units.ts'
import { weekColumn } from '../downloads/week-columns.ts'
import { figurePath, restsOnConversations } from '../list-query.ts'
import type { View } from '../view.ts'
import { restsOnRatings } from '../words.ts'
import { markDays } from './chart-key.ts'
import { phaseOf } from './phase.ts'
import { plainTable } from './plain-table.ts'
import { countLink } from './rows-behind.ts'

type Row = Figure['series']['weeks'][number] & { expected: Expected | null }
type Expected = NonNullable<ReturnType<typeof expectedByWeek>[number]>

/** The chart's numbers as a table, newest week first; what was expected only where anything was. */
export function weeklyTable(view: View, figure: Figure, brand: BrandSummary): HTMLElement {
  const { columns, rows } = weeklyNumbers(view, figure)
  const title = view.text('chart.title', { metric: figure.metric.name[view.language] })
  return plainTable(`${brand.name}: ${title}`, columns, rows.toReversed())
}

/** The same numbers for a file, oldest week first. */
export function weeklyData(view: View, figure: Figure): DataTable {
  const { columns, rows } = weeklyNumbers(view, figure)
  return dataTable(columns, rows)
}

function weeklyNumbers(
  view: View,
  { metric, comparison, series, narrowed, goal }: Figure,
): { columns: FiledColumn<Row>[]; rows: readonly Row[] } {
  const { language, text } = view
  const { weeks, marks, detail } = series
  const course = detail?.course ?? null
  const stretches = expectedByWeek(weeks, course)
  const rows = weeks.map((week, index): Row => ({ ...week, expected: stretches[index] ?? null }))
  const filed = (heading: string, of: (row: Row) => number | undefined | null) => ({
    heading: unitHeading(heading, metric.kind, text),
    value: (row: Row) => fileValue(of(row), metric.kind),
  })
  const expectedName = text('table.expected')
  const expected: FiledColumn<Row> = {
    heading: expectedName,
    isNumeric: true,
    cell: (row) => formatMetricValue(row.expected?.expected ?? null, metric.kind, language),
    file: [
      filed(expectedName, (row) => row.expected?.expected),
      filed(text('tools.low', { name: expectedName }), (row) => row.expected?.low),
      filed(text('tools.high', { name: expectedName }), (row) => row.expected?.high),
    ],
  }
  const hasRows = restsOnConversations(metric.key)
  const brandId = comparison.brand.id
  const count = text(restsOnRatings(metric) ? 'table.ratings' : 'table.count')
  const numbered = numberedMarks(marks, weeks)
  const markWords = (week: Row) => {
    const own = numbered.filter(({ mark: { day } }) => day >= week.from && day < week.to)
    if (own.length === 0) return null
    return own
      .map(({ mark }) => text('chart.legendMark', { name: mark.name[language], day: markDays(view, mark) }))
      .join('; ')
  }
  const marked: FiledColumn<Row> = {
    ...wordColumn(text('table.marks'), markWords),
    cell: (week) => {
      const words = markWords(week)
      return words === null ? null : el('span', { class: 'wrapped' }, words)
    },
  }
  const columns: FiledColumn<Row>[] = [
    weekColumn(view, (week) => week),
    {
      heading: text('table.value'),
      isNumeric: true,
      cell: (week) => formatMetricValue(week.value, metric.kind, language),
      file: [filed(text('table.value'), ({ value }) => value)],
    },
    ...(course === null ? [] : [expected]),
    {
      heading: count,
      isNumeric: true,
      cell: (week) =>
        countLink(view, week.n, hasRows ? figurePath(brandId, metric.key, week, narrowed) : null),
      file: [{ heading: count, value: ({ n }) => plainNumber(n) }],
    },
    ...(goal ? [goalColumn(goal)] : []),
    wordColumn(text('table.phase'), (week) => text(`phase.${phaseOf(week, marks)}`)),
    ...(numbered.length === 0 ? [] : [marked]),
  ]
  return { columns, rows }

  function goalColumn({ value: wanted }: Goal): FiledColumn<Row> {
    const heading = text('goal.line', { value: formatMetricValue(wanted, metric.kind, language) })
    return wordColumn(heading, ({ value }) => {
      const isReached = isGoalReached(metric, wanted, value)
      return isReached === null ? null : text(isReached ? 'goal.weekReached' : 'goal.weekNotYet')
    })
  }
}
