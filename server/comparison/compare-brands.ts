import type { Comparison } from '../contract.ts'
import { catalog } from '../metrics/catalog.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import type { Database } from '../store/database.ts'
import type { BrandFacts, MetricFacts } from './brand-facts.ts'
import type { ComparisonQuestion } from './comparison-question.ts'
import { draftComparison } from './draft-comparison.ts'
import { withSensitivity } from './detail/sensitivity.ts'
import type { Draft, DraftQuestion } from './draft.ts'
import { finishComparison } from './finish-comparison.ts'
import { adjustForMix } from './mix/adjust-for-mix.ts'
import { readStrataFrom } from './mix/read-strata.ts'
import { storedHoldings } from './mix/stored-holdings.ts'
import type { Panel } from './panel.ts'
import { readPanel } from './read-panel.ts'

/** One brand and metric with what its cell and its weekly series are made of. */
export type Measured = { brand: BrandFacts; metric: MetricDefinition; facts: MetricFacts; draft: Draft }

/** All brands and metrics: the one family whose verdicts every reader, mail and export shows. */
export function reportQuestion(now: number): ComparisonQuestion {
  return { brandIds: 'all', metrics: 'all', now }
}

/** Every chosen brand and metric, by brand name and then in the order of the catalogue. */
export function measureBrands(db: Database, question: ComparisonQuestion): Measured[] {
  const panel = readPanel(db, question)
  const readKinds = question.filter === undefined ? storedHoldings(db) : readStrataFrom(db, question.filter)
  return measureOnPanel(panel, question, {
    adjust: (moved, rung) => adjustForMix(moved, rung, readKinds),
  })
}

/** The same of a panel that was read already. */
export function measureOnPanel(
  panel: Panel,
  { brandIds, metrics }: Pick<ComparisonQuestion, 'brandIds' | 'metrics'>,
  beside: Pick<DraftQuestion, 'adjust' | 'check'>,
): Measured[] {
  const brands = panel.brands.filter(({ brand }) => isChosen(brandIds, brand.id))
  // Metric by metric: a brand is compared with the same brands as the one before it.
  const byMetric = catalog
    .filter(({ key }) => isChosen(metrics, key))
    .map((metric) =>
      brands.map((brand) => ({
        brand,
        metric,
        facts: panel.factsOf(brand.brand.id, metric.key),
        draft: draftComparison({ panel, brand, metric, ...beside }),
      })),
    )
  return brands.flatMap((_, place) => byMetric.map((ofMetric) => ofMetric[place]))
}

/**
 * The verdicts of one report: each estimate is judged beside all others of its family. The catalogue's primary metrics
 * are one family; what is shown beside them is another, so that it costs them nothing.
 */
export function finishAll(drafts: readonly Draft[]): Comparison[] {
  return judgeAll(drafts).map((comparison, i) => withSensitivity(comparison, drafts[i]))
}

/** The same without looking whether another ramp would change what is called. */
export function judgeAll(drafts: readonly Draft[]): Comparison[] {
  const adjustedPs = new Map<Draft, number>()
  for (const isPrimary of [true, false]) {
    const family = drafts
      .filter((draft) => draft.kind === 'estimated')
      .filter(({ moved }) => moved.metric.primary === isPrimary)
    benjaminiHochberg(family.map(({ rung }) => rung.p)).forEach((adjustedP, i) =>
      adjustedPs.set(family[i], adjustedP),
    )
  }
  return drafts.map((draft) =>
    draft.kind === 'settled' ? draft.comparison : finishComparison(draft, adjustedPs.get(draft) ?? 1),
  )
}

function isChosen<Item>(chosen: 'all' | readonly Item[], item: Item): boolean {
  return chosen === 'all' || chosen.includes(item)
}
