import type { ComparisonDetail } from '../../../server/contract-detail.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { captionText } from '../../../server/text/caption-texts.ts'
import { formatDay, formatEffect } from '../../../server/text/format.ts'
import type { Figure } from '../../brand-answer.ts'
import { jointRangeOf, rangeOf, studyText, studyWeekWords } from '../../charts/study-text.ts'
import { el } from '../../dom.ts'
import type { DataTable, FiledColumn } from '../../downloads/data-table.ts'
import { dataTable } from '../../downloads/data-table.ts'
import { changeHeading, fileChange } from '../../downloads/file-units.ts'
import type { View } from '../../view.ts'
import { keyEntry } from '../chart-key.ts'
import { moreDetails } from '../more-details.ts'
import { figureTools } from '../figure-tools.ts'
import { plainTable } from '../plain-table.ts'

type Study = NonNullable<ComparisonDetail['eventStudy']>

/** The distance to the comparison brands, week by week; `draw` puts the chart in once somebody looks. */
export function eventStudyFigure(view: View, { metric, series }: Figure, brand: BrandSummary, study: Study) {
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
  )
  const source = {
    ...{ id: `${metric.key}-study-save`, title: name[language], window: null, asOf: series.asOf },
    subject: `${brand.name} – ${metric.name[language]}`,
    ...{ brands: [brand], metrics: [metric.key] },
    table: (): DataTable => dataTable(studyColumns(view, study), study.weeks),
  }
  node.append(
    figureTools(view, source, node),
    moreDetails(
      `${metric.key}-study-table`,
      text('table.show'),
      plainTable(name[language], studyColumns(view, study), study.weeks),
    ),
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

type Week = Study['weeks'][number]

function studyColumns(view: View, { unit }: Study): FiledColumn<Week>[] {
  const { text, language } = view
  const change = (heading: string, value: (week: Week) => number | null) => ({
    heading: changeHeading(heading, unit, text),
    value: (week: Week) => fileChange(value(week), unit),
  })
  const distance = text('study.distance')
  const [range, joint] = [text('study.range'), text('study.joint')]
  return [
    {
      heading: text('study.week'),
      cell: ({ week, from }) => `${studyWeekWords(view, week)} (${formatDay(from, language, 'short')})`,
      file: [
        { heading: text('study.axis'), value: ({ week }) => week },
        { heading: text('tools.weekFrom'), value: ({ from }) => from },
      ],
    },
    {
      heading: distance,
      isNumeric: true,
      cell: ({ value }) => formatEffect(value, unit, language),
      file: [change(distance, ({ value }) => value)],
    },
    {
      heading: range,
      isNumeric: true,
      cell: (week) => rangeOf(view, week, unit),
      file: [
        change(text('tools.low', { name: range }), ({ low }) => low),
        change(text('tools.high', { name: range }), ({ high }) => high),
      ],
    },
    {
      heading: joint,
      isNumeric: true,
      cell: (week) => jointRangeOf(view, week, unit),
      file: [
        change(text('tools.low', { name: joint }), ({ jointLow }) => jointLow),
        change(text('tools.high', { name: joint }), ({ jointHigh }) => jointHigh),
      ],
    },
  ]
}
