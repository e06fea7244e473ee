import type { Comparison, MetricDescription, PooledComparison } from '../../server/contract.ts'
import { formatEffect, formatMetricValue } from '../../server/text/format.ts'
import { el, unseen } from '../dom.ts'
import { brandLink } from '../brand-link.ts'
import { isArriving, isJudgedState, isNotMoved } from '../verdicts.ts'
import type { View } from '../view.ts'
import { rangeWords, waitingWords } from '../words.ts'
import { gradeBadge } from './grade-badge.ts'
import { icon } from './icon.ts'
import { stateMark } from './state-mark.ts'

/** One brand and metric: the verdict, its size and range, and the two values; leads to the chart. */
export function verdictCell(
  view: View,
  comparison: Comparison | undefined,
  metric: MetricDescription,
): HTMLElement {
  if (!comparison)
    return el('td', { role: 'cell', class: 'verdict empty' }, el('span', { class: 'cell' }, '–'))
  const body = isArriving(comparison)
    ? [arrivingMark(view)]
    : isNotMoved(comparison)
      ? unmovedBody(view, comparison, metric)
      : verdictBody(view, comparison, metric)
  const link = el(
    'a',
    {
      class: 'cell',
      id: `cell-${comparison.brand.id}-${comparison.metric}`,
      href: brandLink(view, comparison.brand.id, metric),
      title: comparison.sentence[view.language],
    },
    metricName(view, metric),
    ...body,
  )
  return el(
    'td',
    { role: 'cell', class: `verdict ${isNotMoved(comparison) ? 'not_moved' : comparison.state}` },
    link,
  )
}

/** The answer of all moved brands together. */
export function pooledCell(
  view: View,
  pooled: PooledComparison | undefined,
  metric: MetricDescription,
): HTMLElement {
  if (!pooled) return el('td', { role: 'cell', class: 'verdict empty' }, el('span', { class: 'cell' }, '–'))
  return el(
    'td',
    { role: 'cell', class: `verdict ${pooled.state}` },
    el(
      'div',
      { class: 'cell', title: pooled.sentence[view.language] },
      metricName(view, metric),
      el(
        'span',
        { class: 'cell-top' },
        stateMark(pooled.state, view.text),
        pooled.effect && pooled.grade && gradeBadge(pooled.grade, view.text),
      ),
      ...effectWords(view, pooled.effect, pooled.state !== 'no_clear_change'),
      el('span', { class: 'cell-values' }, view.text('grid.pooledOf', { n: pooled.brands })),
    ),
  )
}

function verdictBody(view: View, comparison: Comparison, metric: MetricDescription): Node[] {
  const { before, after, effect, expected, grade, state } = comparison
  const isJudged = isJudgedState(state)
  const note = isJudged ? null : waitingWords(comparison, view.language, view.text)
  const parts = [
    el(
      'span',
      { class: 'cell-top' },
      stateMark(state, view.text),
      isJudged && grade && gradeBadge(grade, view.text),
    ),
    ...(isJudged ? effectWords(view, effect, state !== 'no_clear_change') : []),
    note ? el('span', { class: 'cell-note' }, note) : null,
    before || after ? valuePair(view, before?.value ?? null, after?.value ?? null, metric) : null,
    isJudged && expected ? expectedWords(view, expected.value, metric) : null,
  ]
  return parts.filter((part) => part !== null)
}

/** What the change is held against, where that is not the value before. */
function expectedWords(view: View, value: number, metric: MetricDescription): HTMLElement {
  const words = formatMetricValue(value, metric.kind, view.language)
  return el('span', { class: 'cell-expected' }, view.text('cell.expected', { value: words }))
}

function arrivingMark({ text }: View): HTMLElement {
  const mark = el(
    'span',
    { class: 'state not_enough_data' },
    icon('not_enough_data'),
    el('span', {}, text('state.arriving')),
  )
  return el('span', { class: 'cell-top' }, mark)
}

function unmovedBody(view: View, comparison: Comparison, metric: MetricDescription): Node[] {
  const value = (comparison.now ?? comparison.before)?.value ?? null
  const words = value === null ? view.text('cell.none') : formatMetricValue(value, metric.kind, view.language)
  return [
    el('span', { class: 'cell-top' }, unseen(view.text('state.not_moved'))),
    el('span', { class: 'cell-values' }, value === null ? null : unseen(view.text('cell.now')), ` ${words}`),
  ]
}

/** Size and range; a figure that is not called shows its range only, so that nobody reads a change into it. */
function effectWords(view: View, effect: Comparison['effect'], isCalled: boolean): Node[] {
  if (!effect) return []
  const range = el('span', { class: 'cell-range' }, rangeWords(effect, view.language, view.text))
  const size = formatEffect(effect.value, effect.unit, view.language)
  return isCalled ? [el('span', { class: 'cell-effect' }, size), range] : [range]
}

function valuePair(
  view: View,
  before: number | null,
  after: number | null,
  metric: MetricDescription,
): HTMLElement {
  const say = (value: number | null) =>
    el('span', { class: 'value' }, formatMetricValue(value, metric.kind, view.language))
  return el(
    'span',
    { class: 'cell-values' },
    unseen(`${view.text('cell.from')} `),
    say(before),
    icon('arrow'),
    unseen(` ${view.text('cell.to')} `),
    say(after),
  )
}

/** In the table the column says it; on a narrow screen every line says it itself. */
function metricName(view: View, metric: MetricDescription): HTMLElement {
  return el('span', { class: 'cell-metric' }, metric.name[view.language])
}
