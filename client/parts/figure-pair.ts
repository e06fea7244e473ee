import type { WindowValue } from '../../server/contract.ts'
import { formatEffect, formatMetricValue } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { Figure } from '../brand-answer.ts'
import type { View } from '../view.ts'
import { countWords, rangeEnds, windowWords } from '../words.ts'
import { effectRange } from './effect-range.ts'

/** Before, after and the change between them, each with its window and count. */
export function figurePair(view: View, figure: Figure): HTMLElement {
  const { before, after, now, expected } = figure.comparison
  const { language, text } = view
  const value = (of: number | null) => formatMetricValue(of, figure.metric.kind, language)
  return el(
    'div',
    { class: 'figures' },
    before && windowFigure(view, figure, text('figure.before'), before, 'before'),
    after && windowFigure(view, figure, text('figure.after'), after, 'after'),
    expected &&
      el(
        'div',
        { class: 'figure expected' },
        el('h3', {}, text('figure.expected')),
        el('p', { class: 'number' }, value(expected.value)),
        el(
          'p',
          { class: 'small' },
          text('cell.range', { low: value(expected.low), high: value(expected.high) }),
        ),
      ),
    change(view, figure),
    now && !after ? windowFigure(view, figure, text('figure.now'), now, 'now') : null,
  )
}

function windowFigure(
  view: View,
  figure: Figure,
  title: string,
  window: WindowValue,
  kind: string,
): HTMLElement {
  const { language, text } = view
  const perWeek = figure.metric.kind === 'count'
  return el(
    'div',
    { class: `figure ${kind}` },
    el('h3', {}, title),
    el(
      'p',
      { class: 'number' },
      window.value === null
        ? text('figure.noValue')
        : formatMetricValue(window.value, figure.metric.kind, language),
      perWeek && window.value !== null ? el('small', {}, ` ${text('unit.per_week')}`) : null,
    ),
    el('p', { class: 'small' }, windowWords(window, language, text)),
    el('p', { class: 'small' }, countWords(window.n, figure.metric, language, text)),
  )
}

function change(view: View, { comparison, metric }: Figure): HTMLElement | null {
  const { effect, mixAdjusted, state } = comparison
  if (!effect) return null
  const { language, text } = view
  return el(
    'div',
    { class: `figure change ${state}` },
    el('h3', {}, text('figure.change')),
    el('p', { class: 'number' }, formatEffect(effect.value, effect.unit, language)),
    effectRange(effect, metric.margin),
    el('p', { class: 'small' }, text('figure.range', rangeEnds(effect, language))),
    mixAdjusted &&
      el(
        'p',
        { class: 'small' },
        text('figure.mixAdjusted', {
          effect: formatEffect(mixAdjusted.value, mixAdjusted.unit, language),
          ...rangeEnds(mixAdjusted, language),
        }),
      ),
  )
}
