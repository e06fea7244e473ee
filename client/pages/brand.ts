import { dayOf } from '../../server/periods/zone.ts'
import type { BrandAnswer } from '../brand-answer.ts'
import { el } from '../dom.ts'
import { loadBrand } from '../load-brand.ts'
import type { Page } from '../page.ts'
import { brandFilters } from '../parts/brand-filters.ts'
import { brandHeader } from '../parts/brand-header.ts'
import { choiceNotice } from '../parts/choice-notice.ts'
import { eventsPanel } from '../parts/events/events-panel.ts'
import { narrowingNotices } from '../parts/filters/narrowed-note.ts'
import { furtherFigures } from '../parts/further-figures.ts'
import { metricSection } from '../parts/metric-section.ts'
import { metricTabs } from '../parts/metric-tabs.ts'
import { progressBanner } from '../parts/progress-banner.ts'
import { brandTable } from '../parts/side-by-side/brand-table.ts'
import { skeleton } from '../parts/skeleton.ts'
import { refreshSeconds } from '../refresh.ts'
import type { View } from '../view.ts'

/** Everything about one brand: each figure's sentence, its two windows and its weeks; or one figure, narrowed. */
export function brandPage(brandId: number): Page<BrandAnswer> {
  return {
    skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'block', 'block']),
    load: ({ api, route }, signal) =>
      loadBrand(api, { brandId, query: 'query' in route ? route.query : new URLSearchParams() }, signal),
    title: (_, { brand }) => brand.name,

    draw(view, answer) {
      const filters = brandFilters(view, answer)
      const sections = answer.figures.map((figure) => metricSection(view, figure, answer.brand, answer.goals))
      const opened = answer.opened ? metricSection(view, answer.opened, answer.brand, answer.goals) : null
      const waiting = sections.length === 0 ? el('p', { class: 'lead' }, view.text('brand.noFigures')) : null
      const nodes = [
        progressBanner(view, answer.health),
        choiceNotice(noticesOf(view, answer)),
        brandHeader(view, answer),
        filters.bar.node,
        filters.note,
        sections.length > 0 && !answer.narrowed ? metricTabs(view, answer.figures, answer.opened) : null,
        waiting,
        ...sections.map((section) => section.node),
        answer.figures.length > 0 && answer.levels ? brandTable(view, answer, answer.levels) : null,
        answer.further.length > 0 ? furtherFigures(view, answer) : null,
        opened?.node ?? null,
        eventsPanel(view, {
          brand: answer.brand,
          answer: answer.events,
          day: dayOf(Date.parse(answer.asOf), answer.brand.zone),
        }),
      ]
      return {
        nodes: nodes.filter((node) => node !== null),
        shown: () => {
          const undo = [filters.bar.watch(), showAll(opened ? [...sections, opened] : sections)]
          return () => undo.forEach((takeAway) => takeAway())
        },
      }
    },

    refreshAfter: ({ health }) => refreshSeconds(health.historyComplete),
  }
}

function noticesOf(view: View, { narrowing, narrowed, figures, unknownMetric }: BrandAnswer): string[] {
  const { text, language } = view
  const used = narrowed ? figures[0].metric.name[language] : null
  const given = unknownMetric?.slice(0, 40) ?? ''
  return [
    ...(unknownMetric === null
      ? []
      : [
          used === null
            ? text('filters.unknownFurther', { given })
            : text('filters.unknownMetric', { given, used }),
        ]),
    ...narrowingNotices(view, narrowing.problems),
  ]
}

/** Starts every chart of the page; what it returns takes them away again, drawn or not yet. */
function showAll(sections: readonly { shown: () => () => void }[]): () => void {
  const undo = sections.map((section) => section.shown())
  return () => undo.forEach((takeAway) => takeAway())
}
