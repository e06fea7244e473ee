import { expectedByWeek } from '../../server/charts/expected-weeks.ts'
import { numberedMarks } from '../../server/charts/numbered-marks.ts'
import type { BrandSummary } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import { formatDay, formatMetricValue, formatNumber } from '../../server/text/format.ts'
import type { Figure } from '../brand-answer.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { restsOnRatings } from '../words.ts'
import { markDays } from './chart-key.ts'
import { phaseOf } from './phase.ts'
import type { Column } from './plain-table.ts'
import { plainTable } from './plain-table.ts'

type Row = Figure['series']['weeks'][number] & { expected: number | null }

/** The chart's numbers as a table, newest week first; what was expected only where anything was. */
export function weeklyTable(view: View, { metric, series }: Figure, brand: BrandSummary): HTMLElement {
  const { language, text } = view
  const { weeks, marks, detail } = series
  const course = detail?.course ?? null
  const stretches = expectedByWeek(weeks, course)
  const rows = weeks.map((week, index): Row => ({ ...week, expected: stretches[index]?.expected ?? null }))
  const expected: Column<Row> = {
    heading: text('table.expected'),
    isNumeric: true,
    cell: (row) => formatMetricValue(row.expected, metric.kind, language),
  }
  const numbered = numberedMarks(marks, weeks)
  const marked: Column<Row> = {
    heading: text('table.marks'),
    cell: (week) => {
      const own = numbered.filter(({ mark: { day } }) => day >= week.from && day < week.to)
      const words = own.map(({ mark }) =>
        text('chart.legendMark', { name: mark.name[language], day: markDays(view, mark) }),
      )
      return words.length === 0 ? null : el('span', { class: 'wrapped' }, words.join('; '))
    },
  }
  const columns: Column<Row>[] = [
    {
      heading: text('table.week'),
      cell: (week) =>
        text('figure.window', {
          from: formatDay(week.from, language),
          to: formatDay(addDays(week.to, -1), language, 'short'),
        }),
    },
    {
      heading: text('table.value'),
      isNumeric: true,
      cell: (week) => formatMetricValue(week.value, metric.kind, language),
    },
    ...(course === null ? [] : [expected]),
    {
      heading: text(restsOnRatings(metric) ? 'table.ratings' : 'table.count'),
      isNumeric: true,
      cell: (week) => formatNumber(week.n, language),
    },
    { heading: text('table.phase'), cell: (week) => text(`phase.${phaseOf(week, marks)}`) },
    ...(numbered.length === 0 ? [] : [marked]),
  ]
  return plainTable(
    `${brand.name}: ${text('chart.title', { metric: metric.name[language] })}`,
    columns,
    rows.toReversed(),
  )
}
