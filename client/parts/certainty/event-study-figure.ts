import type { ComparisonDetail } from '../../../server/contract-detail.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { captionText } from '../../../server/text/caption-texts.ts'
import { formatDay, formatEffect } from '../../../server/text/format.ts'
import type { Figure } from '../../brand-answer.ts'
import { jointRangeOf, rangeOf, studyText, studyWeekWords } from '../../charts/study-text.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { keyEntry } from '../chart-key.ts'
import { moreDetails } from '../more-details.ts'
import { plainTable } from '../plain-table.ts'

type Study = NonNullable<ComparisonDetail['eventStudy']>

/** The distance to the comparison brands, week by week; `draw` puts the chart in once somebody looks. */
export function eventStudyFigure(view: View, { metric }: Figure, brand: BrandSummary, study: Study) {
  const { text, language } = view
  const { name, text: words } = captionText('event_study')
  const label = text('study.label', {
    metric: metric.name[language],
    brand: brand.name,
    from: -study.weeks[0].week,
    to: study.weeks[study.weeks.length - 1].week,
  })
  const place = el('div', { class: 'canvas study' })
  const node = el(
    'figure',
    { class: 'chart' },
    el('figcaption', {}, name[language]),
    el('p', { class: 'small' }, words[language]),
    place,
    el('p', { class: 'small axis-title', aria: { hidden: 'true' } }, text('study.axis')),
    el(
      'ul',
      { class: 'key' },
      keyEntry('expected-band', text('study.legendRange')),
      keyEntry('expected', text('study.legendJoint')),
    ),
    moreDetails(`${metric.key}-study-table`, text('table.show'), studyTable(view, study, name[language])),
  )

  async function draw(): Promise<() => void> {
    const { drawEventStudy } = await import('../../charts/draw-event-study.ts')
    if (!place.isConnected) return () => {}
    const canvas = el('canvas', { role: 'img', aria: { label } })
    place.replaceChildren(canvas)
    return drawEventStudy(canvas, { study, text: studyText(view, study.unit) })
  }

  return { node, draw }
}

function studyTable(view: View, { weeks, unit }: Study, caption: string): HTMLElement {
  const { text, language } = view
  return plainTable(
    caption,
    [
      {
        heading: text('study.week'),
        cell: ({ week, from }) => `${studyWeekWords(view, week)} (${formatDay(from, language, 'short')})`,
      },
      {
        heading: text('study.distance'),
        isNumeric: true,
        cell: ({ value }) => formatEffect(value, unit, language),
      },
      { heading: text('study.range'), isNumeric: true, cell: (week) => rangeOf(view, week, unit) },
      { heading: text('study.joint'), isNumeric: true, cell: (week) => jointRangeOf(view, week, unit) },
    ],
    weeks,
  )
}
