import type { BrandSummary } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import { formatDay } from '../../server/text/format.ts'
import { chartText } from '../charts/weekly-chart-text.ts'
import { el } from '../dom.ts'
import type { Figure } from '../brand-answer.ts'
import type { View } from '../view.ts'

/** The weekly line with its caption and key; `draw` fetches the drawing code only when there is a chart to draw. */
export function chartFigure(view: View, figure: Figure, brand: BrandSummary) {
  const { text, language } = view
  const { metric, series, comparison } = figure
  const { asOf, weeks, marks } = series
  const caption = el('figcaption', {}, text('chart.title', { metric: metric.name[language] }))
  const last = weeks.at(-1)
  if (!last || weeks.every((week) => week.value === null)) {
    const node = el('figure', { class: 'chart' }, caption, el('p', { class: 'no-chart' }, text('chart.none')))
    return { node, draw: async () => () => {} }
  }

  const label = text('chart.label', {
    metric: metric.name[language],
    brand: brand.name,
    from: formatDay(weeks[0].from, language),
    to: formatDay(addDays(last.to, -1), language),
    sentence: comparison.sentence[language],
  })
  const canvas = el('canvas', { role: 'img', aria: { label } })
  const node = el(
    'figure',
    { class: 'chart' },
    caption,
    el('div', { class: 'canvas' }, canvas),
    key(view, figure),
  )

  async function draw(): Promise<() => void> {
    const { drawWeeklyLine } = await import('../charts/draw-weekly-line.ts')
    if (!canvas.isConnected) return () => {}
    return drawWeeklyLine(canvas, {
      series: { asOf, comparison, weeks, marks },
      kind: metric.kind,
      text: chartText(view, metric),
    })
  }

  return { node, draw }
}

/** What the shades and the dashes mean; only those that occur. */
function key({ text }: View, { comparison, series }: Figure): HTMLElement {
  const entry = (className: string, words: string) =>
    el('li', {}, el('span', { class: `swatch ${className}`, aria: { hidden: 'true' } }), words)
  const hasMoved = series.marks.some((mark) => mark.kind === 'cutover')
  const hasRamp = series.marks.some((mark) => mark.kind === 'ramp_end')
  const isRunning = series.weeks.some((week) => !week.complete && week.value !== null)
  return el(
    'ul',
    { class: 'key' },
    hasMoved && comparison.before ? entry('before', text('chart.legendBefore')) : null,
    hasMoved && hasRamp ? entry('ramp', text('chart.legendRamp')) : null,
    comparison.after ? entry('after', text('chart.legendAfter')) : null,
    isRunning ? entry('running', text('chart.legendRunning')) : null,
  )
}
