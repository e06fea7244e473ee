import type { Comparison, MetricKey, PooledComparison, SeriesWeek } from '../contract.ts'
import { readHistoryProgress } from '../store/checkpoints.ts'
import type { Database } from '../store/database.ts'
import { finishAll, measureBrands } from './compare-brands.ts'
import { seriesOf } from './series-of-cell.ts'
import type { ComparisonQuestion } from './comparison-question.ts'
import type { CellControls } from './detail/detail-in-scope.ts'
import { basisOf } from './pooling/cell-basis.ts'
import { poolCells } from './pooling/pool-cells.ts'

export type ComparisonsFound = {
  comparisons: Comparison[]
  pooled: PooledComparison[]
  controls: CellControls[]
  /** The weeks of each cell, in the same order, of a question about one metric; of a wider one none. */
  series: { brandId: number; metric: MetricKey; weeks: SeriesWeek[] }[]
}

/** The cells of a question of its own, and what they say together. */
export function answerComparisons(db: Database, question: ComparisonQuestion): ComparisonsFound {
  const measured = measureBrands(db, question)
  const drafts = measured.map(({ draft }) => draft)
  const isOneMetric = question.metrics !== 'all' && question.metrics.length === 1
  const history = readHistoryProgress(db)
  const estimated = drafts.filter((draft) => draft.kind === 'estimated')
  return {
    comparisons: finishAll(drafts),
    pooled: poolCells(estimated.flatMap((draft) => basisOf(draft) ?? [])),
    controls: estimated.flatMap(({ moved, rung }) =>
      rung.staggered === null
        ? []
        : {
            brandId: moved.brand.brand.id,
            metric: moved.metric.key,
            controlIds: rung.staggered.controls.map(({ brand }) => brand.brand.id),
          },
    ),
    series: !isOneMetric
      ? []
      : measured.map((one) => ({
          brandId: one.brand.brand.id,
          metric: one.metric.key,
          weeks: seriesOf(one, history, question.now, question),
        })),
  }
}
