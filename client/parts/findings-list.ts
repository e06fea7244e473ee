import type { Comparison, MetricDescription } from '../../server/contract.ts'
import { formatEffect } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import { brandLink } from '../brand-link.ts'
import { findings } from '../verdicts.ts'
import type { View } from '../view.ts'
import { stateMark } from './state-mark.ts'

const MOST = 6

/** The called changes by name and size, each leading to its chart; null when there are none. */
export function findingsList(
  view: View,
  comparisons: readonly Comparison[],
  metrics: readonly MetricDescription[],
): HTMLElement | null {
  const called = findings(comparisons, metrics)
  if (called.length === 0) return null
  const items = called.slice(0, MOST).map((comparison) => {
    const metric = metrics.find(({ key }) => key === comparison.metric)
    const { effect } = comparison
    return el(
      'li',
      {},
      el(
        'a',
        {
          class: `finding ${comparison.state}`,
          href: brandLink(view, comparison.brand.id, { key: comparison.metric, primary: true }),
        },
        stateMark(comparison.state, view.text),
        el('span', {}, el('b', {}, comparison.brand.name), ` ${metric?.name[view.language] ?? ''}`),
        effect && el('span', { class: 'size' }, formatEffect(effect.value, effect.unit, view.language)),
      ),
    )
  })
  const more = called.length - MOST
  return el(
    'section',
    { class: 'findings', aria: { label: view.text('findings.title') } },
    el('ul', {}, ...items, more > 0 && el('li', { class: 'more' }, view.text('findings.more', { n: more }))),
  )
}
