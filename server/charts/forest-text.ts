import type { Language, MetricDescription } from '../contract.ts'
import type { Text } from '../text/catalogue.ts'
import { effectInWords } from '../text/effect-words.ts'
import { rangeWords } from '../text/figure-words.ts'
import type { ForestInput } from './forest-chart.ts'

/** What the chart of the brands' effects says in the reader's language. */
export function forestText(
  { text, language }: { text: Text; language: Language },
  metric: Pick<MetricDescription, 'kind'>,
): ForestInput['text'] {
  return {
    tick(change) {
      const sign = change < 0 ? '−' : change > 0 ? '+' : ''
      const unit = metric.kind === 'rate' ? text('forest.tickPoints') : '%'
      return `${sign}${Math.abs(Math.round(change * 10) / 10)}${unit}`
    },
    point: ({ effect }) => [
      effectInWords(effect, metric, language, text),
      rangeWords(effect, language, text),
    ],
    pooled: text('forest.pooled'),
  }
}
