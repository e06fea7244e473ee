import type { Comparison, MetricDescription } from '../../server/contract.ts'
import { AnswerError } from '../api.ts'
import type { Api } from '../api.ts'
import type { BrandAnswer, Figure } from '../brand-answer.ts'
import { el } from '../dom.ts'
import type { Page } from '../page.ts'
import { brandHeader } from '../parts/brand-header.ts'
import { metricSection } from '../parts/metric-section.ts'
import { metricTabs } from '../parts/metric-tabs.ts'
import { progressBanner } from '../parts/progress-banner.ts'
import { skeleton } from '../parts/skeleton.ts'
import { refreshSeconds } from '../refresh.ts'

/** Everything about one brand: each figure's sentence, its two windows and its weeks. */
export function brandPage(brandId: number): Page<BrandAnswer> {
  return {
    skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'block', 'block']),
    load: ({ api }, signal) => loadBrand(api, brandId, signal),
    title: (_, { brand }) => brand.name,

    draw(view, answer) {
      const banner = progressBanner(view, answer.health)
      const sections = answer.figures.map((figure) => metricSection(view, figure, answer.brand))
      const waiting = sections.length === 0 ? el('p', { class: 'lead' }, view.text('brand.noFigures')) : null
      const nodes = [
        banner,
        brandHeader(view, answer),
        sections.length > 0 ? metricTabs(view, answer.figures) : null,
        waiting,
        ...sections.map((section) => section.node),
      ]
      return { nodes: nodes.filter((node) => node !== null), shown: () => drawCharts(sections) }
    },

    refreshAfter: ({ health }) => refreshSeconds(health.historyComplete),
  }
}

async function loadBrand(api: Api, brandId: number, signal: AbortSignal): Promise<BrandAnswer> {
  const [{ brands }, { metrics }, answer, health] = await Promise.all([
    api.readBrands(signal),
    api.readMetrics(signal),
    api.readComparisons(brandId, signal),
    api.readDataHealth(signal),
  ])
  const brand = brands.find(({ id }) => id === brandId)
  if (!brand) throw new AnswerError(403, null, null)
  const figures = await Promise.all(
    metrics.flatMap((metric) => {
      const comparison = answer.comparisons.find((cell) => cell.metric === metric.key)
      return comparison ? [readFigure(api, metric, comparison, signal)] : []
    }),
  )
  return { brand, brands, figures, health, asOf: answer.asOf, dataCompleteTo: answer.dataCompleteTo }
}

async function readFigure(
  api: Api,
  metric: MetricDescription,
  comparison: Comparison,
  signal: AbortSignal,
): Promise<Figure> {
  const series = await api.readSeries(comparison.brand.id, metric.key, signal)
  return { metric, comparison, series }
}

/** Starts every chart of the page; what it returns takes them away again, drawn or not yet. */
function drawCharts(sections: readonly { drawChart: () => Promise<() => void> }[]): () => void {
  const charts = sections.map((section) => section.drawChart())
  return () => {
    for (const chart of charts) void chart.then((destroy) => destroy())
  }
}
