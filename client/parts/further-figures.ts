import type { WindowValue } from '../../server/contract.ts'
import { formatEffect, formatMetricValue } from '../../server/text/format.ts'
import type { BrandAnswer, FurtherFigure } from '../brand-answer.ts'
import { el } from '../dom.ts'
import { cellsData } from '../downloads/cells-data.ts'
import type { Child } from '../dom.ts'
import { brandPath } from '../route.ts'
import { isJudgedState, isNotMoved } from '../verdicts.ts'
import type { View } from '../view.ts'
import { waitingWords } from '../words.ts'
import { gradeBadge } from './grade-badge.ts'
import { moreDetails } from './more-details.ts'
import { figureTools } from './figure-tools.ts'
import { plainTable } from './plain-table.ts'
import { stateMark } from './state-mark.ts'

/** The figures beside the primary ones, a row each; each name opens its figure below. */
export function furtherFigures(view: View, { asOf, brand, further, opened }: BrandAnswer): HTMLElement {
  const { text, language } = view
  const value = (window: WindowValue | null, { metric }: FurtherFigure) =>
    orNothing(window && formatMetricValue(window.value, metric.kind, language))
  const source = {
    ...{ id: 'further-save', window: null, asOf, brands: [brand] },
    subject: brand.name,
    title: text('further.title'),
    metrics: further.map(({ metric }) => metric.key),
    table: () => cellsData(view, further),
  }
  const details = moreDetails(
    'further-figures',
    text('further.title'),
    el('p', { class: 'small' }, text('further.text')),
    plainTable(
      `${brand.name}: ${text('further.title')}`,
      [
        {
          heading: text('further.figure'),
          cell: (figure) => nameLink(view, brand.id, figure, opened?.metric.key),
        },
        {
          heading: text('further.before'),
          isNumeric: true,
          cell: (figure) => value(figure.comparison.before, figure),
        },
        {
          heading: text('further.after'),
          isNumeric: true,
          cell: (figure) => value(figure.comparison.after ?? figure.comparison.now, figure),
        },
        { heading: text('further.change'), isNumeric: true, cell: (figure) => changeOf(view, figure) },
        { heading: text('further.verdict'), cell: (figure) => verdictOf(view, figure) },
      ],
      further,
      'stacks',
    ),
    figureTools(view, source, null),
  )
  details.open = opened !== null
  return el('div', { class: 'further' }, details)
}

function nameLink(
  view: View,
  brandId: number,
  { metric }: FurtherFigure,
  opened: string | undefined,
): HTMLElement {
  const isOpened = metric.key === opened
  return el(
    'a',
    {
      id: `further-${metric.key}`,
      href: view.link(brandPath(brandId, metric.key, metric.key)),
      aria: { current: isOpened ? 'true' : undefined },
    },
    metric.name[view.language],
  )
}

/** Only a change that is called is shown as one. */
function changeOf({ language }: View, { comparison: { effect, state } }: FurtherFigure): Child {
  const isCalled = state === 'improved' || state === 'worse' || state === 'higher' || state === 'lower'
  return orNothing(effect && isCalled ? formatEffect(effect.value, effect.unit, language) : null)
}

/** A narrow screen leaves out what is not there. */
function orNothing(words: string | null): Child {
  return words ?? el('span', { class: 'nothing' }, '–')
}

/** The verdict with its grade, or why there is none. */
function verdictOf(view: View, { comparison }: FurtherFigure): Child {
  const { text, language } = view
  const { state, grade } = comparison
  if (isNotMoved(comparison)) return orNothing(null)
  const isJudged = isJudgedState(state)
  const why = isJudged ? null : waitingWords(comparison, language, text)
  return el(
    'span',
    { class: 'further-verdict' },
    el(
      'span',
      { class: 'further-state' },
      stateMark(state, text),
      isJudged && grade ? gradeBadge(grade, text) : null,
    ),
    why ? el('small', {}, why) : null,
  )
}
