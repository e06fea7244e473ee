import type { GoalsAnswer } from '../../server/contract-goal.ts'
import type { BrandSummary } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { Figure } from '../brand-answer.ts'
import { isJudgedState, isNotMoved } from '../verdicts.ts'
import type { View } from '../view.ts'
import { certainty } from './certainty/certainty.ts'
import { chartFigure } from './chart-figure.ts'
import { definition } from './definition.ts'
import { distribution } from './distribution/distribution.ts'
import { figurePair } from './figure-pair.ts'
import { goalLine } from './goals/goal-line.ts'
import { gradeBadge } from './grade-badge.ts'
import { moreDetails } from './more-details.ts'
import { rowsBehind } from './rows-behind.ts'
import { stateMark } from './state-mark.ts'
import { weeklyTable } from './weekly-table.ts'

/** One figure of one brand: verdict, sentence, before and after, the weeks as chart and as table, and how sure it is. */
export function metricSection(view: View, figure: Figure, brand: BrandSummary, goals: GoalsAnswer) {
  const { language, text } = view
  const { metric, comparison, series } = figure
  const chart = chartFigure(view, figure, brand)
  const heading = el('h2', { id: `${metric.key}-title`, tabIndex: -1 }, metric.name[language])
  const behind = series.detail ? certainty(view, figure, brand, series.detail) : null
  const spread = distribution(view, figure, brand)
  const isJudged = isJudgedState(comparison.state)
  const node = el(
    'section',
    { class: 'metric', id: metric.key, aria: { labelledby: heading.id } },
    el(
      'div',
      { class: 'metric-head' },
      heading,
      isNotMoved(comparison) ? null : stateMark(comparison.state, text),
      isJudged && comparison.grade ? gradeBadge(comparison.grade, text) : null,
    ),
    figure.narrowed ? null : goalLine(view, figure, brand, goals.canSet),
    isNotMoved(comparison) ? null : el('p', { class: 'sentence' }, comparison.sentence[language]),
    el('div', { class: 'metric-body' }, figurePair(view, figure), chart.node),
    reasons(view, figure),
    rowsBehind(view, comparison, metric.key, figure.narrowed),
    el(
      'div',
      { class: 'metric-more' },
      behind?.node,
      spread?.node,
      moreDetails(`${metric.key}-table`, text('table.show'), weeklyTable(view, figure, brand)),
      moreDetails(`${metric.key}-definition`, text('definition.show'), definition(view, metric)),
    ),
  )
  return { node, shown }

  /** Draws the chart, and the others once somebody looks; what it returns takes them away again. */
  function shown(): () => void {
    const drawn = chart.draw()
    const unwatch = behind?.watch()
    const unwatchSpread = spread?.watch()
    return () => {
      unwatch?.()
      unwatchSpread?.()
      void drawn.then((takeAway) => takeAway())
    }
  }
}

/** What the sentence does not already say; a brand that has not moved has nothing to add. */
function reasons(view: View, { comparison }: Figure): HTMLElement | null {
  const said = comparison.sentence[view.language]
  const others = comparison.reasons
    .map((reason) => reason[view.language])
    .filter((words) => !said.includes(words))
  if (others.length === 0 || isNotMoved(comparison)) return null
  return el(
    'div',
    { class: 'reasons' },
    el('h3', {}, view.text('reasons.title')),
    el('ul', {}, ...others.map((words) => el('li', {}, words))),
  )
}
