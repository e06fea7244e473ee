import type { BrandSummary } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import { formatDay, formatMetricValue, formatNumber } from '../../server/text/format.ts'
import type { Figure } from '../brand-answer.ts'
import type { View } from '../view.ts'
import { phaseOf } from './phase.ts'
import { plainTable } from './plain-table.ts'

/** The chart's numbers as a table, newest week first. */
export function weeklyTable(view: View, { metric, series }: Figure, brand: BrandSummary): HTMLElement {
  const { language, text } = view
  return plainTable(
    `${brand.name}: ${text('chart.title', { metric: metric.name[language] })}`,
    [
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
      {
        heading: text(metric.key === 'csat' ? 'table.ratings' : 'table.count'),
        isNumeric: true,
        cell: (week) => formatNumber(week.n, language),
      },
      { heading: text('table.phase'), cell: (week) => text(`phase.${phaseOf(week, series.marks)}`) },
    ],
    series.weeks.toReversed(),
  )
}
