import type { OthersLevel } from '../../../server/contract-levels.ts'
import type { MetricDescription, WindowValue } from '../../../server/contract.ts'
import { formatEffect, formatMetricValue } from '../../../server/text/format.ts'
import { el, unseen } from '../../dom.ts'
import { isJudged } from '../../forest-order.ts'
import { goalWords } from '../../goal-words.ts'
import { isNotMoved } from '../../verdicts.ts'
import type { View } from '../../view.ts'
import { countWords, rangeWords, windowWords } from '../../words.ts'
import { goalMark } from '../goals/goal-line.ts'
import { gradeBadge } from '../grade-badge.ts'
import { stateMark } from '../state-mark.ts'
import type { SideRow } from './side-row.ts'

type Shown = {
  id: string
  caption: string
  labelledby: string
  /** What the rows are: brands or figures. */
  firstHeading: string
  rows: readonly SideRow[]
}
type Part = Node | string | null

/**
 * What each verdict rests on, and beside it what there is to look at: latest weeks, the weeks before, last year, other
 * brands, the goal. Each value with its count and window; where there is none, why.
 */
export function sideBySideTable(view: View, shown: Shown): HTMLElement {
  const { text, language } = view
  const judged = ['outcome', 'before', 'after', 'effect'] as const
  return el(
    'div',
    {
      class: 'scroll',
      id: shown.id,
      tabIndex: 0,
      role: 'region',
      aria: { labelledby: shown.labelledby },
    },
    el(
      'table',
      { class: 'plain compare' },
      el('caption', { class: 'unseen' }, shown.caption),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col', rowSpan: 2 }, shown.firstHeading),
          el('th', { scope: 'colgroup', colSpan: judged.length }, text('compareTable.judged')),
          el('th', { scope: 'colgroup', colSpan: 5, class: 'to-look-at' }, text('compareTable.toLookAt')),
        ),
        el(
          'tr',
          {},
          ...judged.map((name) => heading(text(`compareTable.${name}`))),
          heading(text('compareTable.now')),
          heading(text('compareTable.previous'), text('sideBySide.previousNote')),
          heading(text('compareTable.lastYear'), text('sideBySide.lastYearNote')),
          heading(text('sideBySide.others'), text('sideBySide.othersNote')),
          heading(text('sideBySide.goal')),
        ),
      ),
      el('tbody', {}, ...shown.rows.map(row)),
    ),
  )

  /** What a column means is said to whoever points at it and to screen readers. */
  function heading(words: string, note?: string): HTMLElement {
    return el(
      'th',
      { scope: 'col', ...(note !== undefined && { title: note }) },
      words,
      note === undefined ? null : unseen(`. ${note}`),
    )
  }

  function row({ name, comparison, metric, levels, goal }: SideRow): HTMLElement {
    const { state, grade, before, after, now } = comparison
    const outcome = isNotMoved(comparison)
      ? [el('span', { class: 'state not_moved' }, text('state.not_moved'))]
      : [stateMark(state, text), isJudged(comparison) && grade ? gradeBadge(grade, text) : null]
    const isNarrowed = goal === undefined
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, name),
      cell(...outcome),
      cell(...windowParts(before, metric, 'sideBySide.noSide')),
      cell(...windowParts(after, metric, 'sideBySide.noSide')),
      cell(
        ...(isJudged(comparison)
          ? [
              el('b', {}, formatEffect(comparison.effect.value, comparison.effect.unit, language)),
              el('small', {}, rangeWords(comparison.effect, language, text)),
            ]
          : nothing('sideBySide.noVerdict')),
      ),
      cell(...windowParts(now, metric, 'sideBySide.noSide')),
      cell(...windowParts(levels?.previous ?? null, metric, 'sideBySide.noPrevious')),
      cell(...windowParts(levels?.lastYear ?? null, metric, 'sideBySide.noLastYear')),
      cell(...othersParts(levels?.others ?? null, metric)),
      cell(
        ...(isNarrowed
          ? nothing('sideBySide.narrowed')
          : goal
            ? [goalMark(view, goal), el('small', {}, goalWords(view, metric, goal))]
            : nothing('goal.none')),
      ),
    )
  }

  function cell(...body: Part[]): HTMLElement {
    return el('td', {}, el('div', { class: 'stacked' }, ...body))
  }

  function windowParts(
    window: WindowValue | null,
    metric: MetricDescription,
    why: Parameters<typeof nothing>[0],
  ): Part[] {
    if (window === null || window.value === null) return nothing(why)
    return [
      el('b', {}, formatMetricValue(window.value, metric.kind, language)),
      el('small', {}, countWords(window.n, metric, language, text)),
      el('small', {}, windowWords(window, language, text)),
    ]
  }

  function othersParts(others: OthersLevel | null, metric: MetricDescription): Part[] {
    if (others === null) return nothing('sideBySide.noOthers')
    const said = (value: number) => formatMetricValue(value, metric.kind, language)
    return [
      el('b', {}, said(others.value)),
      el('small', {}, text('sideBySide.othersCount', { n: others.brands })),
      others.brands === 1
        ? null
        : el('small', {}, text('sideBySide.othersRange', { low: said(others.low), high: said(others.high) })),
      el('small', {}, windowWords({ ...others, value: others.value }, language, text)),
    ]
  }

  function nothing(
    why:
      | 'sideBySide.noSide'
      | 'sideBySide.noVerdict'
      | 'sideBySide.noPrevious'
      | 'sideBySide.noLastYear'
      | 'sideBySide.noOthers'
      | 'sideBySide.narrowed'
      | 'goal.none',
  ): Part[] {
    return ['–', el('small', { class: 'nothing' }, text(why))]
  }
}
