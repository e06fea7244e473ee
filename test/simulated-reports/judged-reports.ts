import { finishAll, measureBrands } from '../../server/comparison/compare-brands.ts'
import type { EstimatedDraft } from '../../server/comparison/draft.ts'
import type { CellBasis } from '../../server/comparison/pooling/cell-basis.ts'
import { basisOf } from '../../server/comparison/pooling/cell-basis.ts'
import { poolCells } from '../../server/comparison/pooling/pool-cells.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { Comparison, MetricKey, PooledComparison } from '../../server/contract.ts'
import { metricOf } from '../../server/metrics/catalog.ts'
import type { Interval } from '../../server/statistics/interval.ts'
import type { Database } from '../../server/store/database.ts'
import { createDice } from '../support/dice.ts'
import type { NaiveInterval } from './naive-intervals.ts'
import { naiveIntervals } from './naive-intervals.ts'
import { emptyAccount, presentOf, writePanel } from './panel-account.ts'
import type { Figure, WorldPlan } from './panel-world.ts'
import { simulatePanel, trueEffect } from './panel-world.ts'

/** One moved brand's figure in one report, beside the truth. */
export type JudgedCell = {
  brandId: number
  metric: MetricKey
  cell: Comparison
  /** On the metric's scale; null where nothing is estimated. */
  estimated: {
    truth: number
    interval: Interval
    checks: EstimatedDraft['checks']
    mix: EstimatedDraft['mix']
    bounds: EstimatedDraft['bounds']
    /** How many times the noise floor made the interval wider. */
    widening: number
    naive: NaiveInterval[]
  } | null
}
export type PooledJudged = { metric: MetricKey; answer: PooledComparison; interval: Interval; truth: number }
export type JudgedReport = { cells: JudgedCell[]; pooled: PooledJudged[] }

/** What a metric's figure is simulated as. */
export const figureOf: Partial<Record<MetricKey, Figure>> = {
  first_reply: 'first_reply',
  unserved_rate: 'unserved_rate',
  recontact_rate: 'recontact_rate',
  csat: 'csat',
  demand: 'demand',
  human_workload: 'demand',
}

export type Reports = {
  plan: WorldPlan
  metrics: readonly MetricKey[]
  runs: number
  seed: number
  /** Whether intervals that take conversations for independent are computed too. */
  withNaive?: boolean
  /** A world of its own for each run. */
  planOf?: (run: number) => WorldPlan
}

/** Simulates an account over and over, and lets the engine write its report of each. */
export function* judgeReports({
  plan,
  metrics,
  runs,
  seed,
  withNaive = false,
  planOf,
}: Reports): Generator<JudgedReport> {
  const db = emptyAccount(plan)
  for (let run = 0; run < runs; run++) {
    const own = planOf?.(run) ?? plan
    writePanel(db, simulatePanel(own, createDice(seed * 100_000 + run)))
    updateCutovers(db)
    yield judge(db, own, metrics, withNaive)
  }
  db.close()
}

/** The report as its readers would see it, the truth beside every figure. */
export function judge(
  db: Database,
  plan: Pick<WorldPlan, 'brands' | 'to'>,
  metrics: readonly MetricKey[],
  withNaive = false,
): JudgedReport {
  const drafts = measureBrands(db, { brandIds: 'all', metrics, now: presentOf(plan) }).map(
    ({ draft }) => draft,
  )
  const comparisons = finishAll(drafts)
  const cells = drafts.map((draft, i): JudgedCell => {
    const cell = comparisons[i]
    const estimated = draft.kind === 'estimated' ? estimatedOf(draft, cell, plan, withNaive) : null
    return { brandId: cell.brand.id, metric: cell.metric, cell, estimated }
  })
  const moved = new Set(plan.brands.filter(({ movesOn }) => movesOn !== null).map(({ id }) => id))
  const bases = drafts.flatMap((draft) => (draft.kind === 'estimated' ? (basisOf(draft) ?? []) : []))
  return {
    cells: cells.filter(({ brandId }) => moved.has(brandId)),
    pooled: poolCells(bases).flatMap((answer) => pooledOf(answer, bases, cells)),
  }
}

function estimatedOf(
  draft: EstimatedDraft,
  { metric, brand, after }: Comparison,
  plan: Pick<WorldPlan, 'brands'>,
  withNaive: boolean,
): JudgedCell['estimated'] {
  const { rung, checks, mix, bounds } = draft
  const figure = figureOf[metric]
  const own = plan.brands.find(({ id }) => id === brand.id)
  if (after === null || own === undefined) throw new Error('an estimate has a window after, of a known brand')
  return {
    truth: figure === undefined ? 0 : trueEffect(own, figure, after.from, after.to),
    interval: rung.effect,
    checks,
    mix,
    bounds,
    widening: rung.interrupted?.answer.widening ?? 1,
    naive: withNaive ? naiveIntervals(draft) : [],
  }
}

/** The truth of a pooled figure is the mean of the true effects of the brands in it. */
function pooledOf(
  answer: PooledComparison,
  bases: readonly CellBasis[],
  cells: readonly JudgedCell[],
): PooledJudged[] {
  if (answer.effect === null) return []
  const own = bases.filter(({ metric }) => metric === answer.metric)
  const causal = own.filter(({ method }) => method !== 'windows')
  const truths = (causal.length >= 2 ? causal : own).map(
    ({ brandId }) =>
      cells.find((one) => one.brandId === brandId && one.metric === answer.metric)?.estimated?.truth ?? 0,
  )
  const toScale = metricOf(answer.metric).scale === 'log' ? Math.log : (points: number) => points / 100
  const { value, low, high } = answer.effect
  return [
    {
      metric: answer.metric,
      answer,
      interval: { estimate: toScale(value), low: toScale(low), high: toScale(high) },
      truth: truths.reduce((sum, truth) => sum + truth, 0) / truths.length,
    },
  ]
}
