import type { MetricDescription, PooledComparison } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { gradeBadge } from './grade-badge.ts'
import { stateMark } from './state-mark.ts'

/** What the moved brands show together, a sentence per figure; null before anything could be put together. */
export function pooledList(
  view: View,
  metrics: readonly MetricDescription[],
  pooled: readonly PooledComparison[],
): HTMLElement | null {
  const { text, language } = view
  const items = metrics.flatMap((metric) => {
    const together = pooled.find(({ metric: key }) => key === metric.key)
    return together ? [{ metric, together }] : []
  })
  if (items.length === 0) return null
  const heading = el('h2', { id: 'pooled-title' }, text('pooled.title'))
  return el(
    'section',
    { class: 'pooled-list', aria: { labelledby: heading.id } },
    heading,
    el(
      'ul',
      {},
      ...items.map(({ metric, together: { state, effect, grade, sentence } }) =>
        el(
          'li',
          {},
          el(
            'p',
            { class: 'pooled-metric' },
            el('b', {}, metric.name[language]),
            stateMark(state, text),
            effect && grade ? gradeBadge(grade, text) : null,
          ),
          el('p', {}, sentence[language]),
        ),
      ),
    ),
  )
}
