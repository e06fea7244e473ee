import type { CompareAnswer } from '../../compare-answer.ts'
import { el } from '../../dom.ts'
import { brandLink } from '../../brand-link.ts'
import type { View } from '../../view.ts'
import type { SideRow } from '../side-by-side/side-row.ts'

/** One row for each brand; its name leads to the brand's page, narrowed as this one is. */
export function compareRows(
  view: Pick<View, 'link' | 'route'>,
  { metric, comparisons, aligned, goals, narrowing }: CompareAnswer,
): SideRow[] {
  const isNarrowed = narrowing.query.size > 0
  return comparisons.comparisons.map((comparison): SideRow => {
    const { id, name } = comparison.brand
    return {
      name: el('a', { href: brandLink(view, id, metric) }, name),
      plainName: name,
      metric,
      comparison,
      levels: aligned.brands.find((one) => one.brand.id === id) ?? null,
      goal: isNarrowed
        ? undefined
        : (goals.goals.find((goal) => goal.brand.id === id && goal.metric === metric.key) ?? null),
    }
  })
}
