import type { MetricDescription } from '../../../server/contract.ts'
import { comparePath } from '../../compare-choices.ts'
import { el } from '../../dom.ts'
import { inGroups } from '../../metric-groups.ts'
import type { View } from '../../view.ts'

/** Which metric is compared; the choice is part of the address. */
export function metricChoice(
  view: View,
  metrics: readonly MetricDescription[],
  chosen: MetricDescription,
  narrowing: URLSearchParams,
): HTMLElement {
  const { text, language } = view
  const select = el(
    'select',
    { id: 'compare-metric', on: { change: () => view.choose(comparePath(select.value, null, narrowing)) } },
    ...inGroups(metrics).map(({ group, metrics: grouped }) =>
      el(
        'optgroup',
        { label: text(`group.${group}`) },
        ...grouped.map(({ key, name }) =>
          el('option', { value: key, selected: key === chosen.key }, name[language]),
        ),
      ),
    ),
  )
  return el(
    'div',
    { class: 'metric-choice' },
    el('label', { htmlFor: select.id }, text('compare.metric')),
    select,
  )
}
