import type { Comparison, MetricKey } from '../contract.ts'
import { catalog } from '../metrics/catalog.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import type { Day } from '../periods/day.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { readFirstAiAgentTicket } from '../store/brand-bots.ts'
import { readBrands, readCutovers } from '../store/brands.ts'
import type { HistoryProgress } from '../store/checkpoints.ts'
import { readHistoryProgress } from '../store/checkpoints.ts'
import type { Database } from '../store/database.ts'
import { readAccountSettings } from '../store/settings.ts'
import type { BrandFacts, MetricFacts } from './brand-facts.ts'
import { readBrandFacts, readMetricFacts } from './brand-facts.ts'
import type { Draft } from './draft-comparison.ts'
import { draftComparison } from './draft-comparison.ts'
import { finishComparison } from './finish-comparison.ts'

export type ComparisonQuestion = {
  brandIds: 'all' | readonly number[]
  metrics: 'all' | readonly MetricKey[]
  /** Only these days may be used: a question of its own, not part of the report. */
  from?: Day
  to?: Day
  /** Epoch ms. */
  now: number
}
/** One brand and metric with what its cell and its weekly series are made of. */
export type Measured = { brand: BrandFacts; metric: MetricDefinition; facts: MetricFacts; draft: Draft }

/**
 * Before against after for the chosen brands and metrics. Without `from` and `to` the verdicts are those of the
 * report: they are made over all brands together, and the choice only selects. With days of its own a question is
 * its own family.
 */
export function compareBrands(db: Database, question: ComparisonQuestion): Comparison[] {
  const isReport = question.from === undefined && question.to === undefined
  const asked = isReport ? ({ brandIds: 'all', metrics: 'all', now: question.now } as const) : question
  const measured = measureBrands(db, asked)
  return finishAll(measured.map(({ draft }) => draft)).filter(
    ({ brand, metric }) => isChosen(question.brandIds, brand.id) && isChosen(question.metrics, metric),
  )
}

/** Every chosen brand and metric, by brand name and then in the order of the catalogue. */
export function measureBrands(db: Database, question: ComparisonQuestion): Measured[] {
  const history = readHistoryProgress(db)
  const settings = readAccountSettings(db)
  const cutovers = readCutovers(db)
  const brands = readBrands(db)
  const firstAiAgentTicket = readFirstAiAgentTicket(db)
  return brands
    .filter(({ id }) => isChosen(question.brandIds, id))
    .flatMap((row) => {
      const cutover = cutovers.get(row.id) ?? null
      const brand = readBrandFacts(db, row, cutover, settings, firstAiAgentTicket, question.now)
      return catalog
        .filter(({ key }) => isChosen(question.metrics, key))
        .map((metric) => measure(db, brand, metric, history, question))
    })
}

/** The verdicts of one report: each estimate is judged beside all others. */
export function finishAll(drafts: readonly Draft[]): Comparison[] {
  const estimated = drafts.filter((draft) => draft.kind === 'estimated')
  const adjusted = benjaminiHochberg(estimated.map(({ estimate }) => estimate.p))
  const adjustedOf = new Map(estimated.map((draft, i) => [draft, adjusted[i]]))
  return drafts.map((draft) =>
    draft.kind === 'settled' ? draft.comparison : finishComparison(draft, adjustedOf.get(draft) ?? 1),
  )
}

function measure(
  db: Database,
  brand: BrandFacts,
  metric: MetricDefinition,
  history: readonly HistoryProgress[],
  { from, to, now }: ComparisonQuestion,
): Measured {
  const facts = readMetricFacts(db, brand.brand.id, metric.key)
  const draft = draftComparison({ brand, metric, facts, history, limits: { from, to }, now })
  return { brand, metric, facts, draft }
}

function isChosen<Item>(chosen: 'all' | readonly Item[], item: Item): boolean {
  return chosen === 'all' || chosen.includes(item)
}
