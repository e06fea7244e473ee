import type { Comparison, MetricDescription, WindowValue } from '../../../server/contract.ts'
import { formatEffect, formatMetricValue } from '../../../server/text/format.ts'
import { el, unseen } from '../../dom.ts'
import { brandPath } from '../../route.ts'
import { isJudgedState, isNotMoved } from '../../verdicts.ts'
import type { View } from '../../view.ts'
import { rangeWords } from '../../words.ts'
import { gradeBadge } from '../grade-badge.ts'
import { icon } from '../icon.ts'
import { metricTerm } from '../metric-term.ts'
import { stateMark } from '../state-mark.ts'

/** The report's verdicts on what agents do: outcome, before and after, and the sentence that says how they compare. */
export function teamFigures(
  view: View,
  comparisons: readonly Comparison[],
  metrics: readonly MetricDescription[],
): HTMLElement {
  const cards = comparisons.flatMap((comparison) => {
    const metric = metrics.find(({ key }) => key === comparison.metric)
    return metric ? [el('li', { class: 'team-figure' }, ...card(view, comparison, metric))] : []
  })
  return el(
    'section',
    { class: 'panel', aria: { labelledby: 'team-figures' } },
    el('h2', { id: 'team-figures' }, view.text('team.figures')),
    el('ul', { class: 'team-figures' }, ...cards),
  )
}

function card(view: View, comparison: Comparison, metric: MetricDescription): (Node | null)[] {
  const { language, text } = view
  const { effect, state, grade, before, after, now } = comparison
  const isJudged = isJudgedState(state)
  const isCalled = isJudged && state !== 'no_clear_change'
  return [
    el('h3', {}, metricTerm(view, metric)),
    isNotMoved(comparison)
      ? null
      : el(
          'p',
          { class: 'metric-head' },
          stateMark(state, text),
          isJudged && grade ? gradeBadge(grade, text) : null,
        ),
    el('p', { class: 'number' }, ...values(view, metric, before, after, now)),
    effect && isJudged
      ? el(
          'p',
          { class: 'small' },
          isCalled ? `${formatEffect(effect.value, effect.unit, language)} · ` : null,
          rangeWords(effect, language, text),
        )
      : null,
    el('p', { class: 'team-sentence' }, comparison.sentence[language]),
    el(
      'p',
      { class: 'small' },
      el(
        'a',
        { href: view.link(brandPath(comparison.brand.id, metric.key, metric.primary ? null : metric.key)) },
        text('team.toBrand'),
        unseen(`: ${metric.name[language]}`),
      ),
    ),
  ]
}

function values(
  { text, language }: View,
  metric: MetricDescription,
  before: WindowValue | null,
  after: WindowValue | null,
  now: WindowValue | null,
): (Node | string)[] {
  const say = (window: WindowValue | null) => formatMetricValue(window?.value ?? null, metric.kind, language)
  const perWeek = metric.kind === 'count' ? [el('small', {}, ` ${text('unit.per_week')}`)] : []
  if (!before && !after) return [unseen(text('cell.now')), ` ${say(now)}`, ...perWeek]
  return [
    unseen(`${text('cell.from')} `),
    say(before),
    icon('arrow'),
    unseen(` ${text('cell.to')} `),
    say(after),
    ...perWeek,
  ]
}
