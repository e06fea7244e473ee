import type { BrandSummary } from '../../server/contract.ts'
import { formatMetricValue } from '../../server/text/format.ts'
import type { Figure } from '../brand-answer.ts'
import { chartText } from '../charts/weekly-chart-text.ts'
import { el } from '../dom.ts'
import { figurePath, restsOnConversations } from '../list-query.ts'
import type { View } from '../view.ts'
import { weeklyKey } from './chart-key.ts'
import { chartLabel } from './chart-label.ts'
import { leadsOf } from './rows-behind.ts'
import { figureTools } from './figure-tools.ts'
import { weeklyData } from './weekly-table.ts'

/** The weekly line with its caption and key; `draw` fetches the drawing code only when there is a chart to draw. */
export function chartFigure(view: View, figure: Figure, brand: BrandSummary) {
  const { text, language } = view
  const { metric, series, comparison, goal } = figure
  const { asOf, weeks, marks, detail } = series
  const caption = el('figcaption', {}, text('chart.title', { metric: metric.name[language] }))
  if (weeks.every((week) => week.value === null)) {
    const node = el('figure', { class: 'chart' }, caption, el('p', { class: 'no-chart' }, text('chart.none')))
    return { node, draw: async () => () => {} }
  }

  const canvas = el('canvas', { role: 'img', aria: { label: chartLabel(view, figure, brand) } })
  const node = el(
    'figure',
    { class: 'chart' },
    caption,
    el('div', { class: 'canvas' }, canvas),
    weeklyKey(view, figure),
  )
  node.append(tools())

  function tools(): HTMLElement {
    const source = {
      id: `${metric.key}-save`,
      subject: brand.name,
      title: text('chart.title', { metric: metric.name[language] }),
      window: { from: weeks[0].from, to: weeks[weeks.length - 1].to },
      asOf,
      brands: [brand],
      metrics: [metric.key],
      table: () => weeklyData(view, figure),
    }
    return figureTools(view, source, node)
  }

  async function draw(): Promise<() => void> {
    const { drawWeeklyLine } = await import('../charts/draw-weekly-line.ts')
    if (!canvas.isConnected) return () => {}
    const leads = restsOnConversations(metric.key) ? leadsOf(view, rowsOfWeek) : null
    const input = {
      series: { asOf, comparison, weeks, marks, course: detail?.course ?? null },
      goal: goal && {
        value: goal.value,
        words: text('goal.line', { value: formatMetricValue(goal.value, metric.kind, language) }),
      },
      kind: metric.kind,
      text: chartText(view, metric),
    }
    return drawWeeklyLine(canvas, input, leads)
  }

  /** The first line is that of the weeks; the others are what was to be expected. */
  function rowsOfWeek(line: number, place: number): string | null {
    if (line !== 0 || weeks[place] === undefined || weeks[place].n === 0) return null
    return figurePath(brand.id, metric.key, weeks[place], figure.narrowed)
  }

  return { node, draw }
}
