import type { BrandSummary, Comparison, ComparisonsAnswer, MetricDescription } from '../../server/contract.ts'
import { daysBetween } from '../../server/periods/day.ts'
import { dayOf } from '../../server/periods/zone.ts'
import { formatDay } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import { cellsData, cellsOf } from '../downloads/cells-data.ts'
import { brandLink } from '../brand-link.ts'
import { isKnownUnmoved } from '../verdicts.ts'
import type { View } from '../view.ts'
import { figureTools } from './figure-tools.ts'
import { metricTerm } from './metric-term.ts'
import { pooledCell, verdictCell } from './verdict-cell.ts'

/** The grid's cells as a file, one a line: brands in the order of the page, then all of them together. */
export function gridTools(
  view: View,
  brands: readonly BrandSummary[],
  metrics: readonly MetricDescription[],
  { asOf, comparisons, pooled }: ComparisonsAnswer,
): HTMLElement {
  const { text } = view
  const ofBrands = brands.flatMap(({ id }) => comparisons.filter(({ brand }) => brand.id === id))
  const source = {
    ...{ id: 'grid-save', window: null, asOf, brands },
    subject: text('tools.allBrands'),
    title: text('nav.overview'),
    metrics: metrics.map(({ key }) => key),
    table: () => cellsData(view, cellsOf([...ofBrands, ...pooled], metrics)),
  }
  return figureTools(view, source, null)
}

/**
 * Brands down, metrics across. The roles are written out because the narrow layout shows the rows as cards,
 * and a table laid out otherwise loses its meaning to screen readers.
 */
export function verdictGrid(
  view: View,
  brands: readonly BrandSummary[],
  metrics: readonly MetricDescription[],
  answer: ComparisonsAnswer,
): HTMLElement {
  const cellOf = new Map(answer.comparisons.map((cell) => [`${cell.brand.id} ${cell.metric}`, cell]))
  const find = (brand: BrandSummary, metric: MetricDescription): Comparison | undefined =>
    cellOf.get(`${brand.id} ${metric.key}`)
  const rows: HTMLElement[] = brands.map((brand) =>
    el(
      'tr',
      { role: 'row', class: isKnownUnmoved(brand, answer.comparisons) ? 'unmoved' : '' },
      brandHeading(view, brand, answer),
      ...metrics.map((metric) => verdictCell(view, find(brand, metric), metric)),
    ),
  )
  if (answer.pooled.length > 0) rows.push(pooledRow(view, metrics, answer))
  return el(
    'table',
    { class: 'grid', role: 'table' },
    el('caption', { class: 'unseen' }, view.text('grid.caption')),
    el('thead', { role: 'rowgroup' }, headings(view, metrics)),
    el('tbody', { role: 'rowgroup' }, ...rows),
  )
}

function headings(view: View, metrics: readonly MetricDescription[]): HTMLElement {
  const brand = el('th', { scope: 'col', role: 'columnheader' }, view.text('grid.brand'))
  const columns = metrics.map((metric) =>
    el(
      'th',
      { scope: 'col', role: 'columnheader' },
      metricTerm(view, metric),
      el('small', {}, hint(view, metric)),
    ),
  )
  return el('tr', { role: 'row' }, brand, ...columns)
}

function hint(view: View, metric: MetricDescription): string {
  const unit = metric.kind === 'count' ? view.text('unit.per_week') : null
  const better = metric.better === 'neutral' ? null : view.text(`better.${metric.better}`)
  return [unit, better].filter((words) => words !== null).join(' · ')
}

function brandHeading(view: View, brand: BrandSummary, answer: ComparisonsAnswer): HTMLElement {
  return el(
    'th',
    { scope: 'row', role: 'rowheader' },
    el('a', { class: 'brand-name', href: brandLink(view, brand.id, null) }, brand.name),
    ...moveWords(view, brand, answer),
  )
}

function moveWords(view: View, brand: BrandSummary, { asOf, comparisons }: ComparisonsAnswer): Node[] {
  const { text } = view
  if (brand.cutover) return movedWords(view, brand.cutover.wentLiveOn, dayOf(Date.parse(asOf), brand.zone))
  return isKnownUnmoved(brand, comparisons)
    ? [el('small', {}, text('brand.notMoved')), el('small', {}, text('brand.comparisonGroup'))]
    : [el('small', {}, text('brand.moveUnknown'))]
}

function movedWords({ language, text }: View, wentLiveOn: string, today: string): Node[] {
  const weeks = Math.floor(daysBetween(wentLiveOn, today) / 7)
  return [
    el('small', {}, text('brand.moved', { day: formatDay(wentLiveOn, language) })),
    el('small', {}, weeks < 1 ? text('brand.movedToday') : text('brand.weeksAgo', { n: weeks })),
  ]
}

function pooledRow(
  view: View,
  metrics: readonly MetricDescription[],
  answer: ComparisonsAnswer,
): HTMLElement {
  const cells = metrics.map((metric) =>
    pooledCell(
      view,
      answer.pooled.find((pooled) => pooled.metric === metric.key),
      metric,
    ),
  )
  return el(
    'tr',
    { role: 'row', class: 'pooled' },
    el(
      'th',
      { scope: 'row', role: 'rowheader' },
      el('span', { class: 'brand-name' }, view.text('grid.pooled')),
    ),
    ...cells,
  )
}
