import { numberedMarks } from '../../server/charts/numbered-marks.ts'
import type { BrandSummary } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import { formatDay, formatMetricValue } from '../../server/text/format.ts'
import type { Figure } from '../brand-answer.ts'
import { goalWords } from '../goal-words.ts'
import type { View } from '../view.ts'
import { markDays } from './chart-key.ts'

/** The weekly chart in words, for those who cannot see it. */
export function chartLabel(
  view: View,
  { metric, series, comparison, goal }: Figure,
  brand: BrandSummary,
): string {
  const { text, language } = view
  const { weeks, marks, detail } = series
  const value = (of: number) => formatMetricValue(of, metric.kind, language)
  const last = detail?.course?.at(-1)
  const parts = [
    text('chart.label', {
      metric: metric.name[language],
      brand: brand.name,
      from: formatDay(weeks[0].from, language),
      to: formatDay(addDays(weeks[weeks.length - 1].to, -1), language),
      sentence: comparison.sentence[language],
    }),
    ...(last
      ? [
          text('chart.labelExpected', {
            value: value(last.expected),
            low: value(last.low),
            high: value(last.high),
          }),
        ]
      : []),
    ...(goal ? [text('goal.chart', { words: goalWords(view, metric, goal) })] : []),
    ...numberedMarks(marks, weeks).map(({ mark }) =>
      text('chart.labelMark', { name: mark.name[language], day: markDays(view, mark) }),
    ),
  ]
  return parts.join(' ')
}
