import type { MetricDescription } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import { glossaryPath } from '../glossary-entries.ts'
import type { View } from '../view.ts'

/** What a metric measures on both sides of the move, as the catalogue words it. */
export function definition(view: View, metric: MetricDescription): HTMLElement {
  const { language, text } = view
  const entry = (term: string, words: string | undefined) =>
    words ? [el('div', {}, el('dt', {}, term), el('dd', {}, words))] : []
  return el(
    'div',
    { class: 'definition' },
    el('p', {}, metric.question[language]),
    el(
      'dl',
      {},
      ...entry(text('definition.before'), metric.before[language]),
      ...entry(text('definition.after'), metric.after[language]),
      ...entry(text('definition.condition'), metric.condition?.[language]),
      ...entry(text('definition.zendesk'), metric.zendesk[language]),
      ...entry(text('definition.margin'), marginWords(view, metric)),
      ...entry(text('definition.maturity'), text('definition.days', { n: metric.maturityDays })),
    ),
    el(
      'p',
      { class: 'to-glossary' },
      el('a', { href: view.link(glossaryPath(metric.key)) }, text('glossary.open')),
    ),
  )
}

/** The smallest change worth calling: '10%', '2 points'. */
export function marginWords({ language, text }: View, metric: MetricDescription): string {
  const value = formatNumber(metric.margin * 100, language)
  return text(metric.kind === 'rate' ? 'definition.marginPoints' : 'definition.marginRatio', { value })
}
