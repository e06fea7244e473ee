import type { CourseWeek } from '../contract-detail.ts'
import type { Comparison, MetricKey, QuestionFilter, SeriesWeek } from '../contract.ts'
import { readHistoryProgress } from '../store/checkpoints.ts'
import type { GridKind } from '../store/comparison-cells.ts'
import type { Database } from '../store/database.ts'
import { finishAll, measureBrands } from './compare-brands.ts'
import { courseOf } from './detail/course.ts'
import { measuredFilter } from './measured-filter.ts'
import { seriesOf } from './series-of-cell.ts'

/** A verdict about some conversations only, with its weeks and what was to be expected of these without the move. */
export type NarrowedCell = {
  cell: Comparison
  weeks: SeriesWeek[]
  course: CourseWeek[] | null
  /** The brands it was compared with. */
  controlIds: number[]
}

/** The cells of all brands of a question, narrowed to some conversations: one family, whoever reads which part of it. */
export function narrowedCells(
  db: Database,
  {
    brandIds,
    metrics,
    filter,
    grid,
    now,
  }: {
    brandIds: readonly number[]
    metrics: readonly MetricKey[]
    filter: QuestionFilter
    grid: GridKind
    /** Epoch ms. */
    now: number
  },
): NarrowedCell[] {
  const question = {
    brandIds,
    metrics,
    filter: measuredFilter(filter),
    ownWeeksOnly: grid === 'own_weeks',
    now,
  }
  const measured = measureBrands(db, question)
  const comparisons = finishAll(measured.map(({ draft }) => draft))
  const history = readHistoryProgress(db)
  return measured.map((one, index) => {
    const { draft } = one
    const rung = draft.kind === 'estimated' ? draft.rung : null
    return {
      cell: comparisons[index],
      weeks: seriesOf(one, history, now),
      course: draft.kind === 'estimated' ? courseOf(draft) : null,
      controlIds: rung?.staggered?.controls.map(({ brand }) => brand.brand.id) ?? [],
    }
  })
}
