import type { ChartText } from './chart-text.ts'
import type { Language, MetricDescription } from '../contract.ts'
import { formatDay, formatMetricValue } from '../text/format.ts'
import type { Text } from '../text/catalogue.ts'
import { countWords } from '../text/figure-words.ts'

/** What a metric's chart says in the reader's language. */
export function chartText(
  { text, language }: { text: Text; language: Language },
  metric: MetricDescription,
): ChartText {
  const value = (of: number) => formatMetricValue(of, metric.kind, language)
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB'
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  return {
    before: text('chart.before'),
    after: text('chart.after'),
    expected: text('chart.expected'),
    moved: (day) => text('chart.moved', { day: formatDay(day, language, 'short') }),
    month: (day, withYear) => (withYear ? monthAndYear : month).format(Date.parse(`${day}T00:00:00Z`)),
    value,
    week: (week) => text('chart.week', { from: formatDay(week.from, language) }),
    point: (week) => [
      ...(week.value === null ? [] : [value(week.value)]),
      countWords(week.n, metric, language, text),
      ...(week.complete ? [] : [text('chart.running')]),
    ],
    expectedPoint: ({ expected, low, high }) =>
      text('chart.expectedPoint', { value: value(expected), low: value(low), high: value(high) }),
  }
}
