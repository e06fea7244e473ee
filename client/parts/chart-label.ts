import { weeklyChartLabel } from '../../server/charts/weekly-chart-label.ts'
import type { BrandSummary } from '../../server/contract.ts'
import type { Figure } from '../brand-answer.ts'
import { goalWords } from '../goal-words.ts'
import type { View } from '../view.ts'

/** The weekly chart in words, for those who cannot see it. */
export function chartLabel(
  view: View,
  { metric, series, comparison, goal }: Figure,
  brand: BrandSummary,
): string {
  const { weeks, marks, detail } = series
  const shown = { weeks, marks, course: detail?.course ?? null }
  const { opening, expected, marked } = weeklyChartLabel(view, {
    metric,
    brand: brand.name,
    comparison,
    ...shown,
    hasTable: true,
  })
  const wanted = goal ? [view.text('goal.chart', { words: goalWords(view, metric, goal) })] : []
  return [opening, ...expected, ...wanted, ...marked].join(' ')
}
