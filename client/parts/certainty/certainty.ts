import type { ComparisonDetail } from '../../../server/contract-detail.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { captionText } from '../../../server/text/caption-texts.ts'
import type { CaptionKey } from '../../../server/text/caption-texts.ts'
import { formatEffect } from '../../../server/text/format.ts'
import { sizeWords } from '../../../server/text/sentence-parts.ts'
import type { Figure } from '../../brand-answer.ts'
import { el } from '../../dom.ts'
import { otherRamps, otherWays, reachOf, withoutEach } from '../../estimate-rows.ts'
import type { View } from '../../view.ts'
import { rangeEnds } from '../../words.ts'
import { moreDetails, whenOpened } from '../more-details.ts'
import { checkList } from './check-list.ts'
import { estimateTable } from './estimate-table.ts'
import { eventStudyFigure } from './event-study-figure.ts'
import { groundsList } from './grounds-list.ts'

/** How sure a verdict is: what stands behind it, what was tried against it, and what other calculations give. */
export function certainty(view: View, figure: Figure, brand: BrandSummary, detail: ComparisonDetail) {
  const { text } = view
  const { metric } = figure
  const study = detail.eventStudy ? eventStudyFigure(view, figure, brand, detail.eventStudy) : null
  const node = moreDetails(
    `${metric.key}-certainty`,
    text('certainty.show'),
    el(
      'div',
      { class: 'certainty' },
      groundsList(view, figure, detail),
      detail.checks.length > 0 &&
        el(
          'section',
          { class: 'trials' },
          el('h3', {}, text('certainty.checks')),
          checkList(view, detail.checks),
        ),
      ...estimates(view, figure, brand, detail),
      ...trends(view, figure, detail),
      study?.node,
    ),
  )
  return { node, watch: () => (study ? whenOpened(node, study.draw) : () => {}) }
}

/** The tables, all on one scale. */
function estimates(
  view: View,
  { metric, comparison, series }: Figure,
  brand: BrandSummary,
  detail: ComparisonDetail,
): HTMLElement[] {
  const { text } = view
  const ways = otherWays(view, { metric, comparison, series }, detail)
  const ramps = otherRamps(view, detail)
  const without = withoutEach(detail)
  const scale = { margin: metric.margin, reach: reachOf([...ways, ...ramps, ...without], metric.margin) }
  const table = (key: CaptionKey, heading: string, rows: typeof ramps) =>
    captioned(view, key, (caption) => estimateTable(view, source(key, caption), heading, rows, scale))
  const source = (id: string, title: string) => ({
    ...{ id: `${metric.key}-${id}-save`, title, subject: `${brand.name} – ${metric.name[view.language]}` },
    ...{ asOf: series.asOf, window: windowOf(comparison), brands: [brand], metrics: [metric.key] },
  })
  const others = text('certainty.others')
  return [
    part(
      others,
      text('certainty.othersText'),
      estimateTable(view, source('ways', others), text('certainty.way'), ways, scale),
    ),
    ...(ramps.length > 0 ? [table('washout_strip', text('certainty.washout'), ramps)] : []),
    ...(without.length > 0 ? [table('leave_one_out_strip', text('certainty.without'), without)] : []),
  ]
}

/** From the first day before to the last one after; null where a side is missing. */
function windowOf({ before, after }: Figure['comparison']): { from: string; to: string } | null {
  return before && after && { from: before.from, to: after.to }
}

function trends(view: View, { metric }: Figure, { swing, slopeChange }: ComparisonDetail): HTMLElement[] {
  const { text, language } = view
  return [
    ...(swing === null
      ? []
      : [
          captioned(view, 'noise_floor', () =>
            el(
              'p',
              {},
              el('b', {}, text('certainty.swing', { size: sizeWords(swing, metric.kind, language) })),
            ),
          ),
        ]),
    ...(slopeChange === null
      ? []
      : [
          part(
            text('certainty.slope'),
            text('certainty.slopeText', {
              effect: formatEffect(slopeChange.value, slopeChange.unit, language),
              ...rangeEnds(slopeChange, language),
            }),
          ),
        ]),
  ]
}

function captioned({ language }: View, key: CaptionKey, body: (caption: string) => HTMLElement): HTMLElement {
  const { name, text } = captionText(key)
  return part(name[language], text[language], body(name[language]))
}

function part(heading: string, words: string, ...body: HTMLElement[]): HTMLElement {
  return el('section', {}, el('h3', {}, heading), el('p', { class: 'small' }, words), ...body)
}
