import type { Comparison, PooledComparison } from '../contract.ts'
import type { Database } from '../store/database.ts'
import { finishAll, measureBrands } from './compare-brands.ts'
import type { ComparisonQuestion } from './comparison-question.ts'
import type { CellControls } from './detail/detail-in-scope.ts'
import { basisOf } from './pooling/cell-basis.ts'
import { poolCells } from './pooling/pool-cells.ts'

export type ComparisonsFound = {
  comparisons: Comparison[]
  pooled: PooledComparison[]
  controls: CellControls[]
}

/** The cells of a question of its own, and what they say together. */
export function answerComparisons(db: Database, question: ComparisonQuestion): ComparisonsFound {
  const drafts = measureBrands(db, question).map(({ draft }) => draft)
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
  }
}
