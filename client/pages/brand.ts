import { dayOf } from '../../server/periods/zone.ts'
import { AnswerError } from '../api.ts'
import type { Api } from '../api.ts'
import type { BrandAnswer, Figure, FurtherFigure } from '../brand-answer.ts'
import { el } from '../dom.ts'
import type { Page } from '../page.ts'
import { brandHeader } from '../parts/brand-header.ts'
import { eventsPanel } from '../parts/events/events-panel.ts'
import { furtherFigures } from '../parts/further-figures.ts'
import { metricSection } from '../parts/metric-section.ts'
import { metricTabs } from '../parts/metric-tabs.ts'
import { progressBanner } from '../parts/progress-banner.ts'
import { skeleton } from '../parts/skeleton.ts'
import { refreshSeconds } from '../refresh.ts'

/**
 * Everything about one brand: each figure's sentence, its two windows and its weeks.
 * @param further the figure beside the primary ones that is to be opened
 */
export function brandPage(brandId: number, further: string | null): Page<BrandAnswer> {
  return {
    skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'block', 'block']),
    load: ({ api }, signal) => loadBrand(api, { brandId, further }, signal),
    title: (_, { brand }) => brand.name,

    draw(view, answer) {
      const banner = progressBanner(view, answer.health)
      const sections = answer.figures.map((figure) => metricSection(view, figure, answer.brand))
      const opened = answer.opened ? metricSection(view, answer.opened, answer.brand) : null
      const waiting = sections.length === 0 ? el('p', { class: 'lead' }, view.text('brand.noFigures')) : null
      const nodes = [
        banner,
        brandHeader(view, answer),
        eventsPanel(view, {
          brand: answer.brand,
          answer: answer.events,
          day: dayOf(Date.parse(answer.asOf), answer.brand.zone),
        }),
        sections.length > 0 ? metricTabs(view, answer.figures, answer.opened) : null,
        waiting,
        ...sections.map((section) => section.node),
        answer.further.length > 0 ? furtherFigures(view, answer) : null,
        opened?.node ?? null,
      ]
      return {
        nodes: nodes.filter((node) => node !== null),
        shown: () => showAll(opened ? [...sections, opened] : sections),
      }
    },

    refreshAfter: ({ health }) => refreshSeconds(health.historyComplete),
  }
}

async function loadBrand(
  api: Api,
  { brandId, further }: { brandId: number; further: string | null },
  signal: AbortSignal,
): Promise<BrandAnswer> {
  const [{ brands }, { metrics }, { comparisons, asOf, dataCompleteTo }, health, events] = await Promise.all([
    api.readBrands(signal),
    api.readMetrics(signal),
    api.readComparisons(brandId, signal),
    api.readDataHealth(signal),
    api.events.list(brandId, signal),
  ])
  const brand = brands.find(({ id }) => id === brandId)
  if (!brand) throw new AnswerError(403, null, null)
  const known = metrics.flatMap((metric) => {
    const comparison = comparisons.find((cell) => cell.metric === metric.key)
    return comparison ? [{ metric, comparison }] : []
  })
  const others = known.filter(({ metric }) => !metric.primary)
  const wanted = others.find(({ metric }) => metric.key === further)
  const read = (one: FurtherFigure) => readFigure(api, one, signal)
  const [opened, ...figures] = await Promise.all([
    wanted ? read(wanted) : null,
    ...known.filter(({ metric }) => metric.primary).map(read),
  ])
  return { brand, brands, figures, further: others, opened, health, events, asOf, dataCompleteTo }
}

async function readFigure(api: Api, figure: FurtherFigure, signal: AbortSignal): Promise<Figure> {
  const { metric, comparison } = figure
  return { ...figure, series: await api.readSeries(comparison.brand.id, metric.key, signal) }
}

/** Starts every chart of the page; what it returns takes them away again, drawn or not yet. */
function showAll(sections: readonly { shown: () => () => void }[]): () => void {
  const undo = sections.map((section) => section.shown())
  return () => undo.forEach((takeAway) => takeAway())
}
