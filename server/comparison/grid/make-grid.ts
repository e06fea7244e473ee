import { catalog } from '../../metrics/catalog.ts'
import type { MetricDefinition } from '../../metrics/definition.ts'
import type { BrandFacts } from '../brand-facts.ts'
import type { Panel } from '../panel.ts'
import { seriesOf } from '../series-of-cell.ts'
import type { GridRows, PlacedCell } from './grid-of-cells.ts'
import { gridOfCells } from './grid-of-cells.ts'
import type { MadeCell } from './made-cell.ts'

/** The whole grid of a panel, with the weekly series behind each cell. */
export function makeGrid(
  panel: Panel,
  make: (brand: BrandFacts, metric: MetricDefinition, place: number) => MadeCell,
): GridRows {
  const { brands, history, now } = panel
  // Metric by metric: a brand is compared with the same brands as the one before it.
  const byMetric = catalog.map((metric) =>
    brands.map((brand, place): PlacedCell => {
      const facts = panel.factsOf(brand.brand.id, metric.key)
      return {
        brandId: brand.brand.id,
        metric,
        made: make(brand, metric, place),
        series: JSON.stringify(seriesOf({ brand, metric, facts }, history, now)),
      }
    }),
  )
  const cells = brands.flatMap((_, place) => byMetric.map((ofMetric) => ofMetric[place]))
  return gridOfCells(cells, history, now)
}
