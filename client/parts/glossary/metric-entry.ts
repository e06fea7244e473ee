import type { MetricDescription } from '../../../server/contract.ts'
import { fairnessText } from '../../../server/text/method-texts.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { marginWords } from '../definition.ts'

const units = {
  seconds: 'unitWord.seconds',
  share: 'unitWord.share',
  per_week: 'unitWord.per_week',
  messages: 'unitWord.messages',
  conversations_at_once: 'unitWord.conversations_at_once',
  per_agent_hour: 'unitWord.per_agent_hour',
  currency: 'unitWord.currency',
} as const

/** Everything there is to know of a metric: what it asks, both sides, how fair the comparison, and why Zendesk differs. */
export function metricFacts(view: View, metric: MetricDescription): HTMLElement[] {
  const { text, language } = view
  const { name, text: fairness } = fairnessText(metric.fairness)
  const entry = (className: string, term: string, ...words: (string | null | undefined)[]) =>
    words[0]
      ? [
          el(
            'div',
            { class: className },
            el('dt', {}, term),
            ...words.flatMap((one) => (one ? [el('dd', {}, one)] : [])),
          ),
        ]
      : []
  return [
    el('p', { class: 'question' }, metric.question[language]),
    el(
      'dl',
      {},
      ...entry('formula', text('glossary.formula'), text(`formula.${metric.key}`)),
      ...entry('side before', text('definition.before'), metric.before[language]),
      ...entry('side after', text('definition.after'), metric.after[language]),
      ...entry(
        'wide',
        text('glossary.comparison'),
        `${name[language]}: ${fairness[language]}`,
        metric.condition?.[language],
      ),
      ...entry('wide', text('definition.zendesk'), metric.zendesk[language]),
      ...entry(
        'fact',
        text('glossary.unit'),
        `${unitWords(view, metric)}; ${text(`better.${metric.better}`)}`,
      ),
      ...entry('fact', text('definition.margin'), marginWords(view, metric)),
      ...entry('fact', text('definition.maturity'), text('definition.days', { n: metric.maturityDays })),
    ),
  ]
}

function unitWords({ text }: View, { unit }: MetricDescription): string {
  const known = Object.entries(units).find(([name]) => name === unit)
  return known ? text(known[1]) : unit
}
