import type { AlignedBrand } from '../../../server/contract-aligned.ts'
import type { Comparison, WindowValue } from '../../../server/contract.ts'
import { formatEffect, formatMetricValue } from '../../../server/text/format.ts'
import type { CompareAnswer } from '../../compare-answer.ts'
import { el } from '../../dom.ts'
import { isJudged } from '../../forest-order.ts'
import { brandPath } from '../../route.ts'
import { isNotMoved } from '../../verdicts.ts'
import type { View } from '../../view.ts'
import { countWords, rangeWords, windowWords } from '../../words.ts'
import { momentWords } from '../freshness.ts'
import { figureTools } from '../figure-tools.ts'
import { gradeBadge } from '../grade-badge.ts'
import { stateMark } from '../state-mark.ts'
import { compareData } from './compare-data.ts'
import { compareSource } from './compare-source.ts'

/** Every number of the page: what the verdict rests on, and beside it what there is to look at. */
export function compareTable(view: View, answer: CompareAnswer): HTMLElement {
  const { text, language } = view
  const { metric, comparisons, aligned, brands } = answer
  const heading = el('h2', { id: 'compare-table-title' }, text('compareTable.title'))
  const judged = ['outcome', 'before', 'after', 'effect'] as const
  const toLookAt = ['now', 'previous', 'lastYear'] as const
  const column = (name: (typeof judged)[number] | (typeof toLookAt)[number]) =>
    el('th', { scope: 'col' }, text(`compareTable.${name}`))
  const source = {
    ...compareSource(view, answer),
    id: 'compare-table-save',
    title: `${metric.name[language]} – ${text('compareTable.title')}`,
    table: () => compareData(view, answer),
  }
  const beside = new Map(aligned.brands.map((one) => [one.brand.id, one]))
  return el(
    'section',
    { class: 'metric', aria: { labelledby: heading.id } },
    heading,
    el('p', { class: 'small compare-text' }, text('compareTable.text')),
    el(
      'div',
      {
        class: 'scroll',
        id: 'compare-table',
        tabIndex: 0,
        role: 'region',
        aria: { labelledby: heading.id },
      },
      el(
        'table',
        { class: 'plain compare' },
        el('caption', { class: 'unseen' }, `${text('compareTable.title')}: ${metric.name[language]}`),
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            el('th', { scope: 'col', rowSpan: 2 }, text('compareTable.brand')),
            el('th', { scope: 'colgroup', colSpan: judged.length }, text('compareTable.judged')),
            el(
              'th',
              { scope: 'colgroup', colSpan: toLookAt.length, class: 'to-look-at' },
              text('compareTable.toLookAt'),
            ),
          ),
          el('tr', {}, ...judged.map(column), ...toLookAt.map(column)),
        ),
        el(
          'tbody',
          {},
          ...comparisons.comparisons.map((comparison) => row(comparison, beside.get(comparison.brand.id))),
        ),
      ),
    ),
    el(
      'p',
      { class: 'small' },
      text('compareTable.asOf', { moment: momentWords(comparisons.asOf, view, brands) }),
    ),
    figureTools(view, source, null),
  )

  function row(comparison: Comparison, earlier: AlignedBrand | undefined): HTMLElement {
    const { brand, state, grade, before, after, now } = comparison
    const cell = (...body: (Node | string | null)[]) => el('td', {}, el('div', { class: 'stacked' }, ...body))
    const outcome = isNotMoved(comparison)
      ? [el('span', { class: 'state not_moved' }, text('state.not_moved'))]
      : [stateMark(state, text), isJudged(comparison) && grade ? gradeBadge(grade, text) : null]
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, el('a', { href: view.link(brandPath(brand.id)) }, brand.name)),
      cell(...outcome),
      cell(...windowCell(before)),
      cell(...windowCell(after)),
      cell(
        ...(isJudged(comparison)
          ? [
              el('b', {}, formatEffect(comparison.effect.value, comparison.effect.unit, language)),
              el('small', {}, rangeWords(comparison.effect, language, text)),
            ]
          : ['–']),
      ),
      cell(...windowCell(now)),
      cell(...windowCell(earlier?.previous ?? null)),
      cell(...windowCell(earlier?.lastYear ?? null)),
    )
  }

  function windowCell(window: WindowValue | null): (Node | string)[] {
    if (window === null || window.value === null) return ['–']
    return [
      el('b', {}, formatMetricValue(window.value, metric.kind, language)),
      el('small', {}, countWords(window.n, metric, language, text)),
      el('small', {}, windowWords(window, language, text)),
    ]
  }
}
