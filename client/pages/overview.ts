import type {
  BrandSummary,
  ComparisonsAnswer,
  DataHealthAnswer,
  MetricDescription,
} from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { Page } from '../page.ts'
import { message } from '../parts/failure.ts'
import { findingsList } from '../parts/findings-list.ts'
import { freshness } from '../parts/freshness.ts'
import { legend } from '../parts/legend.ts'
import { orderChoice } from '../parts/order-choice.ts'
import { pooledList } from '../parts/pooled-list.ts'
import { progressBanner } from '../parts/progress-banner.ts'
import { skeleton } from '../parts/skeleton.ts'
import { tallyStrip } from '../parts/tally-strip.ts'
import { verdictGrid } from '../parts/verdict-grid.ts'
import { refreshSeconds } from '../refresh.ts'
import { headline, isArriving, orderBrands, tallyOf } from '../verdicts.ts'
import type { View } from '../view.ts'

type Answer = {
  brands: BrandSummary[]
  metrics: MetricDescription[]
  comparisons: ComparisonsAnswer
  health: DataHealthAnswer
}

/** Every brand and every figure on one screen: what changed, by how much, how sure. */
export const overviewPage: Page<Answer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'table']),

  async load({ api }, signal) {
    const [brands, metrics, comparisons, health] = await Promise.all([
      api.readBrands(signal),
      api.readMetrics(signal),
      api.readComparisons('all', signal),
      api.readDataHealth(signal),
    ])
    const primary = metrics.metrics.filter((metric) => metric.primary)
    const isPrimary = (key: string) => primary.some((metric) => metric.key === key)
    const cells = comparisons.comparisons.filter(({ metric }) => isPrimary(metric))
    return {
      brands: brands.brands,
      metrics: primary,
      comparisons: { ...comparisons, comparisons: cells },
      health,
    }
  },

  title: ({ text }) => text('nav.overview'),
  draw: (view, answer) => ({
    nodes: answer.brands.length === 0 ? drawEmpty(view, answer) : drawGrid(view, answer),
  }),
  refreshAfter: ({ health }) => refreshSeconds(health.historyComplete),
}

function drawGrid(view: View, { brands, metrics, comparisons, health }: Answer): Node[] {
  const { text, language, route } = view
  const order = route.name === 'overview' ? route.order : 'attention'
  const cells = comparisons.comparisons
  const banner = progressBanner(view, health)
  const found = findingsList(view, cells, metrics)
  const together = pooledList(view, metrics, comparisons.pooled)
  return [
    ...(banner ? [banner] : []),
    el(
      'section',
      { class: 'intro' },
      freshness(view, comparisons, brands),
      el('h1', { tabIndex: -1 }, headline(cells, health.historyComplete, text)),
      found,
    ),
    el(
      'div',
      { class: 'grid-tools' },
      tallyStrip(tallyOf(cells.filter((cell) => !isArriving(cell))), text),
      orderChoice(view, order),
    ),
    verdictGrid(view, orderBrands(brands, cells, order, language), metrics, comparisons),
    ...(together ? [together] : []),
    legend(text),
  ]
}

function drawEmpty(view: View, { health }: Answer): Node[] {
  const { text, session } = view
  const seesAll = session.person.allBrands || session.person.role === 'administrator'
  const banner = progressBanner(view, health)
  return [
    ...(banner && seesAll ? [banner] : []),
    message(text('empty.title'), text(seesAll ? 'empty.text' : 'empty.noBrands'), null),
  ]
}
