import type {
  BrandSummary,
  ComparisonsAnswer,
  DataHealthAnswer,
  MetricDescription,
} from '../../server/contract.ts'
import type { AgreementAnswer } from '../../server/contract-agreement.ts'
import { readAgreement, stretchOfCells } from '../agreement.ts'
import { el } from '../dom.ts'
import type { Narrowing } from '../narrowing.ts'
import { dayNames, parseNarrowing } from '../narrowing.ts'
import type { OverviewFigures } from '../overview-choices.ts'
import { chooseFigures } from '../overview-choices.ts'
import type { Page } from '../page.ts'
import { changesList } from '../parts/changes-list.ts'
import { findingsList } from '../parts/findings-list.ts'
import { legend } from '../parts/legend.ts'
import { nothingYet } from '../parts/nothing-yet.ts'
import { orderChoice } from '../parts/order-choice.ts'
import { pdfLine } from '../parts/pdf-line.ts'
import { pooledList } from '../parts/pooled-list.ts'
import { progressBanner } from '../parts/progress-banner.ts'
import { overviewFilters } from '../parts/overview-filters.ts'
import { skeleton } from '../parts/skeleton.ts'
import { stamps } from '../parts/stamps.ts'
import { tallyStrip } from '../parts/tally-strip.ts'
import { gridTools, verdictGrid } from '../parts/verdict-grid.ts'
import { refreshSeconds } from '../refresh.ts'
import { headline, isArriving, orderBrands, tallyOf } from '../verdicts.ts'
import type { View } from '../view.ts'

type Answer = {
  brands: BrandSummary[]
  metrics: MetricDescription[]
  comparisons: ComparisonsAnswer
  health: DataHealthAnswer
  agreement: AgreementAnswer | null
  narrowing: Narrowing
  /** What the address asks for, and which figures there are. */
  figures: OverviewFigures
}

/** Every brand and every figure on one screen: what changed, by how much, how sure. */
export const overviewPage: Page<Answer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'table']),

  async load({ api, route }, signal) {
    const query = route.name === 'overview' ? route.query : new URLSearchParams()
    const narrowing = parseNarrowing(query, dayNames, null)
    const isNarrowed = narrowing.query.size > 0
    const [brands, health, agreement, { figures, comparisons }] = await Promise.all([
      api.readBrands(signal),
      api.readDataHealth(signal),
      readAgreement(api, 'all', signal),
      readFigures(),
    ])
    const isPrimary = (key: string) => figures.all.some((metric) => metric.key === key)
    const cells = comparisons.comparisons.filter(({ metric }) => isPrimary(metric))
    return {
      brands: brands.brands,
      metrics: figures.shown,
      comparisons: { ...comparisons, comparisons: cells },
      health,
      agreement,
      narrowing,
      figures,
    }

    async function readFigures() {
      if (!isNarrowed) {
        const [{ metrics }, comparisons] = await Promise.all([
          api.readMetrics(signal),
          api.readComparisons('all', signal),
        ])
        return { figures: chooseFigures(query, metrics), comparisons }
      }
      const { metrics } = await api.readMetrics(signal)
      const figures = chooseFigures(query, metrics)
      const keys = figures.all.map(({ key }) => key)
      return { figures, comparisons: await api.readComparisonsOf(keys, signal, narrowing.query) }
    }
  },

  title: ({ text }) => text('nav.overview'),
  draw(view, answer) {
    if (answer.brands.length === 0) return { nodes: drawEmpty(view, answer) }
    const filters = overviewFilters(view, answer)
    return { nodes: drawGrid(view, answer, filters), shown: filters.bar.watch }
  },
  refreshAfter: ({ health }) => refreshSeconds(health.historyComplete),
}

function drawGrid(
  view: View,
  { brands, metrics, comparisons, health, agreement, narrowing, figures }: Answer,
  filters: ReturnType<typeof overviewFilters>,
): Node[] {
  const { text, language, route } = view
  const order = route.name === 'overview' ? route.order : 'attention'
  const choices = route.name === 'overview' ? route.query : new URLSearchParams()
  const isNarrowed = narrowing.query.size > 0
  const cells = comparisons.comparisons
  // What is said at the top is said of every figure, whichever of them are shown below.
  const shown = cells.filter(({ metric }) => metrics.some(({ key }) => key === metric))
  const fresh = stamps(view, { answer: comparisons, brands, agreement, stretch: stretchOfCells(shown) })
  const banner = progressBanner(view, health)
  const found = findingsList(view, cells, figures.all)
  const together = pooledList(view, metrics, comparisons.pooled)
  return [
    ...(banner ? [banner] : []),
    ...filters.notices,
    el(
      'section',
      { class: 'intro' },
      // The document is the report's.
      isNarrowed ? fresh : pdfLine(view, fresh, 'overview', new URLSearchParams({ order })),
      el('h1', { tabIndex: -1 }, headline(cells, health.historyComplete, text)),
      found,
      changesList(view, comparisons, figures.all),
    ),
    filters.bar.node,
    ...(filters.note ? [filters.note] : []),
    el(
      'div',
      { class: 'grid-tools' },
      tallyStrip(tallyOf(shown.filter((cell) => !isArriving(cell))), text),
      orderChoice(view, order, choices),
    ),
    verdictGrid(view, orderBrands(brands, cells, order, language), metrics, comparisons),
    gridTools(view, orderBrands(brands, cells, order, language), metrics, comparisons),
    ...(together ? [together] : []),
    legend(text),
  ]
}

function drawEmpty(view: View, { health }: Answer): Node[] {
  const { session } = view
  const seesAll = session.person.allBrands || session.person.role === 'administrator'
  const banner = progressBanner(view, health)
  return [...(banner && seesAll ? [banner] : []), nothingYet(view)]
}
