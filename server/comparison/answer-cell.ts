import type { ComparisonDetail } from '../contract-detail.ts'
import type { Comparison, MetricKey, SeriesWeek } from '../contract.ts'
import { readHistoryProgress } from '../store/checkpoints.ts'
import type { Database } from '../store/database.ts'
import { finishAll, measureBrands } from './compare-brands.ts'
import { seriesOf } from './series-of-cell.ts'
import type { ComparisonQuestion } from './comparison-question.ts'
import { detailOf } from './detail/comparison-detail.ts'

export type CellQuestion = { brandId: number; metric: MetricKey } & Pick<
  ComparisonQuestion,
  'from' | 'to' | 'filter' | 'ownWeeksOnly' | 'now'
>
export type CellFound = { comparison: Comparison; detail: ComparisonDetail | null; weeks: SeriesWeek[] }

/**
 * One brand and metric of a question of its own, with what stands behind it. It is its own family: the estimate is the
 * one the report would have, the verdict is not held against other figures. Null for a brand that is not there.
 */
export function answerCell(db: Database, { brandId, metric, ...asked }: CellQuestion): CellFound | null {
  const measured = measureBrands(db, { brandIds: [brandId], metrics: [metric], ...asked }).at(0)
  if (!measured) return null
  const { draft } = measured
  return {
    comparison: finishAll([draft])[0],
    detail: draft.kind === 'estimated' ? detailOf(draft) : null,
    weeks: seriesOf(measured, readHistoryProgress(db), asked.now, asked),
  }
}
